/** What stands in the place of the person and the printer in the tests of the handlers. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { createDemoHost } from '../../../electron/demo-host.ts';
import type { Dialogs, KnownSiteChoice } from '../../../electron/dialogs.ts';
import { createPhotoStore } from '../../../electron/store/photo-store.ts';
import { createReadinessCache } from '../../../electron/store/readiness-cache.ts';
import { createRecentSites, type RecentSite } from '../../../electron/store/recent-sites.ts';
import { createRequestStore } from '../../../electron/store/request-store.ts';
import { createRunStore } from '../../../electron/store/run-store.ts';
import { createSetAside } from '../../../electron/store/set-aside.ts';
import { defaultSettings } from '../../../electron/store/settings-store.ts';
import { createSiteAttic } from '../../../electron/store/site-attic.ts';
import { createSiteStore } from '../../../electron/store/site-store.ts';
import { createVisitStore } from '../../../electron/store/visit-store.ts';
import { DEMO_SITE_ID } from '../../../src/contract/site.ts';
import type { Language } from '../../../src/contract/words.ts';
import { BUILT_IN_CATALOGUES } from '../../../src/requirements/load.ts';
import { makeSite } from './documents.ts';

/** A person who answers every dialog the same way, and what was asked of him. */
export function makePerson() {
  const person = {
    opens: null as string | null,
    photos: [] as string[],
    savesTo: null as string | null,
    knownSite: 'cancel' as KnownSiteChoice,
    suggestedNames: [] as string[],
    questions: 0,
  };
  const dialogs: Dialogs = {
    chooseFile: async () => person.opens,
    choosePhotos: async () => person.photos,
    chooseFolder: async () => person.opens,
    chooseTarget: async (name) => {
      person.suggestedNames.push(name);
      return person.savesTo;
    },
    askKnownSite: async () => {
      person.questions += 1;
      return person.knownSite;
    },
  };
  return { person, dialogs };
}

/** Real stores in a real folder, a demo without listeners, and a person. */
export function makeArchive(userData: string) {
  const { person, dialogs } = makePerson();
  const setAside = createSetAside(join(userData, 'set-aside'), () => new Date());
  const started = { demos: 0, closed: 0 };
  const demo = createDemoHost(async () => {
    started.demos += 1;
    return {
      site: makeSite({ id: DEMO_SITE_ID, name: 'Демо-площадка' }),
      close: async () => {
        started.closed += 1;
      },
    };
  });
  const recent: (readonly RecentSite[])[] = [];
  const sites = createSiteStore(userData, setAside, () => new Date());
  return {
    toolVersion: '0.1.0',
    readiness: createReadinessCache(userData, (id) => id === DEMO_SITE_ID),
    recentSites: recent,
    recent: createRecentSites({ userData, sites, onChange: (list) => recent.push(list) }),
    person,
    dialogs,
    setAside,
    demo,
    catalogues: () => BUILT_IN_CATALOGUES,
    photos: createPhotoStore(userData),
    started,
    sites,
    attic: createSiteAttic(userData, () => new Date()),
    runs: createRunStore(userData, setAside),
    requests: createRequestStore(userData, setAside, () => new Date()),
    visits: createVisitStore(userData, setAside, () => new Date()),
    settings: () => defaultSettings(),
    language: (): Language => 'ru',
    now: () => new Date(),
    newId: () => randomUUID(),
  };
}
