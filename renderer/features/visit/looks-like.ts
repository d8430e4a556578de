/** Which network an interface stands in, told from the hosts of the profile; and whether it fits the place. */
import type { NetworkInterface } from '../../../src/contract/bridge.ts';
import { inPrefix, parseIpv4 } from '../../../src/contract/ipv4.ts';
import type { Site } from '../../../src/contract/site.ts';
import type { Viewpoint } from '../../../src/contract/words.ts';

export type Looks = 'loopback' | 'device' | 'server' | 'both' | 'unknown';

type Address = Pick<NetworkInterface, 'address' | 'prefixLength' | 'internal'>;

export function looksLike(address: Address, site: Site): Looks {
  if (address.internal) return 'loopback';
  const near = (host: string) => inPrefix(host, address.address, address.prefixLength);
  const device = site.devices.some(({ host }) => near(host));
  const server = site.servers.some(({ host }) => near(host));
  if (device && server) return 'both';
  if (device) return 'device';
  return server ? 'server' : 'unknown';
}

/**
 * True where the profile itself says that this address is not at the chosen place. Hosts known only by name
 * say nothing, and neither does a flat network or this computer's own loopback.
 */
export function isMisfit(viewpoint: Viewpoint, looks: Looks, site: Site): boolean {
  if (looks === 'both' || looks === 'loopback') return false;
  if (viewpoint === 'workstation') return looks === 'device' || looks === 'server';
  if (looks === viewpoint) return false;
  if (looks !== 'unknown') return true;
  const hosts = viewpoint === 'device' ? site.devices : site.servers;
  return hosts.length > 0 && hosts.every(({ host }) => parseIpv4(host) !== null);
}

/**
 * The interface to begin with: one that stands in the network of the place, else the only one that leads
 * anywhere. Null where several might do: the system knows the routes, and a wrong guess would fail every check.
 */
export function defaultAddress(
  interfaces: readonly NetworkInterface[],
  site: Site,
  viewpoint: Viewpoint,
  demo: boolean,
): string | null {
  if (demo) return null;
  const leading = outward(interfaces);
  const fitting = leading.find((candidate) => looksLike(candidate, site) === viewpoint);
  return (fitting ?? (leading.length === 1 ? leading[0] : undefined))?.address ?? null;
}

export interface Misfit {
  /** The chosen address, or every address where the system chooses. */
  readonly addresses: readonly string[];
  readonly looks: Looks;
}

/** What contradicts the chosen place, or null. Where the system chooses, only if no address would fit. */
export function misfitOf(
  interfaces: readonly NetworkInterface[],
  site: Site,
  viewpoint: Viewpoint,
  localAddress: string | null,
): Misfit | null {
  const candidates =
    localAddress === null
      ? outward(interfaces)
      : interfaces.filter(({ address }) => address === localAddress);
  const [first] = candidates;
  if (first === undefined) return null;
  if (!candidates.every((candidate) => isMisfit(viewpoint, looksLike(candidate, site), site))) return null;
  return { addresses: candidates.map(({ address }) => address), looks: looksLike(first, site) };
}

function outward(interfaces: readonly NetworkInterface[]): readonly NetworkInterface[] {
  return interfaces.filter(({ internal, family }) => !internal && family === 'IPv4');
}
