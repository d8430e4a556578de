/** The one typed map of probes: a kind of the contract without an entry here does not compile. */
import type { ProbeKind } from '../contract/words.ts';
import { clickhouseProbe } from './clickhouse.ts';
import { domainProbe } from './domain.ts';
import { ftpActiveProbe } from './ftp-active.ts';
import { ftpPassiveProbe } from './ftp-passive.ts';
import { haproxyProbe } from './haproxy.ts';
import { httpProbe } from './http.ts';
import { httpsProbe } from './https.ts';
import { ippProbe } from './ipp.ts';
import { nfsProbe } from './nfs.ts';
import { onlineInstallProbe } from './online-install.ts';
import { postgresqlProbe } from './postgresql.ts';
import type { Probe } from './probe.ts';
import { rawProbe } from './raw.ts';
import { redisProbe } from './redis.ts';
import { redisSentinelProbe } from './redis-sentinel.ts';
import { snmpProbe, snmpVersionsProbe } from './snmp.ts';
import { snmpTrapProbe } from './snmp-trap.ts';
import { tcpProbe } from './tcp.ts';

export type ProbeTable = { readonly [K in ProbeKind]: Probe<K> };

export const PROBES = {
  tcp: tcpProbe,
  http: httpProbe,
  https: httpsProbe,
  ipp: ippProbe,
  snmp: snmpProbe,
  'snmp-versions': snmpVersionsProbe,
  'snmp-trap': snmpTrapProbe,
  'ftp-active': ftpActiveProbe,
  'ftp-passive': ftpPassiveProbe,
  redis: redisProbe,
  'redis-sentinel': redisSentinelProbe,
  haproxy: haproxyProbe,
  clickhouse: clickhouseProbe,
  postgresql: postgresqlProbe,
  domain: domainProbe,
  nfs: nfsProbe,
  'online-install': onlineInstallProbe,
  raw: rawProbe,
} as const satisfies ProbeTable;
