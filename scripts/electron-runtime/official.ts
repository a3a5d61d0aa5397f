import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import electronPackage from 'electron/package.json' with { type: 'json' };
import { isExecutable, runCommand } from './command.ts';
import { withLock } from './lock.ts';
import { distVersion, type ElectronRuntime, executableInDist, type Log } from './runtime.ts';

/** The version that the project pins. */
export const OFFICIAL_VERSION: string = electronPackage.version;

/** Time for one attempt to download, in milliseconds: patient where only the official runtime will do. */
const ATTEMPT_MS = 120_000;
const PATIENT_ATTEMPT_MS = 600_000;
/** A failed attempt is not repeated within this time, so that tests do not wait for the network on each run. */
const REMEMBER_FAILURE_MS = 60 * 60_000;

function packageFolder(): string {
  return dirname(createRequire(import.meta.url).resolve('electron/package.json'));
}

/** The official runtime, when its binary is in the electron package's folder and is of the package's version. */
export async function installedOfficial(
  folder = packageFolder(),
  version = OFFICIAL_VERSION,
): Promise<ElectronRuntime | undefined> {
  const distPath = join(folder, 'dist');
  const executable = join(distPath, executableInDist());
  if ((await distVersion(distPath)) !== version || !(await isExecutable(executable))) return undefined;
  return { kind: 'official', executable, distPath, version, description: `official Electron ${version}` };
}

export interface OfficialDownload {
  readonly cache: string;
  readonly log: Log;
  /** Try even after a recent failure, and give the download the time it needs. */
  readonly insist: boolean;
  readonly installScript?: string;
}

/**
 * Lets the electron package fetch its own binary, once.
 * Gives back why it could not, in one line, or undefined when it could.
 */
export async function downloadOfficial(download: OfficialDownload): Promise<string | undefined> {
  const { cache, log, insist } = download;
  const failureNote = join(cache, `official-electron-${OFFICIAL_VERSION}.failed`);
  const remembered = insist ? undefined : await recentFailure(failureNote);
  if (remembered !== undefined) return remembered;
  const onWait = () => log('Another process is downloading the official Electron; waiting for it.');
  return withLock(join(cache, 'official-electron.lock'), onWait, async () => {
    // Whoever held the lock before may have failed a moment ago.
    const justFailed = insist ? undefined : await recentFailure(failureNote);
    if (justFailed !== undefined) return justFailed;
    log(`Trying to download the official Electron ${OFFICIAL_VERSION}…`);
    const reason = await attempt(download);
    if (reason === undefined) await rm(failureNote, { force: true });
    else await remember(failureNote, reason);
    return reason;
  });
}

async function attempt(download: OfficialDownload): Promise<string | undefined> {
  const script = download.installScript ?? join(packageFolder(), 'install.js');
  const timeoutMs = download.insist ? PATIENT_ATTEMPT_MS : ATTEMPT_MS;
  const outcome = await runCommand(process.execPath, [script], { timeoutMs });
  if (outcome.ok) return undefined;
  if (outcome.timedOut) return `no answer within ${timeoutMs / 1000} s`;
  return firstErrorLine(outcome.stderr);
}

function firstErrorLine(text: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  return (
    lines.find((line) => /^\w*Error\b/.test(line)) ?? lines.find((line) => line !== '') ?? 'unknown error'
  );
}

async function recentFailure(note: string): Promise<string | undefined> {
  try {
    const age = Date.now() - (await stat(note)).mtimeMs;
    // A clock that went back makes the age negative: then the note says nothing.
    if (age < 0 || age > REMEMBER_FAILURE_MS) return undefined;
    return await readFile(note, 'utf8');
  } catch {
    return undefined;
  }
}

async function remember(note: string, reason: string): Promise<void> {
  await mkdir(dirname(note), { recursive: true });
  await writeFile(note, reason);
}
