/**
 * Who this machine is to servers that ask for a certificate (mTLS), as `node:tls` takes it. Requests with the same
 * object share connections, and nothing else does.
 */
export interface ClientIdentity {
  /** PEM: the certificate, then those of its issuers. */
  readonly cert?: string;
  /** PEM. */
  readonly key?: string;
  /** PKCS #12: certificate and key in one. */
  readonly pfx?: Buffer;
  /** Of the key or of the PKCS #12. */
  readonly passphrase?: string;
}
