import { codeOf, type Database } from './database.ts';

/** What SQLite says when the disk is full: plainly, or because its shared memory file cannot grow. */
const FULL = 13;
const SHARED_MEMORY_CANNOT_GROW = 4874;
const DAMAGED: readonly (number | undefined)[] = [11, 26];

export interface ReserveOfDisk {
  /** Gives up the room that was kept. @returns whether there was any */
  release(): boolean;
  /** Called when the disk was full, after the retry. */
  onFull(): void;
  /** Called when the database turns out to be damaged. */
  onDamaged(): void;
}

/**
 * The same database for those whose writes must not be lost: when the disk is full, the reserve is given up and the
 * write repeated once. `work` of a transaction may therefore run twice; the first time then left nothing.
 */
export function reservedDatabase(database: Database, reserve: ReserveOfDisk): Database {
  /** Within a transaction it is the whole of it that is repeated, by whoever began it. */
  function attempt<T>(work: () => T): T {
    return database.isInTransaction() ? work() : withReserve(work);
  }

  function withReserve<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      if (DAMAGED.includes(codeOf(error, 'sqliteCode'))) reserve.onDamaged();
      if (!isFull(error)) throw error;
      const released = reserve.release();
      try {
        if (!released) throw error;
        return work();
      } finally {
        reserve.onFull();
      }
    }
  }

  return {
    isInTransaction: () => database.isInTransaction(),
    transaction: (work) => attempt(() => database.transaction(work)),
    run: (sql, parameters) => attempt(() => database.run(sql, parameters)),
    get: (sql, row, parameters) => database.get(sql, row, parameters),
    all: (sql, row, parameters) => database.all(sql, row, parameters),
    close: () => database.close(),
  };
}

function isFull(error: unknown): boolean {
  return (
    codeOf(error, 'sqliteCode') === FULL || codeOf(error, 'sqliteExtendedCode') === SHARED_MEMORY_CANNOT_GROW
  );
}
