import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import type { Json } from '../contract/technician.ts';
import { describeFileError, parseJsonBytes } from './json-file.ts';

/** `settings.json` as it lies on the disk. */
export type SettingsFile =
  | { readonly state: 'missing'; readonly reason: string }
  /** Not readable, or no JSON. */
  | {
      readonly state: 'unusable';
      readonly reason: string;
      readonly fingerprint: string;
      readonly changedAt: number;
    }
  | { readonly state: 'json'; readonly json: Json; readonly fingerprint: string; readonly changedAt: number };

/** Reads the settings with what tells whether they were edited: SHA-256 of the bytes, and when (wall time, ms). */
export function readSettingsFile(file: string): SettingsFile {
  let handle: number | undefined;
  try {
    handle = openSync(file, 'r');
    const changedAt = Math.round(fstatSync(handle).mtimeMs);
    const bytes = readFileSync(handle);
    const fingerprint = fingerprintOf(bytes);
    const json = parseJsonBytes(bytes);
    if (!json.ok) return { state: 'unusable', reason: json.error, fingerprint, changedAt };
    return { state: 'json', json: json.value, fingerprint, changedAt };
  } catch (error) {
    const { missing, reason } = describeFileError(error);
    if (missing) return { state: 'missing', reason };
    return { state: 'unusable', reason, fingerprint: 'unreadable', changedAt: 0 };
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

/** SHA-256 of a file's bytes, hexadecimal. */
export function fingerprintOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
