import { type FileHandle, open, rm } from 'node:fs/promises';
import path from 'node:path';
import type { WrittenFile } from '../contract/technician.ts';
import { errorCode } from '../logging/error-code.ts';
import type { Log } from '../logging/log.ts';
import { syncFolder } from '../settings/durable-file.ts';
import { isPlainName } from './drive-paths.ts';
import type { RemovableDrives } from './removable-drives.ts';

/** What can be written: all at once, or piece by piece. */
export type DriveContent = Uint8Array | AsyncIterable<Uint8Array>;

/** Writes a new file at the top of a drive and waits until it is on the drive itself. Never rejects. */
export type WriteToDrive = (driveId: string, name: string, content: DriveContent) => Promise<WrittenFile>;

const MOST_COPIES = 99;

/** Makes the writer. It never overwrites: a name that is taken gets `-2`, `-3`… before its ending. */
export function createDriveWriter(drives: Pick<RemovableDrives, 'root'>, log: Log): WriteToDrive {
  return async (driveId, name, content) => {
    const root = await drives.root(driveId);
    if (root === undefined || !isPlainName(name)) return { outcome: 'failed', code: 'DRIVE-GONE' };
    try {
      return { outcome: 'written', name: await writeNew(root, name, content) };
    } catch (error) {
      const reason = errorCode(error);
      const code = failureCode(reason);
      log.warn(code, { reason });
      return { outcome: 'failed', code };
    }
  };
}

async function writeNew(root: string, name: string, content: DriveContent): Promise<string> {
  const { handle, name: free } = await openNew(root, name);
  const file = path.join(root, free);
  try {
    await fill(handle, content);
  } catch (error) {
    // Half a file would look like a whole one.
    await rm(file, { force: true }).catch(() => undefined);
    throw error;
  }
  syncFolder(root);
  return free;
}

async function fill(handle: FileHandle, content: DriveContent): Promise<void> {
  try {
    if (content instanceof Uint8Array) await handle.writeFile(content);
    else for await (const piece of content) await handle.writeFile(piece);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Opening exclusively follows no symbolic link either. */
async function openNew(
  root: string,
  name: string,
): Promise<{ readonly handle: FileHandle; readonly name: string }> {
  for (let copy = 1; ; copy += 1) {
    const candidate = copy === 1 ? name : name.replace(/(?:\.txt\.gz|\.[0-9A-Za-z]{1,8})?$/, `-${copy}$&`);
    try {
      return { handle: await open(path.join(root, candidate), 'wx', 0o600), name: candidate };
    } catch (error) {
      if (errorCode(error) !== 'EEXIST' || copy === MOST_COPIES) throw error;
    }
  }
}

function failureCode(reason: string): string {
  switch (reason) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return 'DRIVE-FULL';
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return 'DRIVE-READ-ONLY';
    case 'ENOENT':
    case 'ENODEV':
    case 'ENXIO':
      return 'DRIVE-GONE';
    default:
      return 'DRIVE-NOT-WRITTEN';
  }
}
