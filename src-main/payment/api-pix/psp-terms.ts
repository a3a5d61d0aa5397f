import { type Result, success } from '../../domain/result.ts';
import type { ClientIdentity } from '../../http/client-identity.ts';
import type { PixAccount } from '../accounts.ts';
import type { CertificateProblem, ClientCertificate } from './client-certificate.ts';
import { loadPixPreset, type PixPreset } from './pix-preset.ts';

/** Reads a certificate's file of the data folder, opened if it is sealed. */
export type ReadCertificateFile = (
  name: string,
) => Promise<Result<Buffer, Extract<CertificateProblem, 'missing' | 'sealed-elsewhere'>>>;

/** One account at one PSP: everything that a request to it needs besides what it asks. */
export interface PspTerms {
  readonly account: PixAccount;
  readonly preset: PixPreset;
  /** Without a slash at the end. */
  readonly baseUrl: string;
  readonly identity?: ClientIdentity;
}

/** Puts an account's terms together: its preset and its certificate. */
export async function readTerms(
  account: PixAccount,
  readFile: ReadCertificateFile,
): Promise<Result<PspTerms, CertificateProblem>> {
  const certificate = await readAccountCertificate(account, readFile);
  if (certificate?.ok === false) return certificate;
  return success({
    account,
    preset: await loadPixPreset(account.preset ?? 'generic'),
    baseUrl: account.baseUrl.replace(/\/+$/, ''),
    ...(certificate && { identity: certificate.value.identity }),
  });
}

/** The account's client certificate; undefined when it has none. */
export async function readAccountCertificate(
  { certificateFile, certificateKeyFile, certificatePassphrase: passphrase }: PixAccount,
  readFile: ReadCertificateFile,
): Promise<Result<ClientCertificate, CertificateProblem> | undefined> {
  if (certificateFile === undefined) return undefined;
  const certificate = await readFile(certificateFile);
  if (!certificate.ok) return certificate;
  const key = certificateKeyFile === undefined ? undefined : await readFile(certificateKeyFile);
  if (key?.ok === false) return key;
  // Most accounts have none, and start-up need not load what opens them.
  const { readClientCertificate } = await import('./client-certificate.ts');
  return readClientCertificate({
    certificate: certificate.value,
    ...(key && { key: key.value }),
    ...(passphrase !== undefined && { passphrase }),
  });
}
