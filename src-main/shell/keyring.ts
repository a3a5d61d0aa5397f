import { safeStorage } from 'electron';
import type { Keyring } from '../settings/key-source.ts';

/** Stores that Chromium offers on Linux with a key that everybody knows, or before it knows which one there is. */
const NO_KEYRING: readonly string[] = ['basic_text', 'unknown'];

/** The system's keyring through Electron. To be used only when the app is ready. */
export function createKeyring(): Keyring {
  return {
    isReal: () =>
      safeStorage.isEncryptionAvailable() &&
      (process.platform !== 'linux' || !NO_KEYRING.includes(safeStorage.getSelectedStorageBackend())),
    encrypt: (text) => safeStorage.encryptString(text),
    decrypt: (encrypted) => safeStorage.decryptString(encrypted),
  };
}
