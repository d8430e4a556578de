import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createSiteFileHandlers } from '../../../../electron/ipc/site-file-handlers.ts';
import { createSiteHandlers } from '../../../../electron/ipc/site-handlers.ts';
import { DEMO_SITE_ID } from '../../../../src/contract/site.ts';
import { makeRun, makeSite } from '../documents.ts';
import { makeArchive } from '../stand-ins.ts';
import { temporaryFolders } from '../temporary-folder.ts';

const folder = temporaryFolders();

function open() {
  const userData = folder();
  const archive = makeArchive(userData);
  return {
    userData,
    ...archive,
    handlers: { ...createSiteHandlers(archive), ...createSiteFileHandlers(archive) },
  };
}

/** A file as a person would choose it. */
function profileFile(content: unknown): string {
  const path = join(folder(), 'romashka.site.json');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

describe('sites:list', () => {
  it('gives the runs that say how a site stands beside it', async () => {
    const { handlers, sites, runs } = open();
    const site = makeSite();
    await sites.save(site);
    await runs.save(makeRun(site, { finishedAt: '2026-11-20T06:00:00.000Z' }));
    const complete = makeRun(site, { finishedAt: '2026-11-21T06:00:00.000Z' });
    await runs.save(complete);
    const newest = makeRun(site, { finishedAt: '2026-11-22T06:00:00.000Z', interrupted: true });
    await runs.save(newest);
    const { sites: listed } = await handlers['sites:list']({});
    expect(listed).toMatchObject([{ site, demo: false, runs: [{ id: newest.id }, { id: complete.id }] }]);
  });

  it('names an unreadable file and lists the rest', async () => {
    const { handlers, sites, userData } = open();
    const site = makeSite();
    await sites.save(site);
    writeFileSync(join(userData, 'sites', `${makeSite().id}.site.json`), '');
    const { sites: listed, unreadable } = await handlers['sites:list']({});
    expect(listed.map((entry) => entry.site.id)).toEqual([site.id]);
    expect(unreadable).toHaveLength(1);
  });
});

describe('sites:open-demo', () => {
  it('starts the stand-ins once and lists the demo as a demo while it is open', async () => {
    const { handlers, started, userData } = open();
    const [first, second] = await Promise.all([
      handlers['sites:open-demo']({}),
      handlers['sites:open-demo']({}),
    ]);
    expect(second).toBe(first);
    expect(started.demos).toBe(1);
    expect((await handlers['sites:list']({})).sites).toMatchObject([
      { demo: true, site: { id: DEMO_SITE_ID } },
    ]);
    expect(existsSync(join(userData, 'sites'))).toBe(false);
  });

  it('closes the stand-ins when the demo is deleted and starts them again when that is undone', async () => {
    const { handlers, started } = open();
    await handlers['sites:open-demo']({});
    await handlers['sites:delete']({ id: DEMO_SITE_ID });
    expect(started).toEqual({ demos: 1, closed: 1 });
    expect((await handlers['sites:list']({})).sites).toEqual([]);
    await handlers['sites:restore']({ id: DEMO_SITE_ID });
    expect(started.demos).toBe(2);
  });

  it('is never saved as a profile', async () => {
    const { handlers } = open();
    const site = await handlers['sites:open-demo']({});
    await expect(handlers['sites:save']({ site })).rejects.toMatchObject({ code: 'invalid-argument' });
  });

  it('is not found when it is not open', async () => {
    await expect(open().handlers['sites:get']({ id: DEMO_SITE_ID })).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});

describe('sites:import', () => {
  it('answers null when the person closes the dialog', async () => {
    expect(await open().handlers['sites:import']({})).toBeNull();
  });

  it('saves the profile when the file is good', async () => {
    const { handlers, person, sites } = open();
    const site = makeSite();
    person.opens = profileFile(site);
    expect(await handlers['sites:import']({})).toEqual({ site });
    expect(await sites.find(site.id)).toEqual(site);
    expect(person.questions).toBe(0);
  });

  it('asks nothing when the same profile is already there', async () => {
    const { handlers, person, sites } = open();
    const site = await sites.save(makeSite());
    person.opens = profileFile(site);
    expect(await handlers['sites:import']({})).toEqual({ site });
    expect(person.questions).toBe(0);
  });

  it.each([
    ['replace', ['changed']],
    ['cancel', ['present']],
  ] as const)('keeps one profile of the id when the person says %s', async (choice, names) => {
    const { handlers, person, sites } = open();
    const site = await sites.save(makeSite({ name: 'present' }));
    person.knownSite = choice;
    person.opens = profileFile({ ...site, name: 'changed' });
    const answer = await handlers['sites:import']({});
    expect(answer === null).toBe(choice === 'cancel');
    expect((await sites.list()).map(({ name }) => name)).toEqual(names);
  });

  it('gives the loaded profile an id and a name of its own when the person keeps both', async () => {
    const { handlers, person, sites } = open();
    const site = await sites.save(makeSite({ name: 'Ромашка' }));
    person.knownSite = 'keep-both';
    person.opens = profileFile({ ...site, address: 'Москва' });
    const answer = await handlers['sites:import']({});
    expect(answer?.site).toMatchObject({ name: 'Ромашка (2)', address: 'Москва' });
    expect(answer?.site.id).not.toBe(site.id);
    expect(await sites.find(site.id)).toEqual(site);
  });

  it('gives an exported demo an id of its own', async () => {
    const { handlers, person } = open();
    person.opens = profileFile(makeSite({ id: DEMO_SITE_ID }));
    expect((await handlers['sites:import']({}))?.site.id).not.toBe(DEMO_SITE_ID);
  });

  it.each([
    ['broken JSON', '{"format": "printum-sitecheck/site",'],
    ['a later version', JSON.stringify({ ...makeSite(), version: 2 })],
    ['an unknown key', JSON.stringify({ ...makeSite(), surprise: 1 })],
    ['port 70000', JSON.stringify({ ...makeSite(), portOverrides: { 'account-http': 70_000 } })],
    [
      'an override of no requirement',
      JSON.stringify({ ...makeSite(), portOverrides: { 'acount-http': 81 } }),
    ],
    ['a good profile in 9 MiB', JSON.stringify(makeSite()) + ' '.repeat(9 * 1024 * 1024)],
  ])('saves nothing and names the file when it holds %s', async (_what, content) => {
    const { handlers, person, sites } = open();
    person.opens = profileFile(content);
    await expect(handlers['sites:import']({})).rejects.toMatchObject({
      code: 'invalid-file',
      text: { ru: expect.stringMatching(/^romashka\.site\.json/) },
    });
    expect(await sites.list()).toEqual([]);
  });

  it('says in words that there is no such file', async () => {
    const { handlers, person } = open();
    person.opens = '/nowhere/x.site.json';
    await expect(handlers['sites:import']({})).rejects.toMatchObject({
      code: 'invalid-file',
      text: { ru: 'x.site.json. Не удалось прочитать: файла нет.' },
    });
  });
});

describe('sites:export', () => {
  it('suggests a safe name and writes a file that imports as the same profile', async () => {
    const { handlers, person, sites } = open();
    const site = await sites.save(makeSite({ name: 'ООО «Ромашка»: офис/склад' }));
    person.savesTo = join(folder(), 'out.site.json');
    expect(await handlers['sites:export']({ id: site.id })).toEqual({ path: person.savesTo });
    expect(person.suggestedNames).toEqual(['ООО Ромашка офис склад.site.json']);
    expect(JSON.parse(readFileSync(person.savesTo, 'utf8'))).toEqual(site);
    expect(statSync(person.savesTo).mode & 0o777).toBe(0o666 & ~process.umask());
  });

  it('writes nothing when the person closes the dialog', async () => {
    const { handlers, sites } = open();
    const site = await sites.save(makeSite());
    expect(await handlers['sites:export']({ id: site.id })).toBeNull();
  });
});
