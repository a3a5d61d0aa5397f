import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { failure, type Result, success } from '../domain/result.ts';
import { writeDurably } from './durable-file.ts';
import { isSealed, type SecretVault } from './secret-vault.ts';

/** Folder of the client certificates, in the data folder. */
export const CERTIFICATE_FOLDER = 'certificates';

/** A certificate with all of its issuers is some kilobytes. */
export const LARGEST_CERTIFICATE_BYTES = 64 * 1024;

/**
 * Keeps a certificate or private key in the data folder, sealed with this machine's key, and gives its name there: the
 * same content has the same name. Throws when the disk or the key fails.
 */
export function storeCertificateFile(
  dataFolder: string,
  vault: SecretVault,
  bytes: Buffer,
  ending: string,
): string {
  const name = `${createHash('sha256').update(bytes).digest('hex').slice(0, 12)}${ending}`;
  const folder = path.join(dataFolder, CERTIFICATE_FOLDER);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeDurably(path.join(folder, name), vault.seal(bytes.toString('base64'), purposeOf(name)));
  return name;
}

/**
 * Reads a certificate's file by its name. One that somebody put there by hand is taken as it is. Never throws.
 */
export async function readCertificateFile(
  dataFolder: string,
  vault: SecretVault,
  name: string,
): Promise<Result<Buffer, 'missing' | 'sealed-elsewhere'>> {
  try {
    const file = path.join(dataFolder, CERTIFICATE_FOLDER, name);
    const found = await stat(file);
    // Sealed, a content grows by its base64, twice.
    if (!found.isFile() || found.size > LARGEST_CERTIFICATE_BYTES * 2) return failure('missing');
    const bytes = await readFile(file);
    const text = bytes.toString('latin1');
    if (!isSealed(text)) return success(bytes);
    const opened = vault.open(text, purposeOf(name));
    return opened.ok ? success(Buffer.from(opened.value, 'base64')) : failure('sealed-elsewhere');
  } catch {
    return failure('missing');
  }
}

/** A file that was sealed under another name is not taken for this one. */
function purposeOf(name: string): string {
  return JSON.stringify(['client-certificate', name]);
}
