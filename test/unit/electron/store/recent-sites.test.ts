import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeSite } from '../documents.ts';
import { makeArchive } from '../stand-ins.ts';
import { temporaryFolders } from '../temporary-folder.ts';

const folder = temporaryFolders();

async function open(userData = folder()) {
  const archive = makeArchive(userData);
  const names = () => archive.recentSites.at(-1)?.map(({ name }) => name);
  const save = (name: string) => archive.sites.save(makeSite({ name }));
  return { ...archive, userData, names, save };
}

describe('recent sites', () => {
  it('stand in the order in which they were opened, each once, also after a new start', async () => {
    const { recent, save, names, userData } = await open();
    const [a, b] = [await save('А'), await save('Б')];
    for (const { id } of [a, b, a]) await recent.touch(id);
    expect(names()).toEqual(['А', 'Б']);
    const again = await open(userData);
    await again.recent.refresh();
    expect(again.names()).toEqual(['А', 'Б']);
  });

  it('are no more than fit into a menu', async () => {
    const { recent, save, names } = await open();
    for (let number = 1; number <= 10; number += 1) await recent.touch((await save(String(number))).id);
    expect(names()).toEqual(['10', '9', '8', '7', '6', '5', '4', '3']);
  });

  it('take a new name, and leave out a site that is deleted until it is back', async () => {
    const { recent, save, names, sites } = await open();
    const site = await save('Старое');
    await recent.touch(site.id);
    await sites.save({ ...site, name: 'Новое' });
    await recent.refresh();
    expect(names()).toEqual(['Новое']);
    await sites.remove(site.id);
    await recent.refresh();
    expect(names()).toEqual([]);
    await sites.restore(site.id);
    await recent.refresh();
    expect(names()).toEqual(['Новое']);
  });

  it('begin anew when their file cannot be read', async () => {
    const { recent, save, names, userData } = await open();
    writeFileSync(join(userData, 'recent-sites.json'), '{');
    await recent.touch((await save('А')).id);
    expect(names()).toEqual(['А']);
  });
});
