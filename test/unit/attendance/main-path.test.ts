import { describe, expect, it } from 'vitest';
import { invoiceOf, joao, maria } from './people.ts';
import { StagedVisit } from './staged-visit.ts';

describe('the main path', () => {
  it('goes from the first touch to the receipt and home, screen by screen', async () => {
    const stage = new StagedVisit();
    expect(stage.screen()).toEqual({ name: 'attract', notices: [], timeZone: 'America/Sao_Paulo' });
    expect(stage.attendance.isFree()).toBe(true);

    await stage.touch('start');
    expect(stage.attendance.isFree()).toBe(false);
    expect(stage.seeing('document')).toMatchObject({ entry: '', kind: 'unknown', canSubmit: false });

    await stage.type(maria.document);
    expect(stage.seeing('document')).toMatchObject({ entry: '529.982.247-25', kind: 'cpf', canSubmit: true });

    await stage.touch('submit');
    const invoices = stage.seeing('invoices');
    expect(invoices).toMatchObject({ customerName: 'Maria S.', canGoBack: false, busy: false });
    expect(invoices.invoices.map(({ id, overdue, dueCents }) => ({ id, overdue, dueCents }))).toEqual([
      { id: 'F-101', overdue: false, dueCents: 12_500 },
      { id: 'F-102', overdue: true, dueCents: 12_991 },
    ]);

    await stage.send({ type: 'choose-invoice', invoiceId: 'F-101' });
    expect(stage.seeing('invoice')).toMatchObject({
      invoice: { id: 'F-101' },
      pix: { offered: true },
      slip: { offered: true },
    });

    await stage.touch('pay-pix');
    expect(stage.seeing('pix')).toMatchObject({
      amountCents: 12_500,
      qr: { path: 'br-code-of-charge-1' },
      payeeName: 'REDE HORIZONTE',
      countdown: { totalMs: 600_000, remainingMs: 600_000 },
      connectionTrouble: false,
      confirmedByErp: false,
    });

    stage.payments.pay('charge-1');
    expect(stage.seeing('paid')).toMatchObject({
      amountCents: 12_500,
      receipt: { state: 'none' },
      writeOff: 'processing',
    });
    stage.attendance.tell({ type: 'receipt-changed', chargeId: 'charge-1', receipt: { state: 'printing' } });
    stage.attendance.tell({
      type: 'settlement-changed',
      chargeId: 'charge-1',
      settlement: 'done',
      byInvoice: new Map(),
    });
    expect(stage.seeing('paid')).toMatchObject({ receipt: { state: 'printing' }, writeOff: 'done' });

    await stage.touch('done');
    expect(stage.seeing('thanks')).toMatchObject({
      paid: true,
      countdown: { totalMs: 8_000, remainingMs: 8_000 },
    });

    await stage.clock.advance(8_000);
    expect(stage.screen()).toEqual({ name: 'attract', notices: [], timeZone: 'America/Sao_Paulo' });
    expect(stage.diary.entries).toEqual([
      'visit-1 visit-started',
      'visit-1 customer-identified',
      'visit-1 invoice-opened',
      'visit-1 visit-ended completed',
    ]);
    expect(stage.payments.orders).toMatchObject([{ visitId: 'visit-1', document: maria.document }]);
  });

  it('draws a wait as the screen it came from, busy, and takes no second submit meanwhile', async () => {
    const stage = new StagedVisit();
    stage.directory.hold();
    await stage.identify(maria);
    expect(stage.seeing('document').busy).toBe(true);
    await stage.touch('submit');
    await stage.type('9');
    expect(stage.directory.asked).toEqual(['customer']);
    expect(stage.seeing('document').entry).toBe('529.982.247-25');
    stage.directory.release();
    await stage.clock.advance(0);
    expect(stage.directory.asked).toEqual(['customer', 'contracts', 'invoices all']);
    stage.seeing('invoices');
  });

  it('opens one visit and makes one charge however often a button is touched', async () => {
    const stage = new StagedVisit();
    const { screenKey } = stage.view();
    stage.attendance.handle({ screenKey, intent: { type: 'start' } });
    stage.attendance.handle({ screenKey, intent: { type: 'start' } });
    await stage.clock.advance(0);
    expect(stage.diary.entries).toEqual(['visit-1 visit-started']);

    await stage.type(maria.document);
    await stage.touch('submit');
    await stage.send({ type: 'choose-invoice', invoiceId: 'F-101' });
    const invoiceKey = stage.view().screenKey;
    for (let touch = 0; touch < 3; touch += 1) {
      stage.attendance.handle({ screenKey: invoiceKey, intent: { type: 'pay-pix' } });
      stage.attendance.handle({ screenKey: stage.view().screenKey, intent: { type: 'pay-pix' } });
    }
    await stage.clock.advance(0);
    expect(stage.payments.orders).toHaveLength(1);
  });

  it('ignores a touch that was made on an earlier screen', async () => {
    const stage = new StagedVisit();
    await stage.touch('start');
    const documentKey = stage.view().screenKey;
    await stage.type(maria.document);
    await stage.touch('submit');
    await stage.send({ type: 'leave' }, documentKey);
    stage.seeing('invoices');
    await stage.send({ type: 'choose-invoice', invoiceId: 'F-101' });
    const firstInvoiceKey = stage.view().screenKey;
    await stage.touch('back');
    await stage.send({ type: 'choose-invoice', invoiceId: 'F-102' });
    await stage.send({ type: 'pay-pix' }, firstInvoiceKey);
    expect(stage.payments.orders).toEqual([]);
    expect(stage.seeing('invoice').invoice.id).toBe('F-102');
  });

  it('gives the next customer a screen key of their own for the same screen', async () => {
    const stage = new StagedVisit();
    await stage.touch('start');
    const { screenKey } = stage.view();
    await stage.touch('leave');
    await stage.touch('start');
    await stage.send({ type: 'key', key: '5' }, screenKey);
    expect(stage.seeing('document').entry).toBe('');
  });
});

describe('contracts and invoices', () => {
  it('lets a customer with several contracts choose one, and choose again', async () => {
    const stage = new StagedVisit();
    await stage.identify(joao);
    expect(stage.seeing('contracts')).toEqual({
      name: 'contracts',
      customerName: 'Joao P.',
      contracts: [
        { id: 'K-1', label: 'Rua das Flores, 10' },
        { id: 'K-2', label: 'Avenida do Sol, 20' },
      ],
      canGoBack: false,
    });
    await stage.send({ type: 'choose-contract', contractId: 'K-2' });
    expect(stage.seeing('invoices')).toMatchObject({ contractLabel: 'Avenida do Sol, 20', canGoBack: true });
    expect(stage.seeing('invoices').invoices.map(({ id }) => id)).toEqual(['G-202']);
    await stage.touch('back');
    await stage.send({ type: 'choose-contract', contractId: 'K-1' });
    expect(stage.seeing('invoices').invoices.map(({ id }) => id)).toEqual(['G-201']);
  });

  it('shows no invoice of another contract while the chosen one is being read', async () => {
    const stage = new StagedVisit();
    await stage.identify(joao);
    stage.directory.hold();
    await stage.send({ type: 'choose-contract', contractId: 'K-2' });
    expect(stage.seeing('invoices')).toMatchObject({ busy: true, invoices: [] });
  });

  it.each(['K-9', ''])('takes no contract that was not offered (%j)', async (contractId) => {
    const stage = new StagedVisit();
    await stage.identify(joao);
    await stage.send({ type: 'choose-contract', contractId });
    stage.seeing('contracts');
  });

  it('takes no invoice of somebody else', async () => {
    const stage = new StagedVisit();
    await stage.identify(maria);
    await stage.send({ type: 'choose-invoice', invoiceId: 'G-201' });
    stage.seeing('invoices');
  });

  it('skips the choice of one contract, or of none', async () => {
    const stage = new StagedVisit();
    stage.directory.know({ ...maria, contracts: [{ id: 'K-1', label: 'Rua das Flores, 10' }] });
    await stage.identify(maria);
    expect(stage.seeing('invoices')).not.toHaveProperty('contractLabel');
    await stage.touch('back');
    expect(stage.seeing('invoices').canGoBack).toBe(false);
  });

  it('takes the refusal of an ERP without contracts for one list', async () => {
    const stage = new StagedVisit();
    stage.directory.contractsFailure = { kind: 'refused', status: 404, detail: '' };
    await stage.identify(joao);
    expect(stage.seeing('invoices').invoices).toHaveLength(2);
  });

  it('says so when nothing is open', async () => {
    const stage = new StagedVisit();
    stage.directory.know({ ...maria, invoices: [] });
    await stage.identify(maria);
    expect(stage.seeing('invoices').invoices).toEqual([]);
  });

  it('shows 200 invoices and opens the last', async () => {
    const stage = new StagedVisit();
    const invoices = Array.from({ length: 200 }, (_, index) => invoiceOf(`F-${index}`));
    stage.directory.know({ ...maria, invoices });
    await stage.identify(maria);
    expect(stage.seeing('invoices').invoices).toHaveLength(200);
    await stage.send({ type: 'choose-invoice', invoiceId: 'F-199' });
    expect(stage.seeing('invoice').invoice.id).toBe('F-199');
  });

  it('never draws more of a customer than a masked name', async () => {
    const stage = new StagedVisit();
    await stage.identify(maria);
    expect(stage.drawn()).not.toContain('Aparecida');
    expect(stage.drawn()).not.toContain(maria.document);
    await stage.send({ type: 'choose-invoice', invoiceId: 'F-101' });
    expect(stage.drawn()).not.toContain('Aparecida');
  });
});

describe('what an invoice offers', () => {
  async function offersOf(
    change: Parameters<typeof invoiceOf>[1],
    prepare: (stage: StagedVisit) => void = () => undefined,
  ) {
    const stage = new StagedVisit();
    stage.directory.know({ ...maria, invoices: [invoiceOf('F-101', change)] });
    prepare(stage);
    await stage.openInvoice();
    const { pix, slip } = stage.seeing('invoice');
    return { pix, slip, stage };
  }

  it('is PIX alone when the typed line is broken', async () => {
    const { pix, slip, stage } = await offersOf({ slip: { sound: false, problem: 'wrong-check-digit' } });
    expect(pix).toEqual({ offered: true });
    expect(slip).toEqual({ offered: false, reason: 'no-sound-line' });
    await stage.touch('print-slip');
    expect(stage.paper.requests).toEqual([]);
    stage.seeing('invoice');
  });

  it('is paper alone when there is nothing to pay', async () => {
    const { pix, slip, stage } = await offersOf({ dueCents: 0 });
    expect(pix).toEqual({ offered: false, reason: 'nothing-to-pay' });
    expect(slip).toEqual({ offered: true });
    await stage.touch('pay-pix');
    expect(stage.payments.orders).toEqual([]);
  });

  it('is paper alone when no account collects it', async () => {
    const { pix } = await offersOf({}, (stage) => {
      stage.payments.chargeable = false;
    });
    expect(pix).toEqual({ offered: false, reason: 'not-configured' });
  });

  it.each([
    ['none', { offered: false, reason: 'not-configured' }],
    ['no-paper', { offered: false, reason: 'printer' }],
    ['cover-open', { offered: false, reason: 'printer' }],
    ['offline', { offered: false, reason: 'printer' }],
    ['error', { offered: false, reason: 'printer' }],
    ['near-end', { offered: true }],
    ['ok', { offered: true }],
    [undefined, { offered: true }],
  ] as const)('with a printer that is %s', async (printer, expected) => {
    const { slip } = await offersOf({}, (stage) => {
      stage.paper.printer = printer;
    });
    expect(slip).toEqual(expected);
  });

  it('follows the printer while the customer looks', async () => {
    const { stage } = await offersOf({});
    const { screenKey } = stage.view();
    stage.paper.printer = 'cover-open';
    stage.attendance.redraw();
    expect(stage.views.at(-1)).toMatchObject({
      screenKey,
      screen: { slip: { offered: false, reason: 'printer' } },
    });
    await stage.touch('print-slip');
    expect(stage.paper.requests).toEqual([]);
  });

  it('tells on the attract screen that the printer is in trouble', () => {
    const stage = new StagedVisit();
    stage.paper.printer = 'no-paper';
    stage.attendance.redraw();
    expect(stage.views.at(-1)?.screen).toEqual({
      name: 'attract',
      notices: ['printer-unavailable'],
      timeZone: 'America/Sao_Paulo',
    });
  });
});
