import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { defaultCrmAccount } from '../simulators/crm/crm-simulator.ts';
import { defaultErpToken } from '../simulators/erp/erp-simulator.ts';
import { customers } from '../simulators/erp/fixture-customers.ts';
import { defaultPspClient } from '../simulators/psp/psp-simulator.ts';
import { defaultSeniorAccount } from '../simulators/senior-crm/senior-crm-simulator.ts';
import { launchKiosk, projectFolder, type RunningKiosk } from '../support/kiosk.ts';
import { patience } from '../support/stage.ts';
import { technicianAt } from '../support/technician.ts';
import { choosePin, technicianPin } from '../support/technician-pin.ts';
import { identify, leaveVisit, readPage, touch, waitForScreen } from '../support/visit.ts';
import { startWorld, type World } from '../support/world.ts';

const { maria } = customers;

const logo =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10"><rect width="40" height="10" fill="#0b6e4f"/></svg>';

let world: World;
let media: string;
let stick: string;
let kiosk: RunningKiosk;

beforeEach(async () => {
  [world, media] = await Promise.all([
    startWorld({ printer: false }),
    mkdtemp(join(tmpdir(), 'balcao-media-')),
  ]);
  stick = join(media, 'PENDRIVE');
  await mkdir(join(stick, 'perfis'), { recursive: true });
  await Promise.all([
    writeFile(join(stick, 'marca.svg'), logo),
    writeFile(join(stick, 'marca.png'), 'not a picture'),
    writeProfile(join(stick, 'perfis', 'da-casa.json')),
    writeFile(join(stick, 'perfis', 'pela-metade.json'), '{"format": 1, "name": "pela-metade"}'),
    choosePin(world.dataFolder),
  ]);
});

afterEach(async () => {
  await kiosk.close();
  await Promise.all([world.close(), rm(media, { recursive: true, force: true })]);
});

test('logo, profile, settings and log go over a drive, and another kiosk is set up from it', async () => {
  kiosk = await launchKiosk({ dataFolder: world.dataFolder, env: { BALCAO_MEDIA: media } });
  await kiosk.page.emulateMedia({ reducedMotion: 'reduce' });
  await takeLogoAndProfile(kiosk.page);
  await expectToServe(kiosk.page);
  const settings = await exportBoth(kiosk.page);
  await kiosk.close();

  const dataFolder = join(world.dataFolder, 'second');
  await mkdir(dataFolder);
  await choosePin(dataFolder);
  kiosk = await launchKiosk({ dataFolder, env: { BALCAO_MEDIA: media } });
  await kiosk.page.emulateMedia({ reducedMotion: 'reduce' });
  await setUpFrom(settings, kiosk.page);
  await expectToServe(kiosk.page);
});

async function takeLogoAndProfile(page: Page): Promise<void> {
  const technician = technicianAt(page);
  await technician.enter();
  await technician.open('terminal');
  await touch(page, 'logo-pick');
  await choosePendrive(page);
  await touch(page, 'entry-marca.png');
  await page.getByTestId('file-trouble').getByText('não é uma imagem PNG ou SVG').waitFor(patience);
  expect(await page.getByTestId(/^entry-.*\.json$/).count()).toBe(0);
  await touch(page, 'entry-marca.svg');
  await page
    .getByTestId('logo-name')
    .getByText(/^logo-[0-9a-f]+\.svg$/)
    .waitFor(patience);
  await takeProfile(page);
  await technician.save();
  await technician.leave();
}

async function takeProfile(page: Page): Promise<void> {
  await technicianAt(page).open('erp');
  await touch(page, 'profile-from-drive-erps[0]');
  await choosePendrive(page);
  await touch(page, 'entry-perfis');
  await touch(page, 'entry-perfis/pela-metade.json');
  await page.getByTestId('file-trouble').getByText('operations').waitFor(patience);
  await touch(page, 'entry-perfis/da-casa.json');
  await page.getByTestId('profile-chosen-da-casa').waitFor(patience);
}

/** The logo is on the screen, and the profile of the drive finds a customer's invoices. */
async function expectToServe(page: Page): Promise<void> {
  await waitForScreen(page, 'attract');
  const source = await page.locator('img[data-brand-mark]').getAttribute('src');
  expect(Buffer.from(source?.split(',')[1] ?? '', 'base64').toString()).toBe(logo);
  await identify(page, maria.document);
  await page.getByTestId(`invoice-${maria.invoices.plain}`).waitFor(patience);
  await leaveVisit(page);
}

/** Puts settings and log onto the drive; the name of the settings. */
async function exportBoth(page: Page): Promise<string> {
  const technician = technicianAt(page);
  await technician.enter();
  await technician.open('security');
  await touch(page, 'action-export-settings');
  await choosePendrive(page);
  await page.getByTestId('export-settings-outcome').getByText('balcao-').waitFor(patience);
  await technician.open('state');
  await touch(page, 'action-export-log');
  await choosePendrive(page);
  await page.getByTestId('export-log-outcome').getByText('balcao-log-T01-').waitFor(patience);
  await technician.leave();

  const names = await readdir(stick);
  const settings = names.find((name) => name.endsWith('.json')) ?? '';
  const text = await readFile(join(stick, settings), 'utf8');
  expect(text).toContain('"profile": "da-casa"');
  expect(text).not.toMatch(new RegExp(`sealed:|${defaultErpToken}|${defaultPspClient.clientSecret}`));
  const packed = await readFile(join(stick, names.find((name) => name.endsWith('.txt.gz')) ?? ''));
  const log = gunzipSync(packed).toString('utf8');
  expect(log).toContain('KIOSK-RESTARTS');
  for (const secret of [
    maria.document,
    '529.982.247-25',
    'Maria',
    defaultErpToken,
    defaultPspClient.clientSecret,
  ])
    expect(log).not.toContain(secret);
  return settings;
}

/** From nothing but the drive and what a drive never carries. */
async function setUpFrom(settings: string, page: Page): Promise<void> {
  const technician = technicianAt(page);
  await waitForScreen(page, 'configuring');
  await page.keyboard.press('Control+Alt+t');
  await page.getByTestId('pin-enter').waitFor(patience);
  await technician.typePin(technicianPin);
  await page.getByTestId('tech-tab-state').waitFor(patience);
  await technician.open('security');
  await touch(page, 'action-import');
  await choosePendrive(page);
  await touch(page, `entry-${settings}`);
  const changes = await page.getByTestId('import-changes').innerText();
  expect(changes).toContain('terminal.companyName');
  expect(changes).toContain('Rede Horizonte');
  expect(await page.getByTestId('import-problems').innerText()).toContain('pix.accounts[0].clientSecret');
  await touch(page, 'import-take');
  await page.getByTestId('import-taken').waitFor(patience);

  await takeProfile(page);
  await technician.fill('field-erps[0].auth.token', defaultErpToken);
  await technician.open('terminal');
  await touch(page, 'logo-pick');
  await choosePendrive(page);
  await touch(page, 'entry-marca.svg');
  await technician.fill('field-terminal.id', 'T02');
  await technician.open('pix');
  await technician.fill('field-pix.accounts[0].key', 'pix@redehorizonte.example');
  await technician.fill('field-pix.accounts[0].clientId', defaultPspClient.clientId);
  await technician.fill('field-pix.accounts[0].clientSecret', defaultPspClient.clientSecret);
  await technician.open('relay');
  await technician.fill('field-relay.crm.clientId', defaultCrmAccount.clientId);
  await technician.fill('field-relay.crm.clientSecret', defaultCrmAccount.clientSecret);
  await technician.fill('field-relay.seniorCrm.token', defaultSeniorAccount.token);
  await page.getByTestId('draft-problems').and(page.locator('[data-count="0"]')).waitFor(patience);
  await technician.save();
  expect(await readPage(page)).toContain('Terminal T02');
  await technician.leave();
}

async function choosePendrive(page: Page): Promise<void> {
  await page
    .getByTestId(/^drive-/)
    .filter({ hasText: 'PENDRIVE' })
    .click(patience);
}

/** Contract A under a name of one's own. */
async function writeProfile(file: string): Promise<void> {
  const text = await readFile(join(projectFolder, 'resources/erp-profiles/contract-a.json'), 'utf8');
  const profile = JSON.parse(text) as Record<string, unknown>;
  await writeFile(file, JSON.stringify({ ...profile, name: 'da-casa', title: 'ERP da casa' }));
}
