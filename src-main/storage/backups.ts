import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { open, statfs } from 'node:fs/promises';
import path from 'node:path';
import { syncFolder } from '../settings/durable-file.ts';
import { copyDatabase, type Database, openForReading } from './database.ts';
import { checkIntegrity } from './integrity.ts';

/** A copy of the database that can take its place. */
export interface Backup {
  readonly file: string;
  /** Grows with each backup: which is the newest does not hang on a clock. */
  readonly number: number;
  /** The schema's. */
  readonly version: number;
  /** Wall time when it was made, milliseconds. */
  readonly at: number;
  readonly why: BackupReason;
}

export type BackupReason = 'daily' | 'before-migration';

/** How many of each are kept. */
const kept: Readonly<Record<BackupReason, number>> = { daily: 7, 'before-migration': 3 };

const NAME = /^balcao-(\d{6})-v(\d+)-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z-(daily|before-migration)\.db$/;

/** The backups in a folder, newest first. */
export function listBackups(folder: string): readonly Backup[] {
  return namesIn(folder)
    .flatMap((name) => readName(folder, name) ?? [])
    .toSorted((one, other) => other.number - one.number);
}

/** What must be free beside a copy: payments go on while it is made. */
const ROOM_BESIDES = 16 * 1024 * 1024;

/**
 * Copies the database while it is in use. A copy that is not sound takes no other's place.
 * @throws when the disk does not take it, or the copy is damaged; nothing is left of it then
 */
export async function backUp(
  databaseFile: string,
  folder: string,
  version: number,
  at: number,
): Promise<Backup> {
  const { part, backup } = prepare(folder, version, at, 'daily');
  try {
    await assertRoom(databaseFile, folder);
    await copyDatabase(databaseFile, part);
    await assertSound(part);
    await syncInTurn(part);
    return complete(part, backup);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}

/** Copies the database before a step that changes its schema; the caller waits. @throws when it cannot */
export function backUpBeforeStep(database: Database, folder: string, version: number, at: number): Backup {
  const { part, backup } = prepare(folder, version, at, 'before-migration');
  try {
    database.run('VACUUM INTO $part', { part });
    syncFile(part);
    return complete(part, backup);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}

async function assertRoom(databaseFile: string, folder: string): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize < statSync(databaseFile).size + ROOM_BESIDES) throw new Error('no room for a backup');
}

async function assertSound(file: string): Promise<void> {
  const copy = openForReading(file);
  try {
    await checkIntegrity(copy);
  } finally {
    copy.close();
  }
}

/** The disk may take seconds; nobody waits for it. */
async function syncInTurn(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function prepare(folder: string, version: number, at: number, why: BackupReason) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  // What a crash left of an earlier one.
  for (const name of namesIn(folder)) {
    if (name.includes('.part')) rmSync(path.join(folder, name), { force: true });
  }
  const number = (listBackups(folder)[0]?.number ?? 0) + 1;
  const stamp = new Date(at)
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replace(/[-:]/g, '');
  const name = `balcao-${String(number).padStart(6, '0')}-v${version}-${stamp}-${why}.db`;
  const file = path.join(folder, name);
  return { part: `${file}.part`, backup: { file, number, version, at, why } };
}

/** What is on the disk gets its name: under that it is whole, also after a power cut. */
function complete(part: string, backup: Backup): Backup {
  renameSync(part, backup.file);
  syncFolder(path.dirname(backup.file));
  rotate(path.dirname(backup.file), backup.why);
  return backup;
}

function rotate(folder: string, why: BackupReason): void {
  const outworn = listBackups(folder)
    .filter((backup) => backup.why === why)
    .slice(kept[why]);
  for (const { file } of outworn) rmSync(file, { force: true });
}

export function syncFile(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    // Nothing was ever backed up.
    return [];
  }
}

function readName(folder: string, name: string): Backup | undefined {
  const [, number, version, year, month, day, hour, minute, second, why] = NAME.exec(name) ?? [];
  if (why !== 'daily' && why !== 'before-migration') return undefined;
  return {
    file: path.join(folder, name),
    number: Number(number),
    version: Number(version),
    at: Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`),
    why,
  };
}
