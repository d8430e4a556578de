/** Devices folded into a few groups that a person knows: by location, else by network, never more than fit side by side. */
import { parseIpv4 } from '../../../src/contract/ipv4.ts';
import type { Device } from '../../../src/contract/site.ts';

export interface DeviceGroup {
  readonly key: string;
  /** Null where the devices have nothing in common that could name them. */
  readonly label: string | null;
  readonly devices: readonly Device[];
}

/** So many columns stand side by side at 1366 pixels. */
const GROUPS_MAX = 10;

type Naming = (device: Device) => string | null;

const byLocation: Naming = ({ location }) => location.trim() || null;

/** The first part of «Склад, каб. 3»: buildings and floors stand before rooms. */
const byFirstPart: Naming = ({ location }) => location.split(',')[0]?.trim() || null;

/** «10.77.20.0/24» and, for wider networks, «10.77.0.0/16» (RFC 4632). */
function byNetwork(octets: 2 | 3): Naming {
  return ({ host }) => {
    if (parseIpv4(host) === null) return null;
    const kept = host.split('.').slice(0, octets);
    return `${[...kept, ...Array<string>(4 - octets).fill('0')].join('.')}/${octets * 8}`;
  };
}

/** In the order of the profile. The smallest groups become one without a name where nothing folds them enough. */
export function groupDevices(devices: readonly Device[]): readonly DeviceGroup[] {
  if (devices.length === 0) return [];
  const located = devices.some(({ location }) => location.trim() !== '');
  const namings = [...(located ? [byLocation, byFirstPart] : []), byNetwork(3), byNetwork(2)];
  for (const naming of namings) {
    const groups = grouped(devices, naming);
    const folds = groups.length <= GROUPS_MAX && (groups.length < devices.length || devices.length === 1);
    if (folds) return groups;
  }
  return withRest(grouped(devices, byNetwork(3)), devices);
}

function grouped(devices: readonly Device[], naming: Naming): readonly DeviceGroup[] {
  const groups = new Map<string | null, Device[]>();
  for (const device of devices) {
    const label = naming(device);
    const group = groups.get(label);
    if (group === undefined) groups.set(label, [device]);
    else group.push(device);
  }
  return [...groups].map(([label, members]) => ({ key: label ?? '', label, devices: members }));
}

function withRest(groups: readonly DeviceGroup[], devices: readonly Device[]): readonly DeviceGroup[] {
  const named = groups
    .filter(({ label }) => label !== null)
    .toSorted((one, other) => other.devices.length - one.devices.length)
    .slice(0, GROUPS_MAX - 1);
  const kept = groups.filter((group) => named.includes(group));
  const inKept = new Set(kept.flatMap((group) => group.devices));
  const rest = devices.filter((device) => !inKept.has(device));
  return rest.length === 0 ? kept : [...kept, { key: '', label: null, devices: rest }];
}
