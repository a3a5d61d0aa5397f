import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { syncFolder, writeDurably } from '../settings/durable-file.ts';
import { type Backup, listBackups, syncFile } from './backups.ts';
import { type Database, openForReading } from './database.ts';
import { checkIntegrity } from './integrity.ts';
import { NEWEST_VERSION } from './migrations.ts';

/** Where everything of the storage lies. */
export interface StoragePlaces {
  readonly database: string;
  readonly backups: string;
  readonly quarantine: string;
  /** Says that a recovery is under way. */
  readonly marker: string;
  /** There from the opening of the database until it was closed in order. */
  readonly inUse: string;
  /** Room that is given up for payments when the disk is full. */
  readonly reserve: string;
}

export function storagePlaces(dataFolder: string): StoragePlaces {
  return {
    database: path.join(dataFolder, 'balcao.db'),
    backups: path.join(dataFolder, 'backups'),
    quarantine: path.join(dataFolder, 'quarantine'),
    marker: path.join(dataFolder, 'recovery.json'),
    inUse: path.join(dataFolder, 'balcao.db.in-use'),
    reserve: path.join(dataFolder, 'reserve.bin'),
  };
}

const markerSchema = z.strictObject({
  /** The folder in quarantine/ that takes the damaged files; also the recovery's name. */
  id: z.string().regex(/^[\w.-]+$/),
  stage: z.enum(['moving', 'restoring']),
  backupAt: z.exactOptional(z.number()),
});

/** What took the damaged file's place; it is over when `finishRecovery` was called. */
export interface Recovery {
  readonly id: string;
  /** Wall time of the backup, milliseconds; absent: there was none that is sound. */
  readonly backupAt?: number;
}

/** SQLite's own files beside the database: what is in them belongs to this database and to no other. */
const parts = ['', '-wal', '-shm', '-journal'] as const;

/** The recovery that a crash broke off, if one did. */
export function pendingRecovery({ marker }: StoragePlaces): z.output<typeof markerSchema> | undefined {
  if (!existsSync(marker)) return undefined;
  // Written whole or not at all; what else stands there was not written by a kiosk.
  return markerSchema.safeParse(JSON.parse(readFileSync(marker, 'utf8')), { jitless: true }).data;
}

/**
 * Moves the damaged files into quarantine, where they stay, and puts the last sound backup in their place. A crash at
 * any moment leaves a marker, with which the next start goes on. @throws when the disk does not take it
 */
export async function recover(places: StoragePlaces, at: number): Promise<Recovery> {
  const begun = pendingRecovery(places);
  const id = begun?.id ?? nameOf(places, at);
  if (begun?.stage !== 'restoring') {
    writeMarker(places, { id, stage: 'moving' });
    moveAway(places, id);
    writeMarker(places, { id, stage: 'restoring' });
  }
  if (begun?.stage === 'restoring' && existsSync(places.database)) {
    return { id, ...(begun.backupAt !== undefined && { backupAt: begun.backupAt }) };
  }
  const backup = await newestSound(places.backups);
  if (!backup) return { id };
  writeMarker(places, { id, stage: 'restoring', backupAt: backup.at });
  putInPlace(backup, places.database);
  return { id, backupAt: backup.at };
}

/** Call it when the new database itself says that it came from a backup. */
export function finishRecovery({ marker }: StoragePlaces): void {
  rmSync(marker, { force: true });
  syncFolder(path.dirname(marker));
}

/** Whether there is nothing where a database was: backups and the mark of use are only made of one. */
export function isDatabaseLost({ database, backups, inUse }: StoragePlaces): boolean {
  const size = statSync(database, { throwIfNoEntry: false })?.size ?? 0;
  return size === 0 && (existsSync(inUse) || listBackups(backups).length > 0);
}

/**
 * Whether the log of the last writes was taken away from a database that nobody closed: SQLite alone removes it, and
 * only when it closes. What was written last is gone then, and nothing else shows it.
 */
export function isLogLost({ database, inUse }: StoragePlaces): boolean {
  return existsSync(inUse) && existsSync(database) && !existsSync(`${database}-wal`);
}

/** The name of a recovery from a lost log, which leaves the database in its place. */
export function logRecovery({ database }: StoragePlaces, at: number): Recovery {
  return { id: `log-${stampOf(at)}`, backupAt: Math.trunc(statSync(database).mtimeMs) };
}

function writeMarker({ marker }: StoragePlaces, content: z.input<typeof markerSchema>): void {
  writeDurably(marker, `${JSON.stringify(content)}\n`);
}

function nameOf({ quarantine }: StoragePlaces, at: number): string {
  const stamp = stampOf(at);
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? stamp : `${stamp}-${count}`;
    if (!existsSync(path.join(quarantine, name))) return name;
  }
}

function stampOf(at: number): string {
  return new Date(at)
    .toISOString()
    .replaceAll(':', '')
    .replace(/\.\d+Z$/, 'Z');
}

function moveAway({ database, quarantine }: StoragePlaces, id: string): void {
  const folder = path.join(quarantine, id);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const part of parts) {
    const file = `${database}${part}`;
    if (existsSync(file)) renameSync(file, path.join(folder, path.basename(file)));
  }
  syncFolder(folder);
  syncFolder(quarantine);
  syncFolder(path.dirname(database));
}

async function newestSound(folder: string): Promise<Backup | undefined> {
  for (const backup of listBackups(folder)) {
    if (backup.version <= NEWEST_VERSION && (await isSound(backup.file))) return backup;
  }
  return undefined;
}

async function isSound(file: string): Promise<boolean> {
  let database: Database | undefined;
  try {
    database = openForReading(file);
    await checkIntegrity(database);
    return true;
  } catch {
    return false;
  } finally {
    database?.close();
  }
}

function putInPlace(backup: Backup, database: string): void {
  const part = `${database}.part`;
  copyFileSync(backup.file, part);
  syncFile(part);
  renameSync(part, database);
  syncFolder(path.dirname(database));
}
