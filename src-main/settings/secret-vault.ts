import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { SecretKeeping } from '../contract/technician.ts';
import { failure, type Result, success } from '../domain/result.ts';
import type { KeySource } from './key-source.ts';

/** How a sealed text begins; what follows is base64. */
const MARK = 'sealed:v1:';

const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Seals secrets so that they mean nothing away from this machine's key. Asks for the key when first used. */
export interface SecretVault {
  /** Where the key is kept, or would be when the first secret is sealed. */
  readonly keeping: SecretKeeping;
  /** `sealed:v1:` and base64; never twice the same. Throws when there is no key to be had or made. */
  seal(plain: string, purpose: string): string;
  /**
   * The plain text again; `unreadable`: sealed for another purpose or with another key, tampered with, or the key cannot
   * be had.
   */
  open(sealed: string, purpose: string): Result<string, 'unreadable'>;
}

/** Whether this text is a sealed one. */
export function isSealed(text: string): boolean {
  return text.startsWith(MARK);
}

/** AES-256-GCM with the source's key. Version and purpose are authenticated: neither can be passed off as another. */
export function createSecretVault(keys: KeySource): SecretVault {
  return {
    get keeping() {
      return keys.keeping();
    },
    seal(plain, purpose) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv(CIPHER, keys.obtain(), iv, { authTagLength: TAG_BYTES });
      cipher.setAAD(Buffer.from(MARK + purpose));
      const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return MARK + Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64');
    },
    open(sealed, purpose) {
      const key = keys.existing();
      return key === undefined || !isSealed(sealed) ? failure('unreadable') : decrypt(key, sealed, purpose);
    },
  };
}

/** For checks where no keyring is at hand: takes every sealed secret for a sound one. Never for a kiosk. */
export const uncheckedVault: SecretVault = {
  keeping: 'key-file',
  seal() {
    throw new Error('an unchecked vault seals nothing');
  },
  open: () => success('unchecked'),
};

function decrypt(key: Buffer, sealed: string, purpose: string): Result<string, 'unreadable'> {
  const bytes = Buffer.from(sealed.slice(MARK.length), 'base64');
  const tagEnd = IV_BYTES + TAG_BYTES;
  if (bytes.length < tagEnd) return failure('unreadable');
  const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(MARK + purpose));
  decipher.setAuthTag(bytes.subarray(IV_BYTES, tagEnd));
  try {
    const plain = Buffer.concat([decipher.update(bytes.subarray(tagEnd)), decipher.final()]);
    return success(plain.toString('utf8'));
  } catch {
    return failure('unreadable');
  }
}
