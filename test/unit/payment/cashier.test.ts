import { describe, expect, it } from 'vitest';
import { parseBrCode } from '../../../src-main/domain/br-code.ts';
import type { AccountBook, AccountLimits } from '../../../src-main/payment/accounts.ts';
import type { ChargeOrder } from '../../../src-main/payment/charge-order.ts';
import { PaymentGate } from '../../../src-main/payment/payment-gate.ts';
import { ManualClock } from '../../support/manual-clock.ts';
import { openTemporaryDatabase, sickDatabase } from '../storage/temporary-database.ts';
import type { FakeErp } from './fake-erp.ts';
import {
  account,
  both,
  erpCode,
  expirySeconds,
  openCashier,
  staticAccount,
  twoAccounts,
} from './open-cashier.ts';
import {
  customer,
  document,
  erp as erpId,
  invoice,
  invoiceId,
  payment,
  unreachable,
  visitId,
} from './till.ts';

describe('a charge', () => {
  it('is read again, written down, asked for, and handed out with its QR', async () => {
    const desk = openCashier();
    const opened = await desk.charge();
    const [charge] = desk.journal.listLive();
    expect(opened).toEqual({ ok: true, value: { charge, remainingMs: expirySeconds * 1000 } });
    expect(charge).toMatchObject({
      state: 'AWAITING',
      source: 'api-pix',
      accountId: 'principal',
      payeeName: 'PAYEE principal',
      brCode: `QR ${charge?.txid}`,
      amountCents: 9_990,
      document,
      customerErpId: customer.erpId,
      maskedName: 'Maria S.',
    });
    expect(desk.psp.requests).toEqual([charge?.txid]);
    expect(desk.erp.reads).toBe(1);
  });

  it('is REQUESTED on disk before the PSP hears of it', async () => {
    const desk = openCashier();
    const seen: unknown[] = [];
    const request = desk.psp.request.bind(desk.psp);
    desk.psp.request = (charge) => {
      seen.push(desk.journal.find(charge.id)?.state);
      return request(charge);
    };
    await desk.open();
    expect(seen).toEqual(['REQUESTED']);
  });

  it('is watched at once, and its payment is found', async () => {
    const desk = openCashier();
    const charge = await desk.open();
    desk.psp.pay(charge.txid);
    await desk.clock.advance(1_000);
    expect(desk.changes).toMatchObject([{ id: charge.id, state: 'PAID' }]);
  });

  it.each([
    ['cannot be read', 'erp', (erp: FakeErp) => erp.trouble.set('invoices', unreachable)],
    ['is gone', 'invoice-settled', (erp: FakeErp) => erp.open.clear()],
    [
      'has another amount',
      'invoices-changed',
      (erp: FakeErp) => erp.open.set(invoiceId, invoice({ dueCents: 10_100 })),
    ],
  ] as const)('is not made when the invoice %s', async (_name, kind, change) => {
    const desk = openCashier();
    change(desk.erp);
    expect(await desk.charge()).toMatchObject({ ok: false, error: { kind } });
    expect(desk.journal.listLive()).toEqual([]);
    expect(desk.psp.requests).toEqual([]);
    expect(desk.events()).toEqual([]);
  });

  it('tells the amount of today when that is another one', async () => {
    const desk = openCashier();
    const today = invoice({ dueCents: 10_100 });
    desk.erp.open.set(invoiceId, today);
    expect(await desk.charge()).toEqual({
      ok: false,
      error: { kind: 'invoices-changed', changed: [today], settled: [] },
    });
  });

  it('is not made while the disk takes nothing', async () => {
    const desk = openCashier({
      database: sickDatabase(openTemporaryDatabase(), (sql) => sql.includes('INTO charges')),
    });
    await expect(desk.charge()).rejects.toThrow('disk');
    expect(desk.psp.requests).toEqual([]);
  });
});

describe('the account', () => {
  it('is the one that the identifier names', async () => {
    const desk = openCashier();
    const charge = await desk.open(both(desk.erp, { accountKey: 'carteira-1' }));
    expect(charge).toMatchObject({ accountId: 'filial', payeeName: 'PAYEE filial' });
  });

  it('of an identifier that nobody mapped: no charge, and an alarm, once', async () => {
    const desk = openCashier();
    const order = both(desk.erp, { accountKey: 'carteira-9' });
    expect(desk.cashier.offerFor(order.invoices[0])).toBe('offered');
    for (let time = 0; time < 2; time += 1) {
      expect(await desk.charge(order)).toEqual({ ok: false, error: { kind: 'account-missing' } });
    }
    expect(desk.alarms()).toEqual([{ code: 'PIX-ACCOUNT-MISSING', erp: erpId, invoiceId }]);
    expect(desk.journal.listLive()).toEqual([]);
    expect(desk.psp.requests).toEqual([]);
  });

  it.each(['constructor', '__proto__', 'toString'])(
    'is never found by a name like %s',
    async (accountKey) => {
      const desk = openCashier();
      expect(await desk.charge(both(desk.erp, { accountKey }))).toMatchObject({ ok: false });
    },
  );

  it('is needed only when the ERP has no PIX of its own', () => {
    const desk = openCashier({ accounts: { accounts: [], accountByIdentifier: {} } });
    expect(desk.cashier.offerFor(invoice())).toBe('not-configured');
    expect(desk.cashier.offerFor(invoice({ pixCode: erpCode }))).toBe('offered');
    expect(desk.cashier.offerFor(invoice({ pixCode: 'no PIX at all' }))).toBe('not-configured');
  });
});

describe('the limits of an account', () => {
  const limits: AccountLimits = {
    minimumCents: 9_000,
    maximumCents: 10_000,
    hours: [{ days: ['sat'], from: '08:00', to: '18:00' }],
  };
  const accounts: AccountBook = {
    accounts: [{ ...account('principal'), limits }],
    defaultAccount: 'principal',
    accountByIdentifier: {},
  };

  it.each([
    [8_999, 'below-minimum'],
    [9_000, 'offered'],
    [10_000, 'offered'],
    [10_001, 'above-maximum'],
  ])('say of %i cents: %s', (dueCents, offer) => {
    expect(openCashier({ accounts }).cashier.offerFor(invoice({ dueCents }))).toBe(offer);
  });

  it('hold at the terminal’s time of the day', () => {
    const clock = new ManualClock();
    const { cashier } = openCashier({ accounts, clock });
    // A Saturday, 09:00 in São Paulo.
    expect(cashier.offerFor(invoice())).toBe('offered');
    clock.setWallTime(clock.wallTime() + 9 * 3_600_000);
    expect(cashier.offerFor(invoice())).toBe('outside-hours');
  });

  it('are looked at again before charging, with the amount of today', async () => {
    const desk = openCashier({ accounts });
    const order = both(desk.erp, { dueCents: 10_001 });
    expect(await desk.charge(order)).toEqual({
      ok: false,
      error: { kind: 'outside-limits', breach: 'above-maximum' },
    });
    expect(desk.journal.listLive()).toEqual([]);
  });

  it('are no matter of the ERP’s own PIX', () => {
    const { cashier } = openCashier({ accounts });
    expect(cashier.offerFor(invoice({ dueCents: 1, pixCode: erpCode }))).toBe('offered');
  });
});

describe('an account that does not answer', () => {
  it('is not offered, and PIX is unavailable when none does', () => {
    const one = openCashier({ down: ['principal'] }).cashier;
    expect(one.offerFor(invoice())).toBe('unavailable');
    expect(one.offerFor(invoice({ accountKey: 'carteira-1' }))).toBe('offered');
    expect(one.isUnavailable()).toBe(false);
    expect(openCashier({ down: ['principal', 'filial'] }).cashier.isUnavailable()).toBe(true);
  });

  it('is no loss where there is none: the ERP may have PIX of its own', () => {
    const { cashier } = openCashier({ accounts: { accounts: [], accountByIdentifier: {} } });
    expect(cashier.isUnavailable()).toBe(false);
  });
});

it('offers and charges nothing while the gate is shut', async () => {
  const gate = new PaymentGate();
  gate.shut('starting');
  const desk = openCashier({ gate });
  expect(desk.cashier.offerFor(invoice())).toBe('unavailable');
  expect(desk.cashier.isUnavailable()).toBe(true);
  expect(await desk.charge()).toMatchObject({ ok: false, error: { kind: 'pix' } });
  expect(desk.erp.reads).toBe(0);
  gate.open('starting');
  expect(await desk.charge()).toMatchObject({ ok: true });
});

it('asks no PSP once writing the charge down shut the gate', async () => {
  const gate = new PaymentGate();
  // A full disk comes to light by a write, which takes the reserve and so succeeds all the same.
  const database = sickDatabase(openTemporaryDatabase(), (sql) => {
    if (sql.startsWith('UPDATE charges')) gate.shut('disk-full');
    return false;
  });
  const desk = openCashier({ gate, database });
  expect(await desk.charge()).toMatchObject({ ok: false, error: { kind: 'pix' } });
  expect(desk.psp.requests).toEqual([]);
  expect(desk.journal.listLive()).toEqual([]);
});

describe('an account without a PSP to ask', () => {
  const accounts: AccountBook = {
    accounts: [],
    staticAccounts: [staticAccount],
    defaultAccount: 'estatica',
    accountByIdentifier: {},
  };

  it('shows a static code with our own txid, for as long as the ERP may take', async () => {
    const desk = openCashier({ accounts });
    const charge = await desk.open();
    expect(charge).toMatchObject({ source: 'static-pix', accountId: 'estatica', expirySeconds: 900 });
    expect(charge.txid).toMatch(/^[a-zA-Z0-9]{25}$/);
    expect(parseBrCode(charge.brCode ?? '')).toMatchObject({
      ok: true,
      value: { kind: 'static', key: staticAccount.key, amountCents: 9_990, txid: charge.txid },
    });
  });

  it('is paid when the ERP proves it; nothing is written off, and the ERP need not take write-offs', async () => {
    const desk = openCashier({ accounts });
    desk.erp.writesOff = false;
    expect(desk.cashier.offerFor(invoice())).toBe('offered');
    const charge = await desk.open();
    desk.erp.settle(invoiceId);
    await desk.clock.advance(10_000);
    expect(desk.state(charge)).toBe('PAID');
    expect(desk.writeOffs.listOf(charge.id)).toMatchObject([{ state: 'NOT_OURS' }]);
  });

  it('can be left: nobody can take the code back, and the ERP settles what is paid after all', async () => {
    const desk = openCashier({ accounts });
    const charge = await desk.open();
    expect(await desk.cashier.cancel(charge.id)).toBe('cancelled');
  });
});

describe('an ERP that cannot be told of a payment', () => {
  it('is offered its own PIX only', async () => {
    const desk = openCashier();
    desk.erp.writesOff = false;
    expect(desk.cashier.offerFor(invoice())).toBe('not-configured');
    expect(desk.cashier.offerFor(invoice({ pixCode: erpCode }))).toBe('offered');
    expect(await desk.charge(both(desk.erp, {}))).toEqual({ ok: false, error: { kind: 'no-write-off' } });
    expect(desk.psp.requests).toEqual([]);
    expect(desk.journal.listLive()).toEqual([]);
    expect(await desk.charge(both(desk.erp, { pixCode: erpCode }))).toMatchObject({
      ok: true,
      value: { charge: { source: 'erp-pix' } },
    });
  });

  it('gets back the charge that was made before its write-off was switched off', async () => {
    const desk = openCashier();
    const first = await desk.open();
    desk.erp.writesOff = false;
    expect(await desk.charge()).toEqual({ ok: false, error: { kind: 'no-write-off' } });
    expect(desk.journal.find(first.id)).toMatchObject({ state: 'CANCELLED' });
  });
});

describe('a live charge of the invoice', () => {
  it('is handed to the same customer again, with the time that is left', async () => {
    const desk = openCashier();
    const first = await desk.open();
    await desk.clock.advance(100_000);
    const again = await desk.charge();
    expect(again).toEqual({ ok: true, value: { charge: first, remainingMs: 500_000 } });
    expect(desk.psp.requests).toHaveLength(1);
  });

  it('goes with the visit in which it is taken up, so that its receipt and its events do too', async () => {
    const desk = openCashier();
    const first = await desk.open();
    desk.visits.end(visitId, 'timed-out');
    desk.visits.begin('visit-2');
    const again = await desk.open({ visitId: 'visit-2' });
    expect(again).toEqual({ ...first, visitId: 'visit-2' });
    desk.psp.pay(first.txid);
    await desk.clock.advance(1_000);
    expect(desk.journal.find(first.id)).toMatchObject({ state: 'PAID', visitId: 'visit-2' });
  });

  it.each([
    ['its amount is not that of today', { invoices: [invoice({ dueCents: 10_100 })] }],
    ['it is somebody else’s', { document: '11144477735' }],
  ] as readonly (readonly [string, Partial<ChargeOrder>])[])(
    'is taken back first when %s',
    async (_name, order) => {
      const desk = openCashier();
      const first = await desk.open();
      for (const each of order.invoices ?? []) desk.erp.open.set(each.id, each);
      const second = await desk.open(order);
      expect(desk.psp.cancels).toEqual([first.txid]);
      expect(desk.state(first)).toBe('CANCELLED');
      expect(second.txid).not.toBe(first.txid);
      expect(desk.journal.listLive()).toEqual([second]);
    },
  );

  it('is taken back first when too little time is left to open a bank’s app', async () => {
    const desk = openCashier();
    const first = await desk.open();
    await desk.clock.advance(541_000);
    const second = await desk.charge();
    expect(desk.state(first)).toBe('CANCELLED');
    expect(second).toMatchObject({ ok: true, value: { remainingMs: expirySeconds * 1000 } });
  });

  it('that was paid meanwhile is the news: no second charge', async () => {
    const desk = openCashier();
    const first = await desk.open();
    desk.psp.pay(first.txid);
    desk.erp.open.set(invoiceId, invoice({ dueCents: 10_100 }));
    const again = await desk.charge({ invoices: [invoice({ dueCents: 10_100 })] });
    expect(again).toMatchObject({ ok: true, value: { charge: { id: first.id, state: 'PAID' } } });
    expect(desk.psp.requests).toHaveLength(1);
  });

  it('that somebody else paid meanwhile tells this customer no more than that', async () => {
    const desk = openCashier();
    const first = await desk.open();
    desk.psp.pay(first.txid);
    expect(await desk.charge({ document: '11144477735' })).toEqual({
      ok: false,
      error: { kind: 'invoice-settled' },
    });
    expect(desk.journal.find(first.id)).toMatchObject({ state: 'PAID', visitId });
  });

  it('that cannot be taken back for certain stands in the way of a second one', async () => {
    const desk = openCashier();
    const first = await desk.open();
    desk.psp.cancelTrouble = unreachable;
    desk.psp.lookTrouble = unreachable;
    desk.erp.open.set(invoiceId, invoice({ dueCents: 10_100 }));
    const again = await desk.charge({ invoices: [invoice({ dueCents: 10_100 })] });
    expect(again).toEqual({ ok: false, error: { kind: 'earlier-charge-open' } });
    expect(desk.journal.listLive()).toEqual([first]);
    expect(desk.psp.requests).toHaveLength(1);
  });

  it('whose QR was never shown is given up first', async () => {
    const desk = openCashier();
    desk.psp.requestTrouble = unreachable;
    desk.psp.lookTrouble = unreachable;
    expect(await desk.charge()).toMatchObject({ ok: false, error: { kind: 'pix' } });
    const [first] = desk.journal.listLive();
    desk.psp.requestTrouble = undefined;
    desk.psp.lookTrouble = undefined;
    const second = await desk.open();
    expect(first && desk.state(first)).toBe('CANCELLED');
    expect(desk.journal.listLive()).toEqual([second]);
  });

  it('left by an earlier run is not handed out when its QR has likely expired', async () => {
    const database = openTemporaryDatabase();
    const before = openCashier({ database });
    const first = await before.open();
    const clock = new ManualClock(before.clock.wallTime() + 3_600_000);
    const after = openCashier({ database, clock, psp: before.psp });
    after.watcher.resume();
    await clock.advance(0);
    const second = await after.open();
    expect(after.state(first)).toBe('CANCELLED');
    expect(second.txid).not.toBe(first.txid);
  });
});

describe('an invoice that was paid here', () => {
  it.each(['PENDING', 'SENT', 'UNKNOWN', 'MANUAL', 'DONE', 'DONE_BY_RECONCILIATION', 'NOT_OURS'])(
    'is not charged again while the ERP still lists it: %s',
    async (state) => {
      const desk = openCashier();
      const first = await desk.open();
      desk.psp.pay(first.txid);
      await desk.clock.advance(1_000);
      desk.database.run('UPDATE write_offs SET state = $state', { state });
      expect(await desk.charge()).toEqual({ ok: false, error: { kind: 'invoice-settled' } });
      expect(desk.psp.requests).toHaveLength(1);
    },
  );

  it.each(['DONE', 'REFUND_DUE'])('may be charged again when the ERP opened it anew: %s', async (state) => {
    const desk = openCashier();
    const first = await desk.open();
    desk.psp.pay(first.txid);
    await desk.clock.advance(1_000);
    desk.database.run('UPDATE write_offs SET state = $state', { state });
    // What was written off may stand in the ERP's list for a day without having been opened anew.
    if (state === 'DONE') await desk.clock.advance(25 * 3_600_000);
    expect(await desk.charge()).toMatchObject({ ok: true });
  });
});

describe('a request whose answer was lost', () => {
  it('is found by its txid when the PSP took it', async () => {
    const desk = openCashier();
    desk.psp.requestTrouble = { kind: 'no-answer', detail: 'time-out' };
    desk.psp.actsInTrouble = true;
    const charge = await desk.open();
    expect(charge).toMatchObject({ state: 'AWAITING', brCode: `QR ${charge.txid}` });
    expect(desk.psp.requests).toHaveLength(1);
    desk.psp.pay(charge.txid);
    await desk.clock.advance(1_000);
    expect(desk.state(charge)).toBe('PAID');
  });

  it('is given up when the PSP knows nothing of it', async () => {
    const desk = openCashier();
    desk.psp.requestTrouble = { kind: 'no-answer', detail: 'time-out' };
    expect(await desk.charge()).toEqual({
      ok: false,
      error: { kind: 'pix', failure: desk.psp.requestTrouble },
    });
    expect(desk.journal.listLive()).toEqual([]);
    expect(desk.events()).toEqual(['charge-created', 'charge-cancelled']);
  });

  it('is looked after until the PSP can be asked: no QR, no second charge, nothing forgotten', async () => {
    const desk = openCashier();
    desk.psp.requestTrouble = unreachable;
    desk.psp.lookTrouble = unreachable;
    desk.psp.actsInTrouble = true;
    expect(await desk.charge()).toMatchObject({ ok: false, error: { kind: 'pix' } });
    const [left] = desk.journal.listLive();
    expect(left).toMatchObject({ state: 'REQUESTED' });
    desk.psp.lookTrouble = undefined;
    await desk.clock.advance(60_000);
    expect(desk.journal.findLive(erpId, invoiceId)).toMatchObject({ id: left?.id, state: 'AWAITING' });
  });
});

describe('giving up', () => {
  it('takes the charge back at the PSP', async () => {
    const desk = openCashier();
    const charge = await desk.open();
    expect(await desk.cashier.cancel(charge.id)).toBe('cancelled');
    expect(desk.state(charge)).toBe('CANCELLED');
    expect(desk.psp.charges.get(charge.txid)).toEqual({ status: 'cancelled' });
    expect(desk.clock.pending).toBe(0);
  });

  it('is too late when the payer was quicker', async () => {
    const desk = openCashier();
    const charge = await desk.open();
    desk.psp.pay(charge.txid);
    expect(await desk.cashier.cancel(charge.id)).toBe('paid');
    expect(desk.journal.find(charge.id)).toMatchObject({ state: 'PAID', payment: payment() });
    expect(desk.changes).toHaveLength(1);
  });

  it('is unknown while the PSP cannot be asked, and the charge goes on being watched', async () => {
    const desk = openCashier();
    const charge = await desk.open();
    desk.psp.cancelTrouble = unreachable;
    desk.psp.lookTrouble = unreachable;
    expect(await desk.cashier.cancel(charge.id)).toBe('unknown');
    desk.psp.lookTrouble = undefined;
    desk.psp.pay(charge.txid);
    await desk.clock.advance(5_000);
    expect(desk.state(charge)).toBe('PAID');
  });

  it('is unknown when the PSP did not take the word and the charge can still be paid', async () => {
    const desk = openCashier();
    const charge = await desk.open();
    desk.psp.cancelTrouble = unreachable;
    expect(await desk.cashier.cancel(charge.id)).toBe('unknown');
    expect(desk.state(charge)).toBe('AWAITING');
  });

  it('works although the answer to it was lost', async () => {
    const desk = openCashier();
    const charge = await desk.open();
    desk.psp.cancelTrouble = { kind: 'no-answer', detail: 'time-out' };
    desk.psp.actsInTrouble = true;
    expect(await desk.cashier.cancel(charge.id)).toBe('cancelled');
  });

  it('of what expired meanwhile is done, not paid', async () => {
    const desk = openCashier();
    const charge = await desk.open();
    await desk.clock.advance(605_000);
    expect(desk.state(charge)).toBe('EXPIRED');
    expect(await desk.cashier.cancel(charge.id)).toBe('cancelled');
  });

  it.each([
    ['PAID', [payment()]],
    ['REFUND_DUE', [payment(1)]],
  ])('of what is %s says that money came', async (_state, payments) => {
    const desk = openCashier();
    const charge = await desk.open();
    desk.journal.markPaid(charge, payments);
    expect(await desk.cashier.cancel(charge.id)).toBe('paid');
  });

  it('twice is the same as once', async () => {
    const desk = openCashier();
    const charge = await desk.open();
    const outcomes = await Promise.all([desk.cashier.cancel(charge.id), desk.cashier.cancel(charge.id)]);
    expect(outcomes).toEqual(['cancelled', 'cancelled']);
    expect(desk.changes).toHaveLength(1);
  });

  it('of a charge that nobody knows is unknown', async () => {
    expect(await openCashier().cashier.cancel('nobody’s')).toBe('unknown');
  });
});

describe('the ERP’s own PIX', () => {
  async function shown() {
    const desk = openCashier();
    const charge = await desk.open(both(desk.erp, { pixCode: erpCode }));
    return { ...desk, charge };
  }

  it('is shown verbatim, with the payee in it, and the PSP is not asked', async () => {
    const { charge, psp } = await shown();
    expect(charge).toMatchObject({
      source: 'erp-pix',
      brCode: erpCode,
      payeeName: 'SERRA FIBRA',
      state: 'AWAITING',
      expirySeconds: 900,
    });
    expect(charge.accountId).toBeUndefined();
    expect(psp.requests).toEqual([]);
  });

  it('is paid when the ERP proves it, and nothing is to be written off', async () => {
    const { charge, clock, erp, journal, writeOffs } = await shown();
    erp.settle(invoiceId);
    await clock.advance(5_000);
    expect(journal.find(charge.id)).toMatchObject({ state: 'PAID', payment: { amountCents: 9_990 } });
    expect(journal.find(charge.id)?.payment?.endToEndId).toBeUndefined();
    expect(writeOffs.listOf(charge.id)).toMatchObject([{ state: 'NOT_OURS' }]);
  });

  it('is not paid by one absence', async () => {
    const { charge, clock, erp, state } = await shown();
    erp.settle(invoiceId, { statement: false });
    await clock.advance(30_000);
    expect(state(charge)).toBe('AWAITING');
    await clock.advance(5_000);
    expect(state(charge)).toBe('PAID');
  });

  it('is not called expired while the ERP cannot be read', async () => {
    const { charge, clock, erp, state } = await shown();
    erp.trouble.set('invoices', unreachable);
    await clock.advance(3_600_000);
    expect(state(charge)).toBe('AWAITING');
    erp.trouble.clear();
    await clock.advance(75_000);
    expect(state(charge)).toBe('EXPIRED');
  });

  it('can be left: nobody can take it back, and the ERP settles it without us', async () => {
    const { charge, cashier, state } = await shown();
    expect(await cashier.cancel(charge.id)).toBe('cancelled');
    expect(state(charge)).toBe('CANCELLED');
  });

  it('that was paid is not left', async () => {
    const { charge, cashier, erp } = await shown();
    erp.settle(invoiceId);
    expect(await cashier.cancel(charge.id)).toBe('paid');
  });
});

it('looks less often once nobody stands there', async () => {
  const desk = openCashier();
  const charge = await desk.open();
  await desk.clock.advance(1_000);
  desk.cashier.setAttended(charge.id, false);
  const looks = desk.psp.looks;
  await desk.clock.advance(29_000);
  expect(desk.psp.looks).toBe(looks);
  desk.cashier.setAttended('nobody’s', true);
});

describe('with several ERPs', () => {
  const byErp = new Map([[erpId, { defaultAccount: 'filial', accountByIdentifier: {} }]]);

  it("takes the account that the invoice's ERP names, not the usual one", async () => {
    const desk = openCashier({ accounts: { ...twoAccounts, byErp } });
    expect(await desk.open()).toMatchObject({ accountId: 'filial', erp: erpId, terminalId: 'T01' });
  });

  it('reads the same identifier as that ERP means it: unknown there, though known to another', async () => {
    const desk = openCashier({ accounts: { ...twoAccounts, byErp } });
    const order = both(desk.erp, { accountKey: 'carteira-1' });
    expect(await desk.charge(order)).toEqual({ ok: false, error: { kind: 'account-missing' } });
    expect(desk.alarms()).toEqual([{ code: 'PIX-ACCOUNT-MISSING', erp: erpId, invoiceId }]);
  });

  it("names the customer to each by that ERP's own id, and nobody that it does not know", async () => {
    const desk = openCashier();
    const strangers = { name: customer.name, erpIds: new Map([['outro', '1']]) };
    await expect(desk.charge({ customer: strangers })).rejects.toThrow();
    expect(desk.journal.listLive()).toEqual([]);
    const known = {
      name: customer.name,
      erpIds: new Map([
        ['outro', '1'],
        [erpId, '2'],
      ]),
    };
    expect(await desk.open({ customer: known })).toMatchObject({ customerErpId: '2' });
  });

  it('remembers the id that the write-off is to name', async () => {
    const desk = openCashier();
    const charge = await desk.open(both(desk.erp, { writeOffId: 'W-1' }));
    expect(desk.journal.find(charge.id)?.invoices).toMatchObject([{ invoiceId, writeOffId: 'W-1' }]);
  });
});
