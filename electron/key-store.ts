/** The system's key store through Electron's safeStorage, in whichever form this Electron has it. */
import { safeStorage } from 'electron';
import type { KeyStore } from './store/secrets.ts';

/** Since Electron 45; before that there are only the calls that block. */
type AsyncSafeStorage = Pick<
  Electron.SafeStorage,
  'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync'
>;

/** On Linux without a keyring the key is a constant of the program: that is no encryption. */
const PLAIN_BACKENDS: ReadonlySet<string> = new Set(['basic_text', 'unknown']);

/** To be asked after the program is ready. */
export function createKeyStore(): KeyStore {
  const modern = asyncStorage();
  return {
    async isAvailable() {
      if (hasPlainBackend()) return false;
      try {
        return await (modern === null
          ? safeStorage.isEncryptionAvailable()
          : modern.isAsyncEncryptionAvailable());
      } catch {
        return false;
      }
    },
    encrypt: async (text) =>
      modern === null ? safeStorage.encryptString(text) : modern.encryptStringAsync(text),
    async decrypt(bytes) {
      const buffer = Buffer.from(bytes);
      if (modern === null) return safeStorage.decryptString(buffer);
      return (await modern.decryptStringAsync(buffer)).result;
    },
  };
}

function asyncStorage(): AsyncSafeStorage | null {
  const storage: Partial<AsyncSafeStorage> = safeStorage;
  const { isAsyncEncryptionAvailable, encryptStringAsync, decryptStringAsync } = storage;
  return isAsyncEncryptionAvailable === undefined ||
    encryptStringAsync === undefined ||
    decryptStringAsync === undefined
    ? null
    : safeStorage;
}

function hasPlainBackend(): boolean {
  return process.platform === 'linux' && PLAIN_BACKENDS.has(safeStorage.getSelectedStorageBackend());
}
