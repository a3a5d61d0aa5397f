import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createKeySource, type Keyring, KeyUnavailable } from '../../../src-main/settings/key-source.ts';

let folder: string;
let lines: string[];

const noKeyring: Keyring = {
  isReal: () => false,
  encrypt() {
    throw new Error('no keyring');
  },
  decrypt() {
    throw new Error('no keyring');
  },
};

/** Keeps a text by turning each byte over. */
const keyring: Keyring = {
  isReal: () => true,
  encrypt: (text) => Buffer.from(text).map((byte) => byte ^ 0xff) as Buffer,
  decrypt: (encrypted) => Buffer.from(encrypted.map((byte) => byte ^ 0xff)).toString(),
};

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'balcao-key-'));
  lines = [];
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function source(parts: { keyring?: Keyring; credentials?: string } = {}) {
  const log = (code: string, fields?: object) => lines.push(`${code} ${JSON.stringify(fields)}`);
  return createKeySource({
    dataFolder: folder,
    keyring: parts.keyring ?? noKeyring,
    environment: parts.credentials === undefined ? {} : { CREDENTIALS_DIRECTORY: parts.credentials },
    log: { info: log, warn: log, error: log },
  });
}

function credentials(content: string | Buffer): string {
  const credentialFolder = path.join(folder, 'credentials');
  mkdirSync(credentialFolder, { recursive: true });
  writeFileSync(path.join(credentialFolder, 'balcao-key'), content);
  return credentialFolder;
}

function keyFile(): string {
  return path.join(folder, 'secrets.key');
}

describe('the key', () => {
  it('lies in a file of its own when there is nothing better', () => {
    const keys = source();
    expect(keys.keeping()).toBe('key-file');
    const key = keys.obtain();
    expect(key).toHaveLength(32);
    expect(statSync(keyFile()).mode & 0o777).toBe(0o600);
    expect(source().existing()).toEqual(key);
    expect(source().obtain()).toEqual(key);
  });

  it('is kept by a real keyring: the file alone does not open anything', () => {
    const keys = source({ keyring });
    expect(keys.keeping()).toBe('keyring');
    const key = keys.obtain();
    const file = readFileSync(keyFile(), 'utf8');
    for (const encoding of ['base64', 'hex', 'latin1'] as const)
      expect(file).not.toContain(key.toString(encoding));
    expect(source({ keyring }).obtain()).toEqual(key);
  });

  it.each([
    ['raw', (key: Buffer) => key],
    ['hexadecimal', (key: Buffer) => `${key.toString('hex')}\n`],
    ['base64', (key: Buffer) => `${key.toString('base64')}\n`],
  ])('comes from a systemd credential, %s, and is not written anywhere', (_form, write) => {
    const key = Buffer.from(Array.from({ length: 32 }, (_, index) => index * 7));
    const keys = source({ credentials: credentials(write(key)) });
    expect(keys.keeping()).toBe('systemd-credential');
    expect(keys.obtain()).toEqual(key);
    expect(readFileSync(keyFile(), 'utf8')).toBe('{"version":1,"source":"systemd-credential"}\n');
  });

  it('is not made by asking for one that does not exist', () => {
    expect(source().existing()).toBeUndefined();
    expect(() => statSync(keyFile())).toThrow('ENOENT');
    expect(lines).toEqual(['SECRETS-KEY-UNAVAILABLE {"reason":"key-file-missing"}']);
  });

  it.each([
    ['keyring', 'keyring-missing'],
    ['credential', 'credential-missing'],
  ])('whose %s is away today is not replaced', (kind, reason) => {
    const parts = kind === 'keyring' ? { keyring } : { credentials: credentials(Buffer.alloc(32, 1)) };
    const key = source(parts).obtain();
    const before = readFileSync(keyFile());

    const keys = source();
    expect(keys.existing()).toBeUndefined();
    expect(keys.existing()).toBeUndefined();
    expect(() => keys.obtain()).toThrow(KeyUnavailable);
    expect(keys.keeping()).toBe(kind === 'keyring' ? 'keyring' : 'systemd-credential');
    expect(lines).toEqual([`SECRETS-KEY-UNAVAILABLE {"reason":"${reason}"}`]);
    expect(readFileSync(keyFile())).toEqual(before);
    expect(source(parts).obtain()).toEqual(key);
  });

  it('that a keyring refuses to give back is not replaced', () => {
    source({ keyring }).obtain();
    const keys = source({ keyring: { ...noKeyring, isReal: () => true } });
    expect(() => keys.obtain()).toThrow(KeyUnavailable);
    expect(lines).toEqual(['SECRETS-KEY-UNAVAILABLE {"reason":"keyring-refused"}']);
  });

  it('stays where it was made when something better appears', () => {
    const key = source().obtain();
    const keys = source({ keyring, credentials: credentials(Buffer.alloc(32, 1)) });
    expect(keys.keeping()).toBe('key-file');
    expect(keys.obtain()).toEqual(key);
  });

  it.each(['', '{}', '{"version":1,"source":"key-file","key":"AAAA"}', '{"version":2,"source":"key-file"}'])(
    'whose file is spoilt (%j) is not replaced',
    (content) => {
      writeFileSync(keyFile(), content);
      expect(() => source({ keyring }).obtain()).toThrow(KeyUnavailable);
      expect(readFileSync(keyFile(), 'utf8')).toBe(content);
    },
  );

  it.each(['', 'short', 'g'.repeat(64)])('is not made from a spoilt credential (%j)', (content) => {
    expect(() => source({ credentials: credentials(content) }).obtain()).toThrow(KeyUnavailable);
    expect(lines).toEqual(['SECRETS-KEY-UNAVAILABLE {"reason":"credential-malformed"}']);
  });

  it('can be made anew once somebody took the old file away', () => {
    source({ keyring }).obtain();
    const keys = source();
    expect(keys.existing()).toBeUndefined();
    rmSync(keyFile());
    expect(keys.existing()).toBeUndefined();
    keys.obtain();
    expect(keys.existing()).toHaveLength(32);
  });

  it.skipIf(process.getuid?.() === 0)('that this user may not read is not replaced', () => {
    source().obtain();
    chmodSync(keyFile(), 0);
    expect(() => source().obtain()).toThrow(KeyUnavailable);
  });
});
