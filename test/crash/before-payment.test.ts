import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { customers } from '../simulators/erp/fixture-customers.ts';
import { identify, openInvoice, payByPix, touch, waitForScreen } from '../support/visit.ts';
import { killDuring, openScene, patience, type Scene } from './scene.ts';
import { expectNothingOf, payAtPsp, waitForCharge, writeOffsAtErp } from './witness.ts';

const { maria } = customers;
const invoiceId = maria.invoices.plain;

async function findInvoice(page: Page): Promise<void> {
  await identify(page, maria.document);
  await openInvoice(page, invoiceId);
}

/** Asks for the QR, and is killed while the PSP holds its next request for `operation`. */
async function askAndDieDuring(scene: Scene, page: Page, operation: string): Promise<void> {
  const killed = killDuring(scene, scene.world.psp, operation);
  // The page may be gone before the touch on it is over.
  await touch(page, 'action-pay-pix').catch(() => undefined);
  await killed;
}

/** The customer comes back, is shown a QR, and this time pays: one charge, one write-off. */
async function payAfterAll(scene: Scene, page: Page): Promise<void> {
  await findInvoice(page);
  await payByPix(page);
  payAtPsp(scene.world);
  await waitForScreen(page, 'paid');
  await expect
    .poll(() => writeOffsAtErp(scene.world), patience)
    .toEqual([{ invoiceId, times: 1, effective: 1 }]);
}

test('S3, request in flight, and the PSP acts: the charge is adopted, and a later visit pays that one', async () => {
  const scene = await openScene();
  const first = await scene.boot();
  await findInvoice(first);
  await askAndDieDuring(scene, first, 'createCob');
  const [asked] = scene.journal().charges;
  expect(asked).toMatchObject({ state: 'REQUESTED' });

  const second = await scene.boot();
  await waitForCharge(scene, 'AWAITING');
  await expectNothingOf(second, maria);
  expect(writeOffsAtErp(scene.world)).toEqual([]);
  await payAfterAll(scene, second);
  expect(scene.world.psp.ledger.charges).toEqual([
    expect.objectContaining({ txid: asked?.txid, status: 'CONCLUIDA' }),
  ]);
  expect(scene.world.psp.ledger.requests).toMatchObject({ createCob: 1 });
});
