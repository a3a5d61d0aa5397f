import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { expect, test } from 'vitest';
import { customers } from '../simulators/erp/fixture-customers.ts';
import { identify, openInvoice, payByPix, startVisit, waitForScreen } from '../support/visit.ts';
import { launchAndEnd, openScene, patience, type Scene } from './scene.ts';
import { payAtPsp, writeOffsAtErp } from './witness.ts';

const { maria } = customers;
const invoiceId = maria.invoices.plain;

function logOf({ world }: Scene): Promise<string> {
  return readFile(join(world.dataFolder, 'logs', 'balcao.log'), 'utf8');
}

/** Starts on a database that cannot be used. @returns what the technician reads */
async function bootToTrouble(scene: Scene): Promise<string> {
  scene.launch();
  const { page } = await scene.running();
  await waitForScreen(page, 'configuring');
  return page.getByTestId('settings-problem').innerText();
}

test('SIGTERM lets a write-off in flight end and writes it down', async () => {
  const scene = await openScene();
  const page = await scene.boot();
  await identify(page, maria.document);
  await openInvoice(page, invoiceId);
  await payByPix(page);
  const { pid, ended } = await scene.running();
  const windowClosed = page.waitForEvent('close');
  scene.world.erp.onRequest(async ({ operation }) => {
    if (operation !== 'writeOffInvoice') return;
    process.kill(pid, 'SIGTERM');
    await windowClosed;
  });
  payAtPsp(scene.world);
  expect(await ended).toBe(0);
  expect(scene.journal().writeOffs).toEqual([expect.objectContaining({ state: 'DONE' })]);
  expect(writeOffsAtErp(scene.world)).toEqual([{ invoiceId, times: 1, effective: 1 }]);
});

test('told to end while it still starts, it ends in order', async () => {
  const scene = await openScene();
  scene.launch();
  const { pid, ended } = await scene.running();
  process.kill(pid, 'SIGTERM');
  expect(await ended).toBe(0);
  await scene.boot();
});

test('a second kiosk on the same data folder ends, and the first goes on', async () => {
  const scene = await openScene();
  const page = await scene.boot();
  expect(await launchAndEnd(scene.world.dataFolder)).toMatchObject({ exitCode: 0 });
  await startVisit(page);
});

test('a rejection that nobody caught is logged and the kiosk goes on; an exception ends it, for a fresh start', async () => {
  const scene = await openScene();
  const page = await scene.boot();
  const { app, ended } = await scene.running();
  await app.evaluate(() => {
    void Promise.reject(new Error('first fault'));
  });
  await expect.poll(() => logOf(scene), patience).toContain('"code":"MAIN-REJECTION"');
  await startVisit(page);
  await app.evaluate(() => {
    setImmediate(() => {
      throw new Error('second fault');
    });
  });
  expect(await ended).toBe(1);
  expect(await logOf(scene)).toContain('"code":"MAIN-EXCEPTION"');
});

test('a damaged database gives way to another one, is kept, and customers are attended', async () => {
  const scene = await openScene();
  const file = join(scene.world.dataFolder, 'balcao.db');
  const damaged = 'no database at all '.repeat(1000);
  await writeFile(file, damaged);
  // Left by a power cut, before the network gave this machine another name: it must not lock the kiosk out.
  await mkdir(join(scene.world.dataFolder, 'chromium'));
  await symlink('balcao-before-dhcp-1', join(scene.world.dataFolder, 'chromium', 'SingletonLock'));
  const page = await scene.boot();
  const quarantine = join(scene.world.dataFolder, 'quarantine');
  const [folder = ''] = await readdir(quarantine);
  expect(await readFile(join(quarantine, folder, 'balcao.db'), 'utf8')).toBe(damaged);
  // Payments come back when the PSP was asked what came in meanwhile.
  await expect.poll(() => logOf(scene), patience).toContain('"code":"RESTORE-LOOK-DONE"');
  await identify(page, maria.document);
  await openInvoice(page, invoiceId);
  await payByPix(page);
});

test('the database of a newer kiosk is not touched, and the screen says so', async () => {
  const scene = await openScene();
  const database = new DatabaseSync(join(scene.world.dataFolder, 'balcao.db'));
  database.exec('PRAGMA user_version = 9999');
  database.close();
  expect(await bootToTrouble(scene)).toContain('STORAGE-NEWER');
});

test('a database that fails when work is taken up is shown like one that cannot be opened', async () => {
  const scene = await openScene({ world: { printer: false } });
  // It claims to be up to date and has no table at all.
  const database = new DatabaseSync(join(scene.world.dataFolder, 'balcao.db'));
  database.exec('PRAGMA user_version = 1');
  database.close();
  expect(await bootToTrouble(scene)).toContain('STORAGE-UNUSABLE');
});

test('a data folder that cannot be made ends it with a plain word', async () => {
  const scene = await openScene();
  const file = join(scene.world.dataFolder, 'settings.json');
  const { exitCode, errors } = await launchAndEnd(join(file, 'data'));
  expect(exitCode).toBe(1);
  expect(errors).toContain('BOOT-FAILED');
});
