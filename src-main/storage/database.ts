import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import {
  backup,
  DatabaseSync,
  type DatabaseSyncInstance,
  type StatementSyncInstance,
} from '@photostructure/sqlite';
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
  /** Whether somebody's transaction is under way, which the next write would join. */
  isInTransaction(): boolean;
  /** @returns the number of rows changed. @throws UniqueViolation */
  run(sql: string, parameters?: SqlParameters): number;
  /** The first row, parsed, or `undefined`. */
  get<S extends z.ZodType>(sql: string, row: S, parameters?: SqlParameters): z.output<S> | undefined;
  all<S extends z.ZodType>(sql: string, row: S, parameters?: SqlParameters): z.output<S>[];
  close(): void;
}

/** SQLite's extended result codes for UNIQUE and PRIMARY KEY. */
const uniqueCodes: readonly (number | undefined)[] = [2067, 1555];

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
    // What is erased of persons is overwritten, rather than left in pages that are free.
    handle.exec('PRAGMA secure_delete = ON');
    assertDurable(handle);
    return new SqliteDatabase(handle);
  } catch (error) {
    handle.close();
    throw error;
  }
}

/**
 * Opens a database file, or a copy of one, that is only read: also beside a kiosk that runs, and where nothing may be
 * written. What it reads stays as it is at the first look, however long that takes.
 */
export function openForReading(file: string): Database {
  const handle = openHandleForReading(file);
  try {
    handle.exec('BEGIN');
    handle.prepare('SELECT count(*) FROM sqlite_schema').get();
    return new SqliteDatabase(handle);
  } catch (error) {
    handle.close();
    throw error;
  }
}

function openHandleForReading(file: string): DatabaseSyncInstance {
  const handle = new DatabaseSync(file, { readOnly: true });
  try {
    handle.prepare('SELECT count(*) FROM sqlite_schema').get();
    return handle;
  } catch (error) {
    handle.close();
    // A copy on a medium that takes no writing: SQLite cannot put its two helper files beside it, and needs none.
    if (codeOf(error, 'sqliteCode') !== CANTOPEN || existsSync(`${file}-wal`)) throw error;
    return new DatabaseSync(`${pathToFileURL(file).href}?immutable=1`, { readOnly: true });
  }
}

const CANTOPEN = 14;

/**
 * Copies a database into a new file, as it was at one moment, while it is in use. Works on a thread of its own, in
 * steps that let writers through. @throws when either file fails
 */
export async function copyDatabase(file: string, copy: string): Promise<void> {
  const source = openHandleForReading(file);
  try {
    // One snapshot: otherwise each write of the kiosk would begin the copy anew.
    source.exec('BEGIN');
    source.prepare('SELECT count(*) FROM sqlite_schema').get();
    await backup(source, copy, { rate: 100 });
  } finally {
    source.close();
  }
  // The copy stands for itself: one file, without the helpers that a database in use has beside it.
  const target = new DatabaseSync(copy);
  try {
    target.exec('PRAGMA journal_mode = DELETE');
  } finally {
    target.close();
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

  isInTransaction(): boolean {
    return this.#inTransaction;
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
  return uniqueCodes.includes(codeOf(error, 'sqliteExtendedCode'))
    ? new UniqueViolation(error.message, { cause: error })
    : error;
}

/** SQLite's result code, if the error came from there: the plain one, or with the details in its upper bytes. */
export function codeOf(error: unknown, which: 'sqliteCode' | 'sqliteExtendedCode'): number | undefined {
  const code: unknown = error instanceof Error ? Reflect.get(error, which) : undefined;
  return typeof code === 'number' ? code : undefined;
}
