import { describe, expect, it } from 'vitest';
import { StagedVisit } from './staged-visit.ts';

describe('the QR screen', () => {
  it('counts down by the monotonic clock', async () => {
    const stage = new StagedVisit();
    await stage.showQr();
    stage.clock.setWallTime(Date.UTC(2030, 0, 1));
    await stage.clock.advance(100_000);
    expect(stage.seeing('pix').countdown).toEqual({ totalMs: 600_000, remainingMs: 500_000 });
  });

  it('shows trouble with the connection while it lasts', async () => {
    const stage = new StagedVisit();
    const { id } = await stage.showQr();
    stage.attendance.tell({ type: 'charge-looked', chargeId: id, worked: false });
    expect(stage.seeing('pix').connectionTrouble).toBe(true);
    stage.attendance.tell({ type: 'charge-looked', chargeId: 'another', worked: true });
    expect(stage.seeing('pix').connectionTrouble).toBe(true);
    stage.attendance.tell({ type: 'charge-looked', chargeId: id, worked: true });
    expect(stage.seeing('pix').connectionTrouble).toBe(false);
  });

  it('takes no news of another charge', async () => {
    const stage = new StagedVisit();
    const charge = await stage.showQr();
    stage.attendance.tell({ type: 'charge-changed', charge: { ...charge, id: 'another', state: 'PAID' } });
    stage.attendance.tell({
      type: 'settlement-changed',
      chargeId: 'another',
      settlement: 'done',
      byInvoice: new Map(),
    });
    stage.attendance.tell({ type: 'receipt-changed', chargeId: 'another', receipt: { state: 'printed' } });
    stage.seeing('pix');
    stage.payments.pay(charge.id);
    expect(stage.seeing('paid')).toMatchObject({ receipt: { state: 'none' }, writeOff: 'processing' });
  });

  it('keeps the ERP’s own code without a write-off of ours', async () => {
    const stage = new StagedVisit();
    const { id } = await stage.showQr();
    stage.payments.become(id, { source: 'erp-pix' });
    expect(stage.seeing('pix').confirmedByErp).toBe(true);
    stage.payments.pay(id);
    stage.attendance.tell({
      type: 'settlement-changed',
      chargeId: id,
      settlement: 'done',
      byInvoice: new Map(),
    });
    expect(stage.seeing('paid').writeOff).toBe('done');
  });

  it('says paid at once when the charge turns out to be paid already', async () => {
    const stage = new StagedVisit();
    await stage.showQr();
    await stage.clock.advance(600_000);
    stage.seeing('pix-expired');
    stage.payments.hold();
    await stage.touch('pay-pix');
    stage.seeing('preparing-pix');
    stage.payments.pay('charge-1');
    stage.attendance.tell({ type: 'receipt-changed', chargeId: 'charge-1', receipt: { state: 'printing' } });
    stage.attendance.tell({
      type: 'settlement-changed',
      chargeId: 'charge-1',
      settlement: 'done',
      byInvoice: new Map(),
    });
    stage.payments.adopt = 'charge-1';
    stage.payments.release();
    await stage.clock.advance(0);
    expect(stage.seeing('paid')).toMatchObject({ receipt: { state: 'printing' }, writeOff: 'done' });
  });
});

describe('an earlier charge of the same customer', () => {
  it('that turns out to be paid while a new one is prepared is told with its receipt', async () => {
    const stage = new StagedVisit();
    const { id } = await stage.showQr();
    stage.payments.cancelOutcome = 'unknown';
    await stage.touch('leave');
    await stage.touch('leave');
    await stage.openInvoice();
    stage.payments.hold();
    await stage.touch('pay-pix');
    stage.payments.adopt = id;
    stage.payments.become(id, { visitId: 'visit-2' });
    stage.payments.pay(id);
    stage.attendance.tell({ type: 'receipt-changed', chargeId: id, receipt: { state: 'printing' } });
    stage.payments.release();
    await stage.clock.advance(0);
    expect(stage.seeing('paid')).toMatchObject({ amountCents: 12_500, receipt: { state: 'printing' } });
    expect(stage.payments.charges.get(id)?.state).toBe('PAID');
  });

  it('that was paid with another amount is told too', async () => {
    const stage = new StagedVisit();
    const { id } = await stage.showQr();
    stage.payments.cancelOutcome = 'unknown';
    await stage.touch('leave');
    await stage.touch('leave');
    await stage.openInvoice();
    stage.payments.hold();
    await stage.touch('pay-pix');
    stage.payments.become(id, { visitId: 'visit-2' });
    stage.payments.become(id, { state: 'REFUND_DUE' });
    expect(stage.screen()).toMatchObject({ name: 'problem', problem: 'payment-mismatch' });
  });

  it('of another visit is nobody’s news here', async () => {
    const stage = new StagedVisit();
    const { id } = await stage.showQr();
    stage.payments.cancelOutcome = 'unknown';
    await stage.touch('leave');
    await stage.touch('leave');
    await stage.openInvoice();
    stage.payments.hold();
    await stage.touch('pay-pix');
    stage.payments.pay(id);
    stage.seeing('preparing-pix');
  });
});

describe('a charge that ends', () => {
  it('by the countdown may be made again', async () => {
    const stage = new StagedVisit();
    await stage.showQr();
    await stage.clock.advance(599_999);
    stage.seeing('pix');
    await stage.clock.advance(1);
    expect(stage.seeing('pix-expired').amountCents).toBe(12_500);
    await stage.touch('pay-pix');
    expect(stage.seeing('pix').qr.path).toBe('br-code-of-charge-2');
  });

  it.each(['EXPIRED', 'CANCELLED'] as const)('because the PSP says %s is no longer shown', async (state) => {
    const stage = new StagedVisit();
    const { id, brCode } = await stage.showQr();
    stage.payments.become(id, { state });
    stage.seeing('pix-expired');
    expect(stage.drawn()).not.toContain(brCode);
  });

  it('leads back to the invoice', async () => {
    const stage = new StagedVisit();
    await stage.showQr();
    await stage.clock.advance(600_000);
    await stage.touch('back');
    expect(stage.seeing('invoice').invoice.id).toBe('F-101');
  });

  it('and is paid late all the same is told as paid', async () => {
    const stage = new StagedVisit();
    const { id } = await stage.showQr();
    await stage.clock.advance(600_000);
    stage.seeing('pix-expired');
    stage.payments.pay(id);
    stage.seeing('paid');
  });

  it('is let go when the customer goes on to pay another invoice', async () => {
    const stage = new StagedVisit();
    const { id } = await stage.showQr();
    await stage.clock.advance(600_000);
    await stage.touch('back');
    await stage.touch('back');
    await stage.send({ type: 'choose-invoice', invoiceId: 'F-102' });
    await stage.touch('pay-pix');
    expect(stage.seeing('pix').qr.path).toBe('br-code-of-charge-2');
    expect(stage.payments.attended.get(id)).toBe(false);
    expect(stage.payments.attended.get('charge-2')).toBe(true);
  });

  it.each([
    ['the invoice', []],
    ['the list', ['back']],
  ] as const)('and is paid late is told as paid on %s too', async (_where, touches) => {
    const stage = new StagedVisit();
    const { id } = await stage.showQr();
    await stage.clock.advance(600_000);
    await stage.touch('back');
    for (const touch of touches) await stage.touch(touch);
    stage.payments.pay(id);
    stage.seeing('paid');
  });
});

describe('giving a charge up', () => {
  it('with back takes it back and shows the invoice', async () => {
    const stage = new StagedVisit();
    const { id } = await stage.showQr();
    stage.payments.hold();
    await stage.touch('back');
    expect(stage.screen()).toEqual({ name: 'cancelling-pix' });
    stage.payments.release();
    await stage.clock.advance(0);
    stage.seeing('invoice');
    expect(stage.payments.cancelled).toEqual([id]);
    await stage.touch('pay-pix');
    expect(stage.seeing('pix').qr.path).toBe('br-code-of-charge-2');
  });

  it('with leave takes it back and goes home', async () => {
    const stage = new StagedVisit();
    const { id } = await stage.showQr();
    await stage.touch('leave');
    stage.seeing('attract');
    expect(stage.payments.cancelled).toEqual([id]);
    expect(stage.diary.ended.get('visit-1')).toBe('left');
  });

  it('goes home after all when the customer leaves while it is taken back', async () => {
    const stage = new StagedVisit();
    await stage.showQr();
    stage.payments.hold();
    await stage.touch('back');
    await stage.touch('leave');
    stage.seeing('cancelling-pix');
    stage.payments.release();
    await stage.clock.advance(0);
    stage.seeing('attract');
  });

  it('forgets an earlier wish to leave', async () => {
    const stage = new StagedVisit();
    await stage.showQr();
    stage.payments.cancelOutcome = 'unknown';
    await stage.touch('leave');
    stage.seeing('problem');
    stage.payments.cancelOutcome = 'cancelled';
    await stage.touch('retry');
    stage.seeing('attract');
  });

  it('is told when it cannot be confirmed, and may be tried again', async () => {
    const stage = new StagedVisit();
    await stage.showQr();
    stage.payments.cancelOutcome = 'unknown';
    await stage.touch('back');
    expect(stage.screen()).toEqual({
      name: 'problem',
      problem: 'pix-cancel-unconfirmed',
      code: 'PIX-CANCEL-UNCONFIRMED',
      canRetry: true,
      canGoBack: false,
    });
    await stage.touch('retry');
    stage.seeing('problem');
    stage.payments.cancelOutcome = 'cancelled';
    await stage.touch('retry');
    stage.seeing('invoice');
  });

  it('leaves a charge that could not be taken back to its watcher', async () => {
    const stage = new StagedVisit();
    const { id } = await stage.showQr();
    stage.payments.cancelOutcome = 'unknown';
    await stage.touch('leave');
    expect(stage.payments.attended.get(id)).toBe(true);
    await stage.touch('leave');
    stage.seeing('attract');
    expect(stage.payments.attended.get(id)).toBe(false);
  });

  it('says paid when the payer was quicker', async () => {
    const stage = new StagedVisit();
    await stage.showQr();
    stage.payments.cancelOutcome = 'paid';
    await stage.touch('leave');
    stage.seeing('paid');
    await stage.touch('done');
    expect(stage.seeing('thanks').paid).toBe(true);
  });

  it('says paid when the payment comes to light after the cancelling failed', async () => {
    const stage = new StagedVisit();
    const { id } = await stage.showQr();
    stage.payments.cancelOutcome = 'unknown';
    await stage.touch('back');
    stage.payments.pay(id);
    stage.seeing('paid');
  });

  it('never says paid of a charge that is not on record as paid', async () => {
    const stage = new StagedVisit();
    const { id } = await stage.showQr();
    stage.payments.cancelOutcome = 'unknown';
    await stage.touch('back');
    stage.payments.become(id, { state: 'EXPIRED' });
    stage.payments.cancelAnswer = 'paid';
    await stage.touch('retry');
    expect(stage.screen()).toMatchObject({ name: 'problem', problem: 'pix-cancel-unconfirmed' });
    expect(stage.views.some(({ screen }) => screen.name === 'paid')).toBe(false);
  });
});

describe('a payment of another amount', () => {
  it.each([
    ['while the QR is shown', async () => undefined],
    ['after the countdown', (stage: StagedVisit) => stage.clock.advance(600_000)],
  ] as const)('is told as a matter for a person, %s', async (_when, before) => {
    const stage = new StagedVisit();
    const { id } = await stage.showQr();
    await before(stage);
    stage.payments.become(id, { state: 'REFUND_DUE' });
    expect(stage.screen()).toEqual({
      name: 'problem',
      problem: 'payment-mismatch',
      code: 'CHARGE-WRONG-AMOUNT',
      canRetry: false,
      canGoBack: false,
      protocol: { number: 'TXID-CHARG', paper: { state: 'none' } },
    });
    await stage.touch('leave');
    stage.seeing('attract');
  });

  it('is told when it comes to light while the charge is taken back', async () => {
    const stage = new StagedVisit();
    await stage.showQr();
    stage.payments.cancelOutcome = 'refund-due';
    await stage.touch('back');
    expect(stage.screen()).toMatchObject({ name: 'problem', problem: 'payment-mismatch' });
  });

  it('is told when it comes to light after the cancelling failed', async () => {
    const stage = new StagedVisit();
    const { id } = await stage.showQr();
    stage.payments.cancelOutcome = 'unknown';
    await stage.touch('back');
    stage.payments.become(id, { state: 'REFUND_DUE' });
    expect(stage.screen()).toMatchObject({ name: 'problem', problem: 'payment-mismatch' });
  });
});

describe('the paid screen', () => {
  it.each([
    ['processing', 'processing'],
    ['done', 'done'],
    ['closed-by-hand', 'done'],
    ['for-person', 'by-hand'],
    ['refund-due', 'by-hand'],
  ] as const)('says where the write-off stands (%s)', async (settlement, writeOff) => {
    const stage = new StagedVisit();
    const { id } = await stage.showQr();
    stage.payments.pay(id);
    stage.attendance.tell({ type: 'settlement-changed', chargeId: id, settlement, byInvoice: new Map() });
    const paid = stage.seeing('paid');
    expect(paid.writeOff).toBe(writeOff);
    expect(paid.protocol).toBe(writeOff === 'by-hand' ? 'TXID-CHARG' : undefined);
  });

  it.each([
    { state: 'printing' },
    { state: 'printed' },
    { state: 'waiting', trouble: 'no-paper' },
    { state: 'uncertain' },
    { state: 'none' },
  ] as const)('shows that the receipt is $state', async (receipt) => {
    const stage = new StagedVisit();
    const { id } = await stage.showQr();
    stage.payments.pay(id);
    stage.attendance.tell({ type: 'receipt-changed', chargeId: id, receipt });
    expect(stage.seeing('paid').receipt).toEqual(receipt);
  });

  it('makes room by itself after 45 seconds, with thanks, and without a warning', async () => {
    const stage = new StagedVisit();
    const { id } = await stage.showQr();
    stage.payments.pay(id);
    await stage.clock.advance(44_999);
    stage.seeing('paid');
    await stage.clock.advance(1);
    stage.seeing('thanks');
    expect(stage.views.some(({ idleWarning }) => idleWarning !== undefined)).toBe(false);
    await stage.clock.advance(8_000);
    stage.seeing('attract');
  });

  it('is left with thanks', async () => {
    const stage = new StagedVisit();
    const { id } = await stage.showQr();
    stage.payments.pay(id);
    await stage.touch('leave');
    expect(stage.seeing('thanks').paid).toBe(true);
  });
});

describe('the thanks', () => {
  it('count down from their beginning, whatever is drawn again meanwhile', async () => {
    const stage = new StagedVisit();
    const { id } = await stage.showQr();
    stage.payments.pay(id);
    await stage.touch('done');
    await stage.clock.advance(3_000);
    stage.attendance.tell({ type: 'receipt-changed', chargeId: id, receipt: { state: 'printed' } });
    expect(stage.views.at(-1)?.screen).toEqual({
      name: 'thanks',
      paid: true,
      countdown: { totalMs: 8_000, remainingMs: 5_000 },
    });
  });

  it.each(['done', 'start', 'leave'] as const)('end early with %s', async (intent) => {
    const stage = new StagedVisit();
    const { id } = await stage.showQr();
    stage.payments.pay(id);
    await stage.touch('done');
    await stage.touch(intent);
    stage.seeing('attract');
    expect(stage.diary.ended.get('visit-1')).toBe('completed');
  });
});
