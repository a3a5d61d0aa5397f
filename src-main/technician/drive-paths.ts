import { lstat, opendir, realpath } from 'node:fs/promises';
import path from 'node:path';
import type { DriveEntry, FilePurpose } from '../contract/technician.ts';

/** Endings (lower case) of the files that each purpose takes. */
const ENDINGS: Readonly<Record<FilePurpose, readonly string[]>> = {
  logo: ['.png', '.svg'],
  'erp-profile': ['.json'],
  'printer-profile': ['.json'],
  certificate: ['.p12', '.pfx', '.pem', '.crt', '.cer', '.key'],
  settings: ['.json'],
};

const MOST_ENTRIES = 500;
/** A folder may hold more than anybody wants to see; past this the rest is left out. */
const MOST_LOOKED_AT = 10_000;
const MOST_PARTS = 20;
const LONGEST_NAME = 255;
const SYSTEM_FOLDERS = new Set(['system volume information', 'lost+found']);

const collator = new Intl.Collator('pt-BR', { numeric: true });

/** What lies at a path of a drive: nothing else is read or listed. */
export interface OnDrive {
  readonly full: string;
  readonly kind: DriveEntry['kind'];
  readonly bytes: number;
}

/**
 * Finds a path (relative, with `/`; empty: the drive itself) on a drive. Undefined: not there, hidden, neither file nor
 * folder, or on the way to it something that could lead off the drive.
 */
export async function findOnDrive(root: string, relative: string): Promise<OnDrive | undefined> {
  const parts = relative === '' ? [] : relative.split('/');
  if (parts.length > MOST_PARTS || !parts.every(isPlainName)) return undefined;
  try {
    const realRoot = await realpath(root);
    const full = path.join(realRoot, ...parts);
    // A symbolic link anywhere on the way gives another real path.
    if ((await realpath(full)) !== full) return undefined;
    return await describe(full);
  } catch {
    return undefined;
  }
}

/** Folders first, then the files that `purpose` takes, each by name; hidden and foreign things are left out. */
export async function listOnDrive(
  root: string,
  relative: string,
  purpose: FilePurpose,
): Promise<readonly DriveEntry[]> {
  const folder = await findOnDrive(root, relative);
  if (folder?.kind !== 'folder') return [];
  const entries: DriveEntry[] = [];
  for (const name of await namesIn(folder.full)) {
    const found = await describe(path.join(folder.full, name)).catch(() => undefined);
    if (found === undefined || (found.kind === 'file' && !suits(name, purpose))) continue;
    const entryPath = relative === '' ? name : `${relative}/${name}`;
    entries.push({ name, path: entryPath, kind: found.kind, bytes: found.bytes });
    if (entries.length === MOST_ENTRIES) break;
  }
  return entries.sort(inReadingOrder);
}

/** Whether a file's name has one of the purpose's endings. */
export function suits(name: string, purpose: FilePurpose): boolean {
  return ENDINGS[purpose].some((ending) => name.toLowerCase().endsWith(ending));
}

/** One name, the same on every system: no way up, no drive, no stream, nothing hidden or unreadable. */
export function isPlainName(name: string): boolean {
  if (name === '' || name.length > LONGEST_NAME || /^[.$]/.test(name)) return false;
  return !SYSTEM_FOLDERS.has(name.toLowerCase()) && !/[/\\:\uFFFD\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(name);
}

async function namesIn(folder: string): Promise<readonly string[]> {
  const names: string[] = [];
  try {
    let lookedAt = 0;
    for await (const { name } of await opendir(folder)) {
      if (isPlainName(name)) names.push(name);
      lookedAt += 1;
      if (lookedAt === MOST_LOOKED_AT) break;
    }
  } catch {
    // The drive was pulled: what was seen is no use any more, but harmless.
  }
  return names;
}

/** A symbolic link, device or pipe is neither file nor folder. */
async function describe(full: string): Promise<OnDrive | undefined> {
  const found = await lstat(full);
  if (found.isDirectory()) return { full, kind: 'folder', bytes: 0 };
  return found.isFile() ? { full, kind: 'file', bytes: found.size } : undefined;
}

function inReadingOrder(one: DriveEntry, other: DriveEntry): number {
  if (one.kind !== other.kind) return one.kind === 'folder' ? -1 : 1;
  return collator.compare(one.name, other.name);
}
