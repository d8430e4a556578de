/** What to bring and what to ask the customer for before the visit, told from the profile of the site. */
import type { Site } from '../../../src/contract/site.ts';
import type { Stage } from '../../../src/contract/words.ts';

const BRING_LINES = ['laptop', 'rights', 'quietLaptop', 'secondLaptop', 'blank'] as const;
const ASK_LINES = [
  'firewall',
  'consent',
  'workstationSocket',
  'deviceSocket',
  'serverSocket',
  'freeAddress',
  'rooms',
  'deviceList',
  'deviceAccess',
  'community',
  'ftpAccount',
  'postgresql',
  'clickhouse',
  'domain',
  'nfs',
  'onlineInstall',
  'printumAdministrator',
  'redisPassword',
  'failoverWindow',
] as const;
/** The id under which a tick is kept in the visit; it must stay. */
export type PreparationLine = (typeof BRING_LINES)[number] | (typeof ASK_LINES)[number];

/** Addresses, names and counts that stand in a line. */
export type PreparationValues = Readonly<{
  hosts: string;
  user: string;
  count: number;
}>;

export interface Preparation {
  readonly id: PreparationLine;
  readonly values: PreparationValues;
}

export interface PreparationGroup {
  readonly id: 'bring' | 'ask';
  readonly lines: readonly Preparation[];
}

/** Only what this site and stage need, in the order in which it is needed. */
export function preparationOf(site: Site, stage: Stage): readonly PreparationGroup[] {
  const needed = new Map(needs(site, stage));
  const pick = (ids: readonly PreparationLine[]) =>
    ids.flatMap((id) => {
      const values = needed.get(id);
      return values === undefined ? [] : [{ id, values: { hosts: '', user: '', count: 0, ...values } }];
    });
  return [
    { id: 'bring', lines: pick(BRING_LINES) },
    { id: 'ask', lines: pick(ASK_LINES) },
  ];
}

type Need = readonly [PreparationLine, Partial<PreparationValues>];

function needs(site: Site, stage: Stage): readonly Need[] {
  const installed = stage === 'after-install';
  const carries = (role: Site['servers'][number]['roles'][number]) =>
    site.servers.some(({ roles }) => roles.includes(role));
  const devices = site.devices.length;
  const list: Need[] = [
    ['laptop', {}],
    ['rights', {}],
    ['quietLaptop', {}],
    ['blank', {}],
    ['firewall', {}],
    ['consent', {}],
    ['workstationSocket', {}],
    ['serverSocket', { hosts: hostsOf(site.servers) }],
    ['freeAddress', {}],
    ['rooms', {}],
  ];
  if (devices === 0) list.push(['deviceList', {}]);
  else {
    list.push(['deviceSocket', { count: devices }], ['deviceAccess', {}]);
    list.push(['secondLaptop', {}], ['community', {}]);
  }
  if (carries('scanFtp') && installed) list.push(['ftpAccount', { user: site.ftp.user || '—' }]);
  for (const kind of ['postgresql', 'clickhouse', 'domain', 'nfs'] as const) {
    const resources = site.external.filter((external) => external.kind === kind);
    if (resources.length > 0) list.push([kind, { hosts: hostsOf(resources) }]);
  }
  if (site.onlineInstall) list.push(['onlineInstall', {}]);
  if (installed) list.push(['printumAdministrator', {}]);
  if (installed && carries('redis')) list.push(['redisPassword', {}]);
  if (installed && site.scheme === 'ha') list.push(['failoverWindow', {}]);
  return list;
}

const NAMED_HOSTS = 3;

/** A few addresses by name; a row of thirty servers would say nothing more. */
function hostsOf(entries: readonly { readonly host: string }[]): string {
  const hosts = [...new Set(entries.map(({ host }) => host))];
  const named = hosts.slice(0, NAMED_HOSTS).join(', ');
  return hosts.length > NAMED_HOSTS ? `${named}…` : named;
}
