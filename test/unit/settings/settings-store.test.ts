import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FieldProblem, JsonObject } from '../../../src-main/contract/technician.ts';
import { KeyUnavailable } from '../../../src-main/settings/key-source.ts';
import { loadSettings } from '../../../src-main/settings/load-settings.ts';
import type { SecretVault } from '../../../src-main/settings/secret-vault.ts';
import { createSettingsStore } from '../../../src-main/settings/settings-store.ts';
import { ManualClock } from '../../support/manual-clock.ts';
import { exampleSettings, exampleWith } from './settings-example.ts';
import { lockedVault, testVault } from './test-vault.ts';

const vault = testVault();

const TYPE_AGAIN = 'foi guardado para outro campo, servidor ou computador: digite de novo';

let folder: string;
let lines: string[];
let clock: ManualClock;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'balcao-store-'));
  lines = [];
  clock = new ManualClock();
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Parts {
  readonly vault?: SecretVault;
  readonly check?: () => Promise<readonly FieldProblem[]>;
}

function open(parts: Parts = {}) {
  const log = (code: string, fields?: object) => lines.push(`${code} ${JSON.stringify(fields)}`);
  return createSettingsStore({
    dataFolder: folder,
    vault: parts.vault ?? vault,
    clock,
    log: { info: log, warn: log, error: log },
    check: parts.check ?? (async () => []),
  });
}

function settingsFile(): string {
  return path.join(folder, 'settings.json');
}

function onDisk(): string {
  return readFileSync(settingsFile(), 'utf8');
}

function writeByHand(content: unknown): void {
  writeFileSync(settingsFile(), typeof content === 'string' ? content : JSON.stringify(content));
}

function example(place?: string, value?: unknown): JsonObject {
  return (place === undefined ? exampleSettings() : exampleWith(place, value)) as JsonObject;
}

function named(companyName: string): JsonObject {
  return example('terminal.companyName', companyName);
}

function nameInForce(): unknown {
  return Reflect.get(Object(JSON.parse(onDisk()).terminal), 'companyName');
}

describe('reading the settings', () => {
  it('finds none at first', () => {
    expect(open().read()).toEqual({
      revision: 0,
      draft: {},
      problems: [{ field: 'settings.json', message: 'o arquivo não existe' }],
      secretKeeping: 'key-file',
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('seals the plain secrets of a file written by hand for whoever reads', () => {
    writeByHand(example());
    const { revision, draft, problems } = open().read();
    expect(revision).toBe(1);
    expect(problems).toEqual([]);
    expect(JSON.stringify(draft)).not.toContain('TROQUE');
    expect(draft).toMatchObject({ erps: [{ auth: { token: expect.stringMatching(/^sealed:v1:/) } }] });
    expect(onDisk()).toContain('TROQUE');
  });

  it('tells a broken file, and lets a new one be made', async () => {
    writeByHand('{ "version": 1, "token": "segredo"');
    const { revision, draft, problems } = open().read();
    expect({ draft, problems }).toEqual({
      draft: {},
      problems: [{ field: 'settings.json', message: expect.stringContaining('JSON inválido na linha 1') }],
    });
    expect(await open().save({ revision, draft: example() })).toMatchObject({ outcome: 'saved' });
  });

  it('keeps out what the schema does not know, and tells it', () => {
    writeByHand({ ...example(), impressora: { senha: 'segredo' }, $schema: 'x' });
    const { draft, problems } = open().read();
    expect(Object.keys(draft)).not.toContain('impressora');
    expect(Object.keys(draft)).not.toContain('$schema');
    expect(problems).toEqual([
      { field: 'impressora', message: expect.stringContaining('campo desconhecido') },
    ]);
  });
});

describe('saving the settings', () => {
  it('writes them whole, sealed and for the owner only', async () => {
    const saved = await open().save({ revision: 0, draft: example() });
    expect(saved).toMatchObject({ outcome: 'saved', state: { revision: 1, problems: [] } });
    expect(saved).not.toHaveProperty('state.undoable');
    expect(onDisk()).not.toContain('TROQUE');
    expect(statSync(settingsFile()).mode & 0o777).toBe(0o600);
    expect(statSync(path.join(folder, 'settings-history/000001.json')).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder).toSorted()).toEqual(['settings-history', 'settings.json']);
    expect(await loadSettings(folder, () => vault)).toMatchObject({
      ok: true,
      settings: { erps: [{ auth: { token: 'TROQUE-PELO-TOKEN-DO-ERP' } }] },
    });
  });

  it('takes back what it gave out', async () => {
    const store = open();
    await store.save({ revision: 0, draft: example() });
    const { revision, draft } = store.read();
    expect(await store.save({ revision, draft })).toMatchObject({ outcome: 'saved', state: { draft } });
    expect(store.changes(example(), store.read().draft)).toEqual([]);
  });

  it('refuses a draft with problems, at the fields that a form has', async () => {
    const store = open();
    await store.save({ revision: 0, draft: example() });
    const before = onDisk();
    expect(await store.save({ revision: 1, draft: example('visit.idleSeconds', 0) })).toEqual({
      outcome: 'refused',
      problems: [{ field: 'visit.idleSeconds', message: 'precisa ser no mínimo 2' }],
    });
    expect(await store.save({ revision: 1, draft: {} })).toMatchObject({
      outcome: 'refused',
      problems: [
        { field: 'terminal.id' },
        { field: 'terminal.companyName' },
        { field: 'terminal.companyDocument' },
        { field: 'terminal.companyAddress' },
        { field: 'erps' },
      ],
    });
    expect(onDisk()).toBe(before);
    expect(store.read().revision).toBe(1);
  });

  it('refuses what further checks find', async () => {
    const problem = { field: 'erps[0].auth.token', message: 'falta preencher' };
    const store = open({ check: async () => [problem] });
    expect(await store.check(example())).toEqual([problem]);
    expect(await store.save({ revision: 0, draft: example() })).toEqual({
      outcome: 'refused',
      problems: [problem],
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('refuses a stored secret where it would come to light, and one of another machine', async () => {
    const store = open();
    expect(await store.check(named(vault.seal('segredo', 'for')))).toMatchObject([
      { field: 'terminal.companyName' },
    ]);
    expect(await store.check(example('erps.0.auth.token', testVault().seal('segredo', 'for')))).toEqual([
      { field: 'erps[0].auth.token', message: TYPE_AGAIN },
    ]);
  });

  it('sends a stored secret to no other host, nor in the place of another secret', async () => {
    const store = open();
    const saved = await store.save({ revision: 0, draft: example() });
    if (saved.outcome !== 'saved') throw new Error('not saved');
    const { draft } = saved.state;
    const changed = (path: string, value: unknown): JsonObject => {
      const copy = structuredClone(draft);
      const keys = path.split('.');
      const last = keys.pop() ?? '';
      Reflect.set(
        Object(keys.reduce<unknown>((owner, key) => Reflect.get(Object(owner), key), copy)),
        last,
        value,
      );
      return copy;
    };
    const fieldsOf = async (of: JsonObject) =>
      (await store.check(of)).map(({ field, message }) => [field, message]);
    expect(await fieldsOf(changed('erps.0.baseUrl', 'https://evil.example.com/api'))).toEqual([
      ['erps[0].auth.token', TYPE_AGAIN],
    ]);
    expect(await fieldsOf(changed('pix.accounts.0.tokenUrl', 'https://evil.example.com/token'))).toEqual([
      ['pix.accounts[0].key', TYPE_AGAIN],
      ['pix.accounts[0].clientId', TYPE_AGAIN],
      ['pix.accounts[0].clientSecret', TYPE_AGAIN],
    ]);
    const clientSecret = Object(draft).pix.accounts[0].clientSecret;
    expect(await fieldsOf(changed('erps.0.auth.token', clientSecret))).toEqual([
      ['erps[0].auth.token', TYPE_AGAIN],
    ]);
    expect(await fieldsOf(changed('erps.0.baseUrl', 'https://erp.example.com.br:8443/v2'))).toEqual([]);
  });

  it.each(['written by hand', 'sealed'])(
    'gives an import for another host no secret that is %s here',
    async (how) => {
      const store = open();
      if (how === 'sealed') await store.save({ revision: 0, draft: example() });
      else writeByHand(example());
      const preview = await store.preview(store.export().replace('erp.example.com.br', 'evil.example.com'));
      if (preview.outcome !== 'readable') throw new Error('not readable');
      expect(preview.problems).toContainEqual({ field: 'erps[0].auth.token', message: TYPE_AGAIN });
      expect(await store.check(preview.draft)).toEqual(preview.problems);
    },
  );

  it('keeps a form that is out of date from undoing what another saved', async () => {
    const store = open();
    const outcomes = await Promise.all([
      store.save({ revision: 0, draft: named('A') }),
      store.save({ revision: 0, draft: named('B') }),
      store.undo({ revision: 0 }),
    ]);
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['saved', 'stale', 'stale']);
    expect(nameInForce()).toBe('A');
  });

  it('notices an edit by hand, also while it checks, and keeps both versions', async () => {
    const store = open();
    await store.save({ revision: 0, draft: named('A') });
    writeByHand(named('by hand'));
    expect(await store.save({ revision: 1, draft: named('B') })).toEqual({ outcome: 'stale' });
    expect(store.read()).toMatchObject({ revision: 2, draft: { terminal: { companyName: 'by hand' } } });
    expect(store.read().revision).toBe(2);

    const slow = open({
      check: async () => {
        writeByHand(named('meanwhile'));
        return [];
      },
    });
    expect(await slow.save({ revision: 2, draft: named('B') })).toEqual({ outcome: 'stale' });
    expect(nameInForce()).toBe('meanwhile');

    expect(await store.undo({ revision: 3 })).toMatchObject({ outcome: 'saved' });
    expect(nameInForce()).toBe('by hand');
  });

  it('leaves no plain secret of a file written by hand behind', async () => {
    writeByHand(example());
    const store = open();
    const { revision, draft } = store.read();
    expect(await store.save({ revision, draft })).toMatchObject({ outcome: 'saved' });
    for (const name of readdirSync(path.join(folder, 'settings-history'))) {
      expect(readFileSync(path.join(folder, 'settings-history', name), 'utf8')).not.toContain('TROQUE');
    }
    expect(onDisk()).not.toContain('TROQUE');
  });

  it('keeps the twenty versions before', async () => {
    const store = open();
    for (let revision = 0; revision < 25; revision += 1)
      await store.save({ revision, draft: named(`V${revision}`) });
    const kept = readdirSync(path.join(folder, 'settings-history')).toSorted();
    expect(kept).toHaveLength(21);
    expect(kept.at(-1)).toBe('000025.json');
  });

  it('goes on where a file was taken away', async () => {
    const store = open();
    await store.save({ revision: 0, draft: named('A') });
    rmSync(settingsFile());
    expect(store.read().revision).toBe(0);
    expect(await store.save({ revision: 0, draft: named('B') })).toMatchObject({
      outcome: 'saved',
      state: { revision: 2 },
    });
  });

  it('changes nothing without the key', async () => {
    writeByHand(example());
    const store = open({ vault: lockedVault(new KeyUnavailable('away')) });
    const { revision, draft, secretKeeping } = store.read();
    expect(secretKeeping).toBe('keyring');
    expect(JSON.stringify(draft)).not.toContain('TROQUE');
    expect(await store.save({ revision, draft: example('visit.idleSeconds', 30) })).toEqual({
      outcome: 'failed',
      code: 'SECRETS-KEY-UNAVAILABLE',
    });
    expect(onDisk()).toBe(JSON.stringify(example()));
  });

  it('fails with a code when the disk does not take it', async () => {
    const store = open();
    await store.save({ revision: 0, draft: named('A') });
    const before = onDisk();
    // Nothing can be put in the place of a folder that is not empty.
    mkdirSync(path.join(folder, '.settings.json.new/x'), { recursive: true });
    expect(await store.save({ revision: 1, draft: named('B') })).toEqual({
      outcome: 'failed',
      code: 'SETTINGS-NOT-SAVED',
    });
    expect(lines).toEqual([expect.stringMatching(/^SETTINGS-NOT-SAVED \{"reason":"[A-Z_]+"\}$/)]);
    expect(onDisk()).toBe(before);
    expect(store.read().revision).toBe(1);
  });

  it('is still a save when only its history cannot be written', async () => {
    const store = open();
    await store.save({ revision: 0, draft: named('A') });
    mkdirSync(path.join(folder, 'settings-history/.000002.json.new/x'), { recursive: true });
    expect(await store.save({ revision: 1, draft: named('B') })).toMatchObject({
      outcome: 'saved',
      state: { revision: 2, draft: { terminal: { companyName: 'B' } } },
    });
    expect(await store.save({ revision: 2, draft: named('C') })).toEqual({
      outcome: 'failed',
      code: 'SETTINGS-NOT-SAVED',
    });
    rmSync(path.join(folder, 'settings-history/.000002.json.new'), { recursive: true });
    expect(await store.save({ revision: 2, draft: named('C') })).toMatchObject({ state: { revision: 3 } });
  });
});

describe('undoing', () => {
  it('brings the version before back, and then the one after', async () => {
    const store = open();
    await store.save({ revision: 0, draft: named('A') });
    await clock.advance(1000);
    await store.save({ revision: 1, draft: named('B') });
    expect(store.read().undoable).toEqual({ savedAt: clock.wallTime() });
    expect(await store.undo({ revision: 2 })).toMatchObject({ outcome: 'saved', state: { revision: 3 } });
    expect(nameInForce()).toBe('A');
    expect(await store.undo({ revision: 3 })).toMatchObject({ outcome: 'saved', state: { revision: 4 } });
    expect(nameInForce()).toBe('B');
  });

  it('needs something to go back to', async () => {
    const store = open();
    expect(await store.undo({ revision: 0 })).toEqual({ outcome: 'stale' });
    await store.save({ revision: 0, draft: named('A') });
    expect(store.read()).not.toHaveProperty('undoable');
    expect(await store.undo({ revision: 1 })).toEqual({ outcome: 'stale' });
  });

  it('does not bring back what would not run', async () => {
    writeByHand(example('visit.idleSeconds', 0));
    const store = open();
    const { revision } = store.read();
    await store.save({ revision, draft: named('A') });
    expect(await store.undo({ revision: revision + 1 })).toMatchObject({
      outcome: 'refused',
      problems: [{ field: 'visit.idleSeconds' }],
    });
    expect(nameInForce()).toBe('A');
  });
});

describe('taking settings from one machine to another', () => {
  it('leaves the secrets here', async () => {
    const store = open();
    await store.save({ revision: 0, draft: named('A') });
    const text = store.export();
    expect(text).not.toMatch(/TROQUE|sealed/);
    const preview = await store.preview(text);
    expect(preview).toMatchObject({ outcome: 'readable', changes: [], problems: [] });
  });

  it('asks for the secrets where there are none', async () => {
    const store = open();
    await store.save({
      revision: 0,
      draft: example('erps.0.operations', { listCities: { headers: { tenant: 'x-1' } } }),
    });
    const text = store.export();
    rmSync(folder, { recursive: true });
    mkdirSync(folder);
    const preview = await open().preview(text);
    expect(preview).toMatchObject({
      outcome: 'readable',
      problems: [
        { field: 'erps[0].operations.listCities.headers.tenant', message: 'não pode ficar vazio' },
        { field: 'pix.accounts[0].key', message: 'falta preencher' },
        { field: 'pix.accounts[0].clientId' },
        { field: 'pix.accounts[0].clientSecret' },
      ],
    });
  });

  it('finds the secrets of an entry by its id, and takes those that the file brings', async () => {
    const store = open();
    const two = Object.assign(exampleSettings(), {
      erps: ['a', 'b'].map((id) => ({
        id,
        baseUrl: 'https://erp.example.com',
        auth: { token: `token-${id}` },
      })),
      pix: {},
    });
    await store.save({ revision: 0, draft: two as JsonObject });
    const state = store.read();
    expect(state.problems).toEqual([]);
    const exported = JSON.parse(store.export());
    exported.erps.reverse();
    exported.erps[1].auth.token = 'token-new';
    const preview = await store.preview(`\uFEFF${JSON.stringify(exported)}`);
    if (preview.outcome !== 'readable') throw new Error('not readable');
    expect(JSON.stringify(preview)).not.toContain('token-');
    expect(preview.changes).toEqual([
      { field: 'erps', before: 'a, b', after: 'b, a', secret: false },
      { field: 'erps[a].auth.token', secret: true },
    ]);
    await store.save({ revision: 1, draft: preview.draft });
    expect(await loadSettings(folder, () => vault)).toMatchObject({
      settings: { erps: [{ auth: { token: 'token-b' } }, { auth: { token: 'token-new' } }] },
    });
  });

  it('keeps the key of a chat address that is otherwise the same', async () => {
    const store = open();
    const address = 'https://c.example.com/e?key=API-KEY&doc=$Document$';
    await store.save({ revision: 0, draft: example('relay.chat.onLoadContact', address) });
    expect(store.export()).toContain('https://c.example.com/e?key=&doc=$Document$');
    const preview = await store.preview(store.export());
    expect(preview).toMatchObject({ changes: [] });
    const moved = await store.preview(store.export().replace('https://c.', 'https://d.'));
    expect(moved).toMatchObject({
      changes: [
        {
          field: 'relay.chat.onLoadContact',
          before: 'https://c.example.com/e?key=&doc=$Document$',
          after: 'https://d.example.com/e?key=&doc=$Document$',
        },
      ],
    });
  });

  it.each([
    ['{ "erps": [ segredo', /^JSON inválido na linha 1, coluna 13$/],
    ['[]', /não é uma configuração/],
    [`"${'x'.repeat(1_000_001)}"`, /grande demais/],
  ])('tells what is no settings', async (text, reason) => {
    expect(await open().preview(text)).toEqual({
      outcome: 'unreadable',
      reason: expect.stringMatching(reason),
    });
  });
});
