import { createHash } from 'node:crypto';
import { access, copyFile, mkdir, readdir, readFile, readlink, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { describe, expect, test } from 'vitest';
import { runCommand } from '../../../scripts/electron-runtime/command.ts';
import type { RegistryPackage } from '../../../scripts/electron-runtime/registry-package.ts';
import { provideStandIn } from '../../../scripts/electron-runtime/stand-in.ts';
import {
  STAND_IN,
  type StandInRecipe,
  standInFolder,
} from '../../../scripts/electron-runtime/stand-in-recipe.ts';
import { buildZip } from './build-zip.ts';
import { temporaryFolder } from './temporary-folder.ts';

const silent = () => {};

/** What @electron/fuses looks for in a program: the sentinel, the wire's version, its length, nine fuses. */
const PROGRAM = `MZ…dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\u0001\u0009${'0'.repeat(6)}1${'0'.repeat(2)}…`;

const ARCHIVE = buildZip([
  { name: 'Cypress/', content: '', mode: 0o040755 },
  { name: 'Cypress/Cypress', content: PROGRAM, mode: 0o100744 },
  { name: 'Cypress/locales/pt-BR.pak', content: 'locale', mode: 0o100644 },
  { name: 'Cypress/libvulkan.so', content: 'libvulkan.so.1', mode: 0o120777 },
  { name: 'Cypress/browser_v8_context_snapshot.bin', content: 'snapshot', mode: 0o100644 },
  { name: 'Cypress/resources/app/index.js', content: 'the other application', mode: 0o100644 },
  { name: 'elsewhere.txt', content: 'not ours', mode: 0o100644 },
]);

async function makePackage(): Promise<{ tarball: string; recipe: StandInRecipe }> {
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'package'));
  await writeFile(join(folder, 'package', STAND_IN.archive), ARCHIVE);
  const tarball = join(folder, 'package.tgz');
  expect((await runCommand('tar', ['-czf', tarball, '-C', folder, 'package'])).ok).toBe(true);
  const digest = createHash('sha512')
    .update(await readFile(tarball))
    .digest('base64');
  return { tarball, recipe: { ...STAND_IN, source: { ...STAND_IN.source, integrity: `sha512-${digest}` } } };
}

function registryWith(tarball: string) {
  const fetched: string[] = [];
  const fetch = async (source: RegistryPackage, folder: string) => {
    fetched.push(source.name);
    const copy = join(folder, 'fetched.tgz');
    await copyFile(tarball, copy);
    return copy;
  };
  return { fetched, fetch };
}

describe('the stand-in', () => {
  test('is made of the package, without the application in it', async () => {
    const { tarball, recipe } = await makePackage();
    const cache = await temporaryFolder();

    const dist = await provideStandIn(cache, silent, recipe, registryWith(tarball).fetch);

    expect((await readdir(dist)).sort()).toEqual([
      'balcao-stand-in.json',
      'electron',
      'libvulkan.so',
      'locales',
      'resources',
      'version',
    ]);
    expect((await stat(join(dist, 'electron'))).mode & 0o777).toBe(0o755);
    expect((await stat(join(dist, 'locales', 'pt-BR.pak'))).mode & 0o777).toBe(0o644);
    expect(await readlink(join(dist, 'libvulkan.so'))).toBe('libvulkan.so.1');
    expect(await readFile(join(dist, 'version'), 'utf8')).toBe('33.2.1');
    expect(await readFile(join(dist, 'resources', 'app', 'index.js'), 'utf8')).toContain("from 'electron'");
    expect(await readdir(cache)).toEqual([standInFolder('', recipe)]);
  });

  test('can be driven through the inspector and starts without the other snapshot', async () => {
    const { tarball, recipe } = await makePackage();

    const dist = await provideStandIn(await temporaryFolder(), silent, recipe, registryWith(tarball).fetch);

    const fuses = await getCurrentFuseWire(join(dist, 'electron'));
    expect(fuses[FuseV1Options.EnableNodeCliInspectArguments]).toBe(FuseState.ENABLE);
    expect(fuses[FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]).toBe(FuseState.DISABLE);
  });

  test('is fetched once and then taken from the cache', async () => {
    const { tarball, recipe } = await makePackage();
    const cache = await temporaryFolder();
    const { fetch, fetched } = registryWith(tarball);

    const first = await provideStandIn(cache, silent, recipe, fetch);
    const second = await provideStandIn(cache, silent, recipe, fetch);

    expect(second).toBe(first);
    expect(fetched).toHaveLength(1);
  });

  test('is fetched once when several ask at the same time', async () => {
    const { tarball, recipe } = await makePackage();
    const cache = await temporaryFolder();
    const { fetch, fetched } = registryWith(tarball);

    const asked = Array.from({ length: 5 }, () => provideStandIn(cache, silent, recipe, fetch));

    expect(new Set(await Promise.all(asked)).size).toBe(1);
    expect(fetched).toHaveLength(1);
  });

  test('is remade when an earlier making was cut short', async () => {
    const { tarball, recipe } = await makePackage();
    const cache = await temporaryFolder();
    const halfMade = standInFolder(cache, recipe);
    await mkdir(halfMade);
    await writeFile(join(halfMade, 'electron'), 'half of it', { mode: 0o755 });
    await writeFile(`${halfMade}.lock`, String(await idOfEndedProcess()));

    const dist = await provideStandIn(cache, silent, recipe, registryWith(tarball).fetch);

    expect(await readFile(join(dist, 'electron'), 'utf8')).toContain('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX');
  });

  test('is refused, and not unpacked, when the tarball is not the expected one', async () => {
    const { tarball, recipe } = await makePackage();
    const cache = await temporaryFolder();
    const bytes = await readFile(tarball);
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1);
    await writeFile(tarball, bytes);

    const making = provideStandIn(cache, silent, recipe, registryWith(tarball).fetch);

    await expect(making).rejects.toThrow(/not the expected one and was refused/);
    await expect(access(standInFolder(cache, recipe))).rejects.toThrow('ENOENT');
    expect(await readdir(cache)).toEqual([]);
  });
});

async function idOfEndedProcess(): Promise<string> {
  const { stdout } = await runCommand(process.execPath, ['-p', 'process.pid']);
  return stdout.trim();
}
