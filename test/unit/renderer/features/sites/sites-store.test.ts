import { describe, expect, it } from 'vitest';
import { createSitesStore } from '../../../../../renderer/features/sites/sites-store.ts';
import { fakeBridge, makeSite, ok, refuse, SITE_ID } from '../../fake-bridge.ts';

const list = { site: makeSite(), demo: false, runs: [] };

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
});
