import { closeSync, openSync, readSync, rmSync, statSync } from 'node:fs';
import { z } from 'zod';
import type { Clock } from '../domain/clock.ts';
import { errorCode } from '../logging/error-code.ts';
import type { Log } from '../logging/log.ts';
import { writeDurably } from '../settings/durable-file.ts';
import { backUpBeforeStep } from './backups.ts';
import { type Database, openDatabase } from './database.ts';
import { checkIntegrity, tablesWithStrayRows } from './integrity.ts';
import { migrate } from './migrations.ts';
import {
  finishRecovery,
  isDatabaseLost,
  isLogLost,
  logRecovery,
  pendingRecovery,
  type Recovery,
  recover,
  type StoragePlaces,
} from './recovery.ts';
import { releaseReserve } from './reserve-file.ts';
import { DamagedDatabase, storageTrouble } from './storage-trouble.ts';

export interface OpenStorageParts {
  readonly places: StoragePlaces;
  readonly clock: Pick<Clock, 'wallTime'>;
  readonly log: Log;
  /** Notes in a database that came from a backup what can no longer be taken for granted; joins the transaction. */
  readonly onRestored: (database: Database, recovery: Recovery) => void;
}

/**
 * Opens the database, checks it and brings it up to date. A damaged or lost one goes into quarantine and the last sound
 * backup takes its place, or an empty one where there is none; `restores` then has a row that nobody has looked at.
 * @throws when the disk fails, or the database is a newer kiosk's
 */
export async function openStorage(parts: OpenStorageParts): Promise<Database> {
  const { places } = parts;
  const logLost = isLogLost(places);
  const database = await openWhatThereIs(parts);
  try {
    if (logLost) noteRestored(parts, database, logRecovery(places, parts.clock.wallTime()), 'log lost');
    writeDurably(places.inUse, '');
    return closingInOrder(database, places.inUse);
  } catch (error) {
    closeQuietly(database, parts.log);
    throw error;
  }
}

async function openWhatThereIs(parts: OpenStorageParts): Promise<Database> {
  const { places, log } = parts;
  if (pendingRecovery(places)) return openRestored(parts, 'interrupted');
  if (isDatabaseLost(places)) return openRestored(parts, 'missing');
  try {
    return await openSound(parts);
  } catch (error) {
    const trouble = storageTrouble(error);
    if (trouble === 'STORAGE-FULL' && releaseReserve(places.reserve)) return openSound(parts);
    if (trouble !== 'STORAGE-CORRUPT') throw error;
    log.error('STORAGE-CORRUPT', { reason: String(error) });
    return openRestored(parts, 'corrupt');
  }
}

/** The same database, which takes its mark away when it was closed. */
function closingInOrder(database: Database, inUse: string): Database {
  return {
    transaction: (work) => database.transaction(work),
    isInTransaction: () => database.isInTransaction(),
    run: (sql, parameters) => database.run(sql, parameters),
    get: (sql, row, parameters) => database.get(sql, row, parameters),
    all: (sql, row, parameters) => database.all(sql, row, parameters),
    close() {
      database.close();
      rmSync(inUse, { force: true });
    },
  };
}

async function openSound(parts: OpenStorageParts): Promise<Database> {
  const { places, clock, log } = parts;
  if (isForeignFile(places.database)) throw new DamagedDatabase('not a database');
  const database = openDatabase(places.database);
  try {
    await checkIntegrity(database);
    migrate(database, (version) => backUpBeforeStep(database, places.backups, version, clock.wallTime()));
    const tables = tablesWithStrayRows(database);
    if (tables.length > 0) log.error('STORAGE-STRAY-ROWS', { tables: tables.join(', ') });
    return database;
  } catch (error) {
    closeQuietly(database, log);
    throw error;
  }
}

/** Asked before SQLite opens it, which would clear away the log of the last writes beside it. */
function isForeignFile(file: string): boolean {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return false;
  const handle = openSync(file, 'r');
  try {
    const head = Buffer.alloc(MAGIC.length);
    const length = readSync(handle, head);
    return length > 0 && !head.equals(MAGIC);
  } finally {
    closeSync(handle);
  }
}

/** The first bytes of every SQLite database. */
const MAGIC = Buffer.from('SQLite format 3\0');

const idRow = z.object({ id: z.string() });

async function openRestored(parts: OpenStorageParts, why: string): Promise<Database> {
  const { places, clock, log } = parts;
  const recovery = await recover(places, clock.wallTime());
  const database = await openSound(parts);
  try {
    noteRestored(parts, database, recovery, why);
    finishRecovery(places);
    return database;
  } catch (error) {
    closeQuietly(database, log);
    throw error;
  }
}

/** Once, however often a power cut has it begin anew. */
function noteRestored(parts: OpenStorageParts, database: Database, recovery: Recovery, why: string): void {
  const { id, backupAt } = recovery;
  database.transaction(() => {
    if (database.get('SELECT id FROM restores WHERE id = $id', idRow, { id })) return;
    database.run('INSERT INTO restores (id, restored_at, backup_at) VALUES ($id, $at, $backupAt)', {
      id,
      at: parts.clock.wallTime(),
      backupAt: backupAt ?? null,
    });
    parts.onRestored(database, recovery);
  });
  parts.log.warn('STORAGE-QUARANTINED', { why, quarantine: id, backupAt });
}

/** What kept it from working may keep it from closing, too. */
function closeQuietly(database: Database, log: Log): void {
  try {
    database.close();
  } catch (error) {
    log.warn('STORAGE-NOT-CLOSED', { reason: errorCode(error) });
  }
}
