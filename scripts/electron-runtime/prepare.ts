import { openDisplay } from './display.ts';
import { resolveElectronRuntime } from './resolve.ts';
import type { ElectronRuntime, Log } from './runtime.ts';
import { ensureSystemPackages } from './system-packages.ts';

export interface PreparedElectron {
  readonly runtime: ElectronRuntime;
  /** Whether windows are drawn on a virtual display that nobody sees. */
  readonly headless: boolean;
  /** This process's environment with the display in it: for whatever starts Electron. */
  readonly env: NodeJS.ProcessEnv;
  /** Ends the virtual display, if there is one. */
  readonly stop: () => Promise<void>;
}

/**
 * Everything Electron needs on this machine: a runtime, the system's libraries, a display. Tells what it does.
 * Throws SetupError, with what a person must do, when something cannot be had.
 */
export async function prepareElectron(request: {
  readonly log: Log;
  readonly forTests: boolean;
}): Promise<PreparedElectron> {
  const { log, forTests } = request;
  await ensureSystemPackages({ forTests, log });
  const runtime = await resolveElectronRuntime({ log });
  await ensureSystemPackages({ executable: runtime.executable, forTests, log });
  const display = await openDisplay({ log });
  return {
    runtime,
    headless: display.virtual,
    env: { ...process.env, ...display.env },
    stop: display.stop,
  };
}
