import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { HttpClient } from '../../../src-main/http/http-client.ts';
import { createHttpClient } from '../../../src-main/http/undici-http-client.ts';
import type { PixAccount } from '../../../src-main/payment/accounts.ts';
import { readClientCertificate } from '../../../src-main/payment/api-pix/client-certificate.ts';
import type { ReadCertificateFile } from '../../../src-main/payment/api-pix/psp-terms.ts';
import { type PspSimulator, startPspSimulator } from '../../simulators/psp/psp-simulator.ts';
import {
  asDer,
  asPkcs12,
  encryptedKey,
  makeIdentity,
  type TestIdentity,
} from '../../support/certificates.ts';
import { accountAt, clientFor } from './psp-client.ts';

const txid = 'b4lc40000000000000000000000001';
const order = { amountCents: 1, expirySeconds: 60 };
const passphrase = 'abre-te';

let authority: TestIdentity;
let ours: TestIdentity;
let psp: PspSimulator;
let http: HttpClient;

beforeAll(async () => {
  authority = makeIdentity('Autoridade de teste');
  ours = makeIdentity('totem', { signedBy: authority });
  const server = makeIdentity('psp', { signedBy: authority });
  psp = await startPspSimulator({ tls: { ...server, clientAuthority: authority.cert } });
});

afterAll(() => psp.close());

afterEach(() => http.close());

/** A client whose data folder has these files. */
function clientWith(files: Readonly<Record<string, Buffer | string>>, change: Partial<PixAccount>) {
  http = createHttpClient({ authorities: authority.cert });
  const readFile: ReadCertificateFile = (name) => {
    const content = files[name];
    return Promise.resolve(
      content === undefined ? { ok: false, error: 'missing' } : { ok: true, value: Buffer.from(content) },
    );
  };
  return clientFor(accountAt(psp.url, change), http, readFile);
}

describe('a PSP that wants a certificate', () => {
  it.each([
    ['PEM with its key', () => ({ 'a.pem': ours.cert + ours.key }), { certificateFile: 'a.pem' }],
    [
      'PEM and a key of its own',
      () => ({ 'a.crt': ours.cert, 'a.key': ours.key }),
      { certificateFile: 'a.crt', certificateKeyFile: 'a.key' },
    ],
    [
      'DER and a key',
      () => ({ 'a.cer': asDer(ours.cert), 'a.key': ours.key }),
      { certificateFile: 'a.cer', certificateKeyFile: 'a.key' },
    ],
    [
      'PEM with an encrypted key',
      () => ({ 'a.pem': ours.cert + encryptedKey(ours.key, passphrase) }),
      { certificateFile: 'a.pem', certificatePassphrase: passphrase },
    ],
    [
      'PKCS #12',
      () => ({ 'a.p12': asPkcs12(ours, passphrase) }),
      { certificateFile: 'a.p12', certificatePassphrase: passphrase },
    ],
    ['PKCS #12 without a passphrase', () => ({ 'a.p12': asPkcs12(ours, '') }), { certificateFile: 'a.p12' }],
  ])('takes one as %s', async (_name, files, change) => {
    const { client } = clientWith(files(), change);
    expect(await client.createCob(randomBytes(16).toString('hex'), order)).toMatchObject({ ok: true });
  });

  it('gets nothing without one, and no charge comes to be', async () => {
    const before = psp.ledger.charges.length;
    const { client } = clientWith({}, {});
    expect(await client.createCob(txid, order)).toMatchObject({ ok: false, error: { kind: 'not-sent' } });
    expect(psp.ledger.charges).toHaveLength(before);
  });

  it.each([
    [
      'of an authority that it does not know',
      () => makeIdentity('estranho', { signedBy: makeIdentity('outra') }),
    ],
    [
      'that has expired',
      () =>
        makeIdentity('velho', { signedBy: authority, from: new Date(0), to: new Date(1_000_000_000_000) }),
    ],
  ])('refuses one %s, and says so in the log', async (_name, identity) => {
    const { cert, key } = identity();
    const { client, log } = clientWith({ 'a.pem': cert + key }, { certificateFile: 'a.pem' });
    expect(await client.createCob(txid, order)).toMatchObject({ ok: false, error: { kind: 'not-sent' } });
    expect(log.entries).toMatchObject([{ code: 'PIX-CALL-FAILED', fields: { operation: 'token' } }]);
  });

  it('is not asked while the file is missing, and asked once it is there', async () => {
    const files: Record<string, string> = {};
    const { client, log } = clientWith(files, { certificateFile: 'a.pem' });
    const failed = await client.readCob(txid);
    expect(failed).toMatchObject({
      error: {
        kind: 'not-sent',
        detail: 'no token: certificate missing',
        pix: { problem: 'certificate-unusable' },
      },
    });
    expect(log.codes).toEqual(['PIX-CALL-FAILED']);
    files['a.pem'] = ours.cert + ours.key;
    expect(await client.readCob(txid)).toMatchObject({ ok: false, error: { pix: { problem: 'not-found' } } });
  });
});

describe('reading a certificate', () => {
  it('tells how long it is good for, whatever form it has', () => {
    const from = new Date('2026-01-02T03:04:05Z');
    const to = new Date('2027-01-02T03:04:05Z');
    const { cert, key } = makeIdentity('totem', { signedBy: authority, from, to });
    const times = { validFrom: from.getTime(), validTo: to.getTime() };
    expect(readClientCertificate({ certificate: Buffer.from(cert + key) })).toMatchObject({ value: times });
    const certificate = asPkcs12({ cert, key }, passphrase);
    expect(readClientCertificate({ certificate, passphrase })).toMatchObject({ value: times });
  });

  it.each([
    ['another key', () => ({ certificate: ours.cert, key: makeIdentity('outro').key }), 'wrong-key'],
    ['no key', () => ({ certificate: ours.cert }), 'no-key'],
    ['a key alone', () => ({ certificate: ours.key }), 'unreadable'],
    ['something else', () => ({ certificate: 'senha do wi-fi' }), 'unreadable'],
    ['half of a certificate', () => ({ certificate: ours.cert.slice(0, 300) + ours.key }), 'unreadable'],
    [
      'an encrypted key without its passphrase',
      () => ({ certificate: ours.cert + encryptedKey(ours.key, passphrase) }),
      'wrong-passphrase',
    ],
    [
      'an encrypted key with another passphrase',
      () => ({ certificate: ours.cert + encryptedKey(ours.key, passphrase), passphrase: 'errada' }),
      'wrong-passphrase',
    ],
    [
      'PKCS #12 with another passphrase',
      () => ({ certificate: asPkcs12(ours, passphrase), passphrase: 'errada' }),
      'wrong-passphrase',
    ],
  ])('names what is wrong with %s', (_name, files, problem) => {
    const { certificate, key, ...rest } = files() as { certificate: string | Buffer; key?: string };
    const keyFile = key === undefined ? {} : { key: Buffer.from(key) };
    const read = readClientCertificate({ certificate: Buffer.from(certificate), ...keyFile, ...rest });
    expect(read).toEqual({ ok: false, error: problem });
  });
});
