/** Counts what is heard: which device has spoken, what strangers said, and the first traps in full. */
import { SocketAddress } from 'node:net';
import type { Site } from '../contract/site.ts';
import { type HeardDevice, KEPT_TRAPS, type TrapRecord, type TrapTally } from '../contract/traps.ts';
import type { HeardTrap } from '../standin/trap-listener.ts';

export interface TallyKeeper {
  /** The record of it while records are kept, or null. */
  readonly add: (trap: HeardTrap, receivedAt: Date) => TrapRecord | null;
  readonly addUnreadable: () => void;
  readonly tally: () => TrapTally;
  readonly traps: () => readonly TrapRecord[];
}

/** `addresses`: device id → the addresses that its host leads to. Of devices with one address the first is meant. */
export function createTallyKeeper(
  devices: Site['devices'],
  addresses: ReadonlyMap<string, readonly string[]>,
): TallyKeeper {
  const counts = new Map(devices.map(({ id }) => [id, { accepted: 0, refused: 0 }]));
  const owners = new Map<string, string>();
  for (const { id } of devices) {
    for (const address of addresses.get(id) ?? []) {
      const key = canonicalAddress(address);
      if (!owners.has(key)) owners.set(key, id);
    }
  }
  const traps: TrapRecord[] = [];
  let received = 0;
  let strangers = 0;
  let unreadable = 0;

  return {
    add(trap, receivedAt) {
      received += 1;
      const device = owners.get(canonicalAddress(trap.address)) ?? null;
      const count = device === null ? undefined : counts.get(device);
      if (count === undefined) strangers += 1;
      else if (trap.communityAccepted === true) count.accepted += 1;
      else count.refused += 1;
      if (traps.length >= KEPT_TRAPS) return null;
      const record: TrapRecord = { receivedAt: receivedAt.toISOString(), ...trap, device };
      traps.push(record);
      return record;
    },
    addUnreadable() {
      unreadable += 1;
    },
    tally: () => ({
      devices: devices.map(
        ({ id, name, host }): HeardDevice => ({
          id,
          name: name || id,
          host,
          ...(counts.get(id) ?? { accepted: 0, refused: 0 }),
        }),
      ),
      received,
      strangers,
      unreadable,
    }),
    traps: () => traps,
  };
}

/** One spelling for each address; a zone (`fe80::1%eth0`) belongs to this computer, not to the sender. */
function canonicalAddress(address: string): string {
  const bare = address.split('%')[0] ?? address;
  return bare.includes(':') ? new SocketAddress({ address: bare, family: 'ipv6' }).address : bare;
}
