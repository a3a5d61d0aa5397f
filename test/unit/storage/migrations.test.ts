import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Database, openDatabase, UniqueViolation } from '../../../src-main/storage/database.ts';
import { migrate } from '../../../src-main/storage/migrations.ts';
import { openTemporaryDatabase, temporaryDatabaseFile } from './temporary-database.ts';

const schemaRow = z.object({ name: z.string(), sql: z.string().nullable() });

function schema(database: Database): unknown {
  return database.all('SELECT name, sql FROM sqlite_schema ORDER BY name', schemaRow);
}

function version(database: Database): unknown {
  return database.get('PRAGMA user_version', z.object({ user_version: z.number() }))?.user_version;
}

it('makes every table strict, so that a wrong type is refused and not stored', () => {
  const tables = z.object({ name: z.string(), strict: z.number() });
  const loose = openTemporaryDatabase()
    .all(`SELECT name, strict FROM pragma_table_list WHERE type = 'table'`, tables)
    .filter(({ name, strict }) => strict === 0 && !name.startsWith('sqlite_'));
  expect(loose).toEqual([]);
});

it('changes nothing the second time', () => {
  const file = temporaryDatabaseFile();
  const first = openDatabase(file);
  migrate(first);
  const before = { schema: schema(first), version: version(first) };
  first.run(`INSERT INTO visits (id, started_at) VALUES ('v', 1)`);
  first.close();

  const second = openTemporaryDatabase(file);
  migrate(second);
  expect({ schema: schema(second), version: version(second) }).toEqual(before);
  expect(second.all('SELECT id FROM visits', z.unknown())).toEqual([{ id: 'v' }]);
});

it('refuses a database of a newer kiosk and leaves it alone', () => {
  const database = openTemporaryDatabase();
  const before = schema(database);
  database.run('PRAGMA user_version = 999');
  expect(() => migrate(database)).toThrow('STORAGE-NEWER');
  expect(version(database)).toBe(999);
  expect(schema(database)).toEqual(before);
});

it('makes a step whole or not at all', () => {
  const database = openDatabase(temporaryDatabaseFile());
  database.run('CREATE TABLE receipts (in_the_way TEXT) STRICT');
  expect(() => migrate(database)).toThrow('receipts');
  expect(version(database)).toBe(0);
  expect(schema(database)).toEqual([expect.objectContaining({ name: 'receipts' })]);
  database.close();
});

describe('what the tables themselves forbid', () => {
  function withCharges(...ids: string[]): Database {
    const database = openTemporaryDatabase();
    database.run(`INSERT INTO visits (id, started_at) VALUES ('v', 1)`);
    for (const id of ids) {
      database.run(
        `INSERT INTO charges (id, txid, source, erp, visit_id, terminal_id, document, customer_erp_id, masked_name, amount_cents,
           state, created_at, expiry_seconds)
         VALUES ($id, $id, 'api-pix', 'e', 'v', 'T01', '', '', '', 100, 'CREATED', 1, 600)`,
        { id },
      );
    }
    return database;
  }

  function cover(database: Database, chargeId: string, live: 0 | 1, erp = 'e'): void {
    database.run(
      `INSERT INTO charge_invoices (charge_id, erp, invoice_id, amount_cents, description, due_date, live)
       VALUES ($chargeId, $erp, 'i', 100, '', '2026-12-01', $live)`,
      { chargeId, erp, live },
    );
  }

  it('two live charges of one invoice; ended ones do not count', () => {
    const database = withCharges('a', 'b', 'c');
    cover(database, 'a', 0);
    cover(database, 'b', 1);
    expect(() => cover(database, 'c', 1)).toThrow(UniqueViolation);
    cover(database, 'c', 0);
  });

  it('no two live charges of invoices that have the same id in different ERPs', () => {
    const database = withCharges('a', 'b');
    cover(database, 'a', 1, 'one');
    expect(() => cover(database, 'b', 1, 'another')).not.toThrow();
  });

  it('two write-offs of one invoice of one charge', () => {
    const database = withCharges('a');
    cover(database, 'a', 0);
    const open = (id: string) =>
      database.run(
        `INSERT INTO write_offs (id, charge_id, invoice_id, state, created_at, changed_at)
         VALUES ($id, 'a', 'i', 'PENDING', 1, 1)`,
        { id },
      );
    open('one');
    expect(() => open('two')).toThrow(UniqueViolation);
  });

  it('an alarm twice about the same thing, also when the thing is only half named', () => {
    const database = openTemporaryDatabase();
    const raise = (chargeId: string | null) =>
      database.run(`INSERT INTO alarms (code, charge_id, raised_at) VALUES ('X', $chargeId, 1)`, {
        chargeId,
      });
    raise(null);
    raise('a');
    expect(() => raise(null)).toThrow(UniqueViolation);
    expect(() => raise('a')).toThrow(UniqueViolation);
  });
});
