import { statfs } from 'node:fs/promises';
import type { KioskState } from '../contract/technician.ts';
import type { Log } from '../logging/log.ts';
import type { AuditLog } from './audit-log.ts';
import type { KioskRecords } from './kiosk-records.ts';

export interface KioskStateParts {
  readonly versions: KioskState['versions'];
  readonly dataFolder: string;
  readonly audit: Pick<AuditLog, 'read'>;
  readonly log: Log;
  /** Of the kiosk that runs, if one does. */
  readonly running?: Pick<KioskRecords, 'readRunning'> | undefined;
}

const auditItems = 50;

/** How the kiosk stands. What cannot be read is absent or zero and logged, so that the rest is still shown. */
export async function readKioskState(parts: KioskStateParts): Promise<KioskState> {
  const running = readRunning(parts);
  return {
    versions: parts.versions,
    disk: await readDisk(parts),
    audit: parts.audit.read(auditItems),
    ...(running && { running }),
  };
}

/** What the program is made of, for whoever asks "which version is it?". */
export function listVersions(program: string, sqlite: string): KioskState['versions'] {
  const { electron, chrome, node } = process.versions;
  return [
    { name: 'Balcão', version: program },
    { name: 'Electron', version: electron },
    { name: 'Chromium', version: chrome },
    { name: 'Node.js', version: node },
    { name: 'SQLite', version: sqlite },
  ].flatMap(({ name, version }) => (version === undefined ? [] : [{ name, version }]));
}

async function readDisk({ dataFolder, log }: KioskStateParts): Promise<KioskState['disk']> {
  try {
    const { bavail, blocks, bsize } = await statfs(dataFolder);
    return { freeBytes: bavail * bsize, totalBytes: blocks * bsize };
  } catch (error) {
    log.error('RECORDS-FAILED', { action: 'disk', reason: String(error) });
    return { freeBytes: 0, totalBytes: 0 };
  }
}

function readRunning({ running, log }: KioskStateParts): KioskState['running'] {
  try {
    return running?.readRunning();
  } catch (error) {
    log.error('RECORDS-FAILED', { action: 'read', reason: String(error) });
    return undefined;
  }
}
