import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { cacheFolder } from './cache-folder.ts';
import { downloadOfficial, installedOfficial, OFFICIAL_VERSION } from './official.ts';
import { distVersion, type ElectronRuntime, executableInDist, type Log } from './runtime.ts';
import { SetupError } from './setup-error.ts';
import { provideStandIn } from './stand-in.ts';
import { isStandIn, standInFolder } from './stand-in-recipe.ts';

/** The places a runtime can come from; handed in by tests. */
export interface RuntimeSources {
  readonly installedOfficial: () => Promise<ElectronRuntime | undefined>;
  readonly downloadOfficial: typeof downloadOfficial;
  readonly provideStandIn: (cache: string, log: Log) => Promise<string>;
  readonly platform: string;
}

const SOURCES: RuntimeSources = {
  installedOfficial: () => installedOfficial(),
  downloadOfficial,
  provideStandIn: (cache, log) => provideStandIn(cache, log),
  platform: `${process.platform}-${process.arch}`,
};

export interface RuntimeRequest {
  readonly log: Log;
  readonly env?: NodeJS.ProcessEnv;
  readonly sources?: RuntimeSources;
}

/**
 * Finds an Electron to run, fetching one if need be, and tells which: ELECTRON_OVERRIDE_DIST_PATH, the official
 * binary, or last a stand-in for tests and the demo. BALCAO_REQUIRE_OFFICIAL_ELECTRON=1 accepts the official only.
 * Throws SetupError with what to do when there is none.
 */
export async function resolveElectronRuntime(request: RuntimeRequest): Promise<ElectronRuntime> {
  const { log, env = process.env, sources = SOURCES } = request;
  const runtime = await findOrFetch(log, env, sources);
  log(`Electron runtime in use: ${runtime.description}.`);
  return runtime;
}

/** The runtime that would be used, without fetching anything; undefined when one must be fetched first. */
export async function findElectronRuntime(
  env: NodeJS.ProcessEnv = process.env,
): Promise<ElectronRuntime | undefined> {
  const override = await overridden(env);
  if (override !== undefined) return override;
  const official = await installedOfficial();
  if (official !== undefined) return official;
  const distPath = standInFolder(cacheFolder(env));
  return (await isStandIn(distPath)) ? standIn(distPath, 'the official binary is not installed') : undefined;
}

async function findOrFetch(
  log: Log,
  env: NodeJS.ProcessEnv,
  sources: RuntimeSources,
): Promise<ElectronRuntime> {
  const officialOnly = env.BALCAO_REQUIRE_OFFICIAL_ELECTRON === '1';
  const override = await overridden(env);
  if (override !== undefined) {
    if (officialOnly) throw requiresOfficial(`ELECTRON_OVERRIDE_DIST_PATH gives the ${override.description}`);
    return override;
  }
  const cache = cacheFolder(env);
  const official = await officialRuntime(log, cache, officialOnly, sources);
  if (typeof official !== 'string') return official;
  if (officialOnly) throw requiresOfficial(official);
  if (sources.platform !== 'linux-x64') throw noStandIn(official, sources.platform);
  return standIn(await sources.provideStandIn(cache, log), official);
}

/** The official runtime, or why there is none. */
async function officialRuntime(
  log: Log,
  cache: string,
  insist: boolean,
  sources: RuntimeSources,
): Promise<ElectronRuntime | string> {
  const installed = await sources.installedOfficial();
  if (installed !== undefined) return installed;
  const failure = await sources.downloadOfficial({ cache, log, insist });
  if (failure !== undefined)
    return `the official Electron ${OFFICIAL_VERSION} could not be downloaded: ${failure}`;
  return (
    (await sources.installedOfficial()) ?? 'the official Electron was downloaded, but its binary is missing'
  );
}

async function overridden(env: NodeJS.ProcessEnv): Promise<ElectronRuntime | undefined> {
  const given = env.ELECTRON_OVERRIDE_DIST_PATH;
  if (given === undefined || given === '') return undefined;
  const distPath = resolve(given);
  const executable = join(distPath, executableInDist());
  if (!existsSync(executable)) {
    throw new SetupError(`ELECTRON_OVERRIDE_DIST_PATH is set, but there is no Electron at ${executable}.`);
  }
  const version = (await distVersion(distPath)) ?? 'of unknown version';
  // A parent process hands the stand-in on in this variable; it is told as what it is.
  if (await isStandIn(distPath)) return standIn(distPath, 'given by ELECTRON_OVERRIDE_DIST_PATH');
  const description = `Electron ${version} given by ELECTRON_OVERRIDE_DIST_PATH`;
  return { kind: 'override', executable, distPath, version, description };
}

async function standIn(distPath: string, reason: string): Promise<ElectronRuntime> {
  const version = (await distVersion(distPath)) ?? 'of unknown version';
  return {
    kind: 'stand-in',
    executable: join(distPath, executableInDist()),
    distPath,
    version,
    description: `stand-in Electron ${version}, for tests and the demo only (${reason})`,
  };
}

function requiresOfficial(reason: string): SetupError {
  return new SetupError(`BALCAO_REQUIRE_OFFICIAL_ELECTRON is set, but ${reason}.`);
}

function noStandIn(reason: string, platform: string): SetupError {
  return new SetupError(
    `No Electron to run: ${reason}. There is no stand-in for ${platform}. ` +
      'Where GitHub can be reached, run "npx install-electron"; otherwise unpack an Electron distribution ' +
      'and set ELECTRON_OVERRIDE_DIST_PATH to its folder.',
  );
}
