import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { defaultCrmAccount } from '../simulators/crm/crm-simulator.ts';
import { defaultErpToken } from '../simulators/erp/erp-simulator.ts';
import { customers } from '../simulators/erp/fixture-customers.ts';
import { defaultPspClient } from '../simulators/psp/psp-simulator.ts';
import { launchKiosk } from '../support/kiosk.ts';
import { patience } from '../support/stage.ts';
import { technicianAt } from '../support/technician.ts';
import { choosePin, technicianPin } from '../support/technician-pin.ts';
import { identify, leaveVisit, touch, waitForScreen } from '../support/visit.ts';
import { startWorld, type World } from '../support/world.ts';

const newPin = '915307264815';
const wrongPin = '777000333111';
const newToken = 'erp-token-of-tomorrow-90210';

const secrets = [
  technicianPin,
  newPin,
  wrongPin,
  newToken,
  defaultErpToken,
  defaultPspClient.clientSecret,
  defaultCrmAccount.clientSecret,
];

let world: World;
let media: string;
/** What the page was made of, by where one was. */
const pages = new Map<string, string>();
/** Settings before the first save, secrets and all. */
let writtenByHand: string;
let loadedByCustomer: readonly string[];
let loadedByTechnician: readonly string[];
let kept: unknown;
const startedTokens: string[] = [];

beforeAll(async () => {
  [world, media] = await Promise.all([startWorld(), mkdtemp(join(tmpdir(), 'balcao-media-'))]);
  await Promise.all([mkdir(join(media, 'PENDRIVE')), choosePin(world.dataFolder)]);
  for (const simulator of [world.psp, world.crm]) {
    simulator.onAnswered((_request, { body }) => {
      const token = /"access_token":\s*"([^"]+)"/.exec(body)?.[1];
      if (token !== undefined) startedTokens.push(token);
    });
  }
  writtenByHand = await readFile(join(world.dataFolder, 'settings.json'), 'utf8');
  const kiosk = await launchKiosk({ dataFolder: world.dataFolder, env: { BALCAO_MEDIA: media } });
  const { page } = kiosk;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await waitForScreen(page, 'attract');
  await identify(page, customers.maria.document);
  await leaveVisit(page);
  loadedByCustomer = await readScripts(page);
  await work(page);
  loadedByTechnician = await readScripts(page);
  kept = await page.evaluate(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    cookies: document.cookie,
    history: history.length,
  }));
  await kiosk.close();
});

afterAll(async () => {
  await Promise.all([world.close(), rm(media, { recursive: true, force: true })]);
});

test("a customer's page loads nothing of the technician's area", () => {
  expect(loadedByCustomer).not.toEqual([]);
  expect(loadedByCustomer.filter((name) => name.includes('technician'))).toEqual([]);
  expect(loadedByTechnician.filter((name) => name.includes('technician'))).not.toEqual([]);
});

test('no secret and no PIN ever stands in the page, nor is anything kept by it', () => {
  // Shows that the search finds what there is.
  expect(found(writtenByHand)).toHaveLength(3);
  expect(pages.size).toBe(10);
  for (const [where, html] of pages) expect(found(html), where).toEqual([]);
  expect(kept).toEqual({ local: 0, session: 0, databases: 0, caches: 0, cookies: '', history: 1 });
});

test('no file holds a secret or a PIN: settings, their history, log, audit, data base, drive', async () => {
  const files = [...(await filesBelow(world.dataFolder)), ...(await filesBelow(media))];
  for (const name of [
    'settings.json',
    'audit.jsonl',
    'technician.json',
    'balcao.log',
    'balcao.db',
    '.txt.gz',
  ])
    expect(
      files.some((file) => file.endsWith(name)),
      name,
    ).toBe(true);
  expect(files.some((file) => file.includes('settings-history'))).toBe(true);
  const finds = await Promise.all(
    files.map(async (file) => {
      const bytes = await readFile(file);
      const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('latin1');
      return found(text).map((secret) => `${file}: ${secret}`);
    }),
  );
  expect(finds.flat()).toEqual([]);
});

/** Everything that a technician does with secrets. */
async function work(page: Page): Promise<void> {
  const technician = technicianAt(page);
  await technician.knock();
  await technician.typePin(wrongPin);
  await page.getByTestId('pin-trouble').waitFor(patience);
  await keepPage(page, 'door');
  await technician.typePin(technicianPin);
  await technician.open('erp');
  await technician.fill('field-test-erp-document', customers.maria.document);
  await touch(page, 'test-erp-run');
  await touch(page, 'test-erp-exchanges');
  await keepPage(page, 'erp');
  await technician.open('pix');
  await touch(page, 'test-pix-run');
  await touch(page, 'test-pix-exchanges');
  await keepPage(page, 'pix');
  await technician.open('relay');
  await touch(page, 'test-crm-run');
  await touch(page, 'test-crm-exchanges');
  await keepPage(page, 'relay');
  await technician.open('erp');
  await touch(page, 'secret-change-erps[0].auth.token');
  await technician.fill('field-erps[0].auth.token', newToken);
  await technician.save();
  await page.getByTestId('secret-stored-erps[0].auth.token').waitFor(patience);
  await keepPage(page, 'erp saved');
  await touch(page, 'action-undo');
  await touch(page, 'undo-yes');
  await page.getByText('Desfeito.').waitFor(patience);
  await technician.open('security');
  await technician.fill('field-pin.current', technicianPin);
  await technician.fill('field-pin.next', newPin);
  await technician.fill('field-pin.repeat', newPin);
  await touch(page, 'action-change-pin');
  await page.getByTestId('change-pin-outcome').getByText('PIN trocado').waitFor(patience);
  for (const what of ['settings', 'log']) {
    if (what === 'log') await technician.open('state');
    await touch(page, `action-export-${what}`);
    await page
      .getByTestId(/^drive-/)
      .filter({ hasText: 'PENDRIVE' })
      .click(patience);
    await page.getByTestId(`export-${what}-outcome`).getByText('balcao-').waitFor(patience);
  }
  for (const section of ['terminal', 'printer', 'security', 'state']) {
    await technician.open(section);
    await keepPage(page, section);
  }
  await technician.leave();
  await keepPage(page, 'attract');
}

async function keepPage(page: Page, where: string): Promise<void> {
  const values = await page.evaluate(() =>
    [...document.querySelectorAll('input')].map(({ value }) => value).join('\n'),
  );
  pages.set(where, `${await page.content()}\n${values}`);
}

/** Every script that the page has loaded, as Chromium's own debugger tells it. */
async function readScripts(page: Page): Promise<readonly string[]> {
  const names: string[] = [];
  const session = await page.context().newCDPSession(page);
  session.on('Debugger.scriptParsed', ({ url }) => names.push(url));
  await session.send('Debugger.enable');
  await session.detach();
  return names.filter((name) => name.endsWith('.js'));
}

/** Which of the secrets a text holds, as they are or as a tool would write them. */
function found(text: string): readonly string[] {
  return [...secrets, ...startedTokens].filter(
    (secret) => text.includes(secret) || text.includes(Buffer.from(secret).toString('base64')),
  );
}

async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
