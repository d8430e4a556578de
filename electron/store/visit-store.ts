/** Visits, one file each: `visits/<siteId>/<visitId>.visit.json`; a signed visit never changes. */
import { join } from 'node:path';
import {
  VISIT_FORMAT,
  VISIT_MAX_BYTES,
  VISIT_VERSION,
  type Visit,
  visitSchema,
} from '../../src/contract/visit.ts';
import { BridgeFailure } from '../failure.ts';
import type { DocumentKind } from './document.ts';
import type { SetAside } from './set-aside.ts';
import { createSiteDocumentMemory, createSiteDocuments, type SiteDocuments } from './site-documents.ts';

export const VISIT_KIND: DocumentKind<Visit> = {
  format: VISIT_FORMAT,
  version: VISIT_VERSION,
  schema: visitSchema,
  migrations: [],
  maxBytes: VISIT_MAX_BYTES,
};

export interface VisitStore {
  /** Newest first. */
  readonly list: (siteId: string) => Promise<readonly Visit[]>;
  /** Null where there is none, or none that can be read. */
  readonly find: (siteId: string, visitId: string) => Promise<Visit | null>;
  /** Sets `updatedAt`. Refuses a visit that is signed on disk, whatever the window holds. */
  readonly save: (visit: Visit) => Promise<Visit>;
}

export function createVisitStore(userData: string, setAside: SetAside, now: () => Date): VisitStore {
  const documents = createSiteDocuments<Visit>({
    folder: join(userData, 'visits'),
    suffix: '.visit.json',
    kind: VISIT_KIND,
    siteOf: ({ siteId }) => siteId,
    setAside,
    deletedFolder: join(userData, 'deleted'),
    now,
  });
  return visitsIn(documents, now);
}

/** Visits of the demo site: kept while the program runs, never written. */
export function createVisitMemory(now: () => Date): VisitStore {
  return visitsIn(createSiteDocumentMemory(), now);
}

function visitsIn(documents: SiteDocuments<Visit>, now: () => Date): VisitStore {
  return {
    list: async (siteId) =>
      (await documents.list(siteId)).toSorted((one, other) => other.startedAt.localeCompare(one.startedAt)),
    find: documents.find,
    save: (visit) =>
      documents.write(visit.siteId, visit.id, (present) => {
        if (present !== null) assertOpen(present);
        return { ...visit, updatedAt: now().toISOString() };
      }),
  };
}

/** Throws where the visit is signed. */
export function assertOpen({ closedAt }: Visit): void {
  if (closedAt === null) return;
  const moment = new Date(closedAt);
  throw new BridgeFailure('invalid-argument', {
    ru: `Выезд подписан ${moment.toLocaleString('ru')} и больше не меняется. Начните новый выезд.`,
    en: `The visit was signed on ${moment.toLocaleString('en')} and does not change any more. Begin a new visit.`,
  });
}

export function visitNotFound(): BridgeFailure {
  return new BridgeFailure('not-found', { ru: 'Такого выезда нет.', en: 'There is no such visit.' });
}
