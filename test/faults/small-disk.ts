import { execFile } from 'node:child_process';
import { appendFileSync, rmSync, statfsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A file system of its own with little room. */
export interface SmallDisk {
  readonly folder: string;
  /** Leaves no room for a single page. */
  fill(): void;
  /** Gives the room back. */
  free(): void;
  setReadOnly(readOnly: boolean): Promise<void>;
  close(): Promise<void>;
}

/** What must stand before a command so that it may mount what nobody else sees, and that goes with it. */
export const apart: readonly [string, ...string[]] =
  process.getuid?.() === 0
    ? ['unshare', '--mount', '--']
    : // A user namespace may do, where the system allows it.
      ['unshare', '--map-root-user', '--mount', '--'];

/** Why this machine lets nobody mount a small file system, if so. */
export async function noSmallDisk(): Promise<string | undefined> {
  const [command, ...args] = [...apart, 'mount', '-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', '/mnt'];
  try {
    await run(command, args);
    return undefined;
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : '';
    return `no tmpfs in a mount namespace of its own here: ${said || String(error)}`;
  }
}

const BLOCK_BYTES = 4096;

/** @returns whether there was room for it. */
function takeRoom(file: string, bytes: number): boolean {
  try {
    appendFileSync(file, Buffer.alloc(bytes, 1));
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') return false;
    throw error;
  }
}

/** Mounts one; only for a process that was started `apart`. */
export async function openSmallDisk(megabytes: number): Promise<SmallDisk> {
  const folder = await mkdtemp(join(tmpdir(), 'balcao-small-disk-'));
  await run('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=700`, 'tmpfs', folder]);
  const filler = join(folder, 'filler');
  return {
    folder,
    fill() {
      // The system counts the free room in strides of its own, so what is left is taken until nothing more goes in.
      while (takeRoom(filler, Math.max(statfsSync(folder).bavail, 1) * BLOCK_BYTES));
    },
    free() {
      rmSync(filler, { force: true });
    },
    async setReadOnly(readOnly) {
      await run('mount', ['-o', `remount,${readOnly ? 'ro' : 'rw'}`, folder]);
    },
    async close() {
      await run('umount', ['--lazy', folder]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
