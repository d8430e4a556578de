/** Where this computer stands: its interfaces, its gateway, and which of a site's hosts it is itself. */
import { hostname, networkInterfaces } from 'node:os';
import ipaddr from 'ipaddr.js';
import type { NetworkInterface } from '../contract/bridge.ts';
import type { Place } from '../contract/run.ts';
import { findGateway } from './gateway.ts';
import { describeLink } from './links.ts';
import { createResolver, type Resolve } from './resolve.ts';

const OWN_HOST_WAIT_MS = 2000;

/** The place of a run, for its document. `localAddress` is the one that the checks are bound to. */
export async function describePlace(localAddress: string | null): Promise<Place> {
  const reachable = listInterfaces().filter(({ internal, address }) => !internal && !isLinkLocal(address));
  return {
    hostname: hostname(),
    addresses: reachable.map(({ address }) => address),
    gateway: await findGateway(localAddress),
    platform: process.platform,
    localAddress,
    networks: [...new Set(reachable.map(networkOf))],
  };
}

/** `10.77.20.0/24` of `10.77.20.50` with 24 bits. */
function networkOf({ address, prefixLength, family }: NetworkInterface): string {
  const cidr = `${address}/${prefixLength}`;
  const network =
    family === 'IPv4' ? ipaddr.IPv4.networkAddressFromCIDR(cidr) : ipaddr.IPv6.networkAddressFromCIDR(cidr);
  return `${network.toString()}/${prefixLength}`;
}

/** Every address of this computer, IPv4 before IPv6, loopback last. */
export function listInterfaces(): readonly NetworkInterface[] {
  const entries = Object.entries(networkInterfaces()).flatMap(([name, addresses]) =>
    (addresses ?? []).map(
      ({ address, family, mac, internal, cidr }): NetworkInterface => ({
        name,
        address,
        prefixLength: Number(cidr?.split('/')[1] ?? (family === 'IPv4' ? 32 : 128)),
        family,
        mac,
        internal,
        ...describeLink(name),
      }),
    ),
  );
  const rank = (entry: NetworkInterface) => (entry.internal ? 2 : 0) + (entry.family === 'IPv4' ? 0 : 1);
  return entries.sort((left, right) => rank(left) - rank(right));
}

/**
 * Which of `hosts` are this computer: loopback, one of `addresses`, or a name that leads to either. A name that
 * does not resolve in time is not this computer.
 */
export async function findOwnHosts(
  hosts: readonly string[],
  addresses: readonly string[],
  resolve: Resolve = createResolver(),
): Promise<ReadonlySet<string>> {
  const own = new Set(addresses.map(canonical));
  const isOwn = async (host: string): Promise<boolean> => {
    if (isOwnAddress(host, own)) return true;
    if (ipaddr.isValid(host)) return false;
    const found = await resolve(host);
    return found.some(({ address }) => isOwnAddress(address, own));
  };
  const answers = await Promise.all(
    [...new Set(hosts)].map(async (host) => ({ host, own: await inTime(isOwn(host)) })),
  );
  return new Set(answers.filter((answer) => answer.own).map(({ host }) => host));
}

function isOwnAddress(host: string, own: ReadonlySet<string>): boolean {
  return own.has(canonical(host)) || isLoopback(host);
}

function canonical(address: string): string {
  return ipaddr.isValid(address) ? ipaddr.process(address).toNormalizedString() : address.toLowerCase();
}

function isLoopback(host: string): boolean {
  return ipaddr.isValid(host) && ipaddr.process(host).range() === 'loopback';
}

function isLinkLocal(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'linkLocal';
}

function inTime(question: Promise<boolean>): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), OWN_HOST_WAIT_MS);
    question
      .catch(() => false)
      .then((answer) => {
        clearTimeout(timer);
        resolve(answer);
      });
  });
}
