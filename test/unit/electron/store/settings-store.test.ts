import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createSetAside } from '../../../../electron/store/set-aside.ts';
import { openSettingsStore } from '../../../../electron/store/settings-store.ts';
import { temporaryFolders } from '../temporary-folder.ts';

const folder = temporaryFolders();

async function open(userData = folder()) {
  const setAside = createSetAside(join(userData, 'set-aside'), () => new Date());
  return { userData, setAside, store: await openSettingsStore(userData, setAside) };
}

describe('settings store', () => {
  it('begins in Russian with the theme of the system when nothing was saved', async () => {
    const { store } = await open();
    expect(store.current()).toMatchObject({ language: 'ru', theme: 'system', engineer: '' });
  });

  it('changes only what is named and keeps it for the next start', async () => {
    const { userData, store } = await open();
    await store.save({ engineer: 'Иванов' });
    await store.save({ language: 'en', theme: undefined });
    expect((await open(userData)).store.current()).toMatchObject({
      language: 'en',
      theme: 'system',
      engineer: 'Иванов',
    });
  });

  it('loses neither of two changes when they come in a row', async () => {
    const { store } = await open();
    await Promise.all([store.save({ engineer: 'Иванов' }), store.save({ company: 'Интегратор' })]);
    expect(store.current()).toMatchObject({ engineer: 'Иванов', company: 'Интегратор' });
  });

  it('takes the defaults and sets the file aside when it is damaged', async () => {
    const userData = folder();
    writeFileSync(join(userData, 'settings.json'), '{"language": "ru"');
    const { store, setAside } = await open(userData);
    expect(store.current().language).toBe('ru');
    expect(setAside.list('ru')).toHaveLength(1);
    expect(readdirSync(join(userData, 'set-aside'))).toHaveLength(1);
  });

  it('does not write over the settings of a later version', async () => {
    const userData = folder();
    const later = '{"format":"printum-sitecheck/settings","version":2}';
    writeFileSync(join(userData, 'settings.json'), later);
    const { store } = await open(userData);
    await expect(store.save({ language: 'en' })).rejects.toMatchObject({ code: 'storage' });
    expect(store.current().language).toBe('ru');
    expect(readFileSync(join(userData, 'settings.json'), 'utf8')).toBe(later);
  });
});
