import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createSetAside } from '../../../../electron/store/set-aside.ts';
import { createSiteStore } from '../../../../electron/store/site-store.ts';
import { makeSite } from '../documents.ts';
import { temporaryFolders } from '../temporary-folder.ts';

const folder = temporaryFolders();
const NOW = new Date('2026-11-22T08:00:00.000Z');

function open(userData = folder()) {
  const setAside = createSetAside(join(userData, 'set-aside'), () => NOW);
  return { userData, setAside, sites: createSiteStore(userData, setAside, () => new Date()) };
}

describe('site store', () => {
  it('gives back what was saved when it is opened again', async () => {
    const { userData, sites } = open();
    const site = makeSite();
    await sites.save(site);
    expect(await open(userData).sites.find(site.id)).toEqual(site);
  });

  it('lists nothing when no profile was ever saved', async () => {
    expect(await open().sites.list()).toEqual([]);
  });

  it('keeps the last of two saves when they come in a row', async () => {
    const { sites } = open();
    const site = makeSite();
    const saves = Array.from({ length: 20 }, (_, number) => sites.save({ ...site, name: `name ${number}` }));
    await Promise.all(saves);
    expect((await sites.find(site.id))?.name).toBe('name 19');
  });

  it('shows the old profile when a crash came between the temporary file and the rename', async () => {
    const { userData, sites } = open();
    const site = makeSite();
    await sites.save(site);
    writeFileSync(join(userData, 'sites', `.${site.id}.site.json.0badcafe.tmp`), '{"format": "printum-si');
    expect(await open(userData).sites.list()).toEqual([site]);
    expect(existsSync(join(userData, 'set-aside'))).toBe(false);
  });

  it('sets a corrupt profile aside, names it and lists the others when one is damaged', async () => {
    const { userData, setAside, sites } = open();
    const [good, bad] = [makeSite(), makeSite()];
    await sites.save(good);
    const path = join(userData, 'sites', `${bad.id}.site.json`);
    writeFileSync(path, '{"format": ');
    expect(await sites.list()).toEqual([good]);
    const [named] = setAside.list('ru');
    expect(named?.file).toBe(path);
    expect(named?.problem).toBe('Файл повреждён: это не документ JSON.');
    expect(readFileSync(named?.movedTo ?? '', 'utf8')).toBe('{"format": ');
    expect(existsSync(path)).toBe(false);
    // Named on every list, not only on the one that found it.
    await sites.list();
    expect(setAside.list('en')).toHaveLength(1);
  });

  it('leaves a profile of a later version where it is and refuses to write over it', async () => {
    const { userData, setAside, sites } = open();
    const site = makeSite();
    const later = JSON.stringify({ ...site, version: 2, added: 'precious' });
    const path = join(userData, 'sites', `${site.id}.site.json`);
    mkdirSync(join(userData, 'sites'));
    writeFileSync(path, later);
    expect(await sites.list()).toEqual([]);
    expect(setAside.list('ru')).toMatchObject([{ file: path, movedTo: null }]);
    await expect(sites.save(site)).rejects.toMatchObject({ code: 'storage' });
    expect(readFileSync(path, 'utf8')).toBe(later);
  });

  it('keeps a damaged file when a profile is saved in its place', async () => {
    const { userData, setAside, sites } = open();
    const site = makeSite();
    await sites.save(site);
    writeFileSync(join(userData, 'sites', `${site.id}.site.json`), 'damaged meanwhile');
    await sites.save(site);
    expect(await sites.find(site.id)).toEqual(site);
    expect(readFileSync(setAside.list('ru')[0]?.movedTo ?? '', 'utf8')).toBe('damaged meanwhile');
  });

  it('names a profile that was copied by hand when its file name is not its id', async () => {
    const { userData, setAside, sites } = open();
    mkdirSync(join(userData, 'sites'));
    writeFileSync(join(userData, 'sites', 'copy.site.json'), JSON.stringify(makeSite()));
    expect(await sites.list()).toEqual([]);
    expect(setAside.list('ru')).toMatchObject([{ movedTo: null }]);
  });

  it('brings a deleted profile back when the deletion is undone', async () => {
    const { userData, sites } = open();
    const site = makeSite();
    await sites.save(site);
    await sites.remove(site.id);
    expect(await sites.list()).toEqual([]);
    expect(readdirSync(join(userData, 'deleted'))).toHaveLength(1);
    expect(await sites.restore(site.id)).toEqual(site);
    expect(await sites.list()).toEqual([site]);
  });

  it('brings the latest one back when the same profile was deleted twice', async () => {
    let time = NOW.getTime();
    const userData = folder();
    const setAside = createSetAside(join(userData, 'set-aside'), () => NOW);
    const sites = createSiteStore(userData, setAside, () => {
      time += 1;
      return new Date(time);
    });
    const site = makeSite();
    for (const name of ['first', 'second']) {
      await sites.save({ ...site, name });
      await sites.remove(site.id);
    }
    expect((await sites.restore(site.id)).name).toBe('second');
    expect(readdirSync(join(userData, 'deleted'))).toHaveLength(1);
  });

  it('does not restore over a profile that is there again', async () => {
    const { sites } = open();
    const site = makeSite();
    await sites.save(site);
    await sites.remove(site.id);
    await sites.save({ ...site, name: 'new' });
    await expect(sites.restore(site.id)).rejects.toMatchObject({ code: 'invalid-argument' });
    expect((await sites.find(site.id))?.name).toBe('new');
  });

  it('says not found when the profile to delete or to restore does not exist', async () => {
    const { sites } = open();
    await expect(sites.remove(makeSite().id)).rejects.toMatchObject({ code: 'not-found' });
    await expect(sites.restore(makeSite().id)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('says storage when the folder cannot be listed', async () => {
    const { userData, sites } = open();
    writeFileSync(join(userData, 'sites'), 'a file');
    await expect(sites.list()).rejects.toMatchObject({ code: 'storage' });
  });
});
