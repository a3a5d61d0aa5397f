import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import type { SecretKeeping } from '../contract/technician.ts';
import { failure, type Result, success } from '../domain/result.ts';
import { errorCode } from '../logging/error-code.ts';
import type { Log } from '../logging/log.ts';
import { writeDurably } from './durable-file.ts';

const KEY_BYTES = 32;
const KEY_FILE = 'secrets.key';
const CREDENTIAL = 'balcao-key';

/** The operating system's own keeper of secrets. */
export interface Keyring {
  /** Whether secrets given to it are really kept by the system; asked before anything else. */
  isReal(): boolean;
  encrypt(text: string): Buffer;
  decrypt(encrypted: Buffer): string;
}

/** Where the key of the secrets comes from. */
export interface KeySource {
  keeping(): SecretKeeping;
  /** The key that secrets were sealed with, if there is one and it can be had. Never throws, never makes one. */
  existing(): Buffer | undefined;
  /** The key, made if there is none yet. Throws `KeyUnavailable` for one that cannot be had now. */
  obtain(): Buffer;
}

export interface KeySourceParts {
  readonly dataFolder: string;
  readonly keyring: Keyring;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly log: Log;
}

/** There is a key, but it cannot be had; making another would lose what was sealed with it. */
export class KeyUnavailable extends Error {
  readonly code = 'SECRETS-KEY-UNAVAILABLE';
}

/** What `secrets.key` says: where the key is, so that a keeper that is away today is not taken for one that never was. */
const keyRecord = z.discriminatedUnion('source', [
  z.strictObject({ version: z.literal(1), source: z.literal('keyring'), key: z.base64() }),
  z.strictObject({ version: z.literal(1), source: z.literal('systemd-credential') }),
  z.strictObject({ version: z.literal(1), source: z.literal('key-file'), key: z.base64() }),
]);

type KeyRecord = z.output<typeof keyRecord>;

/** Why a key cannot be had, for the log. */
type Trouble =
  /** There are sealed texts, but never was a key, or somebody took it away. */
  | 'key-file-missing'
  | 'key-file-unreadable'
  | 'keyring-missing'
  | 'keyring-refused'
  | 'credential-missing'
  | 'credential-malformed'
  | 'key-malformed';

/**
 * The key's source: a real keyring, else a systemd credential, else a file of its own. Whichever it was when the key
 * was made stays it. Nothing is looked at before a key is asked for.
 */
export function createKeySource(parts: KeySourceParts): KeySource {
  const { keyring, log } = parts;
  const file = path.join(parts.dataFolder, KEY_FILE);
  const credential = credentialFile(parts.environment);
  let key: Buffer | undefined;
  let told = false;

  function find(): Result<Buffer | undefined, Trouble> {
    const record = readRecord(file);
    if (!record.ok) return record;
    return record.value === undefined ? success(undefined) : keyOf(record.value);
  }

  function keyOf(record: KeyRecord): Result<Buffer, Trouble> {
    switch (record.source) {
      case 'keyring':
        return fromKeyring(keyring, record.key);
      case 'systemd-credential':
        return readCredential(credential);
      case 'key-file':
        return sound(Buffer.from(record.key, 'base64'), 'key-malformed');
    }
  }

  function plannedSource(): SecretKeeping {
    if (isRealKeyring(keyring)) return 'keyring';
    return credential !== undefined && existsSync(credential) ? 'systemd-credential' : 'key-file';
  }

  function make(): Result<Buffer, Trouble> {
    const source = plannedSource();
    if (source === 'systemd-credential') {
      const given = readCredential(credential);
      if (given.ok) write({ version: 1, source });
      return given;
    }
    const made = randomBytes(KEY_BYTES);
    const plain = made.toString('base64');
    if (source === 'key-file') write({ version: 1, source, key: plain });
    else {
      const encrypted = keyring.encrypt(plain).toString('base64');
      // A keyring that cannot give back what it took must not be found out after the first restart.
      const back = fromKeyring(keyring, encrypted);
      if (!back.ok) return back;
      write({ version: 1, source, key: encrypted });
    }
    return success(made);
  }

  function write(record: KeyRecord): void {
    mkdirSync(parts.dataFolder, { recursive: true, mode: 0o700 });
    writeDurably(file, `${JSON.stringify(record)}\n`);
  }

  function tell(reason: Trouble): void {
    if (!told) log.error('SECRETS-KEY-UNAVAILABLE', { reason });
    told = true;
  }

  return {
    keeping() {
      const record = readRecord(file);
      return record.ok && record.value !== undefined ? record.value.source : plannedSource();
    },
    existing() {
      // Once it was away it is not asked again for each secret.
      if (key !== undefined || told) return key;
      const found = find();
      if (!found.ok) tell(found.error);
      else if (found.value === undefined) tell('key-file-missing');
      else key = found.value;
      return key;
    },
    obtain() {
      if (key !== undefined) return key;
      const found = find();
      const had = found.ok && found.value === undefined ? make() : found;
      if (!had.ok) tell(had.error);
      if (!had.ok || had.value === undefined)
        throw new KeyUnavailable('the key of the secrets cannot be had');
      told = false;
      key = had.value;
      return key;
    },
  };
}

function readRecord(file: string): Result<KeyRecord | undefined, Trouble> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    return errorCode(error) === 'ENOENT' ? success(undefined) : failure('key-file-unreadable');
  }
  try {
    return success(keyRecord.parse(JSON.parse(text), { jitless: true }));
  } catch {
    return failure('key-file-unreadable');
  }
}

function fromKeyring(keyring: Keyring, encrypted: string): Result<Buffer, Trouble> {
  if (!isRealKeyring(keyring)) return failure('keyring-missing');
  try {
    return sound(Buffer.from(keyring.decrypt(Buffer.from(encrypted, 'base64')), 'base64'), 'key-malformed');
  } catch {
    return failure('keyring-refused');
  }
}

function isRealKeyring(keyring: Keyring): boolean {
  try {
    return keyring.isReal();
  } catch {
    return false;
  }
}

function credentialFile(environment: KeySourceParts['environment']): string | undefined {
  const folder = environment.CREDENTIALS_DIRECTORY;
  return folder ? path.join(folder, CREDENTIAL) : undefined;
}

/** Raw bytes, or hexadecimal or base64 text as a person would make it. */
function readCredential(file: string | undefined): Result<Buffer, Trouble> {
  if (file === undefined) return failure('credential-missing');
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch {
    return failure('credential-missing');
  }
  if (bytes.length === KEY_BYTES) return success(bytes);
  const text = bytes.toString('latin1').trim();
  if (/^[0-9A-Fa-f]{64}$/.test(text)) return success(Buffer.from(text, 'hex'));
  if (!/^[\w+/-]{43}=?$/.test(text)) return failure('credential-malformed');
  return sound(Buffer.from(text, 'base64'), 'credential-malformed');
}

function sound(key: Buffer, otherwise: Trouble): Result<Buffer, Trouble> {
  return key.length === KEY_BYTES ? success(key) : failure(otherwise);
}
