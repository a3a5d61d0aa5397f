import { afterEach, beforeEach, expect, it } from 'vitest';
import { type ErpSimulator, startErpSimulator } from '../../simulators/erp/erp-simulator.ts';
import { type PspSimulator, startPspSimulator } from '../../simulators/psp/psp-simulator.ts';
import type { Fault } from '../../simulators/server/fault.ts';
import { type Desk, invoiceId, minute, openDesk, pay } from './desk.ts';

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

/** The next write-off goes wrong like this; later ones work. */
function spoilOne(effect: NonNullable<Fault['effect']>): void {
  erp.setFaults([{ operation: 'writeOffInvoice', times: 1, effect }]);
}

function ledger() {
  return erp.ledger.writeOffs.map(({ times, effective }) => ({ times, effective }));
}

function retry(desk: Desk): string {
  const [item] = desk.records.listWriteOffItems().items;
  if (!item) throw new Error('nothing to try again');
  expect(item).toMatchObject({ invoiceId, erp: 'principal' });
  return desk.records.retryWriteOff(item.id);
}

it('refused and tried again by hand: sent once more with the same key, effective once', async () => {
  spoilOne({ kind: 'status', status: 422 });
  const desk = await openDesk(erp, psp);
  await pay(desk, psp, await desk.charge());
  await desk.until(() => expect(desk.writeOffs()).toEqual(['MANUAL']));
  expect(retry(desk)).toBe('done');
  await desk.until(() => expect(desk.writeOffs()).toEqual(['DONE']));
  expect(ledger()).toEqual([{ times: 2, effective: 1 }]);
  expect(new Set(erp.ledger.writeOffPosts.map((post) => post.idempotencyKey)).size).toBe(1);
  expect(desk.records.listWriteOffItems()).toEqual({ items: [] });
});

it('takes effect minutes after a time-out, and an impatient hand sends nothing beside it', async () => {
  spoilOne({ kind: 'act-later', delayMs: 3_600_000, reply: 'drop' });
  const desk = await openDesk(erp, psp, { rules: { settleWindowMs: 24 * 60 * minute } });
  await pay(desk, psp, await desk.charge());
  await desk.until(() => expect(desk.writeOffs()).toEqual(['UNKNOWN']));
  for (let count = 0; count < 10; count += 1) {
    const reads = erp.ledger.requests.listOpenInvoices ?? 0;
    expect(retry(desk)).toBe('done');
    await desk.until(() => expect(erp.ledger.requests.listOpenInvoices).toBeGreaterThan(reads));
  }
  expect(erp.actPostponed()).toBe(1);
  await desk.until(() => expect(desk.writeOffs()).toEqual(['DONE_BY_RECONCILIATION']));
  expect(ledger()).toEqual([{ times: 1, effective: 1 }]);
});

it('without proof and never to be repeated: a hand only looks again', async () => {
  spoilOne({ kind: 'drop-before' });
  const desk = await openDesk(erp, psp, { rules: { repeat: 'never', settleWindowMs: minute } });
  await pay(desk, psp, await desk.charge());
  await desk.until(() => expect(desk.writeOffs()).toEqual(['MANUAL']));
  expect(retry(desk)).toBe('done');
  expect(desk.writeOffs()).toEqual(['UNKNOWN']);
  await desk.until(() => expect(desk.writeOffs()).toEqual(['MANUAL']));
  expect(erp.ledger.writeOffPosts).toHaveLength(1);
});
