import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, vi } from 'vitest';
import type { PrinterSimulator } from '../simulators/printer/printer-simulator.ts';
import { READY } from '../simulators/printer/status-bytes.ts';
import { askMain } from './ask-main.ts';
import { type KioskOptions, launchKiosk, type RunningKiosk } from './kiosk.ts';
import { choosePin } from './technician-pin.ts';
import { readPage, screen, touch, waitForScreen } from './visit.ts';
import { startWorld, type World, type WorldOptions, type WorldSettings } from './world.ts';

/** How long anything may take to come true (milliseconds): generous, for two busy cores. */
export const patience = { timeout: 20_000, interval: 50 } as const;

/** A world and the kiosk in it, shared by the tests of one `describe`. */
export interface Stage {
  readonly world: World;
  readonly printer: PrinterSimulator;
  readonly app: ElectronApplication;
  readonly page: Page;
}

export interface StageOptions {
  readonly world?: WorldOptions;
  /** Changes the usual settings before the kiosk starts. */
  readonly settings?: (settings: WorldSettings) => void;
  readonly size?: KioskOptions['size'];
  /** A technician has been here and chose the PIN of the tests. */
  readonly technician?: boolean;
  /** Whether things move as usual; by default they do not, as for somebody who asked for that, to save a test's time. */
  readonly motion?: 'usual' | 'reduced';
}

/** Starts a world and a kiosk before the tests of this `describe`, and brings both back to rest after each of them. */
export function useStage(options: StageOptions = {}): Stage {
  let world: World | undefined;
  let kiosk: RunningKiosk | undefined;

  beforeAll(async () => {
    world = await startWorld(options.world);
    await world.writeSettings(options.settings);
    if (options.technician) await choosePin(world.dataFolder);
    kiosk = await launchKiosk({ dataFolder: world.dataFolder, ...(options.size && { size: options.size }) });
    await kiosk.page.emulateMedia({ reducedMotion: options.motion === 'usual' ? 'no-preference' : 'reduce' });
    await waitForScreen(kiosk.page, 'attract');
  });

  afterEach(async ({ task }) => {
    if (kiosk && task.result?.state === 'fail')
      console.log(`On the screen then:\n${await readPage(kiosk.page)}`);
    for (const simulator of [
      world?.erp,
      world?.secondErp,
      world?.erpB,
      world?.psp,
      world?.chat,
      world?.crm,
      world?.senior,
    ])
      simulator?.setFaults([]);
    world?.printer?.setCondition(READY);
    await world?.printer?.plug();
    if (kiosk) await goHome(kiosk.page);
  });

  afterAll(async () => {
    await kiosk?.close();
    await world?.close();
  });

  return {
    get world() {
      return started(world);
    },
    get printer() {
      return started(world?.printer);
    },
    get app() {
      return started(kiosk).app;
    },
    get page() {
      return started(kiosk).page;
    },
  };
}

function started<T>(part: T | undefined): T {
  if (part === undefined) throw new Error('the stage is not set');
  return part;
}

/** Leaves whatever is on the screen, as a passer-by would: "Sair" until the attract screen is there. */
export async function goHome(page: Page): Promise<void> {
  const way = page.getByTestId(/^action-(idle-)?leave$/).last();
  await vi.waitFor(async () => {
    if (await screen(page, 'attract').isVisible()) return;
    // What is not saved is lost there, and no dialog stands in the way.
    if (await screen(page, 'technician').isVisible()) await askMain(page, 'leave', {});
    else await way.click({ timeout: 1000 });
    throw new Error('"Sair" did not lead home yet');
  }, patience);
}

/**
 * Asks for the slip of the open invoice and lets trouble come before the printer took anything of it in. Trouble that
 * came earlier would be seen by the kiosk, which then offers no slip.
 */
export async function printSlipInto(
  { page, printer }: Stage,
  trouble: (printer: PrinterSimulator) => void | Promise<void>,
): Promise<void> {
  await printer.setStalled(true);
  await touch(page, 'action-print-slip');
  await waitForScreen(page, 'printing-slip');
  await trouble(printer);
  await printer.setStalled(false);
}

/** One line of the kiosk's log. */
export interface LogLine {
  readonly level: string;
  readonly code: string;
  readonly [field: string]: unknown;
}

/** What the kiosk logged so far. */
export async function readLog({ dataFolder }: World): Promise<readonly LogLine[]> {
  const text = await readFile(join(dataFolder, 'logs', 'balcao.log'), 'utf8').catch(() => '');
  return text
    .split('\n')
    .filter((line) => line.endsWith('}'))
    .map((line) => JSON.parse(line) as LogLine);
}

/** Resolves once the log holds a line with this code. */
export async function waitForLog(world: World, code: string): Promise<void> {
  await vi.waitFor(async () => {
    const lines = await readLog(world);
    if (!lines.some((line) => line.code === code)) throw new Error(`no log line ${code} yet`);
  }, patience);
}
