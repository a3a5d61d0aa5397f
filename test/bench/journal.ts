import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync, type StatementSyncInstance } from '@photostructure/sqlite';
import { systemClock } from '../../src-main/shell/system-clock.ts';
import type { Database, SqlParameters } from '../../src-main/storage/database.ts';
import { type Figures, median } from './figure.ts';
import { awaitCharge, newDatabase, openJournal, payCharge, withFolder } from './money.ts';

/** What one transaction wrote, statement by statement. */
type Transaction = { readonly sql: string; readonly parameters: SqlParameters }[];

/** CREATED, REQUESTED, AWAITING, PAID. */
const TRANSITIONS = 4;

/**
 * Transitions a second of charges that are made and paid, with invoice, write-off, payment, audit and event, on the
 * disk of the temporary folder; and the same for bare SQLite, which does the same writes to the same tables in as many
 * durable transactions, prepared, and nothing else. The two take turns with every charge.
 */
export async function measureJournal(charges: number): Promise<Figures> {
  return withFolder(tmpdir(), async (folder) => {
    // Also what compiles the journal's code.
    const written = recordCharges(join(folder, 'recorded.db'), charges);
    const replay = openReplay(join(folder, 'bare.db'));
    replay.run(written.setUp);
    const database = newDatabase(join(folder, 'balcao.db'));
    const journal = openJournal(database, systemClock);
    const times = { journal: [] as number[], bare: [] as number[] };
    for (const [number, transactions] of written.charges.entries()) {
      times.journal.push(timed(() => payCharge(journal, awaitCharge(journal, number), number)));
      times.bare.push(timed(() => replay.run(transactions)));
    }
    database.close();
    replay.close();
    const [ownMs, bareMs] = [median(times.journal), median(times.bare)];
    return {
      'journal.ratio': {
        value: Number((bareMs / ownMs).toFixed(2)),
        unit: 'x',
        aim: { min: 0.8 },
        samples: charges,
      },
      'journal.perSecond': perSecond(ownMs, charges),
      'journal.barePerSecond': perSecond(bareMs, charges),
    };
  });
}

function perSecond(milliseconds: number, samples: number): Figures[string] {
  return { value: Math.round((TRANSITIONS * 1000) / milliseconds), unit: '/s', samples };
}

function timed(work: () => void): number {
  const startedAt = performance.now();
  work();
  return performance.now() - startedAt;
}

function recordCharges(
  file: string,
  count: number,
): { readonly setUp: Transaction[]; readonly charges: readonly Transaction[][] } {
  const written: Transaction[] = [];
  const database = newDatabase(file);
  const journal = openJournal(recording(database, written), systemClock);
  const setUp = written.splice(0);
  const charges: Transaction[][] = [];
  for (let number = 0; number < count; number += 1) {
    payCharge(journal, awaitCharge(journal, number), number);
    const transactions = written.splice(0);
    if (transactions.length !== TRANSITIONS) throw new Error('a transition is not one transaction');
    charges.push(transactions);
  }
  database.close();
  return { setUp, charges };
}

/** The same database, whose writes are noted. */
function recording(database: Database, written: Transaction[]): Database {
  return {
    transaction<T>(work: () => T): T {
      if (!database.isInTransaction()) written.push([]);
      return database.transaction(work);
    },
    isInTransaction: () => database.isInTransaction(),
    run(sql, parameters = {}) {
      const write = { sql, parameters };
      if (database.isInTransaction()) written.at(-1)?.push(write);
      else written.push([write]);
      return database.run(sql, parameters);
    },
    get: (sql, row, parameters) => database.get(sql, row, parameters),
    all: (sql, row, parameters) => database.all(sql, row, parameters),
    close: () => database.close(),
  };
}

function openReplay(file: string): { run(transactions: readonly Transaction[]): void; close(): void } {
  newDatabase(file).close();
  const handle = new DatabaseSync(file);
  handle.exec('PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;');
  const statements = new Map<string, StatementSyncInstance>();
  const prepare = (sql: string): StatementSyncInstance => {
    const statement = statements.get(sql) ?? handle.prepare(sql);
    statements.set(sql, statement);
    return statement;
  };
  return {
    run(transactions) {
      for (const transaction of transactions) {
        handle.exec('BEGIN IMMEDIATE');
        for (const { sql, parameters } of transaction) prepare(sql).run(parameters);
        handle.exec('COMMIT');
      }
    },
    close: () => handle.close(),
  };
}
