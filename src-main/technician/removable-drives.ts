import { createHash } from 'node:crypto';
import { readdir, readFile, statfs } from 'node:fs/promises';
import path from 'node:path';
import type { Drive } from '../contract/technician.ts';

export interface DrivesParts {
  /** `BALCAO_MEDIA`: folders, separated by `:`, each folder directly below which counts as a drive (not on Windows). */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  /** The text of `/proc/self/mounts`. */
  readonly readMounts?: () => Promise<string>;
  /** Bytes that can still be written under a folder; rejects when there is nothing. */
  readonly freeBytes?: (folder: string) => Promise<number>;
}

/** Drives that people plug in. What the page is told of one is its id, never where it is. */
export interface RemovableDrives {
  /** At most 32, in the order of their labels. Never rejects; a drive that does not answer is left out. */
  list(): Promise<readonly Drive[]>;
  /** The folder of a drive that is plugged in now; undefined: it is not, or never was one. */
  root(id: string): Promise<string | undefined>;
}

interface Place {
  readonly id: string;
  readonly root: string;
  readonly label: string;
}

const MOST_DRIVES = 32;
const LINUX_MEDIA_FOLDERS = ['/media/', '/run/media/'];
/** `/media/<label>` or `/media/<user>/<label>`. */
const DEEPEST_MOUNT = 2;
/** A and B are floppies, which would keep everybody waiting. */
const DRIVE_LETTERS = 'CDEFGHIJKLMNOPQRSTUVWXYZ';

export function createRemovableDrives(parts: DrivesParts): RemovableDrives {
  const { env, platform, readMounts = systemMounts, freeBytes = systemFreeBytes } = parts;

  async function places(): Promise<readonly Place[]> {
    const roots =
      platform === 'win32'
        ? windowsRoots(env)
        : [...mountedMedia(await readMounts().catch(() => '')), ...(await chosenMedia(env.BALCAO_MEDIA))];
    return [...new Set(roots)].slice(0, MOST_DRIVES).map(placeAt);
  }

  return {
    async list() {
      const drives = await Promise.all(
        (await places()).map(async ({ id, root, label }): Promise<readonly Drive[]> => {
          const free = await freeBytes(root).catch(() => undefined);
          return free === undefined ? [] : [{ id, label, freeBytes: free }];
        }),
      );
      return drives.flat().toSorted((one, other) => one.label.localeCompare(other.label, 'pt-BR'));
    },
    async root(id) {
      return (await places()).find((place) => place.id === id)?.root;
    },
  };
}

function placeAt(root: string): Place {
  const id = createHash('sha256').update(root).digest('hex').slice(0, 16);
  const name = root.endsWith(':\\') ? root.slice(0, 2) : path.basename(root);
  return { id, root, label: name.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, ' ').slice(0, 60) };
}

/** Mount points below the folders where desktops and udev rules mount what is plugged in. */
function mountedMedia(mounts: string): readonly string[] {
  return mounts
    .split('\n')
    .map((line) => line.split(' '))
    .filter(([, , type]) => type !== undefined && type !== 'autofs')
    .map(([, point = '']) => decodeMountPoint(point))
    .filter(isBelowMedia);
}

/** The kernel writes blanks, tabs, line ends, backslashes and `#` as `\040`. */
function decodeMountPoint(text: string): string {
  return text.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));
}

function isBelowMedia(point: string): boolean {
  return LINUX_MEDIA_FOLDERS.some((folder) => {
    if (!point.startsWith(folder)) return false;
    const parts = point.slice(folder.length).split('/');
    return parts.length <= DEEPEST_MOUNT && parts.every((part) => !['', '.', '..'].includes(part));
  });
}

/** Symbolic links do not count: they may lead anywhere. */
async function chosenMedia(folders = ''): Promise<readonly string[]> {
  const absolute = folders.split(':').filter((folder) => path.isAbsolute(folder));
  const found = await Promise.all(
    absolute.map(async (folder) => {
      const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
      return entries.filter((entry) => entry.isDirectory()).map(({ name }) => path.join(folder, name));
    }),
  );
  return found.flat();
}

function windowsRoots(env: DrivesParts['env']): readonly string[] {
  const system = (env.SystemDrive || 'C:').charAt(0).toUpperCase();
  return [...DRIVE_LETTERS].filter((letter) => letter !== system).map((letter) => `${letter}:\\`);
}

function systemMounts(): Promise<string> {
  return readFile('/proc/self/mounts', 'utf8');
}

async function systemFreeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}
