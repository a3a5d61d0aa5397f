import { execFileSync } from 'node:child_process';
import { mkdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { findOnDrive, isPlainName, listOnDrive } from '../../../src-main/technician/drive-paths.ts';
import { temporaryFolder } from './temporary-folder.ts';

let outside: string;
let root: string;

beforeEach(() => {
  outside = temporaryFolder();
  root = path.join(outside, 'drive');
  mkdirSync(path.join(root, 'folder', 'deeper'), { recursive: true });
  writeFileSync(path.join(outside, 'secret.json'), '{}');
  writeFileSync(path.join(root, 'settings.json'), '{}');
  writeFileSync(path.join(root, 'folder', 'Logo.PNG'), 'png');
  symlinkSync(outside, path.join(root, 'way-out'));
  symlinkSync(path.join(outside, 'secret.json'), path.join(root, 'link.json'));
  symlinkSync('settings.json', path.join(root, 'inner-link.json'));
});

describe('a path on a drive', () => {
  it('finds files and folders', async () => {
    expect(await findOnDrive(root, '')).toEqual({ full: root, kind: 'folder', bytes: 0 });
    expect(await findOnDrive(root, 'folder/Logo.PNG')).toMatchObject({ kind: 'file', bytes: 3 });
  });

  it.each([
    '..',
    '../secret.json',
    'folder/../../secret.json',
    './settings.json',
    '/etc/passwd',
    'folder//Logo.PNG',
    'folder/',
    'folder\\Logo.PNG',
    'C:secret.json',
    'way-out',
    'way-out/secret.json',
    'link.json',
    'inner-link.json',
    'settings.json\u0000.png',
    'nowhere',
    'settings.json/x',
    `${'folder/'.repeat(30)}x`,
  ])('is not followed: %j', async (relative) => {
    expect(await findOnDrive(root, relative)).toBeUndefined();
  });

  it('never leads off the drive, whatever it is made of', async () => {
    const part = fc.oneof(
      fc.constantFrom('..', '.', '', 'folder', 'deeper', 'way-out', 'link.json', 'drive', 'secret.json', '~'),
      fc.constantFrom('..\\', '%2e%2e', '..%2f', '.. ', '..\u0000', 'C:', '\\\\host', '．．'),
      fc.string({ unit: 'binary', maxLength: 5 }),
    );
    const separator = fc.constantFrom('/', '\\', '//');
    const paths = fc.array(fc.tuple(part, separator), { maxLength: 8 }).map((parts) => parts.flat().join(''));
    await fc.assert(
      fc.asyncProperty(paths, fc.boolean(), async (text, keepsEnd) => {
        const found = await findOnDrive(root, keepsEnd ? text : text.slice(0, -1));
        if (found === undefined) return;
        expect(found.full === root || found.full.startsWith(root + path.sep)).toBe(true);
        expect(realpathSync(found.full)).toBe(found.full);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a folder of a drive', () => {
  it('shows folders first, then the files that suit, as people sort them', async () => {
    for (const name of ['b10.json', 'b9.json', 'água.json', 'Zebra.JSON', 'notes.txt', 'a.png', 'a.svg'])
      writeFileSync(path.join(root, name), 'x');
    mkdirSync(path.join(root, 'Árvore'));
    expect((await listOnDrive(root, '', 'settings')).map(({ name }) => name)).toEqual([
      'Árvore',
      'folder',
      'água.json',
      'b9.json',
      'b10.json',
      'settings.json',
      'Zebra.JSON',
    ]);
    const logos = await listOnDrive(root, '', 'logo');
    expect(logos.filter(({ kind }) => kind === 'file').map(({ name }) => name)).toEqual(['a.png', 'a.svg']);
    expect(await listOnDrive(root, 'folder', 'logo')).toEqual([
      { name: 'deeper', path: 'folder/deeper', kind: 'folder', bytes: 0 },
      { name: 'Logo.PNG', path: 'folder/Logo.PNG', kind: 'file', bytes: 3 },
    ]);
  });

  it('leaves out what is hidden, foreign or no file', async () => {
    for (const name of ['.hidden.json', '$RECYCLE.BIN', 'esc\u001b.json'])
      writeFileSync(path.join(root, name), 'x');
    mkdirSync(path.join(root, 'System Volume Information'));
    if (process.platform !== 'win32') execFileSync('mkfifo', [path.join(root, 'pipe.json')]);
    expect((await listOnDrive(root, '', 'settings')).map(({ name }) => name)).toEqual([
      'folder',
      'settings.json',
    ]);
    expect(await findOnDrive(root, '.hidden.json')).toBeUndefined();
    expect(await findOnDrive(root, 'pipe.json')).toBeUndefined();
  });

  it('shows no more than 500', async () => {
    for (let number = 0; number < 520; number += 1)
      writeFileSync(path.join(root, 'folder', `${number}.json`), '');
    expect(await listOnDrive(root, 'folder', 'settings')).toHaveLength(500);
  });

  it('is empty when it is not one, or is gone', async () => {
    expect(await listOnDrive(root, 'settings.json', 'settings')).toEqual([]);
    expect(await listOnDrive(root, '../', 'settings')).toEqual([]);
    expect(await listOnDrive(path.join(outside, 'pulled'), '', 'settings')).toEqual([]);
  });
});

describe('a plain name', () => {
  it.each(['a.json', 'Meu arquivo (1).json', 'ação.png'])('is %s', (name) =>
    expect(isPlainName(name)).toBe(true),
  );

  it.each([
    '',
    '.',
    '..',
    '.x',
    'a/b',
    'a\\b',
    'a:b',
    'a\nb',
    '\u202egnp.x',
    'x'.repeat(256),
    '$x',
    'a\uFFFD',
  ])('is not %j', (name) => expect(isPlainName(name)).toBe(false));
});
