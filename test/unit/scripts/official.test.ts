import { chmod, mkdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  downloadOfficial,
  installedOfficial,
  OFFICIAL_VERSION,
} from '../../../scripts/electron-runtime/official.ts';
import { executableInDist } from '../../../scripts/electron-runtime/runtime.ts';
import { temporaryFolder } from './temporary-folder.ts';

const silent = () => {};

async function electronFolder(version: string): Promise<string> {
  const folder = await temporaryFolder();
  const executable = join(folder, 'dist', executableInDist());
  await mkdir(join(executable, '..'), { recursive: true });
  await writeFile(executable, '');
  await chmod(executable, 0o755);
  await writeFile(join(folder, 'dist', 'version'), version);
  return folder;
}

/** An install script that counts its runs and fails while there is no file `reachable` beside it. */
async function installScript(): Promise<{ script: string; folder: string; runs: () => Promise<number> }> {
  const folder = await temporaryFolder();
  const script = join(folder, 'install.cjs');
  await writeFile(
    script,
    `const fs = require('node:fs');
fs.appendFileSync(__dirname + '/runs', 'x');
if (!fs.existsSync(__dirname + '/reachable')) {
  console.error('Downloading…\\nTypeError: fetch failed\\n    at somewhere');
  process.exit(1);
}`,
  );
  const runs = async () => (await readFile(join(folder, 'runs'), 'utf8')).length;
  return { script, folder, runs };
}

describe('the official Electron', () => {
  test('is taken when its binary is of the pinned version', async () => {
    const folder = await electronFolder('v45.4.1');
    expect(await installedOfficial(folder, '45.4.1')).toMatchObject({ kind: 'official', version: '45.4.1' });
  });

  test('is not taken when its binary is of another version or missing', async () => {
    expect(await installedOfficial(await electronFolder('44.0.0'), '45.4.1')).toBeUndefined();
    expect(await installedOfficial(await temporaryFolder(), '45.4.1')).toBeUndefined();
  });

  test('tells in one line why it could not be downloaded, and does not try again at once', async () => {
    const { script, runs } = await installScript();
    const download = { cache: await temporaryFolder(), log: silent, insist: false, installScript: script };

    expect(await downloadOfficial(download)).toBe('TypeError: fetch failed');
    expect(await downloadOfficial(download)).toBe('TypeError: fetch failed');
    expect(await runs()).toBe(1);
  });

  test('is tried again after a while, and at once when nothing else will do', async () => {
    const { script, folder, runs } = await installScript();
    const cache = await temporaryFolder();
    const download = { cache, log: silent, insist: false, installScript: script };
    await downloadOfficial(download);
    await downloadOfficial({ ...download, insist: true });
    expect(await runs()).toBe(2);

    const twoHoursAgo = new Date(Date.now() - 2 * 60 * 60_000);
    await utimes(join(cache, `official-electron-${OFFICIAL_VERSION}.failed`), twoHoursAgo, twoHoursAgo);
    await writeFile(join(folder, 'reachable'), '');
    expect(await downloadOfficial(download)).toBeUndefined();
    expect(await runs()).toBe(3);
  });
});
