import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createSiteFileHandlers } from '../../../../electron/ipc/site-file-handlers.ts';
import { makeSite } from '../documents.ts';
import { makeArchive } from '../stand-ins.ts';
import { temporaryFolders } from '../temporary-folder.ts';

const folder = temporaryFolders();

function open() {
  const userData = folder();
  const archive = makeArchive(userData);
  return { ...archive, userData, handlers: createSiteFileHandlers(archive) };
}

describe('sites:import-text', () => {
  it('takes a profile that was dropped on the window', async () => {
    const { handlers, sites } = open();
    const site = makeSite();
    expect(await handlers['sites:import-text']({ name: 'a.site.json', text: JSON.stringify(site) })).toEqual({
      site,
    });
    expect(await sites.find(site.id)).toEqual(site);
  });

  it('names the file, the key and what is allowed', async () => {
    const { handlers } = open();
    const text = JSON.stringify({ ...makeSite(), scheme: 'triple' });
    await expect(handlers['sites:import-text']({ name: 'склад.json', text })).rejects.toMatchObject({
      code: 'invalid-file',
      text: { ru: expect.stringMatching(/склад\.json.*scheme/s) },
    });
  });

  it('asks about a known id and keeps the present one when the person wants that', async () => {
    const { handlers, sites, person } = open();
    const present = await sites.save(makeSite({ name: 'Прежний' }));
    const text = JSON.stringify({ ...present, name: 'Другой' });
    expect(await handlers['sites:import-text']({ name: 'a.json', text })).toEqual({ site: present });
    person.knownSite = 'replace';
    expect((await handlers['sites:import-text']({ name: 'a.json', text })).site.name).toBe('Другой');
    expect(person.questions).toBe(2);
  });
});

describe('sites:duplicate', () => {
  it('makes a profile of its own with a name that tells it apart', async () => {
    const { handlers, sites } = open();
    const site = await sites.save(makeSite({ name: 'Склад' }));
    const first = await handlers['sites:duplicate']({ id: site.id });
    const second = await handlers['sites:duplicate']({ id: site.id });
    expect([first.name, second.name]).toEqual(['Склад (копия)', 'Склад (копия) (2)']);
    expect(new Set([site.id, first.id, second.id]).size).toBe(3);
    expect({ ...first, id: site.id, name: site.name }).toEqual(site);
  });

  it('cuts a name that leaves no room, and saves what can be read again', async () => {
    const { handlers, sites } = open();
    const site = await sites.save(makeSite({ name: 'я'.repeat(500) }));
    const copy = await handlers['sites:duplicate']({ id: site.id });
    expect(copy.name.endsWith('я (копия)')).toBe(true);
    expect(await sites.find(copy.id)).toEqual(copy);
  });
});

describe('sites:read-devices', () => {
  it('gives the text of a table as Excel on a Russian Windows saves it', async () => {
    const { handlers, person, userData } = open();
    person.opens = join(userData, 'мфу.csv');
    writeFileSync(person.opens, Buffer.from([0xc8, 0xec, 0xff, 0x3b, 0x31, 0x0d, 0x0a]));
    expect(await handlers['sites:read-devices']({})).toEqual({ name: 'мфу.csv', text: 'Имя;1\r\n' });
    person.opens = null;
    expect(await handlers['sites:read-devices']({})).toBeNull();
  });
});
