/** One witness for each protocol of the product, and the state of the port as nmap sees it. */
import type { PlannedCheck } from '../../../src/contract/check.ts';
import type { PortState, ProbeKind, Viewpoint } from '../../../src/contract/words.ts';
import { HOSTS, type HostName } from '../addresses.ts';
import type { Lab } from '../lab.ts';
import { nmapStates, nmapUdpStates } from '../nmap.ts';
import { domainWitness, nfsWitness } from './domain.ts';
import { ftpActiveWitness, ftpPassiveWitness } from './ftp.ts';
import { snmpWitness, trapWitness } from './snmp.ts';
import { clickhouseWitness, postgresqlWitness, redisWitness, sentinelWitness } from './stores.ts';
import { haproxyWitness, httpsWitness, httpWitness, ippWitness } from './web.ts';
import type { Sighting, View, Witness } from './witness.ts';

const WITNESSES: Readonly<Record<ProbeKind, Witness>> = {
  tcp: async () => ({ serviceState: 'not-checked' }),
  http: httpWitness,
  https: httpsWitness,
  ipp: ippWitness,
  snmp: snmpWitness,
  'snmp-versions': snmpWitness,
  'snmp-trap': trapWitness,
  'ftp-active': ftpActiveWitness,
  'ftp-passive': ftpPassiveWitness,
  redis: redisWitness,
  'redis-sentinel': sentinelWitness,
  haproxy: haproxyWitness,
  clickhouse: clickhouseWitness,
  postgresql: postgresqlWitness,
  domain: domainWitness,
  nfs: nfsWitness,
  'online-install': httpsWitness,
  raw: async () => ({ serviceState: 'not-checked' }),
};

export interface Testimony extends Sighting {
  readonly portState: PortState;
}

/** Check id → what independent programs find from that viewpoint. */
export async function testimonies(
  lab: Lab,
  viewpoint: Viewpoint,
  checks: readonly PlannedCheck[],
): Promise<ReadonlyMap<string, Testimony>> {
  const from = lab.placeOf(viewpoint);
  const fromAddress = HOSTS[viewpoint === 'server' ? 'app1' : (viewpoint satisfies HostName)].address;
  const states = await portStates(lab, viewpoint, checks);
  const found = new Map<string, Testimony>();
  await Promise.all(
    checks.map(async (check) => {
      const state = states.get(portKey(check)) as PortState;
      found.set(check.id, await testify({ lab, from, fromAddress, check }, state));
    }),
  );
  return found;
}

/** A UDP port that says nothing to nmap may still answer to its own protocol, which is what `open` means. */
async function testify(view: View, state: PortState): Promise<Testimony> {
  if (state !== 'open' && state !== 'open|filtered') return { portState: state, serviceState: 'not-checked' };
  const sighting = await WITNESSES[view.check.service](view);
  if (state === 'open') return { portState: state, ...sighting };
  const answered = sighting.serviceState === 'confirmed' || sighting.serviceState === 'denied';
  return answered
    ? { portState: 'open', ...sighting }
    : { portState: 'open|filtered', serviceState: 'not-checked' };
}

async function portStates(
  lab: Lab,
  viewpoint: Viewpoint,
  checks: readonly PlannedCheck[],
): Promise<ReadonlyMap<string, string>> {
  const from = lab.placeOf(viewpoint);
  const states = new Map<string, string>();
  const hosts = new Set(checks.map((check) => check.to.host));
  const scans = { tcp: nmapStates, udp: nmapUdpStates };
  const scanHost = async (host: string, transport: 'tcp' | 'udp') => {
    const group = checks.filter((check) => check.to.host === host && check.transport === transport);
    if (group.length === 0) return;
    const ports = [...new Set(group.map((check) => check.port))];
    const seen = await scans[transport](from, nameToAddress(host), ports);
    for (const check of group) states.set(portKey(check), seen[check.port] ?? 'unknown');
  };
  await Promise.all([...hosts].flatMap((host) => [scanHost(host, 'tcp'), scanHost(host, 'udp')]));
  return states;
}

/** nmap is told not to look up names; the laboratory has one target that is known by name only. */
function nameToAddress(host: string): string {
  return host === 's3.printum.io' ? HOSTS.external.address : host;
}

function portKey({ transport, to, port }: PlannedCheck): string {
  return `${transport} ${to.host} ${port}`;
}
