/** The system's key store through Electron's safeStorage, in whichever form this Electron has it. */
import type { KeyStore } from './store/secrets.ts';

/** The part of `safeStorage` that is used; the calls that wait are there since Electron 45 and replace the others. */
export interface SafeStorage {
  readonly isEncryptionAvailable: () => boolean;
  readonly encryptString: (text: string) => Buffer;
  readonly decryptString: (encrypted: Buffer) => string;
  readonly getSelectedStorageBackend: () => string;
  readonly isAsyncEncryptionAvailable?: () => Promise<boolean>;
  readonly encryptStringAsync?: (text: string) => Promise<Buffer>;
  readonly decryptStringAsync?: (encrypted: Buffer) => Promise<{ readonly result: string }>;
}

/** On Linux without a keyring the key is a constant of the program: that is no encryption. */
const PLAIN_BACKENDS: ReadonlySet<string> = new Set(['basic_text', 'unknown']);

/** To be asked after the program is ready. */
export function createKeyStore(storage: SafeStorage, platform: NodeJS.Platform): KeyStore {
  return {
    async isAvailable() {
      try {
        if (platform === 'linux' && PLAIN_BACKENDS.has(storage.getSelectedStorageBackend())) return false;
        return (await storage.isAsyncEncryptionAvailable?.()) ?? storage.isEncryptionAvailable();
      } catch {
        return false;
      }
    },
    encrypt: async (text) => (await storage.encryptStringAsync?.(text)) ?? storage.encryptString(text),
    async decrypt(bytes) {
      const encrypted = Buffer.from(bytes);
      const answer = await storage.decryptStringAsync?.(encrypted);
      return answer?.result ?? storage.decryptString(encrypted);
    },
  };
}
