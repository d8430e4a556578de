import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createCatalogueHandlers } from '../../../../electron/ipc/catalogue-handlers.ts';
import { openCatalogueStore } from '../../../../electron/store/catalogue-store.ts';
import { BUILT_IN_CATALOGUES } from '../../../../src/requirements/load.ts';
import { makeSite } from '../documents.ts';
import { makeArchive } from '../stand-ins.ts';
import { temporaryFolders } from '../temporary-folder.ts';

const folder = temporaryFolders();
const [builtIn] = BUILT_IN_CATALOGUES;

function open(userData = folder()) {
  const archive = makeArchive(userData);
  const store = openCatalogueStore({ userData, setAside: archive.setAside, now: () => new Date() });
  const handlers = createCatalogueHandlers({ ...archive, store });
  const file = join(folder(), 'r13.json');
  const offer = (content: object | string) => {
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
    archive.person.opens = file;
  };
  return { ...archive, userData, store, handlers, offer };
}

const NEXT = { ...builtIn, id: 'printum-r13', revision: '13' };

describe('catalogues:add', () => {
  it('takes a catalogue that is there after a new start, beside the built-in one', async () => {
    const { handlers, store, offer, userData } = open();
    offer(NEXT);
    expect(await handlers['catalogues:add']({})).toMatchObject({ id: 'printum-r13', revision: '13' });
    expect(store.addedIds()).toEqual(['printum-r13']);
    expect(
      open(userData)
        .store.all()
        .map(({ id }) => id),
    ).toEqual(['printum-r12', 'printum-r13']);
  });

  it('puts the same id from a new file in the place of the old one', async () => {
    const { handlers, store, offer } = open();
    offer(NEXT);
    await handlers['catalogues:add']({});
    offer({ ...NEXT, revision: '13.1' });
    await handlers['catalogues:add']({});
    expect(store.all().map(({ revision }) => revision)).toEqual(['12', '13.1']);
  });

  it('names file, key and what is allowed when the file is wrong', async () => {
    const { handlers, store, offer } = open();
    offer({ ...NEXT, revision: 13 });
    await expect(handlers['catalogues:add']({})).rejects.toMatchObject({
      code: 'invalid-file',
      text: { ru: expect.stringMatching(/r13\.json.*revision/s) },
    });
    offer('{');
    await expect(handlers['catalogues:add']({})).rejects.toMatchObject({ code: 'invalid-file' });
    expect(store.addedIds()).toEqual([]);
  });

  it('does not let a built-in one be replaced', async () => {
    const { handlers, store, offer } = open();
    offer({ ...builtIn, revision: '99' });
    await expect(handlers['catalogues:add']({})).rejects.toMatchObject({
      text: { ru: expect.stringContaining('«printum-r12»') },
    });
    expect(store.all().map(({ revision }) => revision)).toEqual(['12']);
  });

  it('answers null when the dialog was closed', async () => {
    expect(await open().handlers['catalogues:add']({})).toBeNull();
  });
});

describe('catalogues:remove', () => {
  it('removes an added one, but not while a site needs it, and never a built-in one', async () => {
    const { handlers, store, offer, sites, userData } = open();
    offer(NEXT);
    await handlers['catalogues:add']({});
    const site = await sites.save(makeSite({ name: 'Склад', catalogue: 'printum-r13' }));
    await expect(handlers['catalogues:remove']({ id: 'printum-r13' })).rejects.toMatchObject({
      code: 'invalid-argument',
      text: { ru: expect.stringContaining('«Склад»') },
    });
    await sites.remove(site.id);
    await handlers['catalogues:remove']({ id: 'printum-r13' });
    expect(store.addedIds()).toEqual([]);
    expect(existsSync(join(userData, 'catalogues', 'printum-r13.json'))).toBe(false);
    await expect(handlers['catalogues:remove']({ id: 'printum-r12' })).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});

describe('an added catalogue that was damaged', () => {
  it('is set aside at the next start and named', async () => {
    const { handlers, offer, userData } = open();
    offer(NEXT);
    await handlers['catalogues:add']({});
    writeFileSync(join(userData, 'catalogues', 'printum-r13.json'), '{');
    const again = open(userData);
    expect(again.store.addedIds()).toEqual([]);
    await expect.poll(() => again.setAside.list('ru')).toHaveLength(1);
  });
});
