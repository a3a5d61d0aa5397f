import { expect, it } from 'vitest';
import { z } from 'zod';
import { type Database, openDatabase, UniqueViolation } from '../../../src-main/storage/database.ts';
import { openTemporaryDatabase, temporaryDatabaseFile } from './temporary-database.ts';

const nameRow = z.object({ name: z.string() });

function open(): Database {
  const database = openTemporaryDatabase();
  database.run('CREATE TABLE pets (name TEXT PRIMARY KEY, chip INTEGER UNIQUE, age INTEGER NOT NULL) STRICT');
  return database;
}

function add(database: Database, name: string, chip = name.length): number {
  return database.run('INSERT INTO pets VALUES ($name, $chip, 1)', { name, chip });
}

function names(database: Database): string[] {
  return database.all('SELECT name FROM pets ORDER BY rowid', nameRow).map(({ name }) => name);
}

it('is durable: WAL, every commit synced, foreign keys kept', () => {
  const database = open();
  expect(database.get('PRAGMA journal_mode', z.unknown())).toEqual({ journal_mode: 'wal' });
  expect(database.get('PRAGMA synchronous', z.unknown())).toEqual({ synchronous: 2 });
  expect(database.get('PRAGMA foreign_keys', z.unknown())).toEqual({ foreign_keys: 1 });
});

it('refuses a place that cannot be durable', () => {
  expect(() => openDatabase(':memory:')).toThrow('STORAGE-NOT-DURABLE');
});

it('tells how many rows a write changed', () => {
  const database = open();
  expect(add(database, 'Rex')).toBe(1);
  expect(database.run('UPDATE pets SET age = 2 WHERE name = $name', { name: 'Bidu' })).toBe(0);
});

it('parses each row, and says nothing with undefined', () => {
  const database = open();
  add(database, 'Rex');
  expect(database.get('SELECT name FROM pets', nameRow)).toEqual({ name: 'Rex' });
  expect(database.get('SELECT name FROM pets WHERE age > 5', nameRow)).toBeUndefined();
  expect(() => database.get('SELECT age AS name FROM pets', nameRow)).toThrow(z.ZodError);
});

it('runs a transaction whole and hands its value on', () => {
  const database = open();
  expect(
    database.transaction(() => {
      add(database, 'Rex');
      return 'kept';
    }),
  ).toBe('kept');
  expect(names(database)).toEqual(['Rex']);
});

it('undoes all of a transaction that throws, the joined one included, and is ready for the next', () => {
  const database = open();
  const failing = () =>
    database.transaction(() => {
      add(database, 'Rex', 1);
      database.transaction(() => add(database, 'Bidu', 2));
      throw new Error('no');
    });
  expect(failing).toThrow('no');
  expect(names(database)).toEqual([]);

  database.transaction(() => add(database, 'Mia', 3));
  expect(names(database)).toEqual(['Mia']);
});

it('undoes the outer part of a transaction when the joined one throws', () => {
  const database = open();
  const failing = () =>
    database.transaction(() => {
      add(database, 'Rex', 1);
      database.transaction(() => {
        throw new Error('no');
      });
    });
  expect(failing).toThrow('no');
  expect(names(database)).toEqual([]);
});

it.each([
  ['a primary key', 'Rex', 2, 'pets.name'],
  ['a UNIQUE column', 'Bidu', 1, 'pets.chip'],
])('names the columns when %s is taken', (_name, name, chip, column) => {
  const database = open();
  add(database, 'Rex', 1);
  expect(() => add(database, name, chip)).toThrow(UniqueViolation);
  expect(() => add(database, name, chip)).toThrow(column);
});

it.each([
  ['NOT NULL', `INSERT INTO pets VALUES ('Rex', 1, NULL)`],
  ['CHECK', `INSERT INTO deliveries VALUES (1, 'x', 'lost', 0, 0, NULL)`],
  ['a foreign key', `INSERT INTO receipts VALUES ('nobody', 'due', NULL)`],
  ['the column type', `INSERT INTO pets VALUES ('Rex', 'one', 1)`],
])('does not take a breach of %s for one of UNIQUE', (_name, sql) => {
  const database = open();
  expect(() => database.run(sql)).toThrow();
  expect(() => database.run(sql)).not.toThrow(UniqueViolation);
});

it('tells the reason when the disk is full, and takes smaller writes afterwards', () => {
  const database = open();
  const pages = z.object({ page_count: z.number() });
  const used = database.get('PRAGMA page_count', pages)?.page_count ?? 0;
  database.get(`PRAGMA max_page_count = ${used + 2}`, z.unknown());
  const tooMuch = () =>
    database.transaction(() => {
      for (let chip = 0; chip < 100; chip += 1) add(database, `${chip}${'x'.repeat(1000)}`, chip);
    });
  expect(tooMuch).toThrow(/full/);
  expect(names(database)).toEqual([]);
  database.transaction(() => add(database, 'Rex', 1));
  expect(names(database)).toEqual(['Rex']);
});

it('keeps what was written when it is opened again', () => {
  const file = temporaryDatabaseFile();
  const first = openDatabase(file);
  first.run('CREATE TABLE pets (name TEXT) STRICT');
  first.run(`INSERT INTO pets VALUES ('Rex')`);
  first.close();
  expect(names(openTemporaryDatabase(file))).toEqual(['Rex']);
});
