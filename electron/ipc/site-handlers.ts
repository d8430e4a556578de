/** Site profiles: list, save, delete and bring back, and the demo. */
import type { SiteSummary } from '../../src/contract/bridge.ts';
import type { Site } from '../../src/contract/site.ts';
import type { Language } from '../../src/contract/words.ts';
import { type DemoHost, isDemo } from '../demo-host.ts';
import { BridgeFailure } from '../failure.ts';
import { type SummaryOptions, summaryOf } from '../site-summary.ts';
import type { RecentSites } from '../store/recent-sites.ts';
import type { SetAside } from '../store/set-aside.ts';
import type { SiteAttic } from '../store/site-attic.ts';
import { type SiteStore, siteNotFound } from '../store/site-store.ts';
import type { Handlers } from './handlers.ts';

export interface SiteHandlerOptions extends SummaryOptions {
  readonly sites: SiteStore;
  readonly attic: SiteAttic;
  readonly recent: RecentSites;
  readonly setAside: SetAside;
  readonly language: () => Language;
}

type SiteChannel =
  | 'sites:list'
  | 'sites:get'
  | 'sites:save'
  | 'sites:delete'
  | 'sites:restore'
  | 'sites:open-demo';

export function createSiteHandlers(options: SiteHandlerOptions): Pick<Handlers, SiteChannel> {
  const { sites, attic, recent, demo, setAside, language } = options;

  return {
    async 'sites:list'() {
      const summaries: SiteSummary[] = [];
      const demoSite = demo.site();
      if (demoSite !== null) summaries.push(await summaryOf(demoSite, options));
      for (const site of await sites.list()) summaries.push(await summaryOf(site, options));
      return { sites: summaries, unreadable: setAside.list(language()) };
    },
    'sites:get': ({ id }) => knownSite(id, options),
    async 'sites:save'({ site }) {
      if (isDemo(site.id)) throw new BridgeFailure('invalid-argument', DEMO_IS_FIXED);
      const saved = await sites.save(site);
      await recent.refresh();
      return saved;
    },
    async 'sites:delete'({ id }) {
      if (isDemo(id)) await demo.close();
      else {
        await sites.remove(id);
        await attic.putAway(id);
        await recent.refresh();
      }
      return { id };
    },
    async 'sites:restore'({ id }) {
      if (isDemo(id)) return demo.open();
      const site = await sites.restore(id);
      await attic.bringBack(id);
      await recent.refresh();
      return site;
    },
    'sites:open-demo': () => demo.open(),
  };
}

/** The demo site while it is open, or a saved one; throws `not-found`. */
export async function knownSite(
  id: string,
  { sites, demo }: { readonly sites: SiteStore; readonly demo: DemoHost },
): Promise<Site> {
  const site = isDemo(id) ? demo.site() : await sites.find(id);
  if (site === null) throw siteNotFound();
  return site;
}

const DEMO_IS_FIXED = {
  ru: 'Демонстрационную площадку изменить нельзя: её адреса заданы программой.',
  en: 'The demo site cannot be changed: its addresses are set by the program.',
};
