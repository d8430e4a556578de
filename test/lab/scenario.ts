/** A scenario of the laboratory: what stands at the site, what is wrong with it, and what is therefore true. */
import type { Viewpoint } from '../../src/contract/words.ts';
import type { ExpectedFinding } from './expected-findings.ts';
import type { AddressTranslation, Rule } from './firewall.ts';
import type { Truth } from './truth.ts';

/** What a scenario can run; each is a module in daemons/. */
export const SERVICES = [
  'web',
  'cups',
  'ftp',
  'traps',
  'device-web',
  'device-snmp',
  'device-ipp',
  'device-raw',
  'postgresql',
  'clickhouse',
  'dns',
  'ldap',
  'kerberos',
  'nfs',
  'vendor-download',
  'redis',
  'sentinel',
  'haproxy',
] as const;
export type ServiceName = (typeof SERVICES)[number];

const HA_ONLY: readonly ServiceName[] = ['redis', 'sentinel', 'haproxy'];
export const SINGLE_SERVICES: readonly ServiceName[] = SERVICES.filter((name) => !HA_ONLY.includes(name));

export type DeviceName = 'mfu-201' | 'mfu-202';

export interface DeviceSettings {
  /** What its SNMP answers without authorisation; version 3 always answers. */
  readonly snmpVersions: readonly ('v1' | 'v2c')[];
  readonly community: string;
  /** One of its own, unless it is told. */
  readonly serialNumber?: string;
}

export const USUAL_DEVICE: DeviceSettings = { snmpVersions: ['v1', 'v2c'], community: 'public' };

export interface Scenario {
  readonly name: string;
  /** One sentence: what is wrong here. */
  readonly title: string;
  readonly scheme: 'single' | 'ha';
  readonly runs: readonly ServiceName[];
  readonly devices: Readonly<Record<DeviceName, DeviceSettings>>;
  readonly web: { readonly plainPorts: readonly number[]; readonly tlsPorts: readonly number[] };
  readonly ftp: {
    /** The port of the server's data connections in active mode. */
    readonly activePort: number;
    /** True: it listens on an inside address, and the firewall leads the outer one there. */
    readonly behindTranslation: boolean;
    /** Lines of its configuration that go before all others. */
    readonly settings?: readonly string[];
  };
  /** What the fault-tolerant scheme's own services ask for; none: they let anybody in. */
  readonly logins: {
    readonly redisPassword?: string;
    /** `user:password` of the balancer's panel. */
    readonly balancer?: string;
  };
  /** Rules before the vendor's own. */
  readonly rules: readonly Rule[];
  readonly translations: readonly AddressTranslation[];
  readonly truth: Truth;
  /** What the product must make of it at each viewpoint, the first on top, and nothing else; none: nothing is to be found. */
  readonly findings: Partial<Readonly<Record<Viewpoint, readonly ExpectedFinding[]>>>;
}
