import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { projectFolder } from '../support/kiosk.ts';
import type { Figures } from './figure.ts';

/** All scripts and style sheets of the built page, each gzipped; 1 kB is 1000 bytes. */
export async function measureBundle(): Promise<Figures> {
  const folder = join(projectFolder, 'out', 'renderer', 'assets');
  const names = (await readdir(folder)).filter((name) => /\.(js|css)$/.test(name));
  const sizes = await Promise.all(
    names.map(async (name) => gzipSync(await readFile(join(folder, name)), { level: 9 }).length),
  );
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  const value = Number((bytes / 1000).toFixed(1));
  return { 'bundle.gzipKb': { value, unit: 'kB', aim: { max: 150 }, samples: 1 } };
}
