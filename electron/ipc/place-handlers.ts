/** Where this computer stands: interfaces, gateway, names and proxy; and which site was seen here before. */
import { getServers } from 'node:dns';
import type { WebProxy } from '../../src/contract/facts-online-install.ts';
import { describePlace, listInterfaces } from '../../src/probes/place.ts';
import type { KnownNetwork, NetworkStore } from '../store/network-store.ts';
import type { SiteStore } from '../store/site-store.ts';
import type { Handlers } from './handlers.ts';

export interface PlaceHandlerOptions {
  readonly sites: SiteStore;
  readonly networks: NetworkStore;
  readonly surroundings: Surroundings;
  /** The system's proxy for a URL; without it there is none. */
  readonly proxyFor?: ((url: string) => Promise<WebProxy | null>) | undefined;
}

/** What the system knows of the network around this computer. */
export interface Surroundings {
  /** The preferred first. */
  readonly gateways: () => Promise<readonly string[]>;
  /** Null where it has not talked to this neighbour. */
  readonly macOf: (address: string) => Promise<string | null>;
}

/** Only asked about, never connected to: the vendor's public site, which a proxy would be used for. */
const PUBLIC_URL = 'https://s3.printum.io/';
/** A network whose proxy is to be discovered may keep the system waiting. */
const LONGEST_PROXY_WAIT_MS = 2000;

export function createPlaceHandlers(
  options: PlaceHandlerOptions,
): Pick<Handlers, 'place:interfaces' | 'sites:recognise'> {
  const { sites, networks, surroundings } = options;
  return {
    async 'place:interfaces'() {
      const [{ hostname, gateway }, proxy] = await Promise.all([describePlace(null), proxyText(options)]);
      return { hostname, gateway, dns: getServers(), proxy, interfaces: listInterfaces() };
    },
    async 'sites:recognise'() {
      const here = await networksHere(surroundings);
      const known = new Set((await sites.list()).map(({ id }) => id));
      const siteIds = (await networks.find(here)).filter((id) => known.has(id));
      return { siteIds, gateway: here[0]?.gateway ?? null };
    },
  };
}

/** The networks this computer stands in now, the preferred first. */
export async function networksHere({ gateways, macOf }: Surroundings): Promise<readonly KnownNetwork[]> {
  const found: KnownNetwork[] = [];
  for (const gateway of await gateways()) {
    const mac = await macOf(gateway);
    if (mac !== null) found.push({ gateway, mac });
  }
  return found;
}

async function proxyText({ proxyFor }: PlaceHandlerOptions): Promise<string | null> {
  if (proxyFor === undefined) return null;
  const tooLate = new Promise<null>((resolve) => {
    setTimeout(() => resolve(null), LONGEST_PROXY_WAIT_MS).unref();
  });
  const proxy = await Promise.race([proxyFor(PUBLIC_URL).catch(() => null), tooLate]);
  if (proxy === null) return null;
  return proxy.host.includes(':') ? `[${proxy.host}]:${proxy.port}` : `${proxy.host}:${proxy.port}`;
}
