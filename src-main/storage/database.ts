import { DatabaseSync, type DatabaseSyncInstance, type StatementSyncInstance } from '@photostructure/sqlite';
import type { z } from 'zod';

/** What may be bound to a statement. Anything else would bind silently as NULL, so the type forbids it. */
export type SqlValue = string | number | bigint | null | Uint8Array;

export type SqlParameters = Readonly<Record<string, SqlValue>>;

/** A write broke a UNIQUE rule; the message names the columns, e.g. `charges.txid`. */
export class UniqueViolation extends Error {
  override readonly name = 'UniqueViolation';
}

/** The kiosk's one database. Every write is durable when the call returns (WAL, `synchronous=FULL`). */
export interface Database {
  /**
   * Runs `work` in one transaction: all of it is on disk afterwards, or, if it throws, nothing.
   * Inside another transaction it simply joins that one.
   */
  transaction<T>(work: () => T): T;
  /** @returns the number of rows changed. @throws UniqueViolation */
  run(sql: string, parameters?: SqlParameters): number;
  /** The first row, parsed, or `undefined`. */
  get<S extends z.ZodType>(sql: string, row: S, parameters?: SqlParameters): z.output<S> | undefined;
  all<S extends z.ZodType>(sql: string, row: S, parameters?: SqlParameters): z.output<S>[];
  close(): void;
}

/** SQLite's extended result codes for UNIQUE and PRIMARY KEY. */
const uniqueCodes: readonly unknown[] = [2067, 1555];

/**
 * Opens (or makes) the database file and asserts that it is durable.
 * @throws when the file cannot be opened, or SQLite refuses WAL or `synchronous=FULL`.
 */
export function openDatabase(file: string): Database {
  const handle = new DatabaseSync(file);
  try {
    handle.exec(
      'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 2000;',
    );
    assertDurable(handle);
    return new SqliteDatabase(handle);
  } catch (error) {
    handle.close();
    throw error;
  }
}

function assertDurable(handle: DatabaseSyncInstance): void {
  const mode = handle.prepare('PRAGMA journal_mode').get()?.journal_mode;
  const synchronous = handle.prepare('PRAGMA synchronous').get()?.synchronous;
  if (mode !== 'wal' || synchronous !== 2) {
    throw new Error('STORAGE-NOT-DURABLE: SQLite did not accept WAL with synchronous=FULL');
  }
}

class SqliteDatabase implements Database {
  readonly #handle: DatabaseSyncInstance;
  readonly #statements = new Map<string, StatementSyncInstance>();
  #inTransaction = false;

  constructor(handle: DatabaseSyncInstance) {
    this.#handle = handle;
  }

  transaction<T>(work: () => T): T {
    if (this.#inTransaction) return work();
    this.#handle.exec('BEGIN IMMEDIATE');
    this.#inTransaction = true;
    try {
      const result = work();
      this.#handle.exec('COMMIT');
      return result;
    } catch (error) {
      // SQLite itself rolls back when the disk is full or fails; a second time would only hide why.
      if (this.#handle.isTransaction) this.#handle.exec('ROLLBACK');
      throw error;
    } finally {
      this.#inTransaction = false;
    }
  }

  run(sql: string, parameters: SqlParameters = {}): number {
    try {
      return Number(this.#prepare(sql).run(parameters).changes);
    } catch (error) {
      throw asUniqueViolation(error);
    }
  }

  get<S extends z.ZodType>(sql: string, row: S, parameters: SqlParameters = {}): z.output<S> | undefined {
    const found: unknown = this.#prepare(sql).get(parameters);
    return found === undefined ? undefined : row.parse(found);
  }

  all<S extends z.ZodType>(sql: string, row: S, parameters: SqlParameters = {}): z.output<S>[] {
    const found: unknown[] = this.#prepare(sql).all(parameters);
    return found.map((each) => row.parse(each));
  }

  close(): void {
    this.#statements.clear();
    this.#handle.close();
  }

  #prepare(sql: string): StatementSyncInstance {
    const known = this.#statements.get(sql);
    if (known) return known;
    const statement = this.#handle.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }
}

function asUniqueViolation(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const code = 'sqliteExtendedCode' in error ? error.sqliteExtendedCode : undefined;
  return uniqueCodes.includes(code) ? new UniqueViolation(error.message, { cause: error }) : error;
}
