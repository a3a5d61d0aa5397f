import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Database, openDatabase } from '../../../src-main/storage/database.ts';
import { migrate } from '../../../src-main/storage/migrations.ts';

/** Path of a database file that does not exist yet; it is gone when the test ends. */
export function temporaryDatabaseFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'balcao-database-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'balcao.db');
}

/** A real database on a real file, with the kiosk's tables. */
export function openTemporaryDatabase(file = temporaryDatabaseFile()): Database {
  const database = openDatabase(file);
  onTestFinished(() => closeIfOpen(database));
  migrate(database);
  return database;
}

/** The same database, except that the disk does not take the statements that `fails` picks. */
export function sickDatabase(database: Database, fails: (sql: string) => boolean): Database {
  return {
    transaction: (work) => database.transaction(work),
    isInTransaction: () => database.isInTransaction(),
    run(sql, parameters) {
      if (fails(sql)) throw new Error('disk I/O error');
      return database.run(sql, parameters);
    },
    get(sql, row, parameters) {
      if (fails(sql)) throw new Error('disk I/O error');
      return database.get(sql, row, parameters);
    },
    all(sql, row, parameters) {
      if (fails(sql)) throw new Error('disk I/O error');
      return database.all(sql, row, parameters);
    },
    close: () => database.close(),
  };
}

/** A test may have closed it already, as the kiosk does when it stops. */
function closeIfOpen(database: Database): void {
  try {
    database.close();
  } catch {
    return;
  }
}
