import { beforeEach, describe, expect, it } from 'vitest';
import type { OpenInvoice } from '../../../src-main/domain/customer-account.ts';
import { account, erpCode, openCashier, staticAccount, twoAccounts } from './open-cashier.ts';
import { invoice, payment, unreachable, visitId } from './till.ts';

const january = invoice({ id: 'F-1', key: 'F-1', dueCents: 10_000, description: 'Janeiro' });
const february = invoice({ id: 'F-2', key: 'F-2', dueCents: 20_000, description: 'Fevereiro' });
const march = invoice({ id: 'F-3', key: 'F-3', dueCents: 8_970, description: 'Março' });
const all = [january, february, march];

let desk: ReturnType<typeof openCashier>;

beforeEach(() => {
  desk = openCashier();
  listAtErp(...all);
});

/** From now on the ERP lists exactly these. */
function listAtErp(...invoices: readonly OpenInvoice[]): void {
  desk.erp.open.clear();
  for (const each of invoices) desk.erp.open.set(each.id, each);
}

describe('several invoices in one PIX', () => {
  it('are one charge over their sum, read again in one call', async () => {
    const charge = await desk.open({ invoices: all });
    expect(charge).toMatchObject({
      state: 'AWAITING',
      source: 'api-pix',
      accountId: 'principal',
      amountCents: 38_970,
      invoices: [
        { invoiceId: 'F-1', amountCents: 10_000 },
        { invoiceId: 'F-2', amountCents: 20_000 },
        { invoiceId: 'F-3', amountCents: 8_970 },
      ],
    });
    expect(desk.erp.reads).toBe(1);
    expect(desk.psp.requests).toEqual([charge.txid]);
    for (const { erp, id } of all) expect(desk.journal.findLive(erp, id)?.id).toBe(charge.id);
  });

  it('go through our account although one of them has a code of the ERP', async () => {
    const withCode = { ...january, pixCode: erpCode };
    listAtErp(withCode, february);
    expect(await desk.open({ invoices: [withCode, february] })).toMatchObject({
      source: 'api-pix',
      amountCents: 30_000,
    });
  });

  it('become one write-off for each', async () => {
    const charge = await desk.open({ invoices: all });
    desk.psp.pay(charge.txid, [payment(38_970)]);
    await desk.clock.advance(1_000);
    expect(desk.writeOffs.listOf(charge.id)).toMatchObject([
      { invoiceId: 'F-1', state: 'PENDING' },
      { invoiceId: 'F-2', state: 'PENDING' },
      { invoiceId: 'F-3', state: 'PENDING' },
    ]);
    expect(new Set(desk.writeOffs.listOf(charge.id).map(({ id }) => id)).size).toBe(3);
  });

  it('of two ERPs are a fault of ours', async () => {
    const elsewhere = { ...february, erp: 'segunda' };
    await expect(desk.charge({ invoices: [january, elsewhere] })).rejects.toThrow('one ERP');
  });
});

describe('who collects them', () => {
  it('is one account, or nobody', async () => {
    const branch = { ...february, accountKey: 'carteira-1' };
    listAtErp(january, branch);
    expect(desk.cashier.collectorOf(january)).not.toBe(desk.cashier.collectorOf(branch));
    expect(desk.cashier.offerForSeveral([january, branch])).toBe('not-together');
    expect(await desk.charge({ invoices: [january, branch] })).toEqual({
      ok: false,
      error: { kind: 'not-together' },
    });
    expect(desk.psp.requests).toEqual([]);
  });

  it.each([
    ['an identifier that nobody mapped', twoAccounts, { ...january, accountKey: 'carteira-9' }],
    [
      'a static account, whose payments the ERP settles one by one',
      { accounts: [], staticAccounts: [staticAccount], defaultAccount: 'estatica', accountByIdentifier: {} },
      january,
    ],
    [
      'no account, only the ERP’s code',
      { accounts: [], accountByIdentifier: {} },
      { ...january, pixCode: erpCode },
    ],
  ])('is nobody with %s', (_what, accounts, alone) => {
    const { cashier } = openCashier({ accounts });
    expect(cashier.collectorOf(alone)).toBeUndefined();
    expect(cashier.offerForSeveral([alone, alone])).toBe('not-together');
  });

  it('is nobody where the ERP cannot be told of a payment', () => {
    desk.erp.writesOff = false;
    expect(desk.cashier.collectorOf(january)).toBeUndefined();
  });

  it.each([
    [{ maximumCents: 20_000 }, 'above-maximum'],
    [{ minimumCents: 40_000 }, 'below-minimum'],
    [{ maximumCents: 38_970, minimumCents: 38_970 }, 'offered'],
  ] as const)('takes the sum within its limits (%o)', async (limits, offer) => {
    const accounts = { ...twoAccounts, accounts: [{ ...account('principal'), limits }] };
    desk = openCashier({ accounts });
    listAtErp(...all);
    expect(desk.cashier.offerForSeveral(all)).toBe(offer);
    expect(await desk.charge({ invoices: all })).toMatchObject(
      offer === 'offered' ? { ok: true } : { ok: false, error: { kind: 'outside-limits', breach: offer } },
    );
  });

  it('does not answer now', () => {
    expect(openCashier({ down: ['principal'] }).cashier.offerForSeveral(all)).toBe('unavailable');
  });
});

describe('what the customer ticked and the ERP has otherwise', () => {
  it('is told invoice by invoice, and nothing is charged', async () => {
    const dearer = { ...february, dueCents: 20_500 };
    listAtErp(dearer, march);
    expect(await desk.charge({ invoices: all })).toEqual({
      ok: false,
      error: { kind: 'invoices-changed', changed: [dearer], settled: [january] },
    });
    expect(desk.journal.listLive()).toEqual([]);
    expect(await desk.open({ invoices: [dearer, march] })).toMatchObject({ amountCents: 29_470 });
  });

  it('without those that were paid here and are not written off yet', async () => {
    const charge = await desk.open({ invoices: [january] });
    desk.psp.pay(charge.txid, [payment(10_000)]);
    await desk.clock.advance(1_000);
    expect(await desk.charge({ invoices: all })).toEqual({
      ok: false,
      error: { kind: 'invoices-changed', changed: [], settled: [january] },
    });
  });

  it('is settled when all of them are', async () => {
    listAtErp();
    expect(await desk.charge({ invoices: all })).toEqual({ ok: false, error: { kind: 'invoice-settled' } });
  });
});

describe('earlier charges of some of them', () => {
  it('of exactly the same at the same amounts: taken up, in whatever order they were ticked', async () => {
    desk.visits.begin('visit-2');
    const first = await desk.open({ invoices: all });
    const again = await desk.open({ invoices: all.toReversed(), visitId: 'visit-2' });
    expect(again).toEqual({ ...first, visitId: 'visit-2' });
    expect(desk.psp.requests).toHaveLength(1);
  });

  it.each([
    ['one of them alone', [february], all],
    ['more than is wanted now', all, [january, march]],
    ['an overlapping choice', [january, february], [february, march]],
  ])('for %s: withdrawn first', async (_what, before, now) => {
    const first = await desk.open({ invoices: before });
    const second = await desk.open({ invoices: now });
    expect(desk.psp.cancels).toEqual([first.txid]);
    expect(desk.state(first)).toBe('CANCELLED');
    expect(desk.journal.listLive()).toEqual([second]);
  });

  it('two of them, each for another: both withdrawn', async () => {
    const charges = [await desk.open({ invoices: [january] }), await desk.open({ invoices: [march] })];
    const together = await desk.open({ invoices: all });
    expect(desk.psp.cancels).toEqual(charges.map(({ txid }) => txid));
    expect(desk.journal.listLive()).toEqual([together]);
  });

  it('at another amount: withdrawn first', async () => {
    const first = await desk.open({ invoices: all });
    const dearer = { ...february, dueCents: 20_500 };
    listAtErp(january, dearer, march);
    const second = await desk.open({ invoices: [january, dearer, march] });
    expect(desk.state(first)).toBe('CANCELLED');
    expect(second.amountCents).toBe(39_470);
  });

  it('that was paid for one of them: that one is said to be paid, and the rest may be', async () => {
    const first = await desk.open({ invoices: [february], visitId });
    desk.psp.pay(first.txid, [payment(20_000)]);
    expect(await desk.charge({ invoices: all, visitId: 'visit-2' })).toEqual({
      ok: false,
      error: { kind: 'invoices-changed', changed: [], settled: [february] },
    });
    // Its receipt stays with the visit that paid it.
    expect(desk.journal.find(first.id)).toMatchObject({ state: 'PAID', visitId });
    expect(await desk.open({ invoices: [january, march] })).toMatchObject({ amountCents: 18_970 });
  });

  it('that was paid for more than is wanted now is the news', async () => {
    const first = await desk.open({ invoices: all });
    desk.psp.pay(first.txid, [payment(38_970)]);
    expect(await desk.charge({ invoices: [january] })).toMatchObject({
      ok: true,
      value: { charge: { id: first.id, state: 'PAID' } },
    });
  });

  it('of somebody else, paid: those are settled', async () => {
    const first = await desk.open({ invoices: [january, february], document: '11144477735' });
    desk.psp.pay(first.txid, [payment(30_000)]);
    expect(await desk.charge({ invoices: all })).toEqual({
      ok: false,
      error: { kind: 'invoices-changed', changed: [], settled: [january, february] },
    });
  });

  it('that cannot be taken back for certain stand in the way of all', async () => {
    const first = await desk.open({ invoices: [january] });
    desk.psp.cancelTrouble = unreachable;
    desk.psp.lookTrouble = unreachable;
    expect(await desk.charge({ invoices: all })).toEqual({
      ok: false,
      error: { kind: 'earlier-charge-open' },
    });
    expect(desk.journal.listLive()).toEqual([first]);
  });

  it('made in between by somebody who was quicker: no second one', async () => {
    const other = await desk.open({ invoices: [february] });
    const findLive = desk.journal.findLive.bind(desk.journal);
    desk.journal.findLive = () => undefined;
    expect(await desk.charge({ invoices: all })).toMatchObject({ ok: false, error: { kind: 'pix' } });
    desk.journal.findLive = findLive;
    expect(desk.journal.listLive()).toEqual([other]);
  });
});
