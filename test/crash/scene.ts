import { once } from 'node:events';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, onTestFinished, vi } from 'vitest';
import { launchElectron } from '../../scripts/electron-runtime/launch.ts';
import { resolveElectronRuntime } from '../../scripts/electron-runtime/resolve.ts';
import type { Simulator } from '../simulators/server/simulator.ts';
import { launchKiosk, type RunningKiosk } from '../support/kiosk.ts';
import { descendantsOf, isAlive } from '../support/process-tree.ts';
import { waitForScreen } from '../support/visit.ts';
import { startWorld, type World, type WorldOptions, type WorldSettings } from '../support/world.ts';
import { type Journal, readJournal } from './journal.ts';

/** For what the kiosk does by itself: generous, since two busy cores are no fault of its own. */
export const patience = { timeout: 15_000 };

/** One kiosk that dies and comes back, in a world that does not. */
export interface Scene {
  readonly world: World;
  /** Starts the kiosk (again), up to its attract screen. */
  boot(): Promise<Page>;
  /** Starts the kiosk (again) and does not wait for it. */
  launch(): void;
  /** The kiosk that was started last, once its window is there. */
  running(): Promise<RunningKiosk>;
  /** SIGKILL; resolves when nothing of the kiosk runs any more. */
  kill(): Promise<void>;
  journal(): Journal;
}

/** The part of any simulator that crash moments are made of. */
type Moments = Pick<Simulator<unknown>, 'onRequest'>;

export interface SceneOptions {
  readonly world?: WorldOptions;
  readonly settings?: (settings: WorldSettings) => void;
}

/** A fresh world with a data folder of its own; ends with the test. */
export async function openScene(options: SceneOptions = {}): Promise<Scene> {
  const world = await startWorld(options.world);
  if (options.settings) await world.writeSettings(options.settings);
  let kiosk: Promise<RunningKiosk> | undefined;
  const scene: Scene = {
    world,
    launch() {
      kiosk = launchKiosk({ dataFolder: world.dataFolder });
    },
    running: () => kiosk ?? Promise.reject(new Error('the kiosk does not run')),
    async boot() {
      scene.launch();
      const { page } = await scene.running();
      await waitForScreen(page, 'attract');
      return page;
    },
    async kill() {
      const dying = await scene.running();
      kiosk = undefined;
      const started = await descendantsOf(dying.pid);
      await dying.kill();
      await vi.waitFor(() => expectAllGone(started), { timeout: 10_000, interval: 5 });
    },
    journal: () => readJournal(world.dataFolder),
  };
  onTestFinished(async () => {
    try {
      if (kiosk) await scene.kill();
    } finally {
      await world.close();
    }
  });
  return scene;
}

/** Starts a kiosk that is expected to end by itself, and waits for that. */
export async function launchAndEnd(dataFolder: string): Promise<{ exitCode: unknown; errors: string }> {
  const child = launchElectron({
    runtime: await resolveElectronRuntime({ log: () => undefined }),
    appDir: resolve(import.meta.dirname, '../..'),
    env: { ...process.env, BALCAO_HOME: dataFolder },
    log: () => undefined,
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let errors = '';
  child.stderr.on('data', (bytes: Buffer) => {
    errors += bytes.toString();
  });
  const [exitCode]: unknown[] = await once(child, 'close');
  return { exitCode, errors };
}

async function expectAllGone(processes: readonly number[]): Promise<void> {
  const alive = await Promise.all(processes.map(isAlive));
  expect(processes.filter((_process, index) => alive[index])).toEqual([]);
}

/**
 * Kills the kiosk while the simulator holds its next request for `operation`, which is then carried out (or not, if
 * the simulator has a fault for it). Resolves when the kiosk is dead.
 */
export function killDuring(scene: Scene, simulator: Moments, operation: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const remove = simulator.onRequest(async (request) => {
      if (request.operation !== operation) return;
      remove();
      await scene.kill().then(resolve, reject);
    });
  });
}
