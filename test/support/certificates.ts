import { generateKeyPairSync } from 'node:crypto';
import forge from 'node-forge';

/** A certificate and its private key, in PEM. */
export interface TestIdentity {
  readonly cert: string;
  readonly key: string;
}

interface Wanted {
  /** Default: an authority that signs itself. */
  readonly signedBy?: TestIdentity;
  /** Default: a day ago. */
  readonly from?: Date;
  /** Default: in a year. */
  readonly to?: Date;
}

const DAY_MS = 86_400_000;
let serial = 0;

/** Makes a certificate for 127.0.0.1 and for clients, or an authority when nobody signs it. */
export function makeIdentity(name: string, { signedBy, from, to }: Wanted = {}): TestIdentity {
  const pair = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = forge.pki.publicKeyFromPem(pair.publicKey);
  serial += 1;
  certificate.serialNumber = serial.toString(16).padStart(2, '0');
  certificate.validity.notBefore = from ?? new Date(Date.now() - DAY_MS);
  certificate.validity.notAfter = to ?? new Date(Date.now() + 365 * DAY_MS);
  const subject = [{ name: 'commonName', value: name }];
  certificate.setSubject(subject);
  const issuer = signedBy && forge.pki.certificateFromPem(signedBy.cert);
  certificate.setIssuer(issuer?.subject.attributes ?? subject);
  certificate.setExtensions([
    { name: 'basicConstraints', cA: signedBy === undefined, critical: true },
    { name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] },
  ]);
  certificate.sign(forge.pki.privateKeyFromPem(signedBy?.key ?? pair.privateKey), forge.md.sha256.create());
  return { cert: forge.pki.certificateToPem(certificate), key: pair.privateKey };
}

/** The same as a PKCS #12 file. */
export function asPkcs12({ cert, key }: TestIdentity, passphrase: string): Buffer {
  const bundle = forge.pkcs12.toPkcs12Asn1(
    forge.pki.privateKeyFromPem(key),
    forge.pki.certificateFromPem(cert),
    passphrase,
    { algorithm: 'aes256' },
  );
  return Buffer.from(forge.asn1.toDer(bundle).getBytes(), 'latin1');
}

/** The bare bytes of a PEM certificate. */
export function asDer(cert: string): Buffer {
  return Buffer.from(cert.replace(/-----[^-]+-----|\s/g, ''), 'base64');
}

/** A private key, encrypted with a passphrase. */
export function encryptedKey(key: string, passphrase: string): string {
  return forge.pki.encryptRsaPrivateKey(forge.pki.privateKeyFromPem(key), passphrase, {
    algorithm: 'aes256',
  });
}
