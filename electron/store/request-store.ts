/** Requests to open ports, one file each: `requests/<siteId>/<requestId>.request.json`. */
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import {
  type FirewallRequest,
  firewallRequestSchema,
  REQUEST_FORMAT,
  REQUEST_MAX_BYTES,
  REQUEST_VERSION,
  type RequestRow,
} from '../../src/contract/firewall-request.ts';
import type { Run } from '../../src/contract/run.ts';
import { closeRows } from '../../src/report/request/retest.ts';
import { BridgeFailure } from '../failure.ts';
import { type DocumentKind, readDocument } from './document.ts';
import { filesUnder } from './folder.ts';
import type { SetAside } from './set-aside.ts';
import { createSiteDocumentMemory, createSiteDocuments, type SiteDocuments } from './site-documents.ts';

const SUFFIX = '.request.json';

export const REQUEST_KIND: DocumentKind<FirewallRequest> = {
  format: REQUEST_FORMAT,
  version: REQUEST_VERSION,
  schema: firewallRequestSchema,
  migrations: [],
  maxBytes: REQUEST_MAX_BYTES,
};

export interface RequestStore {
  /** Newest first. */
  readonly list: (siteId: string) => Promise<readonly FirewallRequest[]>;
  /** Null where there is none, or none that can be read. */
  readonly find: (siteId: string, requestId: string) => Promise<FirewallRequest | null>;
  readonly add: (request: FirewallRequest) => Promise<FirewallRequest>;
  /**
   * Takes the refusals of the rows. All else stays as it is on disk, also what a run has proven since the window
   * read the request. Throws `not-found`.
   */
  readonly save: (request: FirewallRequest) => Promise<FirewallRequest>;
  /** Throws `not-found`. */
  readonly remove: (siteId: string, requestId: string) => Promise<void>;
  /** Closes and opens the rows of the site's requests by what a run has seen. */
  readonly closeBy: (run: Run) => Promise<void>;
  /** The numbers of all requests of all sites, removed ones too: a number that was handed out is not given twice. */
  readonly numbers: () => Promise<readonly string[]>;
}

export function createRequestStore(userData: string, setAside: SetAside, now: () => Date): RequestStore {
  const folder = join(userData, 'requests');
  const deletedFolder = join(userData, 'deleted');
  const documents = createSiteDocuments<FirewallRequest>({
    folder,
    suffix: SUFFIX,
    kind: REQUEST_KIND,
    siteOf: ({ site }) => site.id,
    setAside,
    deletedFolder,
    now,
  });

  async function numbers(): Promise<readonly string[]> {
    const found: string[] = [];
    for (const path of [...(await filesUnder(folder)), ...(await filesUnder(deletedFolder))]) {
      if (!path.endsWith(SUFFIX)) continue;
      const reading = await readDocument(path, REQUEST_KIND);
      if (reading.state === 'ok') found.push(reading.value.number);
    }
    return found;
  }

  return requestsIn(documents, numbers);
}

/** Requests of the demo site: kept while the program runs, never written. */
export function createRequestMemory(): RequestStore {
  const given: string[] = [];
  const documents = createSiteDocumentMemory<FirewallRequest>();
  const store = requestsIn(documents, async () => given);
  return {
    ...store,
    add: async (request) => {
      given.push(request.number);
      return store.add(request);
    },
  };
}

function requestsIn(
  documents: SiteDocuments<FirewallRequest>,
  numbers: RequestStore['numbers'],
): RequestStore {
  const write = (request: FirewallRequest, make: (present: FirewallRequest) => FirewallRequest) =>
    documents.write(request.site.id, request.id, (present) => {
      if (present === null) throw requestNotFound();
      return make(present);
    });
  return {
    list: async (siteId) =>
      (await documents.list(siteId)).toSorted((one, other) => other.createdAt.localeCompare(one.createdAt)),
    find: documents.find,
    add: (request) => documents.write(request.site.id, request.id, () => request),
    save: (request) => write(request, (present) => merged(present, request)),
    async remove(siteId, requestId) {
      if (!(await documents.remove(siteId, requestId))) throw requestNotFound();
    },
    async closeBy(run) {
      for (const request of await documents.list(run.site.id)) {
        if (isDeepStrictEqual(closeRows(request, run), request)) continue;
        await write(request, (present) => closeRows(present, run));
      }
    },
    numbers,
  };
}

/** A person refuses rows or takes that back; everything else was written when it was made, or is for runs to say. */
function merged(present: FirewallRequest, request: FirewallRequest): FirewallRequest {
  const decided = new Map(request.rows.map((row) => [row.number, row]));
  const rows = present.rows.map((row): RequestRow => {
    const decision = decided.get(row.number);
    if (decision?.state === 'refused') {
      return { ...row, state: 'refused', refusal: decision.refusal, confirmedBy: null };
    }
    return decision === undefined || row.state !== 'refused' ? row : { ...row, state: 'open', refusal: '' };
  });
  return { ...present, rows };
}

export function requestNotFound(): BridgeFailure {
  return new BridgeFailure('not-found', { ru: 'Такой заявки нет.', en: 'There is no such request.' });
}
