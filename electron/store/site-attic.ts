/** What belongs to a deleted site waits beside its profile in `deleted/` and comes back with it. */
import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { errnoOf } from '../failure.ts';
import { filesIn } from './folder.ts';

/** Folders that hold one folder for each site. Runs stay: they are found again by the id of the site. */
const PARTS = ['visits', 'requests'] as const;

export interface SiteAttic {
  readonly putAway: (siteId: string) => Promise<void>;
  readonly bringBack: (siteId: string) => Promise<void>;
}

/** What cannot be moved stays where it is, and is found there as well when the site is back. */
export function createSiteAttic(userData: string, now: () => Date): SiteAttic {
  const deletedFolder = join(userData, 'deleted');
  const placeOf = (part: string, siteId: string) => join(userData, part, siteId);

  return {
    async putAway(siteId) {
      const stamp = now().toISOString().replace(/[:.]/g, '-');
      await mkdir(deletedFolder, { recursive: true });
      for (const part of PARTS) {
        await moveIfThere(placeOf(part, siteId), join(deletedFolder, `${stamp}-${siteId}.${part}`));
      }
    },
    async bringBack(siteId) {
      const names = await filesIn(deletedFolder);
      for (const part of PARTS) {
        const latest = names
          .filter((name) => name.endsWith(`-${siteId}.${part}`))
          .sort()
          .at(-1);
        if (latest === undefined) continue;
        await mkdir(join(userData, part), { recursive: true });
        await moveIfThere(join(deletedFolder, latest), placeOf(part, siteId));
      }
    },
  };
}

async function moveIfThere(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if (!STAYS.has(errnoOf(error) ?? '')) throw error;
  }
}

/** Nothing to move, a file in use, or something of the same site in its place already. */
const STAYS: ReadonlySet<string> = new Set(['ENOENT', 'EPERM', 'EACCES', 'EBUSY', 'ENOTEMPTY', 'EEXIST']);
