import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const POLL_MS = 250;
/** Longer than the slowest honest holder; after it the work is done twice rather than never. */
const GIVE_UP_MS = 15 * 60_000;

/**
 * Runs work while holding a lock file, so that concurrent processes do a long job once.
 * It saves work only: what the job publishes must be safe without it.
 */
export async function withLock<T>(file: string, onWait: () => void, work: () => Promise<T>): Promise<T> {
  await mkdir(dirname(file), { recursive: true });
  await acquire(file, onWait);
  try {
    return await work();
  } finally {
    await rm(file, { force: true });
  }
}

async function acquire(file: string, onWait: () => void): Promise<void> {
  const giveUpAt = Date.now() + GIVE_UP_MS;
  let told = false;
  while (!(await tryAcquire(file))) {
    if ((await isAbandoned(file)) || Date.now() > giveUpAt) {
      await rm(file, { force: true });
      continue;
    }
    if (!told) onWait();
    told = true;
    await delay(POLL_MS);
  }
}

/** A hard link appears with its content or not at all, so nobody ever reads a lock without its holder. */
async function tryAcquire(file: string): Promise<boolean> {
  const own = `${file}.${randomUUID()}`;
  await writeFile(own, String(process.pid));
  try {
    await link(own, file);
    return true;
  } catch (error) {
    if (isErrno(error, 'EEXIST')) return false;
    throw error;
  } finally {
    await rm(own, { force: true });
  }
}

async function isAbandoned(file: string): Promise<boolean> {
  try {
    const holder = Number(await readFile(file, 'utf8'));
    process.kill(holder, 0);
    return false;
  } catch (error) {
    return isErrno(error, 'ESRCH');
  }
}

function isErrno(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
