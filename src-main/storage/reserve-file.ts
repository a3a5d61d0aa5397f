import { randomBytes } from 'node:crypto';
import { rmSync, statSync } from 'node:fs';
import { open, rename, rm, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { syncFolder } from '../settings/durable-file.ts';

/** Room for some hundreds of payments and what follows from them. */
const RESERVE_BYTES = 2 * 1024 * 1024;

/** So many times the reserve must be free besides, or it would soon be needed again. */
const ROOM_BESIDES = 2;

/** Takes room on the disk that is given up when a payment must be written down and there is none. Never throws. */
export async function makeReserve(file: string, bytes = RESERVE_BYTES): Promise<boolean> {
  const part = `${file}.part`;
  try {
    if (statSync(file, { throwIfNoEntry: false })?.size === bytes) return true;
    await rm(part, { force: true });
    const { bavail, bsize } = await statfs(dirname(file));
    if (bavail * bsize < bytes * (1 + ROOM_BESIDES)) return false;
    const handle = await open(part, 'wx', 0o600);
    try {
      // Nothing that a file system could leave out or make smaller.
      await handle.writeFile(randomBytes(bytes));
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(part, file);
    syncFolder(dirname(file));
    return true;
  } catch {
    await rm(part, { force: true }).catch(() => undefined);
    return false;
  }
}

/** Gives the room up. @returns whether there was any */
export function releaseReserve(file: string): boolean {
  if (!statSync(file, { throwIfNoEntry: false })) return false;
  rmSync(file, { force: true });
  return true;
}
