/** The pictures of a visit beside it: `visits/<siteId>/<visitId>/photos/<id>.jpg` or `.png`. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BridgeFailure, errnoOf } from '../failure.ts';
import { type Picture, type PictureType, pictureType } from '../picture.ts';
import { writeFileAtomically } from './atomic-file.ts';
import { readProblem } from './storage-failure.ts';

export interface PhotoPlace {
  readonly siteId: string;
  readonly visitId: string;
  readonly photoId: string;
}

export interface PhotoStore {
  readonly save: (place: PhotoPlace, picture: Picture) => Promise<void>;
  /** Throws `not-found`, or `storage` where it cannot be read. */
  readonly read: (place: PhotoPlace) => Promise<Picture>;
}

const EXTENSIONS: Readonly<Record<PictureType, string>> = { 'image/jpeg': 'jpg', 'image/png': 'png' };

export function createPhotoStore(userData: string): PhotoStore {
  const pathOf = ({ siteId, visitId, photoId }: PhotoPlace, type: PictureType) =>
    join(userData, 'visits', siteId, visitId, 'photos', `${photoId}.${EXTENSIONS[type]}`);

  return {
    save: (place, picture) => writeFileAtomically(pathOf(place, picture.type), picture.bytes),
    async read(place) {
      for (const type of Object.keys(EXTENSIONS) as PictureType[]) {
        const bytes = await readIfThere(pathOf(place, type));
        if (bytes !== null) return { type: pictureType(bytes) ?? type, bytes };
      }
      throw photoNotFound();
    },
  };
}

/** Pictures of the demo's visits: kept while the program runs, never written. */
export function createPhotoMemory(): PhotoStore {
  const pictures = new Map<string, Picture>();
  return {
    save: async ({ photoId }, picture) => void pictures.set(photoId, picture),
    async read({ photoId }) {
      const picture = pictures.get(photoId);
      if (picture === undefined) throw photoNotFound();
      return picture;
    },
  };
}

async function readIfThere(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return null;
    const { ru, en } = readProblem(error);
    throw new BridgeFailure('storage', { ru: `${path}. ${ru}`, en: `${path}. ${en}` }, { cause: error });
  }
}

function photoNotFound(): BridgeFailure {
  return new BridgeFailure('not-found', { ru: 'Такого снимка нет.', en: 'There is no such picture.' });
}
