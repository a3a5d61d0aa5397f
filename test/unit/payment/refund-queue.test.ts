import { describe, expect, it } from 'vitest';
import type { RefundReason } from '../../../src-main/domain/refund.ts';
import type { RemoteFailure } from '../../../src-main/domain/remote-failure.ts';
import { failure, type Result, success } from '../../../src-main/domain/result.ts';
import { auditMoney } from '../../../src-main/payment/audit-report.ts';
import { createPaymentRecords } from '../../../src-main/payment/payment-records.ts';
import type { PixRefunds, RefundLook } from '../../../src-main/payment/pix-provider.ts';
import { RefundQueue } from '../../../src-main/payment/refund-queue.ts';
import type { Database } from '../../../src-main/storage/database.ts';
import { ManualClock } from '../../support/manual-clock.ts';
import { openTemporaryDatabase } from '../storage/temporary-database.ts';
import { awaiting, openTill, paid, payment, unreachable } from './till.ts';

const hour = 3_600_000;
const refused: RemoteFailure = { kind: 'refused', status: 403, detail: 'no scope pix.write' };
const noAnswer: RemoteFailure = { kind: 'no-answer', detail: 'time-out' };

/** The refunds of a PSP in memory: one for each id, whatever it is asked how often. */
class FakeRefunds implements PixRefunds {
  readonly known = new Map<
    string,
    { readonly endToEndId: string; readonly cents: number; look: RefundLook }
  >();
  requests = 0;
  reads = 0;
  /** What becomes of a new one. */
  first: RefundLook = { status: 'refunded' };
  trouble: RemoteFailure | undefined;
  readTrouble: RemoteFailure | undefined;
  /** Whether a request takes effect although its answer is lost. */
  actsInTrouble = false;

  async request(endToEndId: string, id: string, cents: number): Promise<Result<RefundLook, RemoteFailure>> {
    this.requests += 1;
    await Promise.resolve();
    if (this.trouble && !this.actsInTrouble) return failure(this.trouble);
    const known = this.known.get(id) ?? { endToEndId, cents, look: this.first };
    this.known.set(id, known);
    return this.trouble ? failure(this.trouble) : success(known.look);
  }

  async read(
    _endToEndId: string,
    id: string,
  ): Promise<Result<RefundLook | { readonly status: 'absent' }, RemoteFailure>> {
    this.reads += 1;
    await Promise.resolve();
    if (this.readTrouble) return failure(this.readTrouble);
    return success(this.known.get(id)?.look ?? { status: 'absent' });
  }

  /** What payers have back, by the PIX that it came out of. */
  returned(): Record<string, number> {
    const sums: Record<string, number> = {};
    for (const { endToEndId, cents, look } of this.known.values()) {
      if (look.status !== 'not-done') sums[endToEndId] = (sums[endToEndId] ?? 0) + cents;
    }
    return sums;
  }
}

interface Options {
  readonly automatic?: boolean;
  readonly psp?: FakeRefunds;
  readonly database?: Database;
  readonly account?: 'missing';
}

function openRefunds(options: Options = {}) {
  const { automatic = false, psp = new FakeRefunds(), database = openTemporaryDatabase() } = options;
  const till = openTill({ database, clock: new ManualClock(), refundLate: automatic });
  const queue = new RefundQueue({
    refunds: till.refunds,
    findRefunds: () => (options.account === 'missing' ? undefined : psp),
    automatic,
    raiseAlarm: till.raiseAlarm,
    clock: till.clock,
    log: till.log,
    random: () => 0.5,
  });
  const records = createPaymentRecords({
    ...till,
    hasErp: () => true,
    tryNow: () => undefined,
    canRefund: () => options.account !== 'missing',
    send: (refund) => queue.send(refund),
  });
  return {
    ...till,
    psp,
    queue,
    records,
    /** A payment of another amount: the whole charge is due to go back. */
    wrong: () => till.journal.markPaid(awaiting(till.journal), [payment(12_000)]),
    states: (chargeId: string) => till.refunds.listOf({ chargeId }).map(({ state }) => state),
  };
}

const e2e = payment().endToEndId ?? '';

describe('by hand', () => {
  it('nothing goes back before a person says so', async () => {
    const desk = openRefunds();
    const charge = desk.wrong();
    desk.queue.noticeDue();
    desk.queue.resume();
    await desk.clock.advance(hour);
    expect(desk.psp.requests).toBe(0);
    expect(desk.records.listWriteOffItems().items).toMatchObject([
      { id: charge.id, state: 'REFUND_DUE', amountCents: 12_000, refund: 'possible' },
    ]);
  });

  it('it goes back whole, once, and the charge is REFUNDED', async () => {
    const desk = openRefunds();
    const charge = desk.wrong();
    expect(desk.records.refundPix(charge.id)).toBe('done');
    await desk.clock.advance(0);
    expect(desk.psp.returned()).toEqual({ [e2e]: 12_000 });
    expect(desk.journal.find(charge.id)?.state).toBe('REFUNDED');
    expect(desk.events().at(-1)).toBe('refund-done');
    expect(desk.records.listWriteOffItems().items).toEqual([]);
    expect(desk.records.refundPix(charge.id)).toBe('gone');
    expect(desk.clock.pending).toBe(0);
  });

  it('an impatient finger sends it once', async () => {
    const desk = openRefunds();
    const charge = desk.wrong();
    expect([desk.records.refundPix(charge.id), desk.records.refundPix(charge.id)]).toEqual(['done', 'gone']);
    await desk.clock.advance(0);
    expect(desk.psp.known.size).toBe(1);
  });

  it('of a write-off that was settled elsewhere only its own invoice’s part goes back', async () => {
    const desk = openRefunds();
    const charge = paid(desk.journal, {
      amountCents: 15_000,
      invoices: [
        { invoiceId: '1', amountCents: 10_000, description: 'a', dueDate: '2026-12-11' },
        { invoiceId: '2', amountCents: 5_000, description: 'b', dueDate: '2026-12-11' },
      ],
    });
    const second = desk.writeOffs.listOf(charge.id)[1];
    if (!second) throw new Error('no second write-off');
    desk.writeOffs.markManual(second, 'REFUND_DUE', 'WRITE-OFF-SETTLED-ELSEWHERE', 'gone');
    expect(desk.records.refundPix(second.id)).toBe('done');
    await desk.clock.advance(0);
    expect(desk.psp.returned()).toEqual({ [e2e]: 5_000 });
    expect(desk.writeOffs.find(second.id)?.state).toBe('REFUNDED');
    expect(desk.journal.find(charge.id)?.state).toBe('PAID');
  });

  it('a person may send back what came late', async () => {
    const desk = openRefunds();
    const charge = desk.journal.markPaid(desk.journal.markExpired(awaiting(desk.journal)), [payment()]);
    const [writeOff] = desk.writeOffs.listOf(charge.id);
    expect(writeOff?.state).toBe('MANUAL');
    expect(desk.records.refundPix(writeOff?.id ?? '')).toBe('done');
    await desk.clock.advance(0);
    expect(desk.psp.returned()).toEqual({ [e2e]: 9_990 });
    expect(desk.writeOffs.listOf(charge.id)).toMatchObject([{ state: 'REFUNDED' }]);
  });

  it('a second payment goes back by its own id, and the first stays', async () => {
    const desk = openRefunds();
    const charge = desk.journal.markPaid(awaiting(desk.journal), [payment(9_990, 1), payment(9_990, 2)]);
    const [item] = desk.records.listWriteOffItems().items.filter(({ detail }) => detail === 'paid twice');
    expect(item).toMatchObject({ state: 'REFUND_DUE', amountCents: 9_990, refund: 'possible' });
    expect(desk.records.refundPix(item?.id ?? '')).toBe('done');
    await desk.clock.advance(0);
    expect(desk.psp.returned()).toEqual({ [payment(9_990, 2).endToEndId ?? '']: 9_990 });
    expect(desk.journal.find(charge.id)?.state).toBe('PAID');
    expect(desk.records.refundPix(item?.id ?? '')).toBe('gone');
  });

  it('closed otherwise it is never sent, and what is on its way cannot be closed', async () => {
    const desk = openRefunds();
    const closed = desk.wrong();
    expect(desk.records.settleWriteOff(closed.id, 'devolvido no caixa')).toBe('done');
    expect(desk.records.refundPix(closed.id)).toBe('failed');
    desk.psp.trouble = noAnswer;
    const sent = desk.journal.markPaid(
      awaiting(desk.journal, {
        invoices: [{ invoiceId: '7', amountCents: 9_990, description: '', dueDate: '2026-12-11' }],
      }),
      [payment(1, 3)],
    );
    desk.records.refundPix(sent.id);
    await desk.clock.advance(0);
    expect(desk.records.settleWriteOff(sent.id, 'devolvido no caixa')).toBe('failed');
    expect(desk.psp.returned()).toEqual({});
  });

  it('an account that cannot be asked leaves it to the bank’s own app', () => {
    const desk = openRefunds({ account: 'missing' });
    const charge = desk.wrong();
    expect(desk.records.refundPix(charge.id)).toBe('failed');
    expect(desk.records.listWriteOffItems().items[0]).not.toHaveProperty('refund');
  });
});

describe('automatic', () => {
  it.each<RefundReason>(['wrong-amount', 'paid-twice', 'settled-elsewhere', 'late'])(
    'what is due goes back at once: %s',
    async (reason) => {
      const desk = openRefunds({ automatic: true });
      makeDue(desk, reason);
      desk.queue.noticeDue();
      await desk.clock.advance(0);
      expect(Object.keys(desk.psp.returned())).toHaveLength(1);
      expect(desk.refunds.listOpen()).toEqual([]);
    },
  );

  it('also what an earlier run left due', async () => {
    const first = openRefunds({ automatic: true });
    const charge = first.wrong();
    const second = openRefunds({ automatic: true, database: first.database });
    second.queue.resume();
    await second.clock.advance(0);
    expect(second.journal.find(charge.id)?.state).toBe('REFUNDED');
  });
});

function makeDue(desk: ReturnType<typeof openRefunds>, reason: RefundReason): void {
  switch (reason) {
    case 'wrong-amount':
      desk.wrong();
      break;
    case 'paid-twice':
      desk.journal.markPaid(awaiting(desk.journal), [payment(9_990, 1), payment(9_990, 2)]);
      break;
    case 'settled-elsewhere': {
      const [writeOff] = desk.writeOffs.listOf(paid(desk.journal).id);
      if (writeOff) desk.writeOffs.markManual(writeOff, 'REFUND_DUE', 'WRITE-OFF-SETTLED-ELSEWHERE', 'gone');
      break;
    }
    case 'late':
      desk.journal.markPaid(desk.journal.markExpired(awaiting(desk.journal)), [payment()]);
  }
}

describe('a lost answer', () => {
  it.each([
    ['although the PSP acted', true],
    ['and the PSP never heard of it', false],
  ])('%s: the money goes back once, under the same id', async (_name, acted) => {
    const desk = openRefunds();
    const charge = desk.wrong();
    desk.psp.trouble = noAnswer;
    desk.psp.actsInTrouble = acted;
    desk.records.refundPix(charge.id);
    await desk.clock.advance(0);
    expect(desk.states(charge.id)).toEqual(['REQUESTED']);
    desk.psp.trouble = undefined;
    await desk.clock.advance(hour);
    expect(desk.psp.returned()).toEqual({ [e2e]: 12_000 });
    expect(desk.psp.known.size).toBe(1);
    expect(desk.journal.find(charge.id)?.state).toBe('REFUNDED');
  });

  it('is not followed by another request while the PSP cannot be asked', async () => {
    const desk = openRefunds();
    const charge = desk.wrong();
    desk.psp.trouble = noAnswer;
    desk.records.refundPix(charge.id);
    await desk.clock.advance(0);
    desk.psp.readTrouble = unreachable;
    await desk.clock.advance(24 * hour);
    expect(desk.psp.requests).toBe(1);
    expect(desk.states(charge.id)).toEqual(['REQUESTED']);
    await desk.queue.stop();
    expect(desk.clock.pending).toBe(0);
  });

  it('is asked for after a power cut, before anything is sent again', async () => {
    const first = openRefunds();
    const charge = first.wrong();
    first.psp.trouble = noAnswer;
    first.psp.actsInTrouble = true;
    first.records.refundPix(charge.id);
    await first.clock.advance(0);
    first.psp.trouble = undefined;
    const second = openRefunds({ database: first.database, psp: first.psp });
    second.queue.resume();
    await second.clock.advance(0);
    expect(second.psp.requests).toBe(1);
    expect(second.journal.find(charge.id)?.state).toBe('REFUNDED');
  });
});

it('found anew by a database from before it, the same money goes back once', async () => {
  const first = openRefunds();
  const charge = first.wrong();
  first.records.refundPix(charge.id);
  await first.clock.advance(0);
  // A backup from before the payment.
  first.database.run('DELETE FROM refunds');
  first.database.run('DELETE FROM charge_payments');
  first.database.run(`UPDATE charges SET state = 'AWAITING', paid_cents = NULL, paid_at = NULL`);
  const restored = openRefunds({ psp: first.psp, automatic: true, database: first.database });
  const shown = restored.journal.find(charge.id);
  if (!shown) throw new Error('the charge is gone');
  restored.journal.markPaid(shown, [payment(12_000)]);
  restored.queue.noticeDue();
  await restored.clock.advance(0);
  expect(restored.journal.find(charge.id)?.state).toBe('REFUNDED');
  expect(first.psp.returned()).toEqual({ [e2e]: 12_000 });
});

it('one of several that a person closed while it waited its turn is let alone', async () => {
  const desk = openRefunds({ automatic: true });
  const charge = desk.wrong();
  desk.queue.noticeDue();
  expect(desk.records.settleWriteOff(charge.id, 'devolvido no caixa')).toBe('done');
  await desk.clock.advance(24 * hour);
  expect(desk.psp.requests).toBe(0);
  expect(desk.log.codes).not.toContain('REFUND-STEP-FAILED');
  expect(desk.clock.pending).toBe(0);
});

it('of two payments that came late each goes back out of its own PIX, however the PSP lists them', async () => {
  const desk = openRefunds({ automatic: true });
  const payments = [payment(9_990, 2), payment(9_990, 1)];
  desk.journal.markPaid(desk.journal.markExpired(awaiting(desk.journal)), payments);
  desk.queue.noticeDue();
  await desk.clock.advance(0);
  expect(desk.psp.returned()).toEqual(
    Object.fromEntries(payments.map(({ endToEndId, amountCents }) => [endToEndId, amountCents])),
  );
});

describe('an account that may not', () => {
  it('do anything about refunds: FAILED, so that a person can close it', async () => {
    const desk = openRefunds();
    const charge = desk.wrong();
    desk.psp.trouble = refused;
    desk.psp.readTrouble = refused;
    desk.records.refundPix(charge.id);
    await desk.clock.advance(0);
    expect(desk.states(charge.id)).toEqual(['FAILED']);
    expect(desk.records.settleWriteOff(charge.id, 'devolvido no caixa')).toBe('done');
  });

  it('read refunds, but ask for them: the money goes back', async () => {
    const desk = openRefunds();
    const charge = desk.wrong();
    desk.psp.readTrouble = refused;
    desk.records.refundPix(charge.id);
    await desk.clock.advance(0);
    expect(desk.journal.find(charge.id)?.state).toBe('REFUNDED');
    expect(desk.psp.requests).toBe(1);
  });
});

describe('the PSP', () => {
  it('that takes its time is looked at until it is done', async () => {
    const desk = openRefunds();
    const charge = desk.wrong();
    desk.psp.first = { status: 'processing' };
    desk.records.refundPix(charge.id);
    await desk.clock.advance(hour);
    expect(desk.states(charge.id)).toEqual(['PROCESSING']);
    expect(desk.records.listWriteOffItems().items).toMatchObject([{ refund: 'under-way' }]);
    for (const known of desk.psp.known.values()) known.look = { status: 'refunded' };
    await desk.clock.advance(2 * hour);
    expect(desk.psp.requests).toBe(1);
    expect(desk.journal.find(charge.id)?.state).toBe('REFUNDED');
  });

  it('that says no: FAILED, an alarm, and a person may try again under another id', async () => {
    const desk = openRefunds();
    const charge = desk.wrong();
    desk.psp.first = { status: 'not-done', reason: 'saldo' };
    desk.records.refundPix(charge.id);
    await desk.clock.advance(0);
    expect(desk.states(charge.id)).toEqual(['FAILED']);
    expect(desk.alarms()).toContainEqual({ code: 'REFUND-FAILED', chargeId: charge.id });
    expect(desk.records.listWriteOffItems().items).toMatchObject([{ refund: 'failed' }]);
    desk.psp.first = { status: 'refunded' };
    expect(desk.records.refundPix(charge.id)).toBe('done');
    await desk.clock.advance(0);
    expect(desk.psp.known.size).toBe(2);
    expect(desk.psp.returned()).toEqual({ [e2e]: 12_000 });
    expect(desk.journal.find(charge.id)?.state).toBe('REFUNDED');
  });

  it('that refuses the request is asked whether it has it all the same', async () => {
    const desk = openRefunds();
    const charge = desk.wrong();
    desk.psp.trouble = refused;
    desk.psp.actsInTrouble = true;
    desk.records.refundPix(charge.id);
    await desk.clock.advance(0);
    expect(desk.journal.find(charge.id)?.state).toBe('REFUNDED');
  });

  it('that refuses the request and knows nothing of it: FAILED', async () => {
    const desk = openRefunds();
    const charge = desk.wrong();
    desk.psp.trouble = refused;
    desk.records.refundPix(charge.id);
    await desk.clock.advance(0);
    expect(desk.states(charge.id)).toEqual(['FAILED']);
    expect(desk.clock.pending).toBe(0);
  });
});

describe('the books', () => {
  const closing = (desk: ReturnType<typeof openRefunds>) => {
    const steps = auditMoney(desk.database, { day: '2026-11-21', timeZone: 'America/Sao_Paulo' });
    for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value.closing.total;
  };

  it('add up to the centavo around a second payment, sent back or closed by hand', async () => {
    const desk = openRefunds();
    const charge = desk.journal.markPaid(awaiting(desk.journal), [payment(9_990, 1), payment(9_990, 2)]);
    expect(closing(desk)).toMatchObject({ paid: 19_980, pending: 9_990, refundDue: 9_990 });
    const [item] = desk.records.listWriteOffItems().items.filter(({ detail }) => detail === 'paid twice');
    desk.records.refundPix(item?.id ?? '');
    await desk.clock.advance(0);
    expect(closing(desk)).toMatchObject({ paid: 19_980, pending: 9_990, refundDue: 0, refunded: 9_990 });

    desk.journal.addPayments(charge, [payment(9_990, 3)]);
    const [third] = desk.records.listWriteOffItems().items.filter(({ detail }) => detail === 'paid twice');
    expect(desk.records.settleWriteOff(third?.id ?? '', 'devolvido no caixa')).toBe('done');
    expect(closing(desk)).toMatchObject({ refundDue: 0, refunded: 9_990, closedByHand: 9_990 });
  });
});
