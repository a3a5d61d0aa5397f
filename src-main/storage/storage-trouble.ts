import { codeOf } from './database.ts';

/** Why the database cannot be used; the codes are those of the log, the screen and the technician's guide. */
export type StorageTrouble = 'STORAGE-NEWER' | 'STORAGE-CORRUPT' | 'STORAGE-FULL' | 'STORAGE-UNUSABLE';

/** The file was written by a newer kiosk: going on would misread money. */
export class NewerDatabase extends Error {
  override readonly name = 'NewerDatabase';
}

/** Primary result codes of SQLite. */
const troubles: ReadonlyMap<number, StorageTrouble> = new Map([
  [11, 'STORAGE-CORRUPT'],
  [13, 'STORAGE-FULL'],
  [26, 'STORAGE-CORRUPT'],
]);

/** The file can be opened, but what is in it is not whole. */
export class DamagedDatabase extends Error {
  override readonly name = 'DamagedDatabase';
}

/** Names what kept the database from being opened, brought up to date or read. */
export function storageTrouble(error: unknown): StorageTrouble {
  if (error instanceof NewerDatabase) return 'STORAGE-NEWER';
  if (error instanceof DamagedDatabase) return 'STORAGE-CORRUPT';
  return troubles.get(codeOf(error, 'sqliteCode') ?? 0) ?? 'STORAGE-UNUSABLE';
}
