import { readdirSync, readlinkSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import type { KioskLog } from '../../../src-main/logging/pino-log.ts';
import { VisitPictures } from '../../../src-main/shell/visit-pictures.ts';
import { type Started, startKiosk } from '../../../src-main/start-kiosk.ts';
import { backUp } from '../../../src-main/storage/backups.ts';
import { openDatabase, openForReading } from '../../../src-main/storage/database.ts';
import { migrate } from '../../../src-main/storage/migrations.ts';
import { ManualClock } from '../../support/manual-clock.ts';
import { RecordingLog } from '../printing/recording-log.ts';
import { exampleWith } from '../settings/settings-example.ts';
import { testVault } from '../settings/test-vault.ts';

class StartLog extends RecordingLog implements KioskLog {
  hidden: readonly string[] = [];

  start(): Promise<void> {
    return Promise.resolve();
  }

  hide(secrets: readonly string[]): void {
    this.hidden = secrets;
  }

  flush(): void {
    // Nothing waits.
  }
}

async function dataFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'balcao-start-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

async function startIn(
  folder: string,
  settings?: Record<string, unknown>,
): Promise<{ started: Started; log: StartLog }> {
  if (settings) await writeFile(join(folder, 'settings.json'), JSON.stringify(settings), { mode: 0o600 });
  const log = new StartLog();
  const started = await startKiosk({
    dataFolder: folder,
    vault: testVault(),
    pictures: new VisitPictures(),
    clock: new ManualClock(),
    log,
  });
  onTestFinished(() => started.kiosk?.stop());
  return { started, log };
}

/** The example without the devices and systems that a test has not got. */
function plainSettings(): Record<string, unknown> {
  const settings = exampleWith('printer', undefined);
  Reflect.deleteProperty(settings, 'relay');
  Reflect.deleteProperty(Object(Reflect.get(settings, 'terminal')), 'logo');
  return settings;
}

function firstErp(settings: Record<string, unknown>): object {
  return Object(Reflect.get(Object(settings.erps), 0));
}

function linkOf(fd: string): string {
  try {
    return readlinkSync(`/proc/self/fd/${fd}`);
  } catch {
    // The one with which the folder was read.
    return '';
  }
}

describe('a start', () => {
  it('with good settings attends customers and hides the secrets from the log', async () => {
    const { started, log } = await startIn(await dataFolder(), plainSettings());
    expect(started.view).toBeUndefined();
    expect(started.kiosk?.attendance.view().screen).toEqual({
      name: 'attract',
      notices: [],
      timeZone: 'America/Sao_Paulo',
    });
    started.kiosk?.start();
    expect(started.kiosk?.attendance.isFree()).toBe(true);
    expect(log.hidden.length).toBeGreaterThan(0);
    expect(log.codes).toEqual([]);
  });

  it('with a broken ERP profile names file, place and reason', async () => {
    const folder = await dataFolder();
    await mkdir(join(folder, 'erp-profiles'));
    await writeFile(join(folder, 'erp-profiles', 'nosso.json'), '{ "format": 1, "name": "nosso" }');
    const settings = plainSettings();
    Object.assign(firstErp(settings), { profile: 'nosso' });
    const { started, log } = await startIn(folder, settings);
    expect(started.view?.screen).toMatchObject({
      name: 'configuring',
      problems: expect.arrayContaining([
        { field: 'erp-profiles/nosso.json: operations', message: 'falta preencher' },
      ]),
    });
    expect(log.codes).toEqual(['SETTINGS-UNUSABLE']);
  });

  it('with a broken printer profile names file, place and reason', async () => {
    const folder = await dataFolder();
    await mkdir(join(folder, 'printers'));
    await writeFile(join(folder, 'printers', 'nossa.json'), '{ "name": "nossa" ');
    const printer = { model: 'nossa', tcp: { host: '127.0.0.1' } };
    const { started } = await startIn(folder, { ...plainSettings(), printer });
    expect(started.view?.screen).toMatchObject({
      name: 'configuring',
      problems: [
        { field: 'printers/nossa.json', message: expect.stringMatching(/^JSON inválido na linha 1/) },
      ],
    });
  });

  it('without settings says so to a technician', async () => {
    const folder = await dataFolder();
    const { started, log } = await startIn(folder);
    expect(started.kiosk).toBeUndefined();
    expect(started.view?.screen).toEqual({
      name: 'configuring',
      settingsFile: join(folder, 'settings.json'),
      problems: [{ field: 'settings.json', message: 'o arquivo não existe' }],
    });
    expect(log.codes).toEqual(['SETTINGS-UNUSABLE']);
  });

  it('with a broken setting names the field and shows nothing secret', async () => {
    const secret = 'do-not-show-this-token';
    const settings = exampleWith('erps.0.auth.token', secret);
    Object.assign(firstErp(settings), { baseUrl: `not-an-address-${secret}` });
    const { started, log } = await startIn(await dataFolder(), settings);
    expect(started.view?.screen).toMatchObject({
      name: 'configuring',
      problems: [expect.objectContaining({ field: 'erps[0].baseUrl' })],
    });
    expect(JSON.stringify([started.view, log.entries])).not.toContain(secret);
  });

  it('with a database that cannot be opened takes no customers', async () => {
    const folder = await dataFolder();
    await mkdir(join(folder, 'balcao.db'));
    const { started, log } = await startIn(folder, plainSettings());
    expect(started.view?.screen).toMatchObject({
      name: 'configuring',
      problems: [{ field: 'balcao.db', message: expect.stringContaining('STORAGE-UNUSABLE') }],
    });
    expect(log.codes).toContain('STORAGE-UNUSABLE');
  });

  it('with a database that fails while the kiosk is put together lets go of the file', async () => {
    const folder = await dataFolder();
    const database = openDatabase(join(folder, 'balcao.db'));
    migrate(database);
    database.run('DROP TABLE print_jobs');
    database.close();
    const { started, log } = await startIn(folder, {
      ...plainSettings(),
      printer: { serial: { path: '/dev/ttyUSB7' } },
    });
    expect(started.view?.screen.name).toBe('configuring');
    expect(log.codes).toContain('STORAGE-UNUSABLE');
    const open = readdirSync('/proc/self/fd').map(linkOf);
    expect(open.filter((file) => file.startsWith(folder))).toEqual([]);
  });

  it('with a damaged database attends customers, takes no PIX before the PSP was asked, and raises an alarm', async () => {
    const folder = await dataFolder();
    await writeFile(join(folder, 'balcao.db'), 'no database at all '.repeat(100));
    const { started, log } = await startIn(folder, plainSettings());
    expect(started.view).toBeUndefined();
    expect(log.codes).toEqual(['STORAGE-CORRUPT', 'STORAGE-RESTORED', 'STORAGE-QUARANTINED']);
    started.kiosk?.start();
    expect(started.kiosk?.records.readRunning().storage).toMatchObject({
      backups: 0,
      restoredAt: expect.any(Number),
      paymentsOff: expect.arrayContaining(['restored']),
    });
  });

  it('with a backup looks nobody up at Senior CRM who may have been looked up since', async () => {
    const folder = await dataFolder();
    const file = join(folder, 'balcao.db');
    const database = openDatabase(file);
    migrate(database);
    database.run(`INSERT INTO visits (id, started_at, ended_at) VALUES ('v1', 1, 2)`);
    database.run(
      `INSERT INTO events (id, event_id, visit_id, type, body, occurred_at)
       VALUES (1, 'e1', 'v1', 'customer-identified', '{"type":"customer-identified"}', 1)`,
    );
    database.run(
      `INSERT INTO deliveries (event, target, state, next_attempt_at) VALUES (1, 'senior-crm', 'waiting', 1)`,
    );
    await backUp(file, join(folder, 'backups'), 1, new ManualClock().wallTime() - 1000);
    database.close();
    await writeFile(file, 'no database at all '.repeat(100));
    await startIn(folder, plainSettings());
    const restored = openForReading(file);
    onTestFinished(() => restored.close());
    expect(restored.all('SELECT visit_id, state FROM crm_calls', z.unknown())).toEqual([
      { visit_id: 'v1', state: 'asked' },
    ]);
  });

  it('with the database of a newer kiosk takes no customers either, and leaves the file alone', async () => {
    const folder = await dataFolder();
    const database = openDatabase(join(folder, 'balcao.db'));
    database.run('PRAGMA user_version = 999');
    database.close();
    const { started, log } = await startIn(folder, plainSettings());
    expect(started.view?.screen.name).toBe('configuring');
    expect(log.entries.at(-1)?.fields?.reason).toContain('STORAGE-NEWER');
  });
});
