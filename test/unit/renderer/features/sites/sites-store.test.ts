import { describe, expect, it } from 'vitest';
import { createSitesStore } from '../../../../../renderer/features/sites/sites-store.ts';
import type { SiteSummary } from '../../../../../src/contract/bridge.ts';
import { fakeBridge, makeSite, ok, refuse, SITE_ID } from '../../fake-bridge.ts';

const list: SiteSummary = {
  site: makeSite(),
  demo: false,
  runs: [],
  lastVisit: null,
  readiness: 'not-checked',
};

const file = (name: string, text: () => Promise<string>, size = 10) => ({ name, size, text });

describe('createSitesStore', () => {
  it('keeps naming an unreadable file after a list that no longer sees it', async () => {
    const file = { file: 'bank.site.json', movedTo: '/aside', problem: 'не JSON' };
    const answers = [
      { sites: [], unreadable: [file] },
      { sites: [list], unreadable: [] },
    ];
    const store = createSitesStore(
      fakeBridge({ listSites: () => ok(answers.shift() ?? { sites: [], unreadable: [] }) }),
    );
    await store.getState().load();
    await store.getState().load();
    expect(store.getState().unreadable).toEqual([file]);
    store.getState().forgetUnreadable();
    expect(store.getState().unreadable).toEqual([]);
  });

  it('keeps the sites it knows and says what failed when the list cannot be loaded', async () => {
    let fails = false;
    const store = createSitesStore(
      fakeBridge({
        listSites: () => (fails ? refuse('диск недоступен') : ok({ sites: [list], unreadable: [] })),
      }),
    );
    await store.getState().load();
    fails = true;
    await store.getState().load();
    expect(store.getState().sites).toEqual([list]);
    expect(store.getState().failure).toMatchObject({ action: 'load', error: { message: 'диск недоступен' } });
  });

  it('brings a deleted site back and chooses it', async () => {
    let sites = [list];
    const store = createSitesStore(
      fakeBridge({
        listSites: () => ok({ sites, unreadable: [] }),
        deleteSite: ({ id }) => {
          sites = [];
          return ok({ id });
        },
        restoreSite: () => {
          sites = [list];
          return ok(list.site);
        },
      }),
    );
    await store.getState().load();
    expect(await store.getState().remove(SITE_ID)).toBe(true);
    expect(store.getState().sites).toEqual([]);
    await store.getState().restore(SITE_ID);
    expect(store.getState()).toMatchObject({ sites: [list], selectedId: SITE_ID });
  });

  it('changes nothing when the person closes the dialog, and says why when a file is refused', async () => {
    const closed = createSitesStore(fakeBridge({ importSite: () => ok(null) }));
    expect(await closed.getState().importFile()).toBeNull();
    expect(closed.getState().failure).toBeNull();
    const refused = createSitesStore(
      fakeBridge({ importSite: () => refuse('версия 9 новее этой программы') }),
    );
    expect(await refused.getState().importFile()).toBeNull();
    expect(refused.getState().failure).toMatchObject({ action: 'import' });
  });

  it('turns a bridge that throws into an ordinary failure', async () => {
    const store = createSitesStore(fakeBridge({}));
    await store.getState().load();
    expect(store.getState().failure?.error.code).toBe('internal');
  });

  it('imports each dropped file by itself, chooses the last, and names those that were refused', async () => {
    const given: string[] = [];
    const store = createSitesStore(
      fakeBridge({
        listSites: () => ok({ sites: [list], unreadable: [] }),
        importSiteText: ({ name, text }) => {
          given.push(`${name}: ${text}`);
          return text === 'хорошо' ? ok({ site: list.site }) : refuse('это не JSON');
        },
      }),
    );
    const sites = await store
      .getState()
      .importDropped([
        file('плохо.txt', async () => 'плохо'),
        file('хорошо.site.json', async () => 'хорошо'),
        file('папка', () => Promise.reject(new Error('is a directory'))),
        file('кино.mkv', async () => 'не читается', 9 * 1024 * 1024),
      ]);
    expect(given).toEqual(['плохо.txt: плохо', 'хорошо.site.json: хорошо']);
    expect(sites).toEqual([list.site]);
    expect(store.getState()).toMatchObject({
      selectedId: SITE_ID,
      refusedFiles: [
        { name: 'плохо.txt', problem: 'no-profile', message: 'это не JSON' },
        { name: 'папка', problem: 'unreadable', message: null },
        { name: 'кино.mkv', problem: 'too-big', message: null },
      ],
    });
  });

  it('chooses the copy of a site', async () => {
    const copy = makeSite({ id: '0b7c2f4e-1d2a-4c3b-8e9f-000000000002', name: 'Копия' });
    const store = createSitesStore(
      fakeBridge({
        listSites: () => ok({ sites: [list, { ...list, site: copy }], unreadable: [] }),
        duplicateSite: () => ok(copy),
      }),
    );
    expect(await store.getState().duplicate(SITE_ID)).toEqual(copy);
    expect(store.getState().selectedId).toBe(copy.id);
  });

  it('offers the site of this network once, and again in another network', async () => {
    let gateway = '10.77.10.1';
    const store = createSitesStore(fakeBridge({ recogniseSites: () => ok({ siteIds: [SITE_ID], gateway }) }));
    await store.getState().recognise();
    expect(store.getState().recognised).toEqual({ siteIds: [SITE_ID], gateway });
    store.getState().forgetRecognised();
    await store.getState().recognise();
    expect(store.getState().recognised).toBeNull();
    gateway = '192.168.0.1';
    await store.getState().recognise();
    expect(store.getState().recognised?.gateway).toBe('192.168.0.1');
  });

  it('says nothing of a network that nobody knows or that cannot be asked', async () => {
    const unknown = createSitesStore(
      fakeBridge({ recogniseSites: () => ok({ siteIds: [], gateway: '10.0.0.1' }) }),
    );
    await unknown.getState().recognise();
    const broken = createSitesStore(fakeBridge({}));
    await broken.getState().recognise();
    for (const store of [unknown, broken]) {
      expect(store.getState()).toMatchObject({ recognised: null, failure: null });
    }
  });
});
