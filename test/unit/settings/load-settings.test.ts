import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Json } from '../../../src-main/contract/technician.ts';
import { loadSettings } from '../../../src-main/settings/load-settings.ts';
import { sealSecrets } from '../../../src-main/settings/sealed-secrets.ts';
import { exampleSettings, exampleWith } from './settings-example.ts';
import { testVault } from './test-vault.ts';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsl0hUwAAAABJRU5ErkJggg==',
  'base64',
);
const SVG = '<?xml version="1.0"?>\n<!-- logo -->\n<svg xmlns="http://www.w3.org/2000/svg"/>';

const vault = testVault();

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'balcao-settings-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function save(content: unknown): void {
  const text = typeof content === 'string' || Buffer.isBuffer(content) ? content : JSON.stringify(content);
  writeFileSync(path.join(folder, 'settings.json'), text, { mode: 0o600 });
}

async function messages(): Promise<string[]> {
  const loaded = await loadSettings(folder, () => vault);
  return loaded.ok ? [] : loaded.problems.map(({ field, message }) => `${field}: ${message}`);
}

describe('loading the settings', () => {
  it('gives the settings and the logo', async () => {
    save(exampleSettings());
    writeFileSync(path.join(folder, 'logo.png'), PNG);
    expect(await loadSettings(folder, () => vault)).toMatchObject({
      ok: true,
      settings: { terminal: { id: 'T01' } },
      logo: `data:image/png;base64,${PNG.toString('base64')}`,
      warnings: [],
    });
  });

  it('tells a missing file and where it is looked for', async () => {
    expect(await loadSettings(folder, () => vault)).toEqual({
      ok: false,
      file: path.join(folder, 'settings.json'),
      problems: [{ field: 'settings.json', message: 'o arquivo não existe' }],
    });
  });

  it('tells a file that cannot be read', async () => {
    mkdirSync(path.join(folder, 'settings.json'));
    expect(await messages()).toEqual(['settings.json: o arquivo não pôde ser lido (EISDIR)']);
  });

  it('tolerates a byte order mark', async () => {
    save(`\uFEFF${JSON.stringify(exampleSettings())}`);
    expect(await messages()).toEqual([]);
  });

  it('tells where broken JSON is broken, and nothing that stands there', async () => {
    save('{\n  "version": 1,\n  "erp": { "token": "segredo" "x": 1 }\n}');
    expect(await messages()).toEqual(['settings.json: JSON inválido na linha 3, coluna 31']);
  });

  it.each([
    ['Windows-1252', Buffer.from('{"a":"ação"}', 'latin1')],
    ['UTF-16', Buffer.from('\uFEFF{}', 'utf16le')],
  ])('tells a file in %s', async (_name, bytes) => {
    save(bytes);
    expect(await messages()).toEqual([expect.stringContaining('não está em UTF-8')]);
  });

  it('tells every broken field at once', async () => {
    save({ ...exampleWith('erps.0.baseUrl', 'x'), visit: { idleSeconds: '45' } });
    expect(await messages()).toEqual([
      expect.stringMatching(/^erps\[0\]\.baseUrl: /),
      expect.stringMatching(/^visit\.idleSeconds: /),
    ]);
  });

  it('never tells a value, wherever a secret was put by mistake', async () => {
    const secret = 'sk_live_51H8xTQ2eZvKYlo2C9c7wB0';
    const paths = leafPaths(exampleSettings());
    const spoilt = fc.constantFrom(secret, [secret], { [secret]: secret }, { valor: secret });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...paths), spoilt, async (place, value) => {
        save(exampleWith(place, value));
        expect((await messages()).join()).not.toContain(secret);
        save(`${JSON.stringify(exampleWith(place, value))},`);
        expect((await messages()).join()).not.toContain(secret);
      }),
      { numRuns: 150 },
    );
  });

  it.skipIf(process.platform === 'win32')('warns when other people can read the secrets', async () => {
    save(exampleWith('terminal.logo', undefined));
    chmodSync(path.join(folder, 'settings.json'), 0o644);
    expect(await loadSettings(folder, () => vault)).toMatchObject({
      ok: true,
      warnings: [{ code: 'SETTINGS-READABLE-BY-OTHERS' }],
    });
    chmodSync(path.join(folder, 'settings.json'), 0o640);
    expect(await loadSettings(folder, () => vault)).toMatchObject({ ok: true, warnings: [] });
  });
});

describe('sealed secrets', () => {
  it('are opened, beside plain ones', async () => {
    const chat = { onLoadContact: 'https://c.example.com/?k=chave&d=$Document$' };
    const settings = { ...exampleWith('erps.0.auth.token', 'token-do-erp'), relay: { chat } };
    const sealed = sealSecrets(settings as Json, vault);
    expect(JSON.stringify(sealed)).not.toMatch(/token-do-erp|chave&/);
    const plain = Object(exampleSettings()).pix;
    save({ ...Object(sealed), pix: plain });
    expect(await loadSettings(folder, () => vault)).toMatchObject({
      ok: true,
      settings: {
        erps: [{ auth: { token: 'token-do-erp' } }],
        pix: { accounts: [{ clientSecret: 'TROQUE-PELO-CLIENT-SECRET' }] },
        relay: { chat: { onLoadContact: 'https://c.example.com/?k=chave&d=$Document$' } },
      },
    });
  });

  it('of another machine are told at their field, once, and nothing else is', async () => {
    save(exampleWith('pix.accounts.0.key', testVault().seal('chave@example.com', 'for')));
    expect(await messages()).toEqual([
      'pix.accounts[0].key: foi guardado para outro campo, servidor ou computador: digite de novo',
    ]);
  });

  it('are what the vault is fetched for', async () => {
    save(exampleSettings());
    const unwanted = () => {
      throw new Error('nobody needs the vault here');
    };
    expect(await loadSettings(folder, unwanted)).toMatchObject({ ok: true });
    expect(await loadSettings(path.join(folder, 'nowhere'), unwanted)).toMatchObject({ ok: false });
  });
});

describe('the logo', () => {
  async function logoOf(file: string) {
    save(exampleWith('terminal.logo', file));
    const loaded = await loadSettings(folder, () => vault);
    if (!loaded.ok) throw new Error('settings refused');
    return { logo: loaded.logo, warnings: loaded.warnings };
  }

  it('may be an SVG in a folder below', async () => {
    mkdirSync(path.join(folder, 'marca'));
    writeFileSync(path.join(folder, 'marca', 'logo.svg'), SVG);
    const { logo } = await logoOf('marca/logo.svg');
    expect(logo).toBe(`data:image/svg+xml;base64,${Buffer.from(SVG).toString('base64')}`);
  });

  it('does not stop the kiosk when it is missing', async () => {
    expect(await logoOf('nada.png')).toEqual({
      logo: undefined,
      warnings: [{ code: 'SETTINGS-LOGO-UNUSABLE', reason: 'missing' }],
    });
  });

  it.each([
    ['too-large', Buffer.concat([PNG, Buffer.alloc(256 * 1024)])],
    ['not-png-or-svg', '<html><svg></svg></html>'],
    ['not-png-or-svg', 'GIF89a'],
  ])('is %s', async (reason, content) => {
    writeFileSync(path.join(folder, 'logo.png'), content);
    expect(await logoOf('logo.png')).toMatchObject({ warnings: [{ reason }] });
  });

  it('cannot be a file outside the data folder', async () => {
    const outside = mkdtempSync(path.join(tmpdir(), 'balcao-outside-'));
    writeFileSync(path.join(outside, 'logo.png'), PNG);
    symlinkSync(path.join(outside, 'logo.png'), path.join(folder, 'link.png'));
    const names = [`../${path.basename(outside)}/logo.png`, path.join(outside, 'logo.png'), 'link.png', '.'];
    for (const name of names) {
      expect(await logoOf(name)).toMatchObject({ logo: undefined, warnings: [{ reason: 'outside-folder' }] });
    }
    rmSync(outside, { recursive: true });
  });
});

/** Paths of everything in a JSON value, groups included. */
function leafPaths(value: unknown, prefix = ''): string[] {
  if (typeof value !== 'object' || value === null) return [prefix];
  const inner = Object.entries(value).flatMap(([key, item]) =>
    leafPaths(item, prefix ? `${prefix}.${key}` : key),
  );
  return prefix ? [prefix, ...inner] : inner;
}
