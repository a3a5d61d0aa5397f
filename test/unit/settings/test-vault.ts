import { randomBytes } from 'node:crypto';
import type { KeySource } from '../../../src-main/settings/key-source.ts';
import { createSecretVault, type SecretVault } from '../../../src-main/settings/secret-vault.ts';

/** A vault whose key lives in memory. */
export function testVault(key: Buffer = randomBytes(32)): SecretVault {
  return createSecretVault({ keeping: () => 'key-file', existing: () => key, obtain: () => key });
}

/** A vault on a machine whose key went away. */
export function lockedVault(refusal: Error): SecretVault {
  const keys: KeySource = {
    keeping: () => 'keyring',
    existing: () => undefined,
    obtain() {
      throw refusal;
    },
  };
  return createSecretVault(keys);
}
