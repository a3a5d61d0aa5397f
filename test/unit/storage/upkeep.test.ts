import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { listBackups } from '../../../src-main/storage/backups.ts';
import { storagePlaces } from '../../../src-main/storage/recovery.ts';
import { Upkeep } from '../../../src-main/storage/upkeep.ts';
import { createVisitRecords } from '../../../src-main/storage/visit-records.ts';
import { ManualClock } from '../../support/manual-clock.ts';
import { RecordingLog } from '../printing/recording-log.ts';
import { openTemporaryDatabase, temporaryDatabaseFile } from './temporary-database.ts';

const hour = 3_600_000;
const day = 24 * hour;

function world() {
  const file = temporaryDatabaseFile();
  const places = storagePlaces(dirname(file));
  const database = openTemporaryDatabase(file);
  const clock = new ManualClock();
  const log = new RecordingLog();
  const quiet = { now: true };
  const onReserve = vi.fn<(isThere: boolean) => void>();
  const onDay = vi.fn<() => void>();
  const onDamaged = vi.fn<() => void>();
  const upkeep = new Upkeep({
    places,
    database,
    clock,
    log,
    timeZone: 'America/Sao_Paulo',
    personalDataDays: 90,
    isQuiet: () => quiet.now,
    onReserve,
    onDay,
    onDamaged,
  });
  const visits = createVisitRecords(database, clock);
  onTestFinished(() => upkeep.stop());

  /** Lets a turn begin, and waits until it has set the next one. */
  async function turn(): Promise<void> {
    await vi.waitFor(() => expect(clock.pending).toBe(1));
    await clock.advance(10 * 60_000);
    await vi.waitFor(() => expect(clock.pending).toBe(1));
  }
  const backups = () => listBackups(places.backups).length;
  return { upkeep, clock, log, quiet, onReserve, onDay, onDamaged, visits, turn, backups, places, database };
}

it('makes the reserve at once, and tells whether it is there', async () => {
  const { upkeep, onReserve, places } = world();
  upkeep.start();
  await vi.waitFor(() => expect(onReserve).toHaveBeenCalledWith(true));
  expect(readdirSync(dirname(places.reserve))).toContain('reserve.bin');
});

it('backs up once a day', async () => {
  const { upkeep, clock, onDay, turn, backups } = world();
  upkeep.start();
  await turn();
  await turn();
  expect(backups()).toBe(1);
  clock.setWallTime(clock.wallTime() + day);
  await turn();
  await turn();
  expect(backups()).toBe(2);
  expect(onDay).toHaveBeenCalledTimes(2);
});

it('waits until nobody is attended', async () => {
  const { upkeep, quiet, turn, backups } = world();
  quiet.now = false;
  upkeep.start();
  await turn();
  expect(backups()).toBe(0);
  quiet.now = true;
  await turn();
  expect(backups()).toBe(1);
});

it('goes on when a backup fails, and says so', async () => {
  const { upkeep, log, turn, onDay } = world();
  onDay.mockImplementationOnce(() => {
    throw new Error('no');
  });
  upkeep.start();
  await turn();
  expect(log.codes).toContain('STORAGE-UPKEEP-FAILED');
  await turn();
  expect(onDay).toHaveBeenCalledTimes(2);
});

it('tells when the backup finds the database damaged', async () => {
  const { upkeep, turn, onDamaged, backups, places, database } = world();
  for (let row = 0; row < 100; row += 1) {
    database.run('INSERT INTO visits (id, started_at, customer_name) VALUES ($id, 1, $name)', {
      id: `v${row}`,
      name: 'x'.repeat(400),
    });
  }
  database.run('PRAGMA wal_checkpoint(TRUNCATE)');
  const bytes = readFileSync(places.database);
  writeFileSync(places.database, bytes.fill(0, bytes.length - 8192));
  upkeep.start();
  await turn();
  expect(onDamaged).toHaveBeenCalled();
  expect(backups()).toBe(0);
});

it('goes on when whoever is told of the reserve fails', async () => {
  const { upkeep, turn, onReserve, log } = world();
  upkeep.start();
  await vi.waitFor(() => expect(onReserve).toHaveBeenCalled());
  onReserve.mockImplementationOnce(() => {
    throw new Error('no');
  });
  await turn();
  expect(log.codes).toContain('STORAGE-UPKEEP-FAILED');
  await turn();
  expect(onReserve).toHaveBeenCalledTimes(3);
});

it('erases when the days are over', async () => {
  const { upkeep, clock, visits, turn } = world();
  visits.begin('v');
  visits.identify('v', { document: '1', name: 'Maria', customerErpId: 'C' });
  visits.end('v', 'left');
  upkeep.start();
  await turn();
  for (let passed = 0; passed < 17; passed += 1) {
    clock.setWallTime(clock.wallTime() + 5 * day);
    await turn();
  }
  expect(visits.find('v')?.contact).toBeDefined();
  clock.setWallTime(clock.wallTime() + 6 * day);
  await turn();
  expect(visits.find('v')?.contact).toBeUndefined();
});

it('does not believe a clock that jumped, until the next day says the same', async () => {
  const { upkeep, clock, visits, turn } = world();
  visits.begin('v');
  visits.identify('v', { document: '1', name: 'Maria', customerErpId: 'C' });
  visits.end('v', 'left');
  upkeep.start();
  await turn();
  const right = clock.wallTime();
  clock.setWallTime(right + 365 * day);
  await turn();
  expect(visits.find('v')?.contact).toBeDefined();
  clock.setWallTime(right);
  await turn();
  expect(visits.find('v')?.contact).toBeDefined();
  clock.setWallTime(right + 365 * day);
  await turn();
  clock.setWallTime(right + 366 * day);
  await turn();
  expect(visits.find('v')?.contact).toBeUndefined();
});

it('leaves nothing half done when the kiosk stops', async () => {
  const { upkeep, clock, backups, places } = world();
  upkeep.start();
  await vi.waitFor(() => expect(clock.pending).toBe(1));
  await clock.advance(60_000);
  await upkeep.stop();
  expect(clock.pending).toBe(0);
  const files = backups() === 0 ? [] : readdirSync(places.backups);
  expect(files.filter((name) => name.includes('.part'))).toEqual([]);
});
