import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { customers } from '../simulators/erp/fixture-customers.ts';
import { identify, openInvoice, payByPix } from '../support/visit.ts';
import { killDuring, openScene, patience, type Scene } from './scene.ts';
import {
  expectCrashTold,
  expectNothingOf,
  payAtPsp,
  receipts,
  waitForWriteOff,
  writeOffsAtErp,
} from './witness.ts';

const { maria } = customers;
const invoiceId = maria.invoices.plain;

async function showQr(page: Page): Promise<void> {
  await identify(page, maria.document);
  await openInvoice(page, invoiceId);
  await payByPix(page);
}

/** A visit up to the payment, killed while the ERP holds its next request for `operation`. */
async function payAndDieDuring(scene: Scene, operation: string): Promise<void> {
  await showQr(await scene.boot());
  const killed = killDuring(scene, scene.world.erp, operation);
  payAtPsp(scene.world);
  await killed;
}

/** The receipt comes out once, however often the kiosk was started. */
async function expectOneReceipt(scene: Scene): Promise<void> {
  await expect
    .poll(() => scene.journal().printJobs, patience)
    .toEqual([{ kind: 'receipt', state: 'printed' }]);
  expect(receipts(scene.world)).toHaveLength(1);
}

test('S5, paid while the kiosk was dead: found out, written off once, receipt printed once', async () => {
  const scene = await openScene();
  await showQr(await scene.boot());
  await scene.kill();
  payAtPsp(scene.world);

  const page = await scene.boot();
  await waitForWriteOff(scene, 'DONE');
  await expectNothingOf(page, maria);
  await expectCrashTold(scene.world);
  expect(writeOffsAtErp(scene.world)).toEqual([{ invoiceId, times: 1, effective: 1 }]);
  expect(scene.world.psp.ledger.charges).toHaveLength(1);
  await expectOneReceipt(scene);
});

test('S7, write-off in flight, and the ERP acts when the kiosk is back: waited for, not sent again', async () => {
  const scene = await openScene({
    settings: ({ erps: [erp] }) => {
      erp.settleWindowSeconds = 60;
      erp.proofIntervalSeconds = 1;
    },
  });
  const { erp } = scene.world;
  erp.setFaults([
    { operation: 'writeOffInvoice', times: 1, effect: { kind: 'act-later', delayMs: 3_600_000 } },
  ]);
  await payAndDieDuring(scene, 'writeOffInvoice');

  const readsBefore = erp.ledger.requests.listOpenInvoices ?? 0;
  await scene.boot();
  await expect.poll(() => erp.ledger.requests.listOpenInvoices, patience).toBeGreaterThan(readsBefore);
  expect(erp.actPostponed()).toBe(1);
  await waitForWriteOff(scene, 'DONE_BY_RECONCILIATION');
  expect(writeOffsAtErp(scene.world)).toEqual([{ invoiceId, times: 1, effective: 1 }]);
});
