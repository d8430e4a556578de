/** The demo site while it is open: its stand-ins listen on loopback, nothing of it is saved as a profile. */
import { DEMO_SITE_ID, type Site } from '../src/contract/site.ts';
import type { DemoSite } from '../src/standin/demo-site.ts';
import { createPhotoMemory, type PhotoStore } from './store/photo-store.ts';
import { createRequestMemory, type RequestStore } from './store/request-store.ts';
import { createRunMemory, type RunStore } from './store/run-store.ts';
import { createVisitMemory, type VisitStore } from './store/visit-store.ts';

export interface DemoHost {
  /** Starts the stand-ins on the first call and answers with the same site until `close`. */
  readonly open: () => Promise<Site>;
  /** Null while the demo is not open. */
  readonly site: () => Site | null;
  readonly runs: RunStore;
  readonly visits: VisitStore;
  readonly requests: RequestStore;
  readonly photos: PhotoStore;
  readonly close: () => Promise<void>;
}

export function createDemoHost(startDemoSite: () => Promise<DemoSite>): DemoHost {
  const runs = createRunMemory();
  const visits = createVisitMemory(() => new Date());
  let starting: Promise<DemoSite> | null = null;
  let open: DemoSite | null = null;

  return {
    runs,
    visits,
    requests: createRequestMemory(),
    photos: createPhotoMemory(),
    site: () => open?.site ?? null,
    async open() {
      starting ??= startDemoSite();
      try {
        open = await starting;
      } catch (error) {
        starting = null;
        throw error;
      }
      return open.site;
    },
    async close() {
      const started = await starting?.catch(() => null);
      starting = null;
      open = null;
      await started?.close();
    },
  };
}

export function isDemo(siteId: string): boolean {
  return siteId === DEMO_SITE_ID;
}
