/** Pictures of a visit: chosen in a dialog, copied beside the visit, handed to the window one by one. */
import { basename } from 'node:path';
import type { Photo } from '../../src/contract/visit.ts';
import { visitsOf } from '../archive.ts';
import { type DemoHost, isDemo } from '../demo-host.ts';
import type { Dialogs } from '../dialogs.ts';
import { dataUrl, readPicture } from '../picture.ts';
import type { PhotoStore } from '../store/photo-store.ts';
import type { SiteStore } from '../store/site-store.ts';
import { assertOpen, type VisitStore, visitNotFound } from '../store/visit-store.ts';
import type { Handlers } from './handlers.ts';
import { knownSite } from './site-handlers.ts';

export interface PhotoHandlerOptions {
  readonly sites: SiteStore;
  readonly visits: VisitStore;
  readonly photos: PhotoStore;
  readonly demo: DemoHost;
  readonly dialogs: Dialogs;
  readonly newId: () => string;
  readonly now: () => Date;
}

const PHOTO_MAX_BYTES = 20 * 1024 * 1024;

export function createPhotoHandlers(
  options: PhotoHandlerOptions,
): Pick<Handlers, 'visits:add-photos' | 'visits:photo'> {
  const { dialogs, newId, now } = options;
  const photosOf = (siteId: string) => (isDemo(siteId) ? options.demo.photos : options.photos);

  return {
    async 'visits:add-photos'({ siteId, visitId }) {
      await knownSite(siteId, options);
      const visit = await visitsOf(siteId, options).find(siteId, visitId);
      if (visit === null) throw visitNotFound();
      assertOpen(visit);
      const paths = await dialogs.choosePhotos();
      if (paths.length === 0) return null;
      const photos: Photo[] = [];
      for (const path of paths) {
        const picture = await readPicture(path, PHOTO_MAX_BYTES);
        const photoId = newId();
        await photosOf(siteId).save({ siteId, visitId, photoId }, picture);
        const name = basename(path).slice(0, 255);
        photos.push({ id: photoId, name, mediaType: picture.type, at: now().toISOString() });
      }
      return { photos };
    },
    'visits:photo': async (place) => ({ dataUrl: dataUrl(await photosOf(place.siteId).read(place)) }),
  };
}
