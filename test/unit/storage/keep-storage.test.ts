import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { z } from 'zod';
import { keepStorage } from '../../../src-main/compose-storage.ts';
import { storagePlaces } from '../../../src-main/storage/recovery.ts';
import { ManualClock } from '../../support/manual-clock.ts';
import { RecordingLog } from '../printing/recording-log.ts';
import { openTemporaryDatabase, sickDatabase, temporaryDatabaseFile } from './temporary-database.ts';

class DiskFull extends Error {
  readonly sqliteCode = 13;
}

it('a charge that finds no room shuts payments, tells a person, and leaves the reserve to what was paid', async () => {
  const file = temporaryDatabaseFile();
  const places = storagePlaces(dirname(file));
  const database = openTemporaryDatabase(file);
  const full = sickDatabase(database, (sql) => {
    if (sql.startsWith('INSERT INTO visits')) throw new DiskFull('full');
    return false;
  });
  const onGate = vi.fn<() => void>();
  const storage = keepStorage({
    places,
    database: full,
    clock: new ManualClock(),
    log: new RecordingLog(),
    timeZone: 'America/Sao_Paulo',
    personalDataDays: 90,
    isQuiet: () => true,
    onGate,
  });
  storage.start();
  onTestFinished(() => storage.stop());
  await vi.waitFor(() => expect(existsSync(places.reserve)).toBe(true));
  const write = () => storage.unreserved.run(`INSERT INTO visits (id, started_at) VALUES ('v', 1)`);
  expect(write).toThrow('full');
  expect(storage.standing().paymentsOff).toEqual(['disk-full']);
  expect(onGate).toHaveBeenCalledOnce();
  expect(existsSync(places.reserve)).toBe(true);
  expect(database.all('SELECT code FROM alarms', z.object({ code: z.string() }))).toEqual([
    { code: 'STORAGE-DISK-FULL' },
  ]);
});
