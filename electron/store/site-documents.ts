/** Documents that belong to a site, one versioned file each: `<folder>/<siteId>/<id><suffix>`. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { renameOver } from '../../src/run/rename-over.ts';
import { BridgeFailure, errnoOf } from '../failure.ts';
import { writeFileAtomically } from './atomic-file.ts';
import { type DocumentKind, formatDocument, readDocument } from './document.ts';
import { filesIn } from './folder.ts';
import { readKept } from './kept-document.ts';
import { createKeyedQueue } from './queue.ts';
import type { SetAside } from './set-aside.ts';
import { writeFailure } from './storage-failure.ts';

export interface SiteDocument {
  readonly id: string;
}

export interface SiteDocuments<T extends SiteDocument> {
  /** Every readable document of the site, in no order; what cannot be read is set aside. */
  readonly list: (siteId: string) => Promise<readonly T[]>;
  /** Null where there is none, or none that can be read. */
  readonly find: (siteId: string, id: string) => Promise<T | null>;
  /** `make` gets what is there now, and nothing else writes in between; what it throws is thrown on. */
  readonly write: (siteId: string, id: string, make: (present: T | null) => T) => Promise<T>;
  /** False where there was none. */
  readonly remove: (siteId: string, id: string) => Promise<boolean>;
}

export interface SiteDocumentsOptions<T> {
  readonly folder: string;
  /** `.visit.json` */
  readonly suffix: string;
  readonly kind: DocumentKind<T>;
  /** The site that a document names itself: a file copied into another site's folder is not read as its own. */
  readonly siteOf: (document: T) => string;
  readonly setAside: SetAside;
  /** Where removed documents wait; they are kept. */
  readonly deletedFolder: string;
  readonly now: () => Date;
}

export function createSiteDocuments<T extends SiteDocument>(
  options: SiteDocumentsOptions<T>,
): SiteDocuments<T> {
  const { folder, suffix, kind, siteOf, setAside, deletedFolder, now } = options;
  const queue = createKeyedQueue();
  const pathOf = (siteId: string, id: string) => join(folder, siteId, `${id}${suffix}`);

  const read = (siteId: string, id: string) =>
    readKept({
      path: pathOf(siteId, id),
      kind,
      setAside,
      belongs: (document) => document.id === id && siteOf(document) === siteId,
      otherName: OTHER_NAME,
    });

  /** Throws where something lies there that this program must not write over. */
  async function readBeforeWriting(siteId: string, id: string): Promise<T | null> {
    const path = pathOf(siteId, id);
    const present = await readDocument(path, kind);
    if (present.state === 'ok') return present.value;
    if (present.state === 'corrupt') await setAside.move(path, present.problem);
    if (present.state !== 'foreign') return null;
    throw new BridgeFailure('storage', {
      ru: `Не записано поверх ${path}. ${present.problem.ru}`,
      en: `It was not written over ${path}. ${present.problem.en}`,
    });
  }

  return {
    async list(siteId) {
      const documents: T[] = [];
      for (const name of await filesIn(join(folder, siteId))) {
        if (!name.endsWith(suffix)) continue;
        const id = name.slice(0, -suffix.length);
        const document = await queue.run(id, () => read(siteId, id));
        if (document !== null) documents.push(document);
      }
      return documents;
    },
    find: (siteId, id) => queue.run(id, () => read(siteId, id)),
    write: (siteId, id, make) =>
      queue.run(id, async () => {
        const document = make(await readBeforeWriting(siteId, id));
        await writeFileAtomically(pathOf(siteId, id), formatDocument(document));
        return document;
      }),
    remove: (siteId, id) =>
      queue.run(id, async () => {
        const stamp = now().toISOString().replace(/[:.]/g, '-');
        const target = join(deletedFolder, `${stamp}-${id}${suffix}`);
        try {
          await mkdir(deletedFolder, { recursive: true });
          await renameOver(pathOf(siteId, id), target);
          return true;
        } catch (error) {
          if (errnoOf(error) === 'ENOENT') return false;
          throw writeFailure(target, error);
        }
      }),
  };
}

/** The same in memory, for the demo site: nothing of it is written. */
export function createSiteDocumentMemory<T extends SiteDocument>(): SiteDocuments<T> {
  const documents = new Map<string, T>();
  return {
    list: async () => [...documents.values()],
    find: async (_siteId, id) => documents.get(id) ?? null,
    async write(_siteId, id, make) {
      const document = make(documents.get(id) ?? null);
      documents.set(id, document);
      return document;
    },
    remove: async (_siteId, id) => documents.delete(id),
  };
}

const OTHER_NAME = {
  ru: 'Имя файла или папки не то, что записано внутри: файл не прочитан.',
  en: 'The name of the file or its folder is not what is written inside: the file was not read.',
};
