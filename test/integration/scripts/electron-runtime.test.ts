import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { _electron, type ElectronApplication } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { commandExists } from '../../../scripts/electron-runtime/command.ts';
import { electronLaunchOptions, launchElectron } from '../../../scripts/electron-runtime/launch.ts';
import { type PreparedElectron, prepareElectron } from '../../../scripts/electron-runtime/prepare.ts';

const TINY_APP = join(import.meta.dirname, '..', '..', 'fixtures', 'tiny-app');
const DISPLAY_MODULE = join(
  import.meta.dirname,
  '..',
  '..',
  '..',
  'scripts',
  'electron-runtime',
  'display.ts',
);
/** The first run on a machine fetches the runtime. */
const FIRST_FETCH_MS = 15 * 60_000;
const LAUNCH_MS = 60_000;

const silent = () => {};
let electron: PreparedElectron;

beforeAll(async () => {
  electron = await prepareElectron({ log: silent, forTests: false });
}, FIRST_FETCH_MS);

afterAll(async () => {
  await electron?.stop();
});

describe('the Electron runtime', () => {
  test('runs an app as Electron itself would', { timeout: LAUNCH_MS }, async () => {
    const { runtime, env } = electron;
    const app = launchElectron({ runtime, appDir: TINY_APP, args: ['--quit'], env, log: silent });
    const [output] = await Promise.all([text(app.stdout), text(app.stderr), once(app, 'exit')]);
    const state: unknown = JSON.parse(/^TINY (.*)$/m.exec(output)?.[1] ?? 'null');
    expect(state).toMatchObject({
      name: 'Tiny App',
      version: '1.2.3',
      appPath: TINY_APP,
      isPackaged: false,
      readyBeforeLoaded: false,
      argv: expect.arrayContaining([TINY_APP, '--quit']),
      page: { heading: 'Olá, totem', fromPreload: true },
    });
  });

  test('is driven by Playwright: main process, page and picture', { timeout: LAUNCH_MS }, async () => {
    const { runtime, env } = electron;
    const app: ElectronApplication = await _electron.launch(
      electronLaunchOptions({ runtime, appDir: TINY_APP, env, log: silent }),
    );
    try {
      const page = await app.firstWindow();
      await page.waitForSelector('h1');
      const version = await app.evaluate(({ app: main }) => [main.getVersion(), process.versions.electron]);
      expect(version).toEqual(['1.2.3', runtime.version]);
      const picture = PNG.sync.read(await page.screenshot());
      expect([picture.width, picture.height]).toEqual([1080, 1920]);
    } finally {
      await app.close();
    }
  });
});

test.runIf(await commandExists('Xvfb'))(
  'a virtual display ends with the process that opened it',
  { timeout: LAUNCH_MS },
  async () => {
    const holder = spawn(process.execPath, ['--input-type=module', '--eval', HOLD_A_DISPLAY], {
      env: { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = await once(createInterface({ input: holder.stdout }), 'line');
    const serverId = Number(line);
    expect(isRunning(serverId)).toBe(true);

    // Killed outright, it has no chance to tidy up.
    holder.kill('SIGKILL');

    await vi.waitFor(() => expect(isRunning(serverId)).toBe(false), { timeout: 10_000 });
  },
);

const HOLD_A_DISPLAY = `
import { readFileSync } from 'node:fs';
import { openDisplay } from ${JSON.stringify(DISPLAY_MODULE)};
await openDisplay({ log: () => {} });
console.log(readFileSync('/proc/self/task/' + process.pid + '/children', 'utf8').trim());
setInterval(() => {}, 1000);
`;

/** One that has ended may stay as a zombie (Z) where nobody collects orphans, as in a container. */
function isRunning(processId: number): boolean {
  try {
    return !/\) Z /.test(readFileSync(`/proc/${processId}/stat`, 'utf8'));
  } catch {
    return false;
  }
}
