import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { type Database, openDatabase } from '../../../src-main/storage/database.ts';
import { migrate } from '../../../src-main/storage/migrations.ts';
import { makeReserve, releaseReserve } from '../../../src-main/storage/reserve-file.ts';
import { reservedDatabase } from '../../../src-main/storage/reserved-database.ts';
import { awaiting, created, openTill, payment } from '../payment/till.ts';
import { openTemporaryDatabase, sickDatabase, temporaryDatabaseFile } from './temporary-database.ts';

const nameRow = z.object({ id: z.string() });

class DiskFull extends Error {
  readonly sqliteCode = 13;
}

class Damaged extends Error {
  readonly sqliteCode = 11;
}

function world(reserves = 1) {
  const told: string[] = [];
  const database = openTemporaryDatabase();
  const reserved = reservedDatabase(database, {
    release() {
      told.push('release');
      reserves -= 1;
      return reserves >= 0;
    },
    onFull: () => told.push('full'),
    onDamaged: () => told.push('damaged'),
  });
  const visits = () => database.all('SELECT id FROM visits ORDER BY id', nameRow).map(({ id }) => id);
  return { database, reserved, told, visits };
}

function add(database: Database, id: string): void {
  database.run('INSERT INTO visits (id, started_at) VALUES ($id, 1)', { id });
}

/** Fails so many times in its midst. */
function failing(database: Database, times: number, error: () => Error): () => void {
  let left = times;
  return () => {
    add(database, 'before');
    left -= 1;
    if (left >= 0) throw error();
    add(database, 'after');
  };
}

describe('a write that finds the disk full', () => {
  it('is repeated once when the reserve was given up, and is whole', () => {
    const { reserved, told, visits } = world();
    reserved.transaction(failing(reserved, 1, () => new DiskFull('full')));
    expect(visits()).toEqual(['after', 'before']);
    expect(told).toEqual(['release', 'full']);
  });

  it('fails when that was not enough, and leaves nothing', () => {
    const { reserved, told, visits } = world();
    expect(() => reserved.transaction(failing(reserved, 2, () => new DiskFull('full')))).toThrow('full');
    expect(visits()).toEqual([]);
    expect(told).toEqual(['release', 'full']);
  });

  it('fails when there is no reserve', () => {
    const { reserved, told } = world(0);
    expect(() => reserved.transaction(failing(reserved, 1, () => new DiskFull('full')))).toThrow('full');
    expect(told).toEqual(['release', 'full']);
  });

  it('inside another one is repeated with that', () => {
    const { reserved, visits } = world();
    const inner = failing(reserved, 1, () => new DiskFull('full'));
    reserved.transaction(() => {
      add(reserved, 'outer');
      reserved.transaction(inner);
    });
    expect(visits()).toEqual(['after', 'before', 'outer']);
  });
});

it("is not repeated within somebody else's transaction, which is no longer whole", () => {
  const { database, reserved, told, visits } = world();
  const inner = failing(reserved, 1, () => new DiskFull('full'));
  expect(() => database.transaction(() => reserved.transaction(inner))).toThrow('full');
  expect(visits()).toEqual([]);
  expect(told).toEqual([]);
});

it('passes on everything else as it is', () => {
  const { reserved, told } = world();
  expect(() => reserved.transaction(failing(reserved, 1, () => new Error('no')))).toThrow('no');
  expect(told).toEqual([]);
  expect(() => reserved.transaction(failing(reserved, 1, () => new Damaged('malformed')))).toThrow(
    'malformed',
  );
  expect(told).toEqual(['damaged']);
});

it('is for what was paid, not for a charge that nobody has seen yet', () => {
  const { database, told } = world();
  let full = false;
  const disk: Database = sickDatabase(database, (sql) => {
    if (full && sql.startsWith('INSERT INTO money_audit')) throw new DiskFull('full');
    return false;
  });
  const reserved = reservedDatabase(disk, {
    release: () => {
      told.push('release');
      full = false;
      return true;
    },
    onFull: () => told.push('full'),
    onDamaged: () => undefined,
  });
  const { journal } = openTill({ database: reserved, unreserved: disk });
  const charge = awaiting(journal);
  full = true;
  const other = { invoiceId: 'I-2', amountCents: 9_990, description: '', dueDate: '2026-12-01' };
  expect(() => created(journal, { invoices: [other] })).toThrow('full');
  expect(told).toEqual([]);
  expect(journal.markPaid(charge, [payment(charge.amountCents)]).state).toBe('PAID');
  expect(told).toEqual(['release', 'full']);
});

describe('the reserve', () => {
  const size = 64 * 1024;

  it('takes real room, once, and gives it up', async () => {
    const file = join(dirname(temporaryDatabaseFile()), 'reserve.bin');
    expect(await makeReserve(file, size)).toBe(true);
    const { ino, blocks } = statSync(file);
    expect(blocks * 512).toBeGreaterThanOrEqual(size);
    expect(await makeReserve(file, size)).toBe(true);
    expect(statSync(file).ino).toBe(ino);
    expect(releaseReserve(file)).toBe(true);
    expect(releaseReserve(file)).toBe(false);
  });

  it('that a power cut left half made is made again', async () => {
    const file = join(dirname(temporaryDatabaseFile()), 'reserve.bin');
    writeFileSync(file, 'half');
    writeFileSync(`${file}.part`, 'half');
    expect(await makeReserve(file, size)).toBe(true);
    expect(statSync(file).size).toBe(size);
  });

  it('is not there where it cannot be made', async () => {
    expect(await makeReserve('/no/such/folder/reserve.bin', size)).toBe(false);
  });
});

/** A disk of its own of one MiB; undefined where this user may not mount one. */
function smallDisk(): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'balcao-small-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    rmSync(folder, { recursive: true });
    return undefined;
  }
  onTestFinished(() => {
    execFileSync('umount', ['-l', folder]);
    rmSync(folder, { recursive: true });
  });
  return folder;
}

it('lets a payment be written on a disk that is really full', async (context) => {
  const folder = smallDisk();
  if (folder === undefined) return context.skip('mounting a small disk needs root');
  const reserve = join(folder, 'reserve.bin');
  const database = openDatabase(join(folder, 'balcao.db'));
  onTestFinished(() => database.close());
  migrate(database);
  expect(await makeReserve(reserve, 128 * 1024)).toBe(true);
  const told: string[] = [];
  const reserved = reservedDatabase(database, {
    release: () => releaseReserve(reserve),
    onFull: () => told.push('full'),
    onDamaged: () => told.push('damaged'),
  });
  fill(join(folder, 'somebody-elses'));
  expect(() => database.transaction(() => addMany(database, 'plain'))).toThrow(/full/);
  reserved.transaction(() => addMany(reserved, 'paid'));
  expect(told).toEqual(['full']);
  expect(database.all('SELECT id FROM visits', nameRow)).toHaveLength(20);
  expect(await makeReserve(reserve, 128 * 1024)).toBe(false);
  rmSync(join(folder, 'somebody-elses'));
  expect(await makeReserve(reserve, 128 * 1024)).toBe(true);
});

function addMany(database: Database, name: string): void {
  for (let index = 0; index < 20; index += 1) add(database, `${name}-${index}-${'x'.repeat(500)}`);
}

/** Until not one byte more fits. */
function fill(file: string): void {
  for (const size of [65_536, 4_096, 1]) {
    try {
      for (;;) writeFileSync(file, Buffer.alloc(size, 1), { flag: 'a' });
    } catch {
      // No more of this size.
    }
  }
}
