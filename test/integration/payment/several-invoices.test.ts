import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Charge } from '../../../src-main/domain/charge.ts';
import { type ErpSimulator, startErpSimulator } from '../../simulators/erp/erp-simulator.ts';
import { customersB } from '../../simulators/erp-b/fixture-customers.ts';
import { type PspSimulator, startPspSimulator } from '../../simulators/psp/psp-simulator.ts';
import { setUpContractB } from '../erp/contract-b.ts';
import { type Desk, maria, openDesk, pay } from './desk.ts';

const { plain, withPixCode, collection } = maria.invoices;
const three = [withPixCode, plain, collection];

const b = setUpContractB();

let erp: ErpSimulator;
let psp: PspSimulator;

beforeEach(async () => {
  erp = await startErpSimulator();
  psp = await startPspSimulator();
});

afterEach(async () => {
  await erp.close();
  await psp.close();
});

/** What the ERP got, by invoice. */
function posts() {
  return erp.ledger.writeOffs.map(({ invoiceId, times, effective }) => ({ invoiceId, times, effective }));
}

async function payThree(desk: Desk): Promise<Charge> {
  const charge = await desk.charge(three);
  await pay(desk, psp, charge);
  return charge;
}

it('three invoices are one charge at the PSP and one write-off for each in the ERP, with keys of their own', async () => {
  const desk = await openDesk(erp, psp);
  const charge = await payThree(desk);
  await desk.until(() => expect(desk.writeOffs()).toEqual(['DONE', 'DONE', 'DONE']));
  expect(psp.ledger.charges).toMatchObject([{ txid: charge.txid, amount: '373.39' }]);
  expect(charge).toMatchObject({ source: 'api-pix', amountCents: 12_990 + 9_990 + 14_359 });
  expect(posts()).toEqual(three.map((invoiceId) => ({ invoiceId, times: 1, effective: 1 })));
  expect(new Set(erp.ledger.writeOffPosts.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(3);
  expect(three.map((id) => erp.isOpen(id))).toEqual([false, false, false]);
  expect(desk.alarms()).toEqual([]);
});

it('one is refused: the others are written off, and which one is on record', async () => {
  const desk = await openDesk(erp, psp);
  erp.setFaults([
    {
      operation: 'writeOffInvoice',
      skip: 1,
      times: 1,
      effect: { kind: 'status', status: 422, body: { status: 'Fatura inválida' } },
    },
  ]);
  const charge = await payThree(desk);
  await desk.until(() => expect(desk.writeOffs()).toEqual(['DONE', 'MANUAL', 'DONE']));
  expect(desk.findPaid(charge.id)).toMatchObject({
    settlement: 'for-person',
    byInvoice: new Map([
      [withPixCode, 'done'],
      [plain, 'for-person'],
      [collection, 'done'],
    ]),
  });
  expect(desk.alarms()).toEqual(['WRITE-OFF-REFUSED']);
});

it('one was settled elsewhere: exactly its part goes back to the payer, and the charge stays paid', async () => {
  const desk = await openDesk(erp, psp, { refunds: 'automatic' });
  const charge = await desk.charge(three);
  erp.settleElsewhere(plain);
  await pay(desk, psp, charge);
  await desk.until(() => expect(psp.ledger.refunds).not.toEqual([]));
  await desk.until(() => {
    for (const { endToEndId, id } of psp.ledger.refunds) psp.settleRefund(endToEndId, id, 'DEVOLVIDO');
    expect(desk.writeOffs()).toEqual(['DONE', 'REFUNDED', 'DONE']);
  });
  expect(psp.ledger.refunds).toMatchObject([{ amount: '99.90' }]);
  expect(posts().map(({ invoiceId }) => invoiceId)).toEqual([withPixCode, collection]);
  expect(desk.charges()).toEqual(['PAID']);
});

it('the answer to one is lost: it is proven and not sent again, and keeps the others from nothing', async () => {
  const desk = await openDesk(erp, psp);
  erp.setFaults([{ operation: 'writeOffInvoice', times: 1, effect: { kind: 'drop-after' } }]);
  await payThree(desk);
  await desk.until(() => expect(desk.writeOffs()).toEqual(['DONE_BY_RECONCILIATION', 'DONE', 'DONE']));
  expect(posts()).toEqual(three.map((invoiceId) => ({ invoiceId, times: 1, effective: 1 })));
});

it('after a restart the same choice is the same charge, and another choice takes it back first', async () => {
  const before = await openDesk(erp, psp);
  const first = await before.charge(three);
  await before.stop();
  const desk = await openDesk(erp, psp, { file: before.file });
  desk.start();
  // Until the first look at what was left open nothing is charged.
  await desk.until(() => expect(desk.cashier.isUnavailable()).toBe(false));
  expect((await desk.charge(three)).id).toBe(first.id);
  const second = await desk.charge([plain, collection]);
  expect(second.id).not.toBe(first.id);
  expect(desk.charges()).toEqual(['CANCELLED', 'AWAITING']);
  expect(psp.ledger.charges.map(({ status }) => status)).toEqual([
    'REMOVIDA_PELO_USUARIO_RECEBEDOR',
    'ATIVA',
  ]);
});

it('in the other make of ERP each is written off by its own id there, with its own amount', async () => {
  const { invoices } = customersB.maria;
  const ids = [invoices.withLink, invoices.plain];
  const desk = await openDesk(erp, psp, { secondGateway: b.erp });
  const charge = await desk.charge(ids, 'segunda');
  await pay(desk, psp, charge);
  await desk.until(() => expect(desk.writeOffs()).toEqual(['DONE', 'DONE']));
  expect(
    b.simulator.ledger.writeOffPosts.map(({ boletoId, invoiceId, transaction }) => ({
      boletoId,
      invoiceId,
      cents: transaction.amountCents,
    })),
  ).toEqual([
    { boletoId: b.simulator.invoice(invoices.withLink).boletoId, invoiceId: invoices.withLink, cents: 4_990 },
    { boletoId: b.simulator.invoice(invoices.plain).boletoId, invoiceId: invoices.plain, cents: 8_990 },
  ]);
  expect(charge.amountCents).toBe(13_980);
  expect(erp.ledger.writeOffPosts).toEqual([]);
});
