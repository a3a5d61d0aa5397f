import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { launchKiosk, type RunningKiosk } from '../support/kiosk.ts';
import { readLog } from '../support/stage.ts';
import { readPage, waitForScreen } from '../support/visit.ts';
import { startWorld, type World, type WorldSettings } from '../support/world.ts';

const secrets = {
  erpToken: 'erp-token-0f6f1c2f6e4c',
  pixSecret: 'pix-secret-8b1d0a7e5c4d3b9f6f1c2f6e8b1d0a7e',
  crmSecret: 'crm-secret-3b9f6f1c2f6e',
};

let world: World;
let kiosk: RunningKiosk | undefined;

beforeEach(async () => {
  world = await startWorld({ printer: false });
});

afterEach(async () => {
  await kiosk?.close();
  kiosk = undefined;
  await world.close();
});

/** Starts the kiosk and reads what it tells a technician; `undefined` for the file: there is none. */
async function startWith(file: string | undefined): Promise<{ text: string; fields: readonly string[] }> {
  const dataFolder = file === undefined ? join(world.dataFolder, 'new') : world.dataFolder;
  if (file !== undefined) await writeFile(join(dataFolder, 'settings.json'), file);
  kiosk = await launchKiosk({ dataFolder });
  await waitForScreen(kiosk.page, 'configuring');
  const text = await readPage(kiosk.page);
  for (const secret of Object.values(secrets)) expect(text).not.toContain(secret);
  expect(text).toContain('Em configuração');
  expect(text).toContain(join(dataFolder, 'settings.json'));
  expect(await kiosk.page.getByTestId('screen-configuring').getByRole('button').allInnerTexts()).toEqual([
    'Configurar este totem',
  ]);
  return { text, fields: await kiosk.page.getByTestId('settings-problem').locator('code').allInnerTexts() };
}

async function readSettings(): Promise<WorldSettings> {
  return JSON.parse(await readFile(join(world.dataFolder, 'settings.json'), 'utf8')) as WorldSettings;
}

test('no settings.json: says so, and where it is looked for', async () => {
  const { text, fields } = await startWith(undefined);
  expect(fields).toEqual(['settings.json']);
  expect(text).toContain('o arquivo não existe');
});

test('a settings.json that is no JSON: says the line, not what stands there', async () => {
  const { text, fields } = await startWith(`{\n  "erp": { "auth": { "token": "${secrets.erpToken}" },, }\n}`);
  expect(fields).toEqual(['settings.json']);
  expect(text).toMatch(/JSON inválido na linha 2, coluna \d+/);
});

test('wrong fields: names each, and shows none of their values', async () => {
  const { terminal, erps, pix, relay, visit, ...others } = await readSettings();
  const { fields } = await startWith(
    JSON.stringify({
      ...others,
      terminal: { ...terminal, brandColor: 'azul' },
      erps: [
        {
          ...erps[0],
          baseUrl: `ftp://usuario:${secrets.erpToken}@erp.example`,
          token: secrets.erpToken,
        },
      ],
      pix: {
        ...pix,
        accounts: [
          { ...pix.accounts[0], clientSecret: secrets.pixSecret, [secrets.pixSecret]: 'wrong side' },
        ],
        defaultAccount: 'nenhuma',
      },
      relay: { ...relay, crm: { ...relay.crm, clientSecret: secrets.crmSecret } },
      visit: { ...visit, idleSeconds: 0 },
    }),
  );
  expect(fields).toEqual(
    expect.arrayContaining([
      'terminal.brandColor',
      'erps[0].baseUrl',
      'erps[0].token',
      'pix.accounts[0].(…)',
      'visit.idleSeconds',
    ]),
  );
  const log = JSON.stringify(await readLog(world));
  expect(log).toContain('SETTINGS-UNUSABLE');
  for (const secret of Object.values(secrets)) expect(log).not.toContain(secret);
});

test('a database that cannot be opened: no payment is taken', async () => {
  await mkdir(join(world.dataFolder, 'balcao.db'));
  await world.writeSettings();
  kiosk = await launchKiosk({ dataFolder: world.dataFolder });
  await waitForScreen(kiosk.page, 'configuring');
  expect(await readPage(kiosk.page)).toContain('STORAGE-UNUSABLE');
});
