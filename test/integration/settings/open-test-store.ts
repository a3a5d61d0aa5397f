import { createSecretVault } from '../../../src-main/settings/secret-vault.ts';
import { createSettingsStore, type SettingsStore } from '../../../src-main/settings/settings-store.ts';

/** A store with a key of the test's own, which another process can have too. */
export function openTestStore(dataFolder: string, key: Buffer): SettingsStore {
  const nothing = () => undefined;
  return createSettingsStore({
    dataFolder,
    vault: createSecretVault({ keeping: () => 'key-file', existing: () => key, obtain: () => key }),
    clock: { wallTime: () => Date.now() },
    log: { info: nothing, warn: nothing, error: nothing },
    check: async () => [],
  });
}
