/** Networks in which runs of a site stood, so that the site is recognised there again: `networks.json`. */
import { join } from 'node:path';
import { z } from 'zod';
import { writeFileAtomically } from './atomic-file.ts';
import { type DocumentKind, formatDocument, readDocument } from './document.ts';
import { createKeyedQueue } from './queue.ts';
import type { SetAside } from './set-aside.ts';

/** The gateway's address alone is the same at half of all customers; with its MAC it is one network. */
export interface KnownNetwork {
  readonly gateway: string;
  readonly mac: string;
}

export interface NetworkStore {
  readonly remember: (siteId: string, network: KnownNetwork) => Promise<void>;
  /** Ids of the sites that were seen in one of these networks, the latest seen first. */
  readonly find: (networks: readonly KnownNetwork[]) => Promise<readonly string[]>;
}

const MOST_FOR_ONE_SITE = 20;
const NETWORKS_FORMAT = 'printum-sitecheck/networks';

const networksSchema = z.strictObject({
  format: z.literal(NETWORKS_FORMAT),
  version: z.literal(1),
  /** By site id, the latest seen first. */
  sites: z.record(
    z.uuid(),
    z.array(z.strictObject({ gateway: z.string(), mac: z.string(), seenAt: z.iso.datetime() })),
  ),
});
type NetworksDocument = z.infer<typeof networksSchema>;

const NETWORKS_KIND: DocumentKind<NetworksDocument> = {
  format: NETWORKS_FORMAT,
  version: 1,
  schema: networksSchema,
  migrations: [],
  maxBytes: 16 * 1024 * 1024,
};

export function createNetworkStore(userData: string, setAside: SetAside, now: () => Date): NetworkStore {
  const path = join(userData, 'networks.json');
  const queue = createKeyedQueue();

  /** Null where it must not be written over. */
  async function read(): Promise<NetworksDocument | null> {
    const reading = await readDocument(path, NETWORKS_KIND);
    if (reading.state === 'ok') return reading.value;
    if (reading.state === 'foreign') {
      setAside.name(path, reading.problem);
      return null;
    }
    if (reading.state === 'corrupt') await setAside.move(path, reading.problem);
    return { format: NETWORKS_FORMAT, version: 1, sites: {} };
  }

  return {
    remember: (siteId, network) =>
      queue.run(path, async () => {
        const document = await read();
        if (document === null) return;
        const others = (document.sites[siteId] ?? []).filter((entry) => !isSame(entry, network));
        const entries = [{ ...network, seenAt: now().toISOString() }, ...others].slice(0, MOST_FOR_ONE_SITE);
        await writeFileAtomically(
          path,
          formatDocument({ ...document, sites: { ...document.sites, [siteId]: entries } }),
        );
      }),
    find: (networks) =>
      queue.run(path, async () => {
        const found = Object.entries((await read())?.sites ?? {}).flatMap(([siteId, entries]) => {
          const entry = entries.find((known) => networks.some((network) => isSame(known, network)));
          return entry === undefined ? [] : [{ siteId, seenAt: entry.seenAt }];
        });
        return found
          .toSorted((one, other) => other.seenAt.localeCompare(one.seenAt))
          .map(({ siteId }) => siteId);
      }),
  };
}

function isSame(one: KnownNetwork, other: KnownNetwork): boolean {
  return one.gateway === other.gateway && one.mac === other.mac;
}
