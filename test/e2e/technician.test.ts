import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  defaultErpBToken,
  type ErpBSimulator,
  startErpBSimulator,
} from '../simulators/erp-b/erp-b-simulator.ts';
import { customersB } from '../simulators/erp-b/fixture-customers.ts';
import { defaultPspClient } from '../simulators/psp/psp-simulator.ts';
import { useFinger } from '../support/finger.ts';
import { launchKiosk, type RunningKiosk } from '../support/kiosk.ts';
import { patience } from '../support/stage.ts';
import { useTechnician } from '../support/technician.ts';
import { readPage, waitForScreen } from '../support/visit.ts';
import { startWorld, type World } from '../support/world.ts';

const pin = '482913';

let world: World;
let erp: ErpBSimulator;
let kiosk: RunningKiosk;

beforeEach(async () => {
  [world, erp] = await Promise.all([startWorld(), startErpBSimulator()]);
});

afterEach(async () => {
  await kiosk.close();
  await Promise.all([world.close(), erp.close()]);
});

test('from an empty data folder, by touch alone: PIN, the ERP of contract B, PIX, printer, tests, and a customer pays', {
  timeout: 120_000,
}, async () => {
  const dataFolder = join(world.dataFolder, 'new');
  kiosk = await launchKiosk({ dataFolder });
  const { page } = kiosk;
  const finger = await useFinger(page);
  const technician = useTechnician(page, finger);
  const { maria } = customersB;

  await finger.tap('action-technician');
  await technician.enterPin(pin);
  await technician.enterPin(pin);

  await technician.open('terminal');
  await technician.type('field-terminal.id', 'T07');
  await technician.type('field-terminal.companyName', 'Rede Serra');
  await technician.type('field-terminal.companyDocument', '33000167000101');
  await technician.type('field-terminal.companyAddress', 'Rua das Flores, 10 - Gramado/RS');

  await technician.open('erp');
  await finger.tap('add-erps');
  await technician.type('field-erps[0].id', 'serra');
  await finger.tap('profiles-erps[0]');
  await finger.tap('field-erps[0].profile-contract-b');
  await technician.type('field-erps[0].baseUrl', erp.url);
  await technician.type('field-erps[0].auth.token', defaultErpBToken);
  await technician.type('field-test-erp-document', maria.document);
  await finger.tap('test-erp-run');
  await page.getByTestId('test-erp-summary').waitFor(patience);
  expect(await page.getByTestId('test-erp-summary').innerText()).toContain('Cliente encontrado');
  await finger.tap('test-erp-exchanges');
  expect(await readPage(page)).not.toContain(defaultErpBToken);

  await technician.open('pix');
  await finger.tap('add-pix.accounts');
  await technician.type('field-pix.accounts[0].id', 'serra');
  await technician.type('field-pix.accounts[0].payeeName', 'REDE SERRA LTDA');
  await technician.type('field-pix.accounts[0].key', 'pix@serra.example');
  await technician.type('field-pix.accounts[0].baseUrl', world.psp.url);
  await technician.type('field-pix.accounts[0].tokenUrl', `${world.psp.url}/oauth/token`);
  await technician.type('field-pix.accounts[0].clientId', defaultPspClient.clientId);
  await technician.type('field-pix.accounts[0].clientSecret', defaultPspClient.clientSecret);
  await finger.tap('test-pix-run');
  await page.getByTestId('test-pix-summary').waitFor(patience);
  expect(world.psp.ledger.charges.map(({ status }) => status)).toEqual(['REMOVIDA_PELO_USUARIO_RECEBEDOR']);

  await technician.save();
  await finger.tap('tech-leave');
  await waitForScreen(page, 'attract');
  expect(await readPage(page)).toContain('Rede Serra');

  await finger.tap('action-start');
  for (const digit of maria.document) await finger.tap(`key-${digit}`);
  await finger.tap('action-submit');
  await finger.tap(`invoice-${maria.invoices.plain}`);
  await finger.tap('action-pay-pix');
  await waitForScreen(page, 'pix');
  world.psp.pay(world.psp.ledger.charges.at(-1)?.txid ?? '');
  await waitForScreen(page, 'paid');
  await expect.poll(() => erp.isOpen(maria.invoices.plain), patience).toBe(false);
  expect(erp.ledger.writeOffs).toHaveLength(1);

  const file = await readFile(join(dataFolder, 'settings.json'), 'utf8');
  for (const secret of [defaultErpBToken, defaultPspClient.clientSecret]) expect(file).not.toContain(secret);
});
