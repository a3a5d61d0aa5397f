import { describe, expect, it } from 'vitest';
import type { Charge } from '../../../src-main/domain/charge.ts';
import type { OpenInvoice } from '../../../src-main/domain/customer-account.ts';
import type { AccountBook, PixAccount } from '../../../src-main/payment/accounts.ts';
import { Cashier, type ChargeOrder } from '../../../src-main/payment/cashier.ts';
import { ChargeWatcher } from '../../../src-main/payment/charge-watcher.ts';
import { createErpPix } from '../../../src-main/payment/erp-pix.ts';
import { createSettlementProof } from '../../../src-main/payment/settlement-proof.ts';
import type { Database } from '../../../src-main/storage/database.ts';
import { dynamicBrCode } from '../../simulators/codes/br-code.ts';
import { ManualClock } from '../../support/manual-clock.ts';
import { openTemporaryDatabase, sickDatabase } from '../storage/temporary-database.ts';
import { FakeErp } from './fake-erp.ts';
import { FakePsp } from './fake-psp.ts';
import {
  customer,
  document,
  erp as erpId,
  invoice,
  invoiceId,
  openTill,
  payment,
  proofRules,
  unreachable,
  visitId,
} from './till.ts';

const expirySeconds = 600;

const erpCode = dynamicBrCode('pix.example.com/qr/1', 'SERRA FIBRA', 'BENTO');

function account(id: string): PixAccount {
  return {
    id,
    payeeName: `PAYEE ${id}`,
    key: 'chave',
    baseUrl: 'https://psp.example',
    tokenUrl: 'https://psp.example/token',
    clientId: 'id',
    clientSecret: 'secret',
    timeoutMs: 1_000,
  };
}

const twoAccounts: AccountBook = {
  accounts: [account('principal'), account('filial')],
  defaultAccount: 'principal',
  accountByIdentifier: { 'carteira-1': 'filial' },
};

interface Options {
  readonly database?: Database;
  readonly clock?: ManualClock;
  readonly psp?: FakePsp;
  readonly erp?: FakeErp;
  readonly accounts?: AccountBook;
}

function openCashier(options: Options = {}) {
  const { erp = new FakeErp(), psp = new FakePsp(), clock = new ManualClock() } = options;
  const till = openTill({ clock, ...(options.database && { database: options.database }) });
  const proof = createSettlementProof(erp, clock, proofRules);
  const erpPix = createErpPix(proof, clock);
  const rules = { repeat: 'after-window', settleWindowMs: 600_000, ...proofRules } as const;
  const findProvider = ({ source }: Pick<Charge, 'source'>) => (source === 'erp-pix' ? erpPix : psp);
  const changes: Charge[] = [];
  const watcher = new ChargeWatcher({
    journal: till.journal,
    findProvider,
    clock,
    log: till.log,
    random: () => 0.5,
    raiseAlarm: till.raiseAlarm,
    onChange: (charge) => changes.push(charge),
    onLook: () => undefined,
  });
  const cashier = new Cashier({
    journal: till.journal,
    writeOffs: till.writeOffs,
    watcher,
    findErp: (id) => (id === erpId ? { ledger: erp, proof, rules } : undefined),
    terminalId: 'T01',
    findProvider,
    accounts: options.accounts ?? twoAccounts,
    raiseAlarm: till.raiseAlarm,
    log: till.log,
    chargeExpirySeconds: expirySeconds,
    erpChargeWaitSeconds: 900,
  });
  return {
    ...till,
    erp,
    psp,
    watcher,
    cashier,
    changes,
    charge: (order: Partial<ChargeOrder> = {}) => cashier.charge({ ...usualOrder, ...order }),
    /** Charges and expects a QR. */
    async open(order: Partial<ChargeOrder> = {}): Promise<Charge> {
      const opened = await cashier.charge({ ...usualOrder, ...order });
      if (!opened.ok) throw new Error(opened.error.kind);
      return opened.value.charge;
    },
    state: (charge: Charge) => till.journal.find(charge.id)?.state,
  };
}

const usualOrder: ChargeOrder = { visitId, document, customer, invoice: invoice() };

/** The same invoice, as the customer saw it and as the ERP has it now. */
function both(erp: FakeErp, change: Partial<OpenInvoice>): { readonly invoice: OpenInvoice } {
  const changed = invoice(change);
  erp.open.set(changed.id, changed);
  return { invoice: changed };
}

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
      'invoice-changed',
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
    expect(await desk.charge()).toEqual({ ok: false, error: { kind: 'invoice-changed', invoice: today } });
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
    expect(desk.cashier.canCharge(order.invoice)).toBe(true);
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
    expect(desk.cashier.canCharge(invoice())).toBe(false);
    expect(desk.cashier.canCharge(invoice({ pixCode: erpCode }))).toBe(true);
    expect(desk.cashier.canCharge(invoice({ pixCode: 'no PIX at all' }))).toBe(false);
  });
});

describe('an ERP that cannot be told of a payment', () => {
  it('is offered its own PIX only', async () => {
    const desk = openCashier();
    desk.erp.writesOff = false;
    expect(desk.cashier.canCharge(invoice())).toBe(false);
    expect(desk.cashier.canCharge(invoice({ pixCode: erpCode }))).toBe(true);
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
    ['its amount is not that of today', { invoice: invoice({ dueCents: 10_100 }) }],
    ['it is somebody else’s', { document: '11144477735' }],
  ])('is taken back first when %s', async (_name, order) => {
    const desk = openCashier();
    const first = await desk.open();
    if ('invoice' in order) desk.erp.open.set(invoiceId, order.invoice);
    const second = await desk.open(order);
    expect(desk.psp.cancels).toEqual([first.txid]);
    expect(desk.state(first)).toBe('CANCELLED');
    expect(second.txid).not.toBe(first.txid);
    expect(desk.journal.listLive()).toEqual([second]);
  });

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
    const again = await desk.charge({ invoice: invoice({ dueCents: 10_100 }) });
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
    const again = await desk.charge({ invoice: invoice({ dueCents: 10_100 }) });
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
  it.each(['PENDING', 'SENT', 'UNKNOWN', 'MANUAL'])(
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
