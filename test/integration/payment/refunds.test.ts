import { afterEach, beforeEach, expect, it } from 'vitest';
import { type ErpSimulator, startErpSimulator } from '../../simulators/erp/erp-simulator.ts';
import { type PspSimulator, startPspSimulator } from '../../simulators/psp/psp-simulator.ts';
import type { Fault } from '../../simulators/server/fault.ts';
import { type Desk, type DeskOptions, invoiceId, openDesk } from './desk.ts';

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

const automatic: DeskOptions = { refunds: 'automatic' };

/** The PSP settles whatever is in processing, and the kiosk looks until the charge is like this. */
async function untilRefunded(desk: Desk, state: 'REFUNDED' | 'PAID'): Promise<void> {
  await desk.until(() => expect(psp.ledger.refunds).not.toEqual([]));
  await desk.until(() => {
    for (const { endToEndId, id } of psp.ledger.refunds) psp.settleRefund(endToEndId, id, 'DEVOLVIDO');
    expect(desk.charges()).toEqual([state]);
    expect(desk.records.listWriteOffItems().items).toEqual([]);
  });
}

async function payWrongly(options: DeskOptions = automatic) {
  const desk = await openDesk(erp, psp, options);
  const charge = await desk.charge();
  expect(psp.pay(charge.txid, { amountCents: charge.amountCents + 100 })).toMatchObject({ paid: true });
  await desk.until(() => expect(desk.charges()).toEqual(['REFUND_DUE']));
  return { desk, charge };
}

it('sends a larger payment back whole, and writes nothing off', async () => {
  const { desk } = await payWrongly();
  await untilRefunded(desk, 'REFUNDED');
  expect(psp.ledger.refunds).toMatchObject([{ amount: psp.ledger.charges[0]?.payments[0]?.amount }]);
  expect(erp.ledger.writeOffPosts).toEqual([]);
});

it('by hand: nothing goes back before a person asks for it', async () => {
  const { desk, charge } = await payWrongly({});
  expect(psp.ledger.refunds).toEqual([]);
  expect(desk.records.refundPix(charge.id)).toBe('done');
  await untilRefunded(desk, 'REFUNDED');
});

it('sends the second of two payments back, and writes the invoice off by the first', async () => {
  const desk = await openDesk(erp, psp, automatic);
  const { txid } = await desk.charge();
  psp.pay(txid);
  psp.pay(txid, { force: true });
  await desk.until(() => expect(desk.writeOffs()).toEqual(['DONE']));
  await untilRefunded(desk, 'PAID');
  const payments = psp.ledger.charges[0]?.payments ?? [];
  expect(psp.ledger.refunds.map(({ endToEndId }) => endToEndId)).toEqual([payments[1]?.endToEndId]);
  expect(desk.alarms()).toContain('CHARGE-PAID-TWICE');
});

it('sends back what came for an invoice that was settled elsewhere', async () => {
  const desk = await openDesk(erp, psp, automatic);
  const { txid } = await desk.charge();
  erp.settleElsewhere(invoiceId);
  psp.pay(txid);
  await desk.until(() => expect(desk.writeOffs()).toEqual(['REFUND_DUE']));
  await untilRefunded(desk, 'PAID');
  expect(desk.writeOffs()).toEqual(['REFUNDED']);
  expect(erp.ledger.writeOffPosts).toEqual([]);
});

it.each<[string, Fault['effect']]>([
  ['took effect', { kind: 'drop-after' }],
  ['never arrived', { kind: 'drop-before' }],
  ['took effect behind a gateway’s error', { kind: 'status', status: 502, acts: true }],
  ['was answered with a page', { kind: 'garbage', garbage: 'html', acts: true }],
])('a request whose answer was lost and that %s: the money goes back once', async (_name, effect) => {
  psp.setFaults([{ operation: 'requestRefund', times: 1, effect }]);
  const { desk } = await payWrongly();
  await untilRefunded(desk, 'REFUNDED');
  expect(psp.ledger.refunds).toHaveLength(1);
});

it('goes on after a restart with the same id', async () => {
  psp.setFaults([{ operation: 'requestRefund', times: 1, effect: { kind: 'drop-after' } }]);
  const { desk } = await payWrongly();
  await desk.until(() => expect(psp.ledger.refunds).toHaveLength(1));
  await desk.stop();
  const again = await openDesk(erp, psp, { ...automatic, file: desk.file });
  again.start();
  await untilRefunded(again, 'REFUNDED');
  expect(psp.ledger.refunds).toHaveLength(1);
});

it('that the PSP does not make is a person’s matter, with an alarm', async () => {
  const { desk, charge } = await payWrongly();
  await desk.until(() => expect(psp.ledger.refunds).toHaveLength(1));
  const [refund] = psp.ledger.refunds;
  psp.settleRefund(refund?.endToEndId ?? '', refund?.id ?? '', 'NAO_REALIZADO', 'saldo insuficiente');
  await desk.until(() => expect(desk.alarms()).toContain('REFUND-FAILED'));
  expect(desk.charges()).toEqual(['REFUND_DUE']);
  expect(desk.records.refundPix(charge.id)).toBe('done');
  await untilRefunded(desk, 'REFUNDED');
  expect(psp.ledger.refunds.map(({ status }) => status)).toEqual(['NAO_REALIZADO', 'DEVOLVIDO']);
});
