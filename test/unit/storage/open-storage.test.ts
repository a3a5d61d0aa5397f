import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { backUp, listBackups } from '../../../src-main/storage/backups.ts';
import { type Database, openDatabase } from '../../../src-main/storage/database.ts';
import { openStorage } from '../../../src-main/storage/open-storage.ts';
import { type StoragePlaces, storagePlaces } from '../../../src-main/storage/recovery.ts';
import { RecordingLog } from '../printing/recording-log.ts';
import { temporaryDatabaseFile } from './temporary-database.ts';

const at = Date.UTC(2026, 10, 21, 12);
const visitRow = z.object({ id: z.string() });
const restoreRow = z.object({ id: z.string(), backup_at: z.number().nullable() });

let places: StoragePlaces;
let log: RecordingLog;
let restored: (number | undefined)[];
let opened: Database | undefined;

beforeEach(() => {
  places = storagePlaces(dirname(temporaryDatabaseFile()));
  log = new RecordingLog();
  restored = [];
});

afterEach(() => close());

function close(): void {
  opened?.close();
  opened = undefined;
}

async function open(): Promise<Database> {
  close();
  opened = await openStorage({
    places,
    clock: { wallTime: () => at },
    log,
    onRestored: (_, { backupAt }) => restored.push(backupAt),
  });
  return opened;
}

function add(database: Database, ...visits: string[]): void {
  for (const id of visits) {
    database.run('INSERT INTO visits (id, started_at, customer_name) VALUES ($id, 1, $filler)', {
      id,
      filler: 'x'.repeat(500),
    });
  }
}

function visits(database: Database): readonly string[] {
  return database.all('SELECT id FROM visits ORDER BY id', visitRow).map(({ id }) => id);
}

function restores(database: Database) {
  return database.all('SELECT id, backup_at FROM restores', restoreRow);
}

/** A database with a backup of its first visit, which knows of a second one, closed. */
async function withBackup(): Promise<void> {
  const database = await open();
  add(database, 'backed-up');
  await backUp(places.database, places.backups, 1, at - 1000);
  add(database, 'since');
  close();
}

function quarantined(): readonly string[] {
  return existsSync(places.quarantine)
    ? readdirSync(places.quarantine).flatMap((folder) => readdirSync(join(places.quarantine, folder)))
    : [];
}

it('makes a new database where there is none, and no fuss', async () => {
  expect(visits(await open())).toEqual([]);
  expect(visits(await open())).toEqual([]);
  expect(log.codes).toEqual([]);
  expect(existsSync(places.quarantine)).toBe(false);
});

it('that vanished before its first backup is not taken for a new one', async () => {
  add(await open(), 'lost');
  opened = undefined;
  rmSync(places.database);
  const database = await open();
  expect(visits(database)).toEqual([]);
  expect(restores(database)).toEqual([{ id: expect.any(String), backup_at: null }]);
});

describe('a damaged database', () => {
  const spoil: [string, () => void][] = [
    ['is no database at all', () => writeFileSync(places.database, 'x'.repeat(5000))],
    ['has lost its end', () => truncateSync(places.database, 8192)],
    ['has lost all but half a header', () => truncateSync(places.database, 50)],
    ['is empty', () => truncateSync(places.database, 0)],
    ['is gone', () => rmSync(places.database)],
    [
      'has a page of zeros',
      () => {
        const bytes = readFileSync(places.database);
        writeFileSync(places.database, bytes.fill(0, 4096, 8192));
      },
    ],
  ];

  it.each(spoil)('that %s: the last backup takes its place, and it is kept', async (what, damage) => {
    await withBackup();
    damage();
    const before = existsSync(places.database) ? readFileSync(places.database) : undefined;
    const database = await open();
    expect(visits(database)).toEqual(['backed-up']);
    expect(restores(database)).toEqual([{ id: expect.any(String), backup_at: at - 1000 }]);
    expect(restored).toEqual([at - 1000]);
    expect(log.codes).toContain('STORAGE-QUARANTINED');
    expect(existsSync(places.marker)).toBe(false);
    if (before) {
      expect(quarantined()).toContain('balcao.db');
      const [folder = ''] = readdirSync(places.quarantine);
      expect(readFileSync(join(places.quarantine, folder, 'balcao.db')).equals(before), what).toBe(true);
    }
  });

  it('takes its log of the last writes with it, which belongs to no other', async () => {
    await withBackup();
    writeFileSync(places.database, 'x'.repeat(5000));
    writeFileSync(`${places.database}-wal`, 'what was written last');
    expect(visits(await open())).toEqual(['backed-up']);
    expect(quarantined()).toContain('balcao.db-wal');
  });

  it('without any backup gives way to an empty one', async () => {
    writeFileSync(places.database, 'x'.repeat(5000));
    const database = await open();
    expect(visits(database)).toEqual([]);
    expect(restores(database)).toEqual([{ id: expect.any(String), backup_at: null }]);
    expect(restored).toEqual([undefined]);
    expect(quarantined()).toEqual(['balcao.db']);
  });

  it('passes over a backup that is damaged itself, and over one of a newer kiosk', async () => {
    await withBackup();
    const [backup] = listBackups(places.backups);
    if (!backup) throw new Error('no backup');
    writeFileSync(join(places.backups, 'balcao-000002-v1-20261121T120000Z-daily.db'), 'not a database');
    copyFileSync(backup.file, join(places.backups, 'balcao-000003-v999-20261121T120000Z-daily.db'));
    writeFileSync(places.database, 'x'.repeat(5000));
    expect(visits(await open())).toEqual(['backed-up']);
  });

  it('twice at the same second is kept twice', async () => {
    for (const word of ['first', 'second']) {
      close();
      writeFileSync(places.database, word.repeat(1000));
      await open();
    }
    close();
    expect(readdirSync(places.quarantine)).toHaveLength(2);
    expect(quarantined()).toEqual(['balcao.db', 'balcao.db']);
  });

  it('is found out wherever a page is spoilt, or what is read is still right', async () => {
    const database = await open();
    add(database, ...Array.from({ length: 60 }, (_, index) => `v${index}`));
    const all = visits(database);
    close();
    const whole = readFileSync(places.database);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(whole.length - 1),
        fc.uint8Array({ minLength: 64, maxLength: 4096 }),
        async (place, junk) => {
          close();
          for (const folder of [places.quarantine, places.backups]) {
            rmSync(folder, { recursive: true, force: true });
          }
          for (const part of ['', '-wal', '-shm']) rmSync(`${places.database}${part}`, { force: true });
          const spoilt = Buffer.from(whole);
          spoilt.set(junk.subarray(0, whole.length - place), place);
          writeFileSync(places.database, spoilt);
          const found = await open();
          // Either it starts anew, or nothing that holds a table together is spoilt.
          if (restores(found).length === 0) expect(visits(found)).toHaveLength(all.length);
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('the log of the last writes', () => {
  const log = () => `${places.database}-wal`;

  /** The files as a kill leaves them: nobody closed the database. */
  async function killed(): Promise<void> {
    add(await open(), 'one');
    const files = [places.database, log(), places.inUse].map((file) => [file, readFileSync(file)] as const);
    close();
    for (const [file, bytes] of files) writeFileSync(file, bytes);
  }

  it('is taken up after a kill, without any fuss', async () => {
    await killed();
    expect(visits(await open())).toEqual(['one']);
    expect(restored).toEqual([]);
  });

  it('that was taken away shows, and what was written last is in doubt', async () => {
    await killed();
    rmSync(log());
    const database = await open();
    expect(restores(database)).toEqual([
      { id: expect.stringMatching(/^log-/), backup_at: expect.any(Number) },
    ]);
    expect(restored).toHaveLength(1);
    expect(existsSync(places.quarantine)).toBe(false);
    await open();
    expect(restored).toHaveLength(1);
  });

  it('is not missed after an end in order', async () => {
    add(await open(), 'one');
    close();
    expect(existsSync(places.inUse)).toBe(false);
    await open();
    expect(restored).toEqual([]);
  });
});

describe('a power cut in the middle of a recovery', () => {
  const marker = (stage: string) => JSON.stringify({ id: 'cut', stage, backupAt: at - 1000 });

  it('while files are moved away: the rest follows, and nothing is mixed up', async () => {
    await withBackup();
    // The database was moved, what belongs to it was not.
    const folder = join(places.quarantine, 'cut');
    mkdirSync(folder, { recursive: true });
    copyFileSync(places.database, join(folder, 'balcao.db'));
    rmSync(places.database);
    writeFileSync(`${places.database}-wal`, 'stray');
    writeFileSync(places.marker, marker('moving'));
    expect(visits(await open())).toEqual(['backed-up']);
    expect(readdirSync(folder).toSorted()).toEqual(['balcao.db', 'balcao.db-wal']);
  });

  it('before the backup was in place: it is put there', async () => {
    await withBackup();
    rmSync(places.database);
    writeFileSync(`${places.database}.part`, 'half a copy');
    writeFileSync(places.marker, marker('restoring'));
    expect(visits(await open())).toEqual(['backed-up']);
    expect(existsSync(`${places.database}.part`)).toBe(false);
  });

  it('after it was in place: it is taken, and noted once', async () => {
    await withBackup();
    copyFileSync(listBackups(places.backups)[0]?.file ?? '', places.database);
    writeFileSync(places.marker, marker('restoring'));
    expect(restores(await open())).toEqual([{ id: 'cut', backup_at: at - 1000 }]);
    writeFileSync(places.marker, marker('restoring'));
    expect(restores(await open())).toHaveLength(1);
    expect(restored).toEqual([at - 1000]);
    expect(existsSync(places.marker)).toBe(false);
  });

  it('while it is noted: nothing of it stands, and the next start notes it', async () => {
    await withBackup();
    writeFileSync(places.database, 'x'.repeat(5000));
    const dies = vi.fn(() => {
      throw new Error('power cut');
    });
    const clock = { wallTime: () => at };
    await expect(openStorage({ places, clock, log, onRestored: dies })).rejects.toThrow('power cut');
    expect(restores(await open())).toHaveLength(1);
    expect(restored).toEqual([at - 1000]);
  });
});

it('leaves the database of a newer kiosk where it is', async () => {
  (await open()).run('PRAGMA user_version = 999');
  close();
  const before = readFileSync(places.database);
  await expect(open()).rejects.toThrow('STORAGE-NEWER');
  expect(readFileSync(places.database).equals(before)).toBe(true);
  expect(existsSync(places.quarantine)).toBe(false);
});

it('says where rows lean on nothing, and goes on', async () => {
  const database = await open();
  database.run('PRAGMA foreign_keys = OFF');
  database.run(`INSERT INTO receipts (charge_id, state) VALUES ('nobody', 'due')`);
  await open();
  expect(log.entries).toContainEqual(
    expect.objectContaining({ code: 'STORAGE-STRAY-ROWS', fields: { tables: 'receipts' } }),
  );
});

it('reads a database in use', async () => {
  add(await open(), 'one');
  const other = openDatabase(places.database);
  expect(visits(other)).toEqual(['one']);
  other.close();
});
