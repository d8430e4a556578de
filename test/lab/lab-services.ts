/** Which daemons a scenario needs, on which of its hosts: the one place that knows all of them. */
import { DOMAIN, HOSTS, type HostName, INSIDE_ADDRESS, NFS_EXPORT } from './addresses.ts';
import type { Daemon, Place } from './daemon.ts';
import { startClickhouse } from './daemons/clickhouse.ts';
import { startCups } from './daemons/cups.ts';
import { startDns, startKerberos, startLdap } from './daemons/domain.ts';
import { startHaproxy } from './daemons/haproxy.ts';
import { startIppeveprinter } from './daemons/ippeveprinter.ts';
import { startNfs } from './daemons/nfs.ts';
import { type Nginx, startNginx } from './daemons/nginx.ts';
import { startPostgresql } from './daemons/postgresql.ts';
import { type RawPort, startRawPort } from './daemons/raw-port.ts';
import { startRedis, startSentinel } from './daemons/redis.ts';
import { startSnmpd } from './daemons/snmpd.ts';
import { type Snmptrapd, startSnmptrapd } from './daemons/snmptrapd.ts';
import { startVsftpd, type Vsftpd } from './daemons/vsftpd.ts';
import type { LabNetwork } from './lab-network.ts';
import { PASSIVE_RANGE } from './passive-range.ts';
import type { DeviceName, Scenario, ServiceName } from './scenario.ts';

/** Made anew for every run, and in no file of the product. */
export interface Passwords {
  readonly ftp: string;
  readonly postgresql: string;
}

/** What tests look at beyond what can be seen over the network. */
export interface Witnessed {
  readonly rawPorts: Map<DeviceName, RawPort>;
  readonly trapReceivers: Map<HostName, Snmptrapd>;
  readonly ftpServers: Map<HostName, Vsftpd>;
  readonly vendorDownloads: Map<HostName, Nginx>;
}

type Start = () => Promise<Daemon>;

/** The starts of everything that the scenario runs and `wanted` names; they depend on each other in nothing. */
export function serviceStarts(
  scenario: Scenario,
  wanted: ReadonlySet<ServiceName>,
  network: LabNetwork,
  passwords: Passwords,
  witnessed: Witnessed,
): readonly Start[] {
  const at = (name: HostName): Place => ({ host: network.host(name), address: HOSTS[name].address });
  const servers: readonly HostName[] = scenario.scheme === 'ha' ? ['app1', 'app2'] : ['app1'];
  const starts: Readonly<Record<ServiceName, readonly Start[]>> = {
    web: servers.map((name) => () => startNginx(at(name), scenario.web)),
    cups: servers.map(
      (name) => () => startCups(at(name), { port: 1631, queues: ['direct-mfu-201', 'direct-mfu-202'] }),
    ),
    ftp: servers.map((name) => async () => {
      const place = scenario.ftp.behindTranslation ? { ...at(name), address: INSIDE_ADDRESS } : at(name);
      const { activePort, settings = [] } = scenario.ftp;
      const options = { password: passwords.ftp, passivePorts: PASSIVE_RANGE, activePort, settings };
      return noted(witnessed.ftpServers, name, await startVsftpd(place, options));
    }),
    traps: servers.map((name) => async () => {
      return noted(witnessed.trapReceivers, name, await startSnmptrapd(at(name), { community: 'public' }));
    }),
    ...deviceStarts(scenario, at, witnessed),
    postgresql: [() => startPostgresql(at('external'), { password: passwords.postgresql })],
    clickhouse: [() => startClickhouse(at('external'))],
    dns: [() => startDns(at('external'), { domain: DOMAIN, names: namesOf(servers) })],
    ldap: [() => startLdap(at('external'), { domain: DOMAIN })],
    kerberos: [() => startKerberos(at('external'), { domain: DOMAIN })],
    nfs: [() => startNfs(at('external'), { exportPath: NFS_EXPORT })],
    'vendor-download': [
      async () => {
        return noted(
          witnessed.vendorDownloads,
          'external',
          await startNginx(at('external'), VENDOR_DOWNLOAD),
        );
      },
    ],
    ...clusterStarts(scenario, servers, at),
  };
  return scenario.runs.filter((name) => wanted.has(name)).flatMap((name) => starts[name]);
}

/** The vendor's download, which no test may ask for: a stand-in under its name, known to this DNS only. */
const VENDOR_DOWNLOAD = {
  plainPorts: [],
  tlsPorts: [443],
  title: 'Printum download',
  name: 's3.printum.io',
} as const;

function clusterStarts(scenario: Scenario, servers: readonly HostName[], at: (name: HostName) => Place) {
  const { redisPassword, balancer } = scenario.logins;
  const master = HOSTS.app1.address;
  const password = redisPassword === undefined ? {} : { password: redisPassword };
  const login = balancer === undefined ? {} : { login: balancer };
  const addresses = servers.map((name) => HOSTS[name].address);
  return {
    redis: servers.map(
      (name) => () =>
        startRedis(at(name), { ...password, ...(name === 'app1' ? {} : { replicaOf: master }) }),
    ),
    sentinel: servers.map((name) => () => startSentinel(at(name), { master, ...password })),
    haproxy: [() => startHaproxy(at('balancer'), { servers: addresses, ...login })],
  };
}

function deviceStarts(scenario: Scenario, at: (name: HostName) => Place, witnessed: Witnessed) {
  const devices = Object.entries(scenario.devices) as [DeviceName, Scenario['devices'][DeviceName]][];
  return {
    'device-web': devices.map(([name]) => () => {
      return startNginx(at(name), {
        plainPorts: [80],
        tlsPorts: [443],
        title: name,
        name: `${name}.${DOMAIN}`,
      });
    }),
    'device-snmp': devices.map(([name, settings], index) => () => {
      return startSnmpd(at(name), {
        versions: settings.snmpVersions,
        community: settings.community,
        device: {
          name,
          model: 'Printum Lab MFP 200',
          serialNumber: settings.serialNumber ?? `LAB000020${index + 1}`,
          pageCount: 1000 + index,
        },
      });
    }),
    'device-ipp': devices.map(([name]) => () => {
      return startIppeveprinter(at(name), { name, model: 'Lab MFP 200' });
    }),
    'device-raw': devices.map(([name]) => async () => {
      return noted(witnessed.rawPorts, name, await startRawPort(at(name)));
    }),
  };
}

function namesOf(servers: readonly HostName[]): Readonly<Record<string, string>> {
  return Object.fromEntries([
    ['s3.printum.io', HOSTS.external.address],
    ...servers.map((name) => [`${name}.${DOMAIN}`, HOSTS[name].address]),
  ]);
}

function noted<K, D>(map: Map<K, D>, key: K, daemon: D): D {
  map.set(key, daemon);
  return daemon;
}
