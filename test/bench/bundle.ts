import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { projectFolder } from '../support/kiosk.ts';
import type { Figures } from './figure.ts';

const rendererFolder = join(projectFolder, 'out', 'renderer');
const assetsFolder = join(rendererFolder, 'assets');

/**
 * Scripts and style sheets of the built page, each gzipped; 1 kB is 1000 bytes. What a customer's page loads is what
 * `index.html` names, with all that this imports statically; the rest comes when it is needed: services, languages, the
 * technician's area.
 */
export async function measureBundle(): Promise<Figures> {
  const all = (await readdir(assetsFolder)).filter((name) => /\.(js|css)$/.test(name));
  const atStart = await loadedAtStart();
  const later = all.filter((name) => !atStart.has(name));
  return {
    'bundle.gzipKb': {
      value: await gzippedKb([...atStart]),
      unit: 'kB',
      aim: { max: 150 },
      samples: 1,
    },
    'bundle.laterGzipKb': { value: await gzippedKb(later), unit: 'kB', samples: 1 },
  };
}

async function loadedAtStart(): Promise<ReadonlySet<string>> {
  const html = await readFile(join(rendererFolder, 'index.html'), 'utf8');
  const loaded = new Set(namesIn(html, /(?:src|href)="\.\/assets\/([^"]+\.(?:js|css))"/g));
  if (loaded.size === 0) throw new Error('index.html names no script: is the page built?');
  // A set hands out what is added while it is walked, so that imports of imports are followed too.
  for (const name of loaded) {
    if (!name.endsWith('.js')) continue;
    for (const imported of await staticImports(name)) loaded.add(imported);
  }
  return loaded;
}

/** `import "./x.js"` and `… from "./x.js"`, but not `import("./x.js")`, which is loaded when it is needed. */
async function staticImports(script: string): Promise<readonly string[]> {
  const source = await readFile(join(assetsFolder, script), 'utf8');
  return namesIn(source, /\b(?:import|from)\s*["'`]\.\/([^"'`]+\.js)["'`]/g);
}

function namesIn(text: string, pattern: RegExp): readonly string[] {
  return [...text.matchAll(pattern)].flatMap(([, name]) => name ?? []);
}

async function gzippedKb(names: readonly string[]): Promise<number> {
  const sizes = await Promise.all(
    names.map(async (name) => gzipSync(await readFile(join(assetsFolder, name)), { level: 9 }).length),
  );
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  return Number((bytes / 1000).toFixed(1));
}
