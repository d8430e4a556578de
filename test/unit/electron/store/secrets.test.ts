import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createSecretStore, type KeyStore, NO_KEY_STORE } from '../../../../electron/store/secrets.ts';
import { createSetAside } from '../../../../electron/store/set-aside.ts';
import { DEMO_SITE_ID } from '../../../../src/contract/site.ts';
import { makeSite } from '../documents.ts';
import { temporaryFolders } from '../temporary-folder.ts';

const folder = temporaryFolders();
const siteId = makeSite().id;

/** Turns the bits over: enough to see that no plain text is written. */
const WORKING: KeyStore = {
  isAvailable: async () => true,
  encrypt: async (text) => Buffer.from(text).map((byte) => byte ^ 0xff),
  decrypt: async (bytes) => Buffer.from(bytes.map((byte) => byte ^ 0xff)).toString(),
};

function open(
  changes: { keyStore?: KeyStore; userData?: string; environment?: { ftpPassword?: string } } = {},
) {
  const userData = changes.userData ?? folder();
  const setAside = createSetAside(join(userData, 'set-aside'), () => new Date());
  const secrets = createSecretStore({
    userData,
    setAside,
    keyStore: changes.keyStore ?? WORKING,
    environment: changes.environment ?? {},
    inMemoryOnly: (id) => id === DEMO_SITE_ID,
  });
  return { userData, setAside, secrets, path: join(userData, 'secrets.json') };
}

describe('secrets', () => {
  it('are there after a new start, and only encrypted on disk', async () => {
    const { secrets, userData, path } = open();
    expect(await secrets.set(siteId, 'ftp', 'тайное слово')).toBe('kept');
    expect(readFileSync(path, 'utf8')).not.toContain('тайное');
    const again = open({ userData }).secrets;
    expect(await again.forRun(siteId)).toMatchObject({ ftpPassword: 'тайное слово' });
    expect(await again.status(siteId)).toEqual({
      keyStore: true,
      secrets: { ftp: 'kept', postgresql: 'none', redis: 'none' },
    });
    expect(await again.forRun(makeSite().id)).toEqual({});
  });

  it('live in memory only, and are said to, when the system has no key store', async () => {
    const { secrets, userData, path } = open({ keyStore: NO_KEY_STORE });
    expect(await secrets.set(siteId, 'redis', 's3cret')).toBe('memory');
    expect(await secrets.forRun(siteId)).toMatchObject({ redisPassword: 's3cret' });
    expect((await secrets.status(siteId)).keyStore).toBe(false);
    expect(existsSync(path)).toBe(false);
    expect(await open({ userData, keyStore: NO_KEY_STORE }).secrets.forRun(siteId)).toEqual({});
  });

  it('live in memory only when the key store breaks', async () => {
    const broken = { ...WORKING, encrypt: () => Promise.reject(new Error('locked')) };
    const { secrets, path } = open({ keyStore: broken });
    expect(await secrets.set(siteId, 'ftp', 's3cret')).toBe('memory');
    expect(existsSync(path)).toBe(false);
  });

  it('of the demo are never written', async () => {
    const { secrets, path } = open();
    expect(await secrets.set(DEMO_SITE_ID, 'ftp', 's3cret')).toBe('memory');
    expect(existsSync(path)).toBe(false);
  });

  it('go before the environment and give way to it when they are forgotten', async () => {
    const { secrets } = open({ environment: { ftpPassword: 'from outside' } });
    expect((await secrets.status(siteId)).secrets.ftp).toBe('environment');
    await secrets.set(siteId, 'ftp', 'of this site');
    expect(await secrets.forRun(siteId)).toMatchObject({ ftpPassword: 'of this site' });
    expect(await secrets.set(siteId, 'ftp', null)).toBe('environment');
    expect(await secrets.forRun(siteId)).toMatchObject({ ftpPassword: 'from outside' });
  });

  it('leave no trace on disk when they are forgotten, and no other is lost', async () => {
    const { secrets, path } = open();
    await Promise.all([secrets.set(siteId, 'ftp', 'one'), secrets.set(siteId, 'redis', 'two')]);
    await secrets.set(siteId, 'ftp', null);
    expect(JSON.parse(readFileSync(path, 'utf8')).sites[siteId]).toEqual({ redis: expect.any(String) });
    await secrets.set(siteId, 'redis', null);
    expect(JSON.parse(readFileSync(path, 'utf8')).sites).toEqual({});
  });

  it('have to be typed in again when the key store does not open them any more', async () => {
    const { secrets, userData } = open();
    await secrets.set(siteId, 'ftp', 'one');
    const moved = { ...WORKING, decrypt: () => Promise.reject(new Error('another account')) };
    const again = open({ userData, keyStore: moved }).secrets;
    expect((await again.status(siteId)).secrets.ftp).toBe('none');
    expect(await again.set(siteId, 'ftp', 'two')).toBe('none');
  });

  it('set a damaged file aside and begin anew', async () => {
    const { secrets, setAside, path } = open();
    writeFileSync(path, '{');
    expect(await secrets.set(siteId, 'ftp', 'one')).toBe('kept');
    expect(setAside.list('ru')).toMatchObject([{ file: path }]);
  });
});
