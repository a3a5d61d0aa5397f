import { type ChildProcessByStdio, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import type { ElectronRuntime, Log } from './runtime.ts';
import { runsAsRoot } from './sandbox.ts';

export interface LaunchRequest {
  readonly runtime: ElectronRuntime;
  /** The folder of the app: the one with its package.json. */
  readonly appDir: string;
  /** Arguments for the app itself. */
  readonly args?: readonly string[];
  /** The whole environment of the app; this process's own when left out. */
  readonly env?: NodeJS.ProcessEnv;
  readonly log: Log;
}

/** Chromium's own log lines, such as `[812:0101/101010.123:ERROR:bus.cc(407)] …`: of no use to a reader. */
const CHROMIUM_LOG_LINE = /^\[\d+:(?:\d+:)?\d{4}\/\d{6}\.\d+:\w+:/;

/** Whether a line on Electron's stderr is Chromium talking to itself. */
export function isChromiumNoise(line: string): boolean {
  return CHROMIUM_LOG_LINE.test(line);
}

/** Starts an app in Electron for the demo and the bench. The caller reads its output and ends it. */
export function launchElectron(request: LaunchRequest): ChildProcessByStdio<null, Readable, Readable> {
  const { runtime, appDir, args = [], log } = request;
  const sandbox = sandboxAllowed(log) ? [] : ['--no-sandbox'];
  return spawn(runtime.executable, [...sandbox, appDir, ...args], {
    env: appEnvironment(request.env ?? process.env),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** What playwright-core's `_electron.launch` takes. */
export interface PlaywrightLaunchOptions {
  readonly args: string[];
  readonly env: Record<string, string>;
  readonly chromiumSandbox: boolean;
}

/**
 * Options for playwright-core's `_electron.launch`, without `executablePath`: only so does Playwright put its loader
 * in front of the app, and only with it is a launch dependable. Playwright then asks the electron package, which
 * looks at ELECTRON_OVERRIDE_DIST_PATH of *this* process (once, at the first launch): it is therefore set here.
 */
export function electronLaunchOptions(request: LaunchRequest): PlaywrightLaunchOptions {
  const { runtime, appDir, args = [], log } = request;
  if (runtime.kind !== 'official') process.env.ELECTRON_OVERRIDE_DIST_PATH = runtime.distPath;
  return {
    args: [appDir, ...args],
    env: appEnvironment(request.env ?? process.env),
    chromiumSandbox: sandboxAllowed(log),
  };
}

const NOT_FOR_THE_APP = new Set(['NODE_OPTIONS', 'ELECTRON_RUN_AS_NODE']);

/** Leaves out what is meant for this process and would change how Electron starts. */
function appEnvironment(env: NodeJS.ProcessEnv): Record<string, string> {
  const own = Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return Object.fromEntries(own.filter(([name]) => !NOT_FOR_THE_APP.has(name)));
}

let toldAboutSandbox = false;

/** Chromium refuses its sandbox to root. Only this launcher of tests and demo gives it up, and says so once. */
function sandboxAllowed(log: Log): boolean {
  if (!runsAsRoot()) return true;
  if (!toldAboutSandbox) log('Running as root: Chromium gets --no-sandbox, for tests and the demo only.');
  toldAboutSandbox = true;
  return false;
}
