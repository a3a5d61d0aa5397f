import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import contractA from '../../../resources/erp-profiles/contract-a.json' with { type: 'json' };
import vox from '../../../resources/printers/elgin-vox.json' with { type: 'json' };
import type { ImportPreview } from '../../../src-main/contract/technician.ts';
import { createMappingEngine } from '../../../src-main/erp/mapping/mapping-engine.ts';
import { createFileDesk, type FileDesk } from '../../../src-main/technician/file-desk.ts';
import { RecordingLog } from '../printing/recording-log.ts';
import { temporaryFolder } from './temporary-folder.ts';

const PNG = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.from('pixels')]);
const mapping = createMappingEngine();

let dataFolder: string;
let drive: string;
let log: RecordingLog;
let previewed: string[];
let desk: FileDesk;

beforeEach(() => {
  dataFolder = temporaryFolder();
  drive = temporaryFolder();
  log = new RecordingLog();
  previewed = [];
  desk = createFileDesk({
    dataFolder,
    drives: { root: (id) => Promise.resolve(id === 'usb' ? drive : undefined) },
    mapping,
    previewImport: (text) => {
      previewed.push(text);
      return Promise.resolve<ImportPreview>({ outcome: 'readable', draft: {}, changes: [], problems: [] });
    },
    storeCertificate: (bytes, ending) => `guardado-${bytes.length}${ending}`,
    log,
  });
});

afterAll(() => mapping.close());

const put = (name: string, content: string | Uint8Array) => writeFileSync(path.join(drive, name), content);
const profile = (changes: object) => JSON.stringify({ ...contractA, ...changes });

describe('a logo', () => {
  it('is checked and copied under a name that its content gives', async () => {
    put('marca.png', PNG);
    const picked = await desk.pick('usb', 'marca.png', 'logo');
    expect(picked).toEqual({
      outcome: 'logo',
      value: expect.stringMatching(/^logo-[0-9a-f]{8}\.png$/),
      preview: `data:image/png;base64,${PNG.toString('base64')}`,
    });
    const value = picked.outcome === 'logo' ? picked.value : '';
    expect(readdirSync(dataFolder)).toEqual([value]);
    expect(readFileSync(path.join(dataFolder, value))).toEqual(PNG);
    expect(await desk.pick('usb', 'marca.png', 'logo')).toEqual(picked);
    expect(readdirSync(dataFolder)).toEqual([value]);
  });

  it('is named by what it is, not by its ending', async () => {
    put('marca.png', '<svg xmlns="http://www.w3.org/2000/svg"/>');
    expect(await desk.pick('usb', 'marca.png', 'logo')).toMatchObject({
      value: expect.stringMatching(/\.svg$/),
    });
  });

  it.each<[string, string | Buffer]>([
    ['é grande demais', Buffer.concat([PNG, Buffer.alloc(256 * 1024)])],
    ['não é uma imagem', '<html><svg></svg></html>'],
  ])('is not taken when it %s', async (message, content) => {
    put('marca.png', content);
    const picked = await desk.pick('usb', 'marca.png', 'logo');
    expect(picked).toMatchObject({
      outcome: 'unfit',
      problems: [{ message: expect.stringContaining(message) }],
    });
    expect(readdirSync(dataFolder)).toEqual([]);
  });

  it('is told when the data folder does not take it', async () => {
    put('marca.png', PNG);
    rmSync(dataFolder, { recursive: true });
    expect(await desk.pick('usb', 'marca.png', 'logo')).toMatchObject({ outcome: 'unfit' });
    expect(log.codes).toEqual(['TECHNICIAN-FILE-NOT-TAKEN']);
  });
});

describe('an ERP profile', () => {
  it('is checked and kept under its own name', async () => {
    put('anything.json', profile({ name: 'meu-erp' }));
    expect(await desk.pick('usb', 'anything.json', 'erp-profile')).toEqual({
      outcome: 'erp-profile',
      value: 'meu-erp',
    });
    const kept = path.join(dataFolder, 'erp-profiles', 'meu-erp.json');
    expect(JSON.parse(readFileSync(kept, 'utf8'))).toMatchObject({ name: 'meu-erp' });
    if (process.platform !== 'win32') expect(statSync(kept).mode & 0o077).toBe(0);
    put('anything.json', profile({ name: 'meu-erp', title: 'Outro' }));
    await desk.pick('usb', 'anything.json', 'erp-profile');
    expect(JSON.parse(readFileSync(kept, 'utf8'))).toMatchObject({ title: 'Outro' });
  });

  it.each<[string, string, string]>([
    ['the name of a built-in one', profile({}), 'name'],
    ['nearly the name of a built-in one', profile({ name: 'Contract-A' }), 'name'],
    ['a hidden name', profile({ name: '..' }), 'name'],
    ['a name that leads elsewhere', profile({ name: '../x' }), 'name'],
    ['an unknown field', profile({ name: 'x', more: 1 }), 'more'],
    ['no JSON', '{"name": }', 'arquivo'],
    ['no UTF-8', '\u00ff', 'arquivo'],
    ['no profile', '[]', ''],
  ])('is not taken with %s', async (_, content, field) => {
    put('p.json', Buffer.from(content, content === '\u00ff' ? 'latin1' : 'utf8'));
    const picked = await desk.pick('usb', 'p.json', 'erp-profile');
    expect(picked).toMatchObject({ outcome: 'unfit', problems: [{ message: expect.any(String) }] });
    if (field !== '') expect(picked).toMatchObject({ problems: [{ field }] });
    expect(readdirSync(dataFolder)).toEqual([]);
  });
});

describe('settings', () => {
  it('are only handed on as text, without byte order mark', async () => {
    put('s.json', '\uFEFF{"version": 1}');
    expect(await desk.pick('usb', 's.json', 'settings')).toMatchObject({
      outcome: 'settings',
      preview: { outcome: 'readable' },
    });
    expect(previewed).toEqual(['{"version": 1}']);
    expect(readdirSync(dataFolder)).toEqual([]);
  });

  it.each([
    ['{"a": 1,}', 'linha 1, coluna 9'],
    ['x'.repeat(1024 * 1024 + 1), '1 MB'],
  ])('are not handed on when they cannot be read', async (content, reason) => {
    put('s.json', content);
    expect(await desk.pick('usb', 's.json', 'settings')).toMatchObject({
      outcome: 'settings',
      preview: { outcome: 'unreadable', reason: expect.stringContaining(reason) },
    });
    expect(previewed).toEqual([]);
  });
});

describe('any file', () => {
  it('is not taken from elsewhere', async () => {
    writeFileSync(path.join(dataFolder, 'settings.json'), '{}');
    symlinkSync(path.join(dataFolder, 'settings.json'), path.join(drive, 'link.json'));
    mkdirSync(path.join(drive, 'folder.json'));
    put('s.json', '{}');
    for (const [id, file] of [
      ['usb', 'link.json'],
      ['usb', 'folder.json'],
      ['usb', `../${path.basename(dataFolder)}/settings.json`],
      ['usb', path.join(dataFolder, 'settings.json')],
      ['other', 's.json'],
    ] as const)
      expect(await desk.pick(id, file, 'settings')).toMatchObject({ outcome: 'unfit' });
    expect(previewed).toEqual([]);
    expect(await desk.listFolder('other', '', 'settings')).toEqual([]);
    expect(await desk.listFolder('usb', '', 'settings')).toHaveLength(2);
  });

  it('needs an ending of its purpose', async () => {
    put('s.txt', '{}');
    expect(await desk.pick('usb', 's.txt', 'settings')).toMatchObject({ outcome: 'unfit' });
  });
});

describe('writing to a drive', () => {
  it('never overwrites', async () => {
    const names = [];
    for (let time = 0; time < 3; time += 1)
      names.push(await desk.writeTo('usb', 'balcao-log-T.1-2026.txt.gz', Buffer.from(`${time}`)));
    expect(names).toEqual(
      ['', '-2', '-3'].map((copy) => ({ outcome: 'written', name: `balcao-log-T.1-2026${copy}.txt.gz` })),
    );
    expect(readFileSync(path.join(drive, 'balcao-log-T.1-2026-3.txt.gz'), 'utf8')).toBe('2');
    expect(await desk.writeTo('usb', 's.json', Buffer.from('a'))).toMatchObject({ name: 's.json' });
    expect(await desk.writeTo('usb', 's.json', Buffer.from('a'))).toMatchObject({ name: 's-2.json' });
  });

  it('follows no link that bears the name', async () => {
    const victim = path.join(dataFolder, 'victim');
    symlinkSync(victim, path.join(drive, 's.json'));
    expect(await desk.writeTo('usb', 's.json', Buffer.from('a'))).toMatchObject({ name: 's-2.json' });
    expect(readdirSync(dataFolder)).toEqual([]);
  });

  it('takes content piece by piece', async () => {
    async function* pieces() {
      yield Buffer.from('one ');
      yield Buffer.from('two');
    }
    await desk.writeTo('usb', 'x.txt', pieces());
    expect(readFileSync(path.join(drive, 'x.txt'), 'utf8')).toBe('one two');
  });

  it('leaves nothing half-written behind', async () => {
    async function* pieces() {
      yield Buffer.from('half');
      throw Object.assign(new Error('full'), { code: 'ENOSPC' });
    }
    expect(await desk.writeTo('usb', 'x.txt', pieces())).toEqual({ outcome: 'failed', code: 'DRIVE-FULL' });
    expect(readdirSync(drive)).toEqual([]);
    expect(log.codes).toEqual(['DRIVE-FULL']);
  });

  it('says when the drive is gone or the name is none', async () => {
    const failed = { outcome: 'failed', code: 'DRIVE-GONE' };
    expect(await desk.writeTo('other', 'x.txt', Buffer.from(''))).toEqual(failed);
    rmSync(drive, { recursive: true });
    expect(await desk.writeTo('usb', 'x.txt', Buffer.from(''))).toEqual(failed);
    expect(await desk.writeTo('usb', '../x.txt', Buffer.from(''))).toMatchObject({ outcome: 'failed' });
  });

  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)('says when it may not', async () => {
    chmodSync(drive, 0o500);
    expect(await desk.writeTo('usb', 'x.txt', Buffer.from(''))).toEqual({
      outcome: 'failed',
      code: 'DRIVE-READ-ONLY',
    });
  });
});

describe('a client certificate', () => {
  it.each<[string, string | Buffer]>([
    ['a.PEM', '-----BEGIN CERTIFICATE-----\nMII'],
    ['a.key', '-----BEGIN RSA PRIVATE KEY-----\nMII'],
    ['a.p12', Buffer.from([0x30, 0x82, 0x0b])],
  ])('%s is kept, sealed by those who have the key', async (name, content) => {
    put(name, content);
    expect(await desk.pick('usb', name, 'certificate')).toEqual({
      outcome: 'certificate',
      value: `guardado-${content.length}${path.extname(name).toLowerCase()}`,
    });
    expect(readdirSync(dataFolder)).toEqual([]);
  });

  it.each<[string, string | Buffer, string]>([
    ['a.pem', 'senha do wi-fi', 'não é um certificado'],
    ['a.p12', Buffer.concat([Buffer.from([0x30]), Buffer.alloc(70_000)]), 'é grande demais'],
    ['a.txt', '-----BEGIN CERTIFICATE-----', 'não está mais no pen drive'],
  ])('%s that is none is not taken', async (name, content, message) => {
    put(name, content);
    expect(await desk.pick('usb', name, 'certificate')).toMatchObject({
      outcome: 'unfit',
      problems: [{ message: expect.stringContaining(message) }],
    });
  });
});

describe('a printer profile', () => {
  it('is checked and kept under its name', async () => {
    put('nova.json', JSON.stringify({ ...vox, name: 'nova' }));
    expect(await desk.pick('usb', 'nova.json', 'printer-profile')).toEqual({
      outcome: 'printer-profile',
      value: 'nova',
    });
    const kept = path.join(dataFolder, 'printers', 'nova.json');
    expect(JSON.parse(readFileSync(kept, 'utf8'))).toEqual({ ...vox, name: 'nova' });
  });

  it.each([
    [{ columns: 90 }, 'columns'],
    [{ name: 'Elgin-Vox' }, 'name'],
  ])('with %o is refused at %s, and nothing is kept', async (change, field) => {
    put('nova.json', JSON.stringify({ ...vox, ...change }));
    expect(await desk.pick('usb', 'nova.json', 'printer-profile')).toMatchObject({
      outcome: 'unfit',
      problems: [{ field }],
    });
    expect(readdirSync(dataFolder)).toEqual([]);
  });
});
