import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { ScreenName } from '../../src-main/contract/screen.ts';
import { allCustomers, customers } from '../simulators/erp/fixture-customers.ts';
import type { Simulator } from '../simulators/server/simulator.ts';
import { launchKiosk } from '../support/kiosk.ts';
import { patience, printSlipInto, type Stage, useStage } from '../support/stage.ts';
import {
  openInvoice,
  payByPix,
  printSlip,
  startVisit,
  submitDocument,
  touch,
  typeDocument,
  waitForScreen,
} from '../support/visit.ts';
import { startWorld, type WorldSettings } from '../support/world.ts';
import { findFaults } from './gallery/find-faults.ts';

const { maria, twoContracts, many, difficult, alphanumericCompany, noneOpen } = customers;

/** Everybody was born on the same day, so that each list can be reached through the second factor. */
const birthDate = '1985-03-15';

/** Long enough for a screen that waits for somebody to be looked at in peace (milliseconds). */
const timeoutMs = 60_000;

function unhurried(settings: WorldSettings): void {
  settings.visit.secondFactor = 'birth-date';
  settings.visit.idleSeconds = 600;
  settings.visit.thanksSeconds = 60;
  settings.erps[0].timeoutMs = timeoutMs;
  settings.pix.accounts = settings.pix.accounts.map((account) => ({ ...account, timeoutMs }));
}

for (const size of [
  { width: 1080, height: 1920 },
  { width: 1280, height: 800 },
]) {
  const name = `${size.width}×${size.height}`;

  describe(`every screen at ${name}`, () => {
    const stage = useStage({
      size,
      settings: unhurried,
      world: {
        erp: {
          customers: allCustomers.map((customer) =>
            customer.id === alphanumericCompany.id ? customer : { ...customer, birthDate },
          ),
        },
      },
    });

    test('who is it', async () => {
      const { page, world } = stage;
      await expectSound(page, 'attract');
      await startVisit(page);
      await expectSound(page, 'document');
      await typeDocument(page, '12A');
      await expectSound(page, 'document');
      await touch(page, 'action-submit');
      await page.getByTestId('error-incomplete').waitFor(patience);
      await expectSound(page, 'document');
      await touch(page, 'key-clear');
      await typeDocument(page, maria.document);
      const release = hold(world.erp, 'getCustomer');
      await touch(page, 'action-submit');
      await page.getByTestId('searching').waitFor(patience);
      await expectSound(page, 'document');
      release();
      await waitForScreen(page, 'second-factor');
      await expectSound(page, 'second-factor');
      for (const digit of '01011970') await page.getByTestId(`key-${digit}`).click({ force: true });
      await touch(page, 'action-submit');
      await page.getByText('Não é o que está no seu cadastro').waitFor(patience);
      await expectSound(page, 'second-factor');
    });

    test('which invoice', async () => {
      const { page } = stage;
      await verify(page, twoContracts.document);
      await waitForScreen(page, 'contracts');
      await expectSound(page, 'contracts');
      await touch(page, 'contract-3003');
      await waitForScreen(page, 'invoices');
      await expectSound(page, 'invoices');
      await touch(page, 'action-leave');
      await verify(page, many.document);
      await waitForScreen(page, 'invoices');
      await expectSound(page, 'invoices');
      await touch(page, 'action-leave');
      await verify(page, noneOpen.document);
      await waitForScreen(page, 'invoices');
      await expectSound(page, 'invoices');
      await touch(page, 'action-leave');
      await verify(page, difficult.document);
      await waitForScreen(page, 'invoices');
      await openInvoice(page, difficult.invoices.brokenLine);
      await expectSound(page, 'invoice');
    });

    test('paying by PIX', async () => {
      const { page, world } = stage;
      await verify(page, maria.document);
      await waitForScreen(page, 'invoices');
      await openInvoice(page, maria.invoices.overdue);
      await expectSound(page, 'invoice');
      const releaseCharge = hold(world.psp, 'createCob');
      await touch(page, 'action-pay-pix');
      await waitForScreen(page, 'preparing-pix');
      await expectSound(page, 'preparing-pix');
      releaseCharge();
      await waitForScreen(page, 'pix');
      await expectSound(page, 'pix');
      const releaseCancel = hold(world.psp, 'reviseCob');
      await touch(page, 'action-back');
      await waitForScreen(page, 'cancelling-pix');
      await expectSound(page, 'cancelling-pix');
      releaseCancel();
      await waitForScreen(page, 'invoice');
      await payByPix(page);
      world.psp.removeByPsp(newestTxid(world.psp));
      await waitForScreen(page, 'pix-expired');
      await expectSound(page, 'pix-expired');
      await touch(page, 'action-back');
      await payByPix(page);
      world.psp.pay(newestTxid(world.psp));
      await waitForScreen(page, 'paid');
      await page.getByTestId('receipt-printed').waitFor(patience);
      await expectSound(page, 'paid');
      await touch(page, 'action-done');
      await waitForScreen(page, 'thanks');
      await expectSound(page, 'thanks');
      await touch(page, 'action-done');
      await getReceiptAgain(stage);
    });

    test('printing the boleto', async () => {
      const { page, printer } = stage;
      await verify(page, maria.document);
      await waitForScreen(page, 'invoices');
      await openInvoice(page, maria.invoices.plain);
      await printer.setStalled(true);
      await touch(page, 'action-print-slip');
      await waitForScreen(page, 'printing-slip');
      await expectSound(page, 'printing-slip');
      await printer.setStalled(false);
      await waitForScreen(page, 'slip-printed');
      await touch(page, 'action-done');
      await openInvoice(page, maria.invoices.collection);
      await printSlip(page);
      await expectSound(page, 'slip-printed');
      await touch(page, 'action-done');
      await openInvoice(page, maria.invoices.collection);
      await printSlipInto(stage, (printer) => printer.setCondition({ paper: 'out' }));
      await waitForScreen(page, 'slip-trouble');
      await expectSound(page, 'slip-trouble');
      await touch(page, 'action-back');
      await page.getByTestId('slip-not-offered').waitFor(patience);
      await expectSound(page, 'invoice');
      await payByPix(page);
      await expectSound(page, 'pix');
    });

    test('the focus of the keyboard is seen wherever it goes', async () => {
      const { page } = stage;
      await startVisit(page);
      const seen = new Set<string>();
      await expect
        .poll(async () => {
          await page.keyboard.press('Tab');
          const focus = await readFocus(page);
          if (focus) {
            expect(focus.outlineWidth, focus.name).toBeGreaterThanOrEqual(3);
            seen.add(focus.name);
          }
          return [...seen];
        }, patience)
        .toEqual(
          expect.arrayContaining([
            'key-1',
            'key-erase',
            'action-toggle-letters',
            'action-submit',
            'action-leave',
          ]),
        );
    });

    test('trouble', async () => {
      const { page, world } = stage;
      await submitDocument(page, alphanumericCompany.document);
      await waitForScreen(page, 'problem');
      await expectSound(page, 'problem');
      await touch(page, 'action-leave');
      world.erp.setFaults([{ effect: { kind: 'status', status: 503 } }]);
      await submitDocument(page, maria.document);
      await waitForScreen(page, 'problem');
      await expectSound(page, 'problem');
    });
  });

  describe(`the idle warning at ${name}`, () => {
    const stage = useStage({
      size,
      world: { printer: false },
      settings: ({ visit }) => {
        visit.idleSeconds = 2;
        visit.idleWarningSeconds = 60;
      },
    });

    test('lies over the screen, and nothing below it can be reached', async () => {
      const { page } = stage;
      await startVisit(page);
      await page.getByTestId('idle-warning').waitFor(patience);
      await expectSound(page, 'document');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('idle-title');
      const key = await page.getByTestId('key-5').boundingBox();
      await page.mouse.click((key?.x ?? 0) + 10, (key?.y ?? 0) + 10);
      await page.getByTestId('idle-warning').waitFor({ ...patience, state: 'detached' });
      expect(await page.getByTestId('entry').innerText()).not.toContain('5');
    });
  });

  test(`a kiosk without settings at ${name}`, async () => {
    const world = await startWorld({ printer: false });
    onTestFinished(() => world.close());
    await writeFile(join(world.dataFolder, 'settings.json'), '{}');
    const kiosk = await launchKiosk({ dataFolder: world.dataFolder, size });
    onTestFinished(() => kiosk.close());
    await waitForScreen(kiosk.page, 'configuring');
    await expectSound(kiosk.page, 'configuring');
  });
}

/** From the attract screen through the second factor. */
/** Maria, who paid before, comes back for her receipt, twice, the second time while the roll ends. */
async function getReceiptAgain({ page, printer }: Stage): Promise<void> {
  await verify(page, maria.document);
  await waitForScreen(page, 'invoices');
  await expectSound(page, 'invoices');
  await touch(page, 'action-show-receipts');
  await waitForScreen(page, 'receipts');
  await expectSound(page, 'receipts');
  await printer.setStalled(true);
  await touchFirstReceipt(page);
  await waitForScreen(page, 'printing-receipt');
  await expectSound(page, 'printing-receipt');
  await printer.setStalled(false);
  await waitForScreen(page, 'receipt-printed');
  await expectSound(page, 'receipt-printed');
  expect(printer.papers.at(-1)?.text).toMatch(/REIMPRESSÃO[\s\S]*COMPROVANTE DE PAGAMENTO PIX/);
  await touch(page, 'action-done');
  await waitForScreen(page, 'receipts');
  await printer.setStalled(true);
  await touchFirstReceipt(page);
  await waitForScreen(page, 'printing-receipt');
  printer.setCondition({ paper: 'out' });
  await printer.setStalled(false);
  await waitForScreen(page, 'receipt-trouble');
  await expectSound(page, 'receipt-trouble');
  printer.setCondition({ paper: 'ok' });
  await waitForScreen(page, 'receipt-printed');
}

async function touchFirstReceipt(page: Page): Promise<void> {
  const card = page.getByTestId(/^receipt-/).first();
  await touch(page, (await card.getAttribute('data-testid')) ?? '');
}

async function verify(page: Page, document: string): Promise<void> {
  await waitForScreen(page, 'attract');
  await submitDocument(page, document);
  await waitForScreen(page, 'second-factor');
  for (const digit of '15031985') await page.getByTestId(`key-${digit}`).click({ force: true });
  await touch(page, 'action-submit');
}

/**
 * What is drawn passes axe, with text of 26 px or more, touch targets of 88 px or more, and nothing beyond the window
 * or its own zone.
 */
async function expectSound(page: Page, name: ScreenName): Promise<void> {
  await waitForScreen(page, name);
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every(
        (each) =>
          each.playState !== 'running' ||
          each.effect?.getComputedTiming().endTime === Number.POSITIVE_INFINITY,
      ),
  );
  expect(await findFaults(page), name).toEqual([]);
  const excess = await page.evaluate(() => ({
    width: document.documentElement.scrollWidth - window.innerWidth,
    height: document.documentElement.scrollHeight - window.innerHeight,
  }));
  expect(Math.max(excess.width, excess.height), name).toBeLessThanOrEqual(0);
}

/** The button that has the focus, and the width (CSS pixels) of the line drawn around it. */
function readFocus(
  page: Page,
): Promise<{ readonly name: string; readonly outlineWidth: number } | undefined> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!element?.matches('button')) return undefined;
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return {
      name: element.getAttribute('data-testid') ?? '',
      outlineWidth: outlineStyle === 'none' ? 0 : Number.parseFloat(outlineWidth),
    };
  });
}

/** Keeps requests of one kind waiting until the result is called. */
function hold(simulator: Simulator<unknown>, operation: string): () => void {
  let release = (): void => undefined;
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  const stop = simulator.onRequest((request) => (request.operation === operation ? gate : undefined));
  const end = (): void => {
    stop();
    release();
  };
  onTestFinished(end);
  return end;
}

function newestTxid(psp: {
  readonly ledger: { readonly charges: readonly { readonly txid: string }[] };
}): string {
  return psp.ledger.charges.at(-1)?.txid ?? '';
}
