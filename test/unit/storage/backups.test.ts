import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { backUp, backUpBeforeStep, listBackups } from '../../../src-main/storage/backups.ts';
import { openForReading } from '../../../src-main/storage/database.ts';
import { migrate } from '../../../src-main/storage/migrations.ts';
import { storageTrouble } from '../../../src-main/storage/storage-trouble.ts';
import { openTemporaryDatabase, temporaryDatabaseFile } from './temporary-database.ts';

const nameRow = z.object({ id: z.string() });
const at = Date.UTC(2026, 10, 21, 12, 30, 5);

function world() {
  const file = temporaryDatabaseFile();
  const database = openTemporaryDatabase(file);
  return { file, database, folder: join(dirname(file), 'backups') };
}

function visitsIn(file: string): readonly string[] {
  const database = openForReading(file);
  try {
    return database.all('SELECT id FROM visits ORDER BY id', nameRow).map(({ id }) => id);
  } finally {
    database.close();
  }
}

it('copies what is committed, in one file that stands for itself', async () => {
  const { file, database, folder } = world();
  database.run(`INSERT INTO visits (id, started_at) VALUES ('v', 1)`);
  const made = await backUp(file, folder, 1, at);
  expect(made).toMatchObject({ number: 1, version: 1, at, why: 'daily' });
  expect(readdirSync(folder)).toEqual(['balcao-000001-v1-20261121T123005Z-daily.db']);
  expect(visitsIn(made.file)).toEqual(['v']);
  expect(listBackups(folder)).toEqual([made]);
});

it('keeps the newest seven by their number, whatever the clock says', async () => {
  const { file, folder } = world();
  for (let day = 0; day < 10; day += 1) await backUp(file, folder, 1, at - day * 86_400_000);
  expect(listBackups(folder).map(({ number }) => number)).toEqual([10, 9, 8, 7, 6, 5, 4]);
});

it('leaves alone what it did not make, and clears what a power cut left', async () => {
  const { file, folder } = world();
  mkdirSync(folder);
  writeFileSync(join(folder, 'notes.txt'), '');
  writeFileSync(join(folder, 'balcao-000009-v1-20261121T123005Z-daily.db.part'), 'half');
  await backUp(file, folder, 1, at);
  expect(readdirSync(folder).toSorted()).toEqual(['balcao-000001-v1-20261121T123005Z-daily.db', 'notes.txt']);
});

it('a damaged database takes no sound copy’s place', async () => {
  const { file, database, folder } = world();
  for (let row = 0; row < 200; row += 1) {
    database.run('INSERT INTO visits (id, started_at, customer_name) VALUES ($id, 1, $name)', {
      id: `v${row}`,
      name: 'x'.repeat(400),
    });
  }
  const sound = await backUp(file, folder, 1, at);
  database.close();
  const bytes = readFileSync(file);
  writeFileSync(file, bytes.fill(0, bytes.length - 8192));
  await expect(backUp(file, folder, 1, at)).rejects.toSatisfy(
    (error) => storageTrouble(error) === 'STORAGE-CORRUPT',
  );
  expect(listBackups(folder)).toEqual([sound]);
  expect(readdirSync(folder)).toHaveLength(1);
});

it.runIf(process.platform === 'linux')('is not begun where it would fill the disk', async () => {
  const { file, folder } = world();
  const huge = `${file}.huge`;
  copyFileSync(file, huge);
  truncateSync(huge, 2 ** 42);
  await expect(backUp(huge, folder, 1, at)).rejects.toThrow('no room');
  expect(readdirSync(folder)).toEqual([]);
});

it('leaves nothing behind when it fails', async () => {
  const { file, folder } = world();
  await expect(backUp(`${file}-gone`, folder, 1, at)).rejects.toThrow();
  expect(readdirSync(folder)).toEqual([]);
});

it('takes no notice of what is written meanwhile', async () => {
  const { file, database, folder } = world();
  database.transaction(() => {
    for (let row = 0; row < 3000; row += 1) {
      database.run('INSERT INTO visits (id, started_at, customer_name) VALUES ($id, 1, $name)', {
        id: `v${row}`,
        name: 'x'.repeat(400),
      });
    }
  });
  const copying = backUp(file, folder, 1, at);
  for (let row = 0; row < 50; row += 1) {
    database.run('INSERT INTO visits (id, started_at) VALUES ($id, 1)', { id: `late${row}` });
    await new Promise(setImmediate);
  }
  const { file: copy } = await copying;
  expect(visitsIn(copy).length).toBeGreaterThanOrEqual(3000);
});

it('is made before each step of a database that has something to lose', () => {
  const { database, folder } = world();
  const steps = [[], ['CREATE TABLE one (id TEXT) STRICT'], ['CREATE TABLE two (id TEXT) STRICT']];
  migrate(database, (version) => backUpBeforeStep(database, folder, version, at), steps);
  expect(readdirSync(folder).toSorted()).toEqual([
    'balcao-000001-v1-20261121T123005Z-before-migration.db',
    'balcao-000002-v2-20261121T123005Z-before-migration.db',
  ]);
  const [second, first] = listBackups(folder);
  expect(tablesOf(second?.file)).toContain('one');
  expect(tablesOf(second?.file)).not.toContain('two');
  expect(tablesOf(first?.file)).not.toContain('one');
});

it('is not made of a new database', () => {
  const made: number[] = [];
  migrate(openTemporaryDatabase(), (version) => made.push(version));
  expect(made).toEqual([]);
});

it('stops a step that it cannot be made for', () => {
  const { database } = world();
  const steps = [[], ['CREATE TABLE one (id TEXT) STRICT']];
  const fails = () => {
    throw new Error('disk full');
  };
  expect(() => migrate(database, fails, steps)).toThrow('disk full');
  expect(() => database.get('SELECT * FROM one', nameRow)).toThrow('no such table');
});

it.skipIf(process.getuid?.() === 0)('can be read where nothing may be written', async () => {
  const { file, folder } = world();
  const { file: copy } = await backUp(file, folder, 1, at);
  chmodSync(folder, 0o500);
  expect(visitsIn(copy)).toEqual([]);
  chmodSync(folder, 0o700);
});

it('can be read when it is the copy of a file in use, without its helpers', () => {
  const { file, database } = world();
  database.run('PRAGMA wal_checkpoint(TRUNCATE)');
  const copy = `${file}.copied`;
  copyFileSync(file, copy);
  expect(visitsIn(copy)).toEqual([]);
});

function tablesOf(file = ''): readonly string[] {
  const database = openForReading(file);
  try {
    return database
      .all(`SELECT name FROM sqlite_schema WHERE type = 'table'`, z.object({ name: z.string() }))
      .map(({ name }) => name);
  } finally {
    database.close();
  }
}
