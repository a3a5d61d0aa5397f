import { X509Certificate } from 'node:crypto';
import { Duplex } from 'node:stream';
import { createSecureContext, TLSSocket } from 'node:tls';
import { failure, type Result, success } from '../../domain/result.ts';
import type { ClientIdentity } from '../../http/client-identity.ts';

/** Why a certificate cannot be shown to a PSP. */
export type CertificateProblem =
  /** The file is not in the data folder, or cannot be read. */
  | 'missing'
  /** Sealed on another machine, or with a key that is gone. */
  | 'sealed-elsewhere'
  /** Neither PEM nor PKCS #12, damaged, or encrypted in a way that nobody uses any more. */
  | 'unreadable'
  | 'wrong-passphrase'
  /** A certificate in PEM whose key is nowhere. */
  | 'no-key'
  /** The key belongs to another certificate. */
  | 'wrong-key';

/** A client certificate, ready for use. */
export interface ClientCertificate {
  readonly identity: ClientIdentity;
  /** Milliseconds since the epoch. */
  readonly validFrom: number;
  readonly validTo: number;
}

/** What the files hold, as they are. */
export interface CertificateFiles {
  readonly certificate: Buffer;
  readonly key?: Buffer;
  readonly passphrase?: string;
}

/** Reads a certificate and its key, PEM or PKCS #12, and proves that they belong together. Tells no part of them. */
export function readClientCertificate(
  files: CertificateFiles,
): Result<ClientCertificate, CertificateProblem> {
  const identity = identityOf(files);
  if (!identity.ok) return identity;
  try {
    const der = certificateIn(identity.value);
    if (der === undefined) return failure('unreadable');
    const { validFrom, validTo } = new X509Certificate(der);
    return success({
      identity: identity.value,
      validFrom: Date.parse(validFrom),
      validTo: Date.parse(validTo),
    });
  } catch (error) {
    return failure(problemOf(error));
  }
}

function identityOf({
  certificate,
  key,
  passphrase,
}: CertificateFiles): Result<ClientIdentity, CertificateProblem> {
  const secret = passphrase === undefined ? {} : { passphrase };
  const text = certificate.toString('latin1');
  const isPem = text.includes('-----BEGIN ');
  const cert = isPem ? text : pemOfDer(certificate);
  if (cert === undefined) {
    return key === undefined ? success({ pfx: certificate, ...secret }) : failure('unreadable');
  }
  if (!cert.includes('-----BEGIN CERTIFICATE-----')) return failure('unreadable');
  const ownKey = key?.toString('latin1') ?? cert;
  return ownKey.includes('PRIVATE KEY-----') ? success({ cert, key: ownKey, ...secret }) : failure('no-key');
}

/** A certificate alone may come as bare DER (`.cer`). */
function pemOfDer(bytes: Buffer): string | undefined {
  try {
    return new X509Certificate(bytes).toString();
  } catch {
    return undefined;
  }
}

/** The certificate that would be shown. Node opens PKCS #12 for connections only: this is one that goes nowhere. */
function certificateIn(identity: ClientIdentity): Buffer | undefined {
  const secureContext = createSecureContext(identity);
  const nowhere = new Duplex({ read: () => undefined, write: (_chunk, _encoding, done) => done() });
  const socket = new TLSSocket(nowhere, { isServer: true, secureContext });
  socket.on('error', () => undefined);
  const shown = socket.getCertificate();
  socket.destroy();
  return shown !== null && 'raw' in shown ? (shown.raw as Buffer) : undefined;
}

/** By the words of OpenSSL and BoringSSL, which quote nothing of what they read. */
function problemOf(error: unknown): CertificateProblem {
  const words = String(error);
  if (/mac.verify|bad.decrypt|passphrase|password/i.test(words)) {
    return 'wrong-passphrase';
  }
  return /key.(?:values|type).mismatch/i.test(words) ? 'wrong-key' : 'unreadable';
}
