/** Names to addresses: every name is asked once in a run, however many checks go to it. */
import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { type HostAddress, ProbeError } from './probe.ts';

export type Resolve = (host: string) => Promise<readonly HostAddress[]>;

/** Asks the system as every other program does (hosts file, DNS, mDNS); rejects with getaddrinfo's code. */
export async function resolveBySystem(host: string): Promise<readonly HostAddress[]> {
  const found = await lookup(host, { all: true, verbatim: true });
  const addresses = found.map(
    ({ address, family }): HostAddress => ({ address, family: family === 6 ? 6 : 4 }),
  );
  if (addresses.length === 0) throw new ProbeError('ENOTFOUND', `${host} has no address`);
  return addresses;
}

/** Remembers answers and questions under way, not failures: a name server may come back during a run. */
export function createResolver(ask: Resolve = resolveBySystem): Resolve {
  const known = new Map<string, Promise<readonly HostAddress[]>>();
  return (host) => {
    const family = isIP(host);
    if (family !== 0) return Promise.resolve([{ address: host, family: family === 6 ? 6 : 4 }]);
    const name = host.toLowerCase();
    const earlier = known.get(name);
    if (earlier !== undefined) return earlier;
    const answer = ask(host);
    known.set(name, answer);
    answer.catch(() => known.delete(name));
    return answer;
  };
}
