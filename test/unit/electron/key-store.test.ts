import { describe, expect, it } from 'vitest';
import { createKeyStore, type SafeStorage } from '../../../electron/key-store.ts';

function storage(changes: Partial<SafeStorage> = {}): SafeStorage {
  return {
    isEncryptionAvailable: () => true,
    encryptString: (text) => Buffer.from(`old:${text}`),
    decryptString: (encrypted) => encrypted.toString().slice('old:'.length),
    getSelectedStorageBackend: () => 'gnome_libsecret',
    ...changes,
  };
}

const refuse = (): never => {
  throw new Error('deprecated');
};
const MODERN: Partial<SafeStorage> = {
  isEncryptionAvailable: refuse,
  encryptString: refuse,
  decryptString: refuse,
  isAsyncEncryptionAvailable: async () => true,
  encryptStringAsync: async (text) => Buffer.from(`new:${text}`),
  decryptStringAsync: async (encrypted) => ({ result: encrypted.toString().slice('new:'.length) }),
};

const ABSENT: readonly (readonly [string, Partial<SafeStorage>, NodeJS.Platform])[] = [
  ['Linux without a keyring', { getSelectedStorageBackend: () => 'basic_text' }, 'linux'],
  ['Linux before anything is known', { getSelectedStorageBackend: () => 'unknown' }, 'linux'],
  ['a system that says no', { isEncryptionAvailable: () => false }, 'win32'],
  ['a newer Electron that says no', { ...MODERN, isAsyncEncryptionAvailable: async () => false }, 'darwin'],
  ['a system that fails', { isEncryptionAvailable: refuse }, 'win32'],
];

describe('the key store', () => {
  it.each([
    ['an Electron that only has the calls that block', {}, 'old:тайна'],
    ['an Electron that has the calls that wait', MODERN, 'new:тайна'],
  ])('encrypts and gives back with %s', async (_what, changes, encrypted) => {
    const keys = createKeyStore(storage(changes), 'linux');
    expect(await keys.isAvailable()).toBe(true);
    const bytes = await keys.encrypt('тайна');
    expect(Buffer.from(bytes).toString()).toBe(encrypted);
    expect(await keys.decrypt(bytes)).toBe('тайна');
  });

  it('gives back an empty password as it is', async () => {
    const keys = createKeyStore(storage(MODERN), 'linux');
    expect(await keys.decrypt(await keys.encrypt(''))).toBe('');
  });

  it.each(ABSENT)('is not there on %s', async (_what, changes, platform) => {
    expect(await createKeyStore(storage(changes), platform).isAvailable()).toBe(false);
  });

  it('does not ask for a backend where there is none', async () => {
    const keys = createKeyStore(storage({ getSelectedStorageBackend: refuse }), 'win32');
    expect(await keys.isAvailable()).toBe(true);
  });
});
