import { afterEach, beforeEach, expect, it } from 'vitest';
import { todayInBrazil } from '../../simulators/codes/calendar.ts';
import { type ErpSimulator, startErpSimulator } from '../../simulators/erp/erp-simulator.ts';
import { fixtureInvoices } from '../../simulators/erp/fixture-invoices.ts';
import { type PspSimulator, startPspSimulator } from '../../simulators/psp/psp-simulator.ts';
import { invoiceId, maria, openDesk, pay } from './desk.ts';

/** The other company's number of the same customer; the invoices bear the very ids that the first company uses. */
const numberThere = '7901';

let first: ErpSimulator;
let second: ErpSimulator;
let psp: PspSimulator;

beforeEach(async () => {
  const there = { ...maria, id: numberThere };
  const invoices = fixtureInvoices(todayInBrazil())
    .filter(({ customerId }) => customerId === maria.id)
    .map((invoice) => ({ ...invoice, customerId: numberThere }));
  first = await startErpSimulator();
  second = await startErpSimulator({ customers: [there], invoices });
  psp = await startPspSimulator();
});

afterEach(async () => {
  await first.close();
  await second.close();
  await psp.close();
});

it.each(['principal', 'segunda'])(
  'paid at %s: written off there, for its own customer, and only there',
  async (erp) => {
    const desk = await openDesk(first, psp, { secondErp: second });
    await pay(desk, psp, await desk.charge(invoiceId, erp));
    await desk.until(() => expect(desk.writeOffs()).toEqual(['DONE']));
    const [there, elsewhere] = erp === 'principal' ? [first, second] : [second, first];
    expect(there.ledger.writeOffs).toMatchObject([
      { invoiceId, customerId: erp === 'principal' ? maria.id : numberThere, times: 1, effective: 1 },
    ]);
    expect(elsewhere.ledger.writeOffPosts).toEqual([]);
    expect([there.isOpen(invoiceId), elsewhere.isOpen(invoiceId)]).toEqual([false, true]);
    expect(desk.alarms()).toEqual([]);
  },
);

it('two invoices of one id are two debts: each is charged, paid and written off for itself', async () => {
  const desk = await openDesk(first, psp, { secondErp: second });
  const here = await desk.charge(invoiceId, 'principal');
  const there = await desk.charge(invoiceId, 'segunda');
  expect(here.id).not.toBe(there.id);
  await pay(desk, psp, here);
  await pay(desk, psp, there);
  await desk.until(() => expect(desk.writeOffs()).toEqual(['DONE', 'DONE']));
  expect(first.ledger.writeOffs).toMatchObject([{ invoiceId, customerId: maria.id, effective: 1 }]);
  expect(second.ledger.writeOffs).toMatchObject([{ invoiceId, customerId: numberThere, effective: 1 }]);
});

it('the same id settled in the other company proves nothing here', async () => {
  const desk = await openDesk(first, psp, { secondErp: second, rules: { settleWindowMs: 60_000 } });
  second.setFaults([{ operation: 'writeOffInvoice', times: 1, effect: { kind: 'status', status: 500 } }]);
  const charge = await desk.charge(invoiceId, 'segunda');
  first.settleElsewhere(invoiceId);
  await pay(desk, psp, charge);
  await desk.until(() => expect(desk.writeOffs()).toEqual(['DONE']));
  expect(second.ledger.writeOffs).toMatchObject([{ invoiceId, times: 2, effective: 1 }]);
  expect(first.ledger.writeOffPosts).toEqual([]);
});

it('the ERP of the one company is down: the other is paid all the same, and the first when it is back', async () => {
  const desk = await openDesk(first, psp, { secondErp: second });
  const here = await desk.charge(invoiceId, 'principal');
  const there = await desk.charge(invoiceId, 'segunda');
  first.setFaults([{ effect: { kind: 'status', status: 503 } }]);
  await pay(desk, psp, here);
  await pay(desk, psp, there);
  await desk.until(() => expect(desk.writeOffs()).toEqual(['PENDING', 'DONE']));
  expect(second.ledger.writeOffs).toMatchObject([{ invoiceId, effective: 1 }]);
  expect(first.ledger.writeOffPosts).toEqual([]);
  first.setFaults([]);
  await desk.until(() => expect(desk.writeOffs()).toEqual(['DONE', 'DONE']));
  expect(first.ledger.writeOffs).toMatchObject([{ invoiceId, times: 1, effective: 1 }]);
});

it('an ERP that was taken out of the settings: waits with one alarm, and is written off when it is back', async () => {
  const before = await openDesk(first, psp, { secondErp: second });
  first.setFaults([{ effect: { kind: 'status', status: 503 } }]);
  const charge = await before.charge(invoiceId, 'segunda').catch(() => undefined);
  expect(charge).toBeDefined();
  if (!charge) return;
  second.setFaults([{ effect: { kind: 'status', status: 503 } }]);
  await pay(before, psp, charge);
  await before.stop();
  second.setFaults([]);

  const without = await openDesk(first, psp, { file: before.file });
  without.start();
  await without.until(() => expect(without.alarms()).toEqual(['ERP-NOT-CONFIGURED']));
  await without.clock.advance(24 * 3_600_000);
  expect(without.writeOffs()).toEqual(['PENDING']);
  expect(without.alarms()).toEqual(['ERP-NOT-CONFIGURED']);
  expect(first.ledger.writeOffPosts).toEqual([]);
  await without.stop();

  const again = await openDesk(first, psp, { file: before.file, secondErp: second });
  again.start();
  await again.until(() => expect(again.writeOffs()).toEqual(['DONE']));
  expect(second.ledger.writeOffs).toMatchObject([{ invoiceId, customerId: numberThere, effective: 1 }]);
  expect(first.ledger.writeOffPosts).toEqual([]);
});
