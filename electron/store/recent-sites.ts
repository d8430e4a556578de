/** Sites that were opened last: `recent-sites.json`. Only a convenience: what cannot be read begins anew. */
import { join } from 'node:path';
import { z } from 'zod';
import { writeFileAtomically } from './atomic-file.ts';
import { type DocumentKind, formatDocument, readDocument } from './document.ts';
import { createKeyedQueue } from './queue.ts';
import type { SiteStore } from './site-store.ts';

export interface RecentSite {
  readonly id: string;
  readonly name: string;
}

export interface RecentSites {
  /** The site was opened: it comes first. */
  readonly touch: (siteId: string) => Promise<void>;
  /** Names may have changed, sites may be gone or back. */
  readonly refresh: () => Promise<void>;
}

export interface RecentSitesOptions {
  readonly userData: string;
  readonly sites: Pick<SiteStore, 'find'>;
  /** Told of the list at each change, the latest first. */
  readonly onChange: (sites: readonly RecentSite[]) => void;
}

const MOST = 8;
const RECENT_FORMAT = 'printum-sitecheck/recent-sites';

const recentSchema = z.strictObject({
  format: z.literal(RECENT_FORMAT),
  version: z.literal(1),
  siteIds: z.array(z.uuid()).max(MOST),
});

const RECENT_KIND: DocumentKind<z.infer<typeof recentSchema>> = {
  format: RECENT_FORMAT,
  version: 1,
  schema: recentSchema,
  migrations: [],
  maxBytes: 64 * 1024,
};

export function createRecentSites({ userData, sites, onChange }: RecentSitesOptions): RecentSites {
  const path = join(userData, 'recent-sites.json');
  const queue = createKeyedQueue();

  async function read(): Promise<readonly string[]> {
    const reading = await readDocument(path, RECENT_KIND);
    return reading.state === 'ok' ? reading.value.siteIds : [];
  }

  async function tell(siteIds: readonly string[]): Promise<void> {
    const found = await Promise.all(siteIds.map((id) => sites.find(id)));
    onChange(found.flatMap((site) => (site === null ? [] : [{ id: site.id, name: site.name }])));
  }

  return {
    touch: (siteId) =>
      queue.run(path, async () => {
        const before = await read();
        const siteIds = [siteId, ...before.filter((id) => id !== siteId)].slice(0, MOST);
        if (before[0] !== siteId) {
          await writeFileAtomically(path, formatDocument({ format: RECENT_FORMAT, version: 1, siteIds }));
        }
        await tell(siteIds);
      }),
    refresh: () => queue.run(path, async () => tell(await read())),
  };
}
