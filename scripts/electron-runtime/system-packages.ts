import { readFile } from 'node:fs/promises';
import { type CommandOutcome, commandExists, runCommand } from './command.ts';
import { needsVirtualDisplay } from './display.ts';
import type { Log } from './runtime.ts';
import { runsAsRoot } from './sandbox.ts';
import { SetupError } from './setup-error.ts';

/** Something that the operating system must bring, and the Debian package that brings it. */
export interface SystemNeed {
  readonly kind: 'library' | 'command';
  /** The library's file name, or the command. */
  readonly name: string;
  readonly debianPackage: string;
}

/** Where one looks; handed in by tests. */
export interface SystemProbe {
  readonly run: (
    command: string,
    args: readonly string[],
    env?: NodeJS.ProcessEnv,
  ) => Promise<CommandOutcome>;
  readonly hasCommand: (name: string) => Promise<boolean>;
  readonly readOsRelease: () => Promise<string>;
  readonly isRoot: () => boolean;
  readonly platform: NodeJS.Platform;
}

/** What to look for: the libraries always, a display server where windows need one, the tests' tools when asked. */
export interface SystemRequest {
  /** The Electron program, whose own links are followed when it is known already. */
  readonly executable?: string;
  readonly forTests: boolean;
  readonly env?: NodeJS.ProcessEnv;
  readonly probe?: SystemProbe;
}

/** The four packages draw in all else that Electron links to, fonts and their settings included. */
const LIBRARIES: readonly SystemNeed[] = [
  { kind: 'library', name: 'libgtk-3.so.0', debianPackage: 'libgtk-3-0' },
  { kind: 'library', name: 'libnss3.so', debianPackage: 'libnss3' },
  { kind: 'library', name: 'libasound.so.2', debianPackage: 'libasound2' },
  { kind: 'library', name: 'libgbm.so.1', debianPackage: 'libgbm1' },
];
const DISPLAY_SERVER: SystemNeed = { kind: 'command', name: 'Xvfb', debianPackage: 'xvfb' };
const TEST_TOOLS: readonly SystemNeed[] = [
  { kind: 'command', name: 'socat', debianPackage: 'socat' },
  { kind: 'command', name: 'zbarimg', debianPackage: 'zbar-tools' },
  { kind: 'command', name: 'pdftoppm', debianPackage: 'poppler-utils' },
];

/** These packages got new names when Debian 13 and Ubuntu 24.04 moved to 64-bit time. */
const RENAMED = new Set(['libgtk-3-0', 'libasound2']);
const RELEASES_WITH_OLD_NAMES = new Set(['buster', 'bullseye', 'bookworm', 'bionic', 'focal', 'jammy']);

const PROBE: SystemProbe = {
  run: (command, args, env) => runCommand(command, args, env === undefined ? {} : { env }),
  hasCommand: (name) => commandExists(name),
  readOsRelease: () => readFile('/etc/os-release', 'utf8').catch(() => ''),
  isRoot: runsAsRoot,
  platform: process.platform,
};

/** What the operating system lacks; empty when all is there, and on systems that bring it all themselves. */
export async function missingSystemNeeds(request: SystemRequest): Promise<readonly SystemNeed[]> {
  const { probe = PROBE, env = process.env } = request;
  if (probe.platform !== 'linux') return [];
  const commands = [
    ...(needsVirtualDisplay(env) ? [DISPLAY_SERVER] : []),
    ...(request.forTests ? TEST_TOOLS : []),
  ];
  const missing: SystemNeed[] = [...(await missingLibraries(probe, request.executable))];
  for (const need of commands) {
    if (!(await probe.hasCommand(need.name))) missing.push(need);
  }
  return missing;
}

/** Installs what is missing where that is ours to do (root, apt); else throws SetupError with the line to run. */
export async function ensureSystemPackages(request: SystemRequest & { readonly log: Log }): Promise<void> {
  const { probe = PROBE, log } = request;
  const missing = await missingSystemNeeds(request);
  if (missing.length === 0) return;
  if (!(probe.isRoot() && (await probe.hasCommand('apt-get')))) {
    throw new SetupError(`Missing on this system: ${await describeRemedy(missing, probe)}`);
  }
  const names = missing.map((need) => need.name).join(', ');
  const packages = debianPackages(missing, await probe.readOsRelease());
  log(`Missing on this system: ${names}. Running as root, so installing: ${packages.join(' ')}`);
  await install(packages, probe);
  const stillMissing = await missingSystemNeeds(request);
  if (stillMissing.length > 0) {
    const left = stillMissing.map((need) => need.name).join(', ');
    throw new SetupError(`Installed ${packages.join(' ')}, but still missing: ${left}.`);
  }
  log('Installed.');
}

/** What is missing, and what a person may do about it: on Debian and its kin the one line to run. */
export async function describeRemedy(missing: readonly SystemNeed[], probe = PROBE): Promise<string> {
  const names = missing.map((need) => need.name).join(', ');
  const packages = debianPackages(missing, await probe.readOsRelease());
  if (await probe.hasCommand('apt-get')) return `${names}. Run:\n${installLine(packages)}`;
  return `${names}. Install them (on Debian they are in: ${packages.join(' ')}).`;
}

function installLine(packages: readonly string[]): string {
  const list = packages.join(' ');
  return `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${list}`;
}

/** The packages that bring what is missing, named as this release of Debian or Ubuntu names them. */
export function debianPackages(missing: readonly SystemNeed[], osRelease: string): readonly string[] {
  const oldNames = RELEASES_WITH_OLD_NAMES.has(baseRelease(osRelease));
  const names = missing.map(({ debianPackage }) =>
    RENAMED.has(debianPackage) && !oldNames ? `${debianPackage}t64` : debianPackage,
  );
  return [...new Set(names)];
}

/** The code name of the Debian or Ubuntu release that a system is, or is made from. */
function baseRelease(osRelease: string): string {
  const value = (key: string) => new RegExp(`^${key}="?([^"\\n]*)"?$`, 'm').exec(osRelease)?.[1];
  return value('UBUNTU_CODENAME') ?? value('DEBIAN_CODENAME') ?? value('VERSION_CODENAME') ?? '';
}

async function missingLibraries(
  probe: SystemProbe,
  executable: string | undefined,
): Promise<readonly SystemNeed[]> {
  const cache = await probe.run('/sbin/ldconfig', ['-p']);
  const missing = LIBRARIES.filter((need) => cache.ok && !cache.stdout.includes(`${need.name} `));
  if (missing.length > 0 || executable === undefined) return missing;
  const links = await probe.run('ldd', [executable]);
  const lost = [...links.stdout.matchAll(/^\s*(\S+) => not found/gm)].flatMap(([, name]) => name ?? []);
  // A library without a package of its own here comes with GTK, which draws in nearly all of them.
  return lost.map((name) => ({ kind: 'library', name, debianPackage: 'libgtk-3-0' }));
}

async function install(packages: readonly string[], probe: SystemProbe): Promise<void> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const steps = [['update'], ['install', '-y', '--no-install-recommends', ...packages]];
  for (const step of steps) {
    const outcome = await probe.run('apt-get', ['-q', ...step], env);
    if (!outcome.ok) {
      const reason = outcome.stderr.trim().split('\n').at(-1) ?? '';
      throw new SetupError(`apt-get ${step[0]} failed: ${reason}. To try by hand:\n${installLine(packages)}`);
    }
  }
}
