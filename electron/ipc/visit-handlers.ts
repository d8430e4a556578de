/** Visits: list, begin, save at each change. */
import { calendarDay } from '../../src/contract/calendar-day.ts';
import type { Settings } from '../../src/contract/settings.ts';
import type { Language } from '../../src/contract/words.ts';
import { visitsOf } from '../archive.ts';
import { type DemoHost, isDemo } from '../demo-host.ts';
import { newVisit } from '../new-visit.ts';
import type { RecentSites } from '../store/recent-sites.ts';
import type { SetAside } from '../store/set-aside.ts';
import type { SiteStore } from '../store/site-store.ts';
import type { VisitStore } from '../store/visit-store.ts';
import type { Handlers } from './handlers.ts';
import { knownSite } from './site-handlers.ts';

export interface VisitHandlerOptions {
  readonly sites: SiteStore;
  readonly visits: VisitStore;
  readonly recent: RecentSites;
  readonly demo: DemoHost;
  readonly setAside: SetAside;
  readonly settings: () => Settings;
  readonly language: () => Language;
  readonly newId: () => string;
  readonly now: () => Date;
}

export function createVisitHandlers(
  options: VisitHandlerOptions,
): Pick<Handlers, 'visits:list' | 'visits:begin' | 'visits:save'> {
  const { recent, setAside, settings, language, newId, now } = options;

  return {
    async 'visits:list'({ siteId }) {
      // The first question of the window about a site that it opens.
      if (!isDemo(siteId)) await recent.touch(siteId).catch(() => undefined);
      const visits = await visitsOf(siteId, options).list(siteId);
      return { visits, unreadable: setAside.list(language()) };
    },
    async 'visits:begin'({ siteId, stage }) {
      await knownSite(siteId, options);
      const visits = visitsOf(siteId, options);
      const [last = null] = await visits.list(siteId);
      const at = now().toISOString();
      const { engineer } = settings();
      return visits.save(newVisit({ id: newId(), siteId, stage, engineer, last, at, day: calendarDay(at) }));
    },
    async 'visits:save'({ visit }) {
      // A late save must not bring back the folder of a site that has just been deleted.
      await knownSite(visit.siteId, options);
      return visitsOf(visit.siteId, options).save(visit);
    },
  };
}
