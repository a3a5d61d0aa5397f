import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { ScreenName } from '../../src-main/contract/screen.ts';
import { customers } from '../simulators/erp/fixture-customers.ts';
import { patience, printSlipInto, type Stage, useStage } from '../support/stage.ts';
import {
  identify,
  openInvoice,
  payByPix,
  readPage,
  screen,
  startVisit,
  submitDocument,
  touch,
  typeDocument,
  waitForScreen,
} from '../support/visit.ts';

const { maria } = customers;

describe('a customer who walks away', () => {
  const stage = useStage({
    world: { printer: false },
    settings: ({ visit }) => {
      visit.idleSeconds = 2;
      visit.idleWarningSeconds = 3;
    },
  });

  test('is warned with a countdown, may ask for more time, and then leaves nothing behind', async () => {
    const { page, world } = stage;
    await startVisit(page);
    await typeDocument(page, maria.document);
    const warning = page.getByTestId('idle-warning');
    await warning.waitFor(patience);
    expect(await warning.innerText()).toMatch(/Ainda está aí\?\s*Para proteger seus dados.*\s\d s/s);
    await touch(page, 'action-more-time');
    await warning.waitFor({ ...patience, state: 'detached' });
    expect(await page.getByTestId('entry').innerText()).toBe('529.982.247-25');

    await touch(page, 'action-submit');
    await waitForScreen(page, 'invoices');
    await warning.waitFor(patience);
    await waitForScreen(page, 'attract');
    await expectNothingLeft(page);
    await expect
      .poll(() => world.crm.ledger.cases.at(-1)?.fields.Description, patience)
      .toContain('Atendimento encerrado (por falta de toque)');
  });

  test('a touch beside the buttons is a sign of life too', async () => {
    const { page } = stage;
    await startVisit(page);
    const warning = page.getByTestId('idle-warning');
    await warning.waitFor(patience);
    await page.mouse.click(20, 20);
    await warning.waitFor({ ...patience, state: 'detached' });
    expect(await screen(page, 'document').isVisible()).toBe(true);
  });
});

describe('"Sair"', () => {
  const stage = useStage({
    settings: ({ visit }) => {
      visit.thanksSeconds = 60;
    },
  });

  /** How a screen of each kind is reached, and where "Sair" leads from it: home, or by way of the thanks when something was done. */
  const ways: readonly {
    from: ScreenName;
    reach: (stage: Stage) => Promise<void>;
    thanked?: true;
  }[] = [
    { from: 'document', reach: ({ page }) => startVisit(page) },
    { from: 'invoice', reach: ({ page }) => openPlain(page) },
    {
      from: 'preparing-pix',
      async reach({ page, world }) {
        await openPlain(page);
        world.psp.setFaults([{ operation: 'createCob', effect: { kind: 'hang' } }]);
        await touch(page, 'action-pay-pix');
      },
    },
    {
      from: 'pix',
      async reach({ page }) {
        await openPlain(page);
        await payByPix(page);
      },
    },
    {
      from: 'problem',
      async reach({ page, world }) {
        world.erp.setFaults([{ effect: { kind: 'status', status: 500 } }]);
        await submitDocument(page, maria.document);
      },
    },
    {
      from: 'slip-trouble',
      async reach(stage) {
        await openPlain(stage.page);
        await printSlipInto(stage, (printer) => printer.setCondition({ paper: 'out' }));
      },
    },
    {
      from: 'paid',
      thanked: true,
      async reach({ page, world }) {
        await openPlain(page);
        await payByPix(page);
        world.psp.pay(world.psp.ledger.charges.at(-1)?.txid ?? '');
      },
    },
  ];

  for (const { from, reach, thanked } of ways) {
    test(`leads home from ${from}, and nothing is left behind`, async () => {
      const { page } = stage;
      await reach(stage);
      await waitForScreen(page, from);
      await touch(page, 'action-leave');
      if (thanked) {
        await waitForScreen(page, 'thanks');
        await touch(page, 'action-leave');
      }
      await waitForScreen(page, 'attract');
      await expectNothingLeft(page);
    });
  }
});

async function openPlain(page: Page): Promise<void> {
  await identify(page, maria.document);
  await openInvoice(page, maria.invoices.plain);
}

/** Neither to be read, nor kept by the page, nor handed out by main when a fresh page asks. */
async function expectNothingLeft(page: Page): Promise<void> {
  await expectNobodyShown(page);
  const kept = await page.evaluate(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    history: history.length,
    selection: document.getSelection()?.toString(),
  }));
  expect(kept).toEqual({ local: 0, session: 0, databases: 0, caches: 0, history: 1, selection: '' });
  await page.reload();
  await waitForScreen(page, 'attract');
  await expectNobodyShown(page);
}

async function expectNobodyShown(page: Page): Promise<void> {
  expect(await page.content()).not.toMatch(/Maria|João|529|910003|R\$/);
  expect(await readPage(page)).toContain('Toque para começar');
}
