import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { isChromiumNoise, type LaunchRequest, launchElectron } from './electron-runtime/launch.ts';

/** An Electron app that runs beside this process. */
export interface ElectronChild {
  /** Resolves when it is gone, with its exit code; `null` when a signal ended it. */
  readonly gone: Promise<number | null>;
  /** Asks it to end, and ends it when it does not. */
  stop(): Promise<void>;
}

/** An app saves what it must within this time (milliseconds). */
const graceMs = 8_000;

/** Starts an app and passes its own words on to this process's output, without Chromium's. */
export function startElectron(request: LaunchRequest): ElectronChild {
  const child = launchElectron(request);
  for (const output of [child.stdout, child.stderr]) {
    createInterface({ input: output }).on('line', (line) => {
      if (!isChromiumNoise(line) && line.trim() !== '') console.error(line);
    });
  }
  const gone = once(child, 'exit').then(([code]: (number | null)[]) => code ?? null);
  return {
    gone,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      const force = setTimeout(() => child.kill('SIGKILL'), graceMs);
      await gone;
      clearTimeout(force);
    },
  };
}
