import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  CERTIFICATE_FOLDER,
  readCertificateFile,
  storeCertificateFile,
} from '../../../src-main/settings/certificate-file.ts';
import type { SecretVault } from '../../../src-main/settings/secret-vault.ts';
import { temporaryFolder } from '../technician/temporary-folder.ts';
import { testVault } from './test-vault.ts';

const bytes = Buffer.from([0x30, 0x82, 0x00, 0xff, 0x0a]);

let dataFolder: string;
let vault: SecretVault;

beforeEach(() => {
  dataFolder = temporaryFolder();
  vault = testVault();
});

const fileAt = (name: string) => path.join(dataFolder, CERTIFICATE_FOLDER, name);

describe('a client certificate in the data folder', () => {
  it('is sealed, readable by its owner only, and comes back as it was', async () => {
    const name = storeCertificateFile(dataFolder, vault, bytes, '.p12');
    expect(name).toMatch(/^[0-9a-f]{12}\.p12$/);
    expect(readFileSync(fileAt(name), 'utf8')).toMatch(/^sealed:v1:/);
    if (process.platform !== 'win32') expect(statSync(fileAt(name)).mode & 0o077).toBe(0);
    expect(await readCertificateFile(dataFolder, vault, name)).toEqual({ ok: true, value: bytes });
  });

  it('has one name for one content', () => {
    const names = [1, 2].map(() => storeCertificateFile(dataFolder, vault, bytes, '.p12'));
    expect(readdirSync(path.join(dataFolder, CERTIFICATE_FOLDER))).toEqual([names[0]]);
    expect(names[1]).toBe(names[0]);
  });

  it('is not read under another name, nor with another machine’s key', async () => {
    const name = storeCertificateFile(dataFolder, vault, bytes, '.p12');
    expect(await readCertificateFile(dataFolder, testVault(), name)).toEqual({
      ok: false,
      error: 'sealed-elsewhere',
    });
    renameSync(fileAt(name), fileAt('outro.p12'));
    expect(await readCertificateFile(dataFolder, vault, 'outro.p12')).toEqual({
      ok: false,
      error: 'sealed-elsewhere',
    });
  });

  it('that a person put there is taken as it is', async () => {
    mkdirSync(path.join(dataFolder, CERTIFICATE_FOLDER));
    writeFileSync(fileAt('meu.pem'), '-----BEGIN CERTIFICATE-----');
    expect(await readCertificateFile(dataFolder, vault, 'meu.pem')).toMatchObject({ ok: true });
  });

  it('that is not there, no file or far too large is missing', async () => {
    mkdirSync(fileAt('pasta.pem'), { recursive: true });
    writeFileSync(fileAt('grande.pem'), Buffer.alloc(200_000));
    for (const name of ['nada.pem', 'pasta.pem', 'grande.pem']) {
      expect(await readCertificateFile(dataFolder, vault, name)).toEqual({ ok: false, error: 'missing' });
    }
  });
});
