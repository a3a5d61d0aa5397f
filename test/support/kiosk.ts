import { once } from 'node:events';
import { resolve } from 'node:path';
import { type ElectronApplication, _electron as electron, type Page } from 'playwright-core';
import { electronLaunchOptions } from '../../scripts/electron-runtime/launch.ts';
import { resolveElectronRuntime } from '../../scripts/electron-runtime/resolve.ts';

/** The folder of the app that is tested. */
export const projectFolder = resolve(import.meta.dirname, '../..');

/** The real app in the real Electron, driven by Playwright. */
export interface RunningKiosk {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** The main process. */
  readonly pid: number;
  /** What the app wrote to its standard error output. */
  readonly errors: readonly string[];
  /** SIGKILL to the main process; resolves when it is gone. */
  kill(): Promise<void>;
  /** Resolves with the exit code (`null` after a signal) once the main process is gone. */
  readonly ended: Promise<number | null>;
  close(): Promise<void>;
}

export interface KioskOptions {
  readonly dataFolder: string;
  readonly size?: { readonly width: number; readonly height: number };
  readonly env?: Readonly<Record<string, string>>;
}

export async function launchKiosk(options: KioskOptions): Promise<RunningKiosk> {
  const { width, height } = options.size ?? { width: 1080, height: 1920 };
  const runtime = await resolveElectronRuntime({ log: () => undefined });
  const app = await electron.launch({
    ...electronLaunchOptions({
      runtime,
      appDir: projectFolder,
      args: [`--windowed=${width}x${height}`],
      env: { ...process.env, BALCAO_HOME: options.dataFolder, ...options.env },
      log: () => undefined,
    }),
    timeout: 30_000,
  });
  const child = app.process();
  const errors: string[] = [];
  child.stderr?.on('data', (text: Buffer) => errors.push(text.toString()));
  const pid = child.pid ?? 0;
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  const page = await app.firstWindow();
  return {
    app,
    page,
    pid,
    errors,
    ended,
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    async close() {
      await app.close();
    },
  };
}
