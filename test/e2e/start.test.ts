import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { runsAsRoot } from '../../scripts/electron-runtime/sandbox.ts';
import { runScript } from '../support/script.ts';
import { startWorld } from '../support/world.ts';

/** What only a machine for tests says. */
const asRoot = runsAsRoot() ? ['--no-sandbox'] : [];

test.runIf(runsAsRoot())('npm start does not run as root unless told that this is a test', async () => {
  const start = runScript(['scripts/start.ts', '--windowed'], process.env);
  expect(await start.ended).toBe(1);
  expect(start.output()).toContain('does not run as root');
});

test('npm start passes its arguments on and ends with the exit code of the kiosk', async () => {
  const dist = await mkdtemp(join(tmpdir(), 'balcao-test-'));
  onTestFinished(() => rm(dist, { recursive: true, force: true }));
  await writeFile(join(dist, 'electron'), '#!/bin/sh\necho "got $*"\nexit 7\n');
  await chmod(join(dist, 'electron'), 0o755);

  const start = runScript(['scripts/start.ts', '--windowed=1080x1920', ...asRoot, '--other'], {
    ...process.env,
    ELECTRON_OVERRIDE_DIST_PATH: dist,
  });
  expect(await start.ended).toBe(7);
  expect(start.output()).toMatch(/--windowed=1080x1920.* --other/);
});

/** With a port to close it takes a moment to stop, without one no time at all: each has its own trap. */
test.each([
  [
    'with a printer',
    undefined,
    (folder: string) => logOf(folder).then((log) => log.includes('PRINTER-STATUS')),
  ],
  ['without a printer', false, (folder: string) => stat(join(folder, 'balcao.db')).then(() => true)],
] as const)('the kiosk %s puts everything in order before it ends when told to', async (_, printer, isUp) => {
  const world = await startWorld(printer === undefined ? {} : { printer });
  onTestFinished(() => world.close());
  const env = { ...process.env, BALCAO_HOME: world.dataFolder };
  const start = runScript(['scripts/start.ts', '--windowed=1080x1920', ...asRoot], env);
  await vi.waitFor(async () => expect(await isUp(world.dataFolder)).toBe(true), { timeout: 30_000 });

  process.kill(start.pid, 'SIGTERM');
  expect(await start.ended, start.output()).toBe(0);
  expect(start.output()).not.toContain('terminate called');
  await vi.waitFor(() => expect(start.anythingLeft()).toBe(false), { timeout: 10_000 });
});

function logOf(dataFolder: string): Promise<string> {
  return readFile(join(dataFolder, 'logs', 'balcao.log'), 'utf8');
}
