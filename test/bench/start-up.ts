import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { launchElectron } from '../../scripts/electron-runtime/launch.ts';
import type { ElectronRuntime } from '../../scripts/electron-runtime/runtime.ts';
import { projectFolder } from '../support/kiosk.ts';
import { startWorld } from '../support/world.ts';
import { type Figures, median, medianFigure } from './figure.ts';
import { readPaintTime } from './page-paint.ts';

/** An Electron app whose start is timed. */
interface Contender {
  readonly appDir: string;
  readonly env: NodeJS.ProcessEnv;
  /** What is in its page once that is drawn. */
  readonly selector: string;
}

export interface StartUpOptions {
  readonly runtime: ElectronRuntime;
  /** Starts of each side that count. */
  readonly samples: number;
  /** Starts of each side before, which fill the file cache and make the profile folders. */
  readonly warmUps: number;
}

/** The start is over by then even on a slow machine; asking earlier would take time from it. */
const undisturbedMs = 1_500;
/** An app that does not end by itself by then is ended. */
const graceMs = 5_000;

/**
 * From the start of the process to the attract screen drawn (the kiosk's page draws nothing before it), against a
 * window with nothing but a full stop in it, of the same size, in the same runtime, with the same flags. The two take
 * turns, so that whatever else the machine does falls on both.
 */
export async function measureStartUp({ runtime, samples, warmUps }: StartUpOptions): Promise<Figures> {
  const world = await startWorld({ printer: false });
  const emptyHome = await mkdtemp(join(tmpdir(), 'empty-window-'));
  const kiosk: Contender = {
    appDir: projectFolder,
    env: { ...process.env, BALCAO_HOME: world.dataFolder },
    selector: '[data-testid="action-start"]',
  };
  const empty: Contender = {
    appDir: join(import.meta.dirname, 'empty-window'),
    env: { ...process.env, EMPTY_WINDOW_HOME: emptyHome },
    selector: 'p',
  };
  const times = { kiosk: [] as number[], empty: [] as number[] };
  try {
    for (let round = -warmUps; round < samples; round += 1) {
      const emptyMs = await timeStart(runtime, empty);
      const kioskMs = await timeStart(runtime, kiosk);
      if (round < 0) continue;
      times.empty.push(emptyMs);
      times.kiosk.push(kioskMs);
    }
  } finally {
    await world.close();
    await rm(emptyHome, { recursive: true, force: true });
  }
  const ratio = Number((median(times.kiosk) / median(times.empty)).toFixed(2));
  return {
    'startup.ratio': { value: ratio, unit: 'x', aim: { max: 1.3 }, samples },
    'startup.kioskMs': medianFigure(times.kiosk, 'ms', 0),
    'startup.emptyMs': medianFigure(times.empty, 'ms', 0),
  };
}

/** Milliseconds from the start of the process to the first frame with something in it. */
async function timeStart(runtime: ElectronRuntime, { appDir, env, selector }: Contender): Promise<number> {
  const args = ['--windowed=1080x1920', '--remote-debugging-port=0'];
  const startedAt = Date.now();
  const child = launchElectron({ runtime, appDir, args, env, log: () => undefined });
  const gone = once(child, 'exit');
  try {
    child.stdout.resume();
    const debuggerUrl = await debuggerUrlOf(child.stderr);
    child.stderr.resume();
    await delay(undisturbedMs);
    return (await readPaintTime(debuggerUrl, selector)) - startedAt;
  } finally {
    child.kill('SIGTERM');
    const force = setTimeout(() => child.kill('SIGKILL'), graceMs);
    await gone;
    clearTimeout(force);
  }
}

/** Chromium tells where it can be asked as soon as it runs. @throws when it ends without that */
async function debuggerUrlOf(errors: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: errors })) {
    const found = /^DevTools listening on (ws:\S+)$/.exec(line);
    if (found?.[1] !== undefined) return found[1];
  }
  throw new Error('the app ended before it had a window');
}
