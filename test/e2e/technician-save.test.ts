import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { customers } from '../simulators/erp/fixture-customers.ts';
import { patience, readLog, useStage } from '../support/stage.ts';
import { technicianAt } from '../support/technician.ts';
import {
  identify,
  leaveVisit,
  openInvoice,
  payByPix,
  readPage,
  submitDocument,
  touch,
  waitForScreen,
} from '../support/visit.ts';
import type { World, WorldSettings } from '../support/world.ts';

const { maria } = customers;

describe('what a technician saves', () => {
  const stage = useStage({ technician: true, world: { printer: false } });

  test('counts from the next visit on, undo takes it back, and money on its way is not lost', async () => {
    const { page, world } = stage;
    const technician = technicianAt(page);
    const txid = await leaveChargeBehind(page, world);

    await technician.enter();
    await technician.open('terminal');
    await touch(page, 'field-visit.secondFactor-phone-last-digits');
    await technician.save();
    expect(await readPage(page)).toContain('Salvo. O totem já usa as novas configurações.');
    // Paid between two restarts: whichever kiosk hears of it writes it off, and only once.
    world.psp.pay(txid);
    await touch(page, 'action-undo');
    await touch(page, 'undo-yes');
    await page.getByText('Desfeito. O totem já usa as configurações de antes.').waitFor(patience);
    await touch(page, 'action-undo');
    await touch(page, 'undo-yes');
    await expect
      .poll(async () => (await readSettings(world)).visit.secondFactor, patience)
      .toBe('phone-last-digits');
    await expect.poll(() => world.erp.isOpen(maria.invoices.plain), patience).toBe(false);
    await expect
      .poll(
        async () => (await readLog(world)).filter(({ code }) => code === 'KIOSK-RESTARTS').length,
        patience,
      )
      .toBe(3);
    await technician.leave();

    await submitDocument(page, maria.document);
    await waitForScreen(page, 'second-factor');
    await leaveVisit(page);
    await technician.enter();
    await touch(page, 'action-undo');
    await touch(page, 'undo-yes');
    await page.getByText('Desfeito.').waitFor(patience);
    await technician.leave();
    await identify(page, maria.document);
    expect(await page.getByTestId(`invoice-${maria.invoices.plain}`).count()).toBe(0);
    expect(
      world.erp.ledger.writeOffs.filter(({ invoiceId }) => invoiceId === maria.invoices.plain),
    ).toHaveLength(1);
  });

  test('is refused while a field is wrong, and the list of problems leads to it', async () => {
    const { page, world } = stage;
    const technician = technicianAt(page);
    const before = await readFile(settingsFile(world), 'utf8');
    await technician.enter();
    await technician.open('erp');
    await technician.fill('field-erps[0].baseUrl', 'ftp://erp.example');
    await page.keyboard.press('Tab');
    await page.getByTestId('problem-erps[0].baseUrl').waitFor(patience);
    await touch(page, 'action-save');
    await page.getByText('Não salvo: acerte os problemas primeiro.').waitFor(patience);
    await technician.open('state');
    await touch(page, 'draft-problems');
    await touch(page, 'problem-link-erps[0].baseUrl');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.id), patience)
      .toBe('field-erps[0].baseUrl');

    await touch(page, 'tech-leave');
    await touch(page, 'dialog-leave-cancel');
    expect(await page.getByTestId('field-erps[0].baseUrl').inputValue()).toBe('ftp://erp.example');
    await touch(page, 'tech-leave');
    await touch(page, 'leave-unsaved');
    await waitForScreen(page, 'attract');
    expect(await readFile(settingsFile(world), 'utf8')).toBe(before);
  });

  test('does not overwrite what somebody else wrote meanwhile', async () => {
    const { page, world } = stage;
    const technician = technicianAt(page);
    await technician.enter();
    await technician.open('terminal');
    const settings = await readSettings(world);
    settings.terminal.companyName = 'Escrito à mão';
    await writeFile(settingsFile(world), JSON.stringify(settings));
    await technician.fill('field-terminal.supportPhone', '0800 999 0000');
    await touch(page, 'action-save');
    await touch(page, 'dialog-stale-cancel');
    await expect
      .poll(() => page.getByTestId('field-terminal.companyName').inputValue(), patience)
      .toBe('Escrito à mão');
    await technician.fill('field-terminal.supportPhone', '0800 999 0000');
    await technician.save();
    expect((await readSettings(world)).terminal).toMatchObject({
      companyName: 'Escrito à mão',
      supportPhone: '0800 999 0000',
    });
    await technician.leave();
    expect(await readPage(page)).toMatch(/Escrito à mão[\s\S]*0800 999 0000/);
  });
});

/** A customer who goes away while the bank takes no cancellation: the charge can still be paid. */
async function leaveChargeBehind(page: Page, world: World): Promise<string> {
  world.psp.setFaults([{ operation: 'reviseCob', effect: { kind: 'status', status: 503 } }]);
  await identify(page, maria.document);
  await openInvoice(page, maria.invoices.plain);
  await payByPix(page);
  await touch(page, 'action-leave');
  await waitForScreen(page, 'problem');
  await leaveVisit(page);
  return world.psp.ledger.charges.at(-1)?.txid ?? '';
}

function settingsFile({ dataFolder }: World): string {
  return join(dataFolder, 'settings.json');
}

async function readSettings(world: World): Promise<WorldSettings> {
  return JSON.parse(await readFile(settingsFile(world), 'utf8')) as WorldSettings;
}
