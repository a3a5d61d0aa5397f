import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Json, JsonObject } from '../../../src-main/contract/technician.ts';
import { KeyUnavailable } from '../../../src-main/settings/key-source.ts';
import { loadSettings } from '../../../src-main/settings/load-settings.ts';
import type { SecretVault } from '../../../src-main/settings/secret-vault.ts';
import { createSettingsStore } from '../../../src-main/settings/settings-store.ts';
import { ManualClock } from '../../support/manual-clock.ts';
import { exampleSettings } from './settings-example.ts';
import { lockedVault, testVault } from './test-vault.ts';

/** Everything in the settings that can hold a secret, planted with one; the count makes each of them another. */
function planted(secret: (place: string) => string): JsonObject {
  const auth = Object.fromEntries(
    ['token', 'password', 'clientId', 'clientSecret'].map((name) => [name, secret(name)]),
  );
  const headers = { 'X-Tenant': secret('header'), 'X-Key': secret('other-header') };
  const [account] = Object(exampleSettings().pix).accounts;
  return {
    ...exampleSettings(),
    erps: ['a', 'b'].map((id) => ({
      id,
      baseUrl: 'https://erp.example.com',
      auth,
      operations: { getCustomer: { headers }, listCities: { headers } },
      pix: { defaultAccount: 'principal' },
    })),
    pix: {
      accounts: [
        {
          ...account,
          key: secret('key'),
          clientId: secret('pix-id'),
          clientSecret: secret('pix-secret'),
          developerKey: secret('pix-app'),
          certificatePassphrase: secret('pix-passphrase'),
        },
      ],
      staticAccounts: [{ id: 'estatica', payeeName: 'S', city: 'B', key: secret('static-key') }],
      defaultAccount: 'principal',
    },
    relay: {
      chat: {
        onLoadContact: `https://c.example.com/e?k=${secret('chat')}&d=$Document$`,
        onStartConversation: `https://c.example.com/e?${secret('bare')}`,
        onEndConversation: `https://c.example.com/e?k=${secret('mixed')}-$name$&d=$Document$#${secret('fragment')}`,
        onSaveContact: `https://c.example.com/e?k=${secret('save')}`,
        wid: 'C61B',
        sender: { url: `https://c.example.com/send?k=${secret('send')}`, token: secret('send-token') },
        variables: { key: secret('variables') },
      },
      crm: { loginUrl: 'https://a.example.com', clientId: secret('crm-id'), clientSecret: secret('crm') },
      webhooks: [{ id: 'bi', url: 'https://b.example.com/e', secret: `whsec_${base64(secret('webhook'))}` }],
    },
  } as JsonObject;
}

/** The key of a webhook is base64, which texts of letters and digits are already. */
function base64(text: string): string {
  return text.replace(/\W/g, '').padEnd(56, 'A');
}

/** Ways to get a file wrong: what stands there is for the schema to refuse, and for nobody to see. */
const mistakes = fc.constantFrom<(settings: JsonObject, secret: string) => JsonObject>(
  (settings) => settings,
  (settings, secret) => ({ ...settings, token: secret }),
  (settings, secret) => ({ ...settings, erps: { token: secret } }),
  (settings, secret) => ({ ...settings, terminal: secret }),
  (settings, secret) => ({ ...settings, printer: { serial: { path: { token: secret } } } }),
  (settings, secret) => ({ ...settings, printer: [secret] }),
  (settings, secret) => ({ ...settings, visit: { idleSeconds: [secret], idleSecond: secret } }),
  (settings, secret) => ({ ...settings, $schema: secret }),
  (settings, secret) => ({
    ...settings,
    erps: [{ id: 'a', auth: { token: [secret], password: { x: secret } } }],
  }),
  (settings, secret) => ({ ...settings, erps: [{ id: 'a', auth: secret }, secret] }),
  (settings, secret) => ({
    ...settings,
    erps: [{ id: 'a', baseUrl: `https://u:${secret}@erp.example.com` }],
  }),
  (settings, secret) => ({
    ...settings,
    erps: [{ id: 'a', operations: { listCity: { headers: { a: secret } } } }],
  }),
  (settings, secret) => ({
    ...settings,
    relay: { chat: { onLoadContact: [secret], other: secret }, crm: secret },
  }),
);

const texts = fc.stringMatching(/^[A-Za-z0-9]{12,40}$/);

it('no secret gets out of the store, whatever the file looks like', async () => {
  const kept = testVault();
  const locked = lockedVault(new KeyUnavailable('away'));
  await fc.assert(
    fc.asyncProperty(texts, mistakes, fc.boolean(), async (seed, mistake, isLocked) => {
      const secrets: string[] = [];
      const secret = (place: string): string => {
        const text = `${seed}${secrets.length}x${place.replace(/\W/g, '')}`;
        secrets.push(text);
        return text;
      };
      const settings = mistake(planted(secret), secret('mistake'));
      const said = await everythingSaid(settings, planted(secret), isLocked ? locked : kept);
      for (const text of secrets) expect(said).not.toContain(text);
    }),
    { numRuns: 60 },
  );
  // Each run brings a dozen files to the disk.
}, 30_000);

/** What comes out of the store, its log and its files while these settings are read, changed, exported and imported. */
async function everythingSaid(byHand: JsonObject, draft: JsonObject, vault: SecretVault): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'balcao-planted-'));
  const said: unknown[] = [];
  const log = (...line: unknown[]) => said.push(line);
  const store = createSettingsStore({
    dataFolder: folder,
    vault,
    clock: new ManualClock(),
    log: { info: log, warn: log, error: log },
    check: async () => [],
  });
  try {
    writeFileSync(path.join(folder, 'settings.json'), JSON.stringify(byHand));
    const loaded = await loadSettings(folder, () => vault);
    said.push(loaded.ok ? '' : loaded.problems, store.read(), store.export());
    said.push(await store.check(byHand), await store.preview(JSON.stringify(draft)));
    said.push(store.changes(byHand, draft), store.changes(draft, byHand));
    const { revision } = store.read();
    said.push(await store.save({ revision, draft: byHand }), await store.preview(JSON.stringify(byHand)));
    const saved = await store.save({ revision: store.read().revision, draft });
    said.push(saved, store.read(), store.export(), await store.preview(store.export()));
    // A plain file stays plain until something is saved.
    said.push(saved.outcome === 'saved' ? readFileSync(path.join(folder, 'settings.json'), 'utf8') : '');
    const history = path.join(folder, 'settings-history');
    for (const name of readdirSync(history)) said.push(readFileSync(path.join(history, name), 'utf8'));
    said.push(await store.undo({ revision: store.read().revision }), store.read());
    return JSON.stringify(said);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

it('plants secrets that a kiosk would really use', async () => {
  const settings: Json = planted((place) => `secret-${place}`);
  const folder = mkdtempSync(path.join(tmpdir(), 'balcao-planted-'));
  writeFileSync(path.join(folder, 'settings.json'), JSON.stringify(settings));
  expect(await loadSettings(folder, () => testVault())).toMatchObject({ ok: true });
  rmSync(folder, { recursive: true });
});
