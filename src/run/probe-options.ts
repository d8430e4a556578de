/** What each probe needs to know beyond its target, taken from the site profile. */
import type { Check } from '../contract/check.ts';
import { PROBE_SCHEMAS, type ProbeOptions } from '../contract/facts.ts';
import type { WebProxy } from '../contract/facts-online-install.ts';
import type { Site } from '../contract/site.ts';
import type { ProbeKind } from '../contract/words.ts';
import type { RunSecrets } from './secrets.ts';

type Maker = (
  check: Check,
  site: Site,
  secrets: RunSecrets,
  proxy: WebProxy | null,
) => Readonly<Record<string, unknown>>;

/** Kinds without an entry are told nothing. */
const MAKERS: Readonly<Partial<Record<ProbeKind, Maker>>> = {
  ipp: ({ to }) => ({ operations: to.role === 'device' ? 'device' : 'cups' }),
  'ftp-active': ftpOptions,
  'ftp-passive': ftpOptions,
  clickhouse: clickhouseOptions,
  domain: domainOptions,
  nfs: nfsOptions,
  postgresql: postgresqlOptions,
  'online-install': (_check, _site, _secrets, proxy) => ({ proxy }),
  raw: rawOptions,
  redis: redisOptions,
  'redis-sentinel': redisOptions,
  snmp: snmpOptions,
  'snmp-versions': snmpOptions,
  'snmp-trap': snmpOptions,
};

/** The options of a check's probe, complete with defaults; `proxy` is the system's one for the vendor's site. */
export function probeOptions(
  check: Check,
  site: Site,
  secrets: RunSecrets = {},
  proxy: WebProxy | null = null,
): ProbeOptions<ProbeKind> {
  const options = MAKERS[check.service]?.(check, site, secrets, proxy) ?? {};
  return PROBE_SCHEMAS[check.service].options.parse(options);
}

function ftpOptions(_check: Check, { ftp }: Site, { ftpPassword = '' }: RunSecrets) {
  return { user: ftp.user, directory: ftp.directory, password: ftpPassword };
}

function clickhouseOptions({ to }: Check, { external }: Site) {
  const found = external.find(({ id }) => id === to.id);
  return found?.kind === 'clickhouse' ? { tls: found.tls } : {};
}

function domainOptions({ to }: Check, { external }: Site) {
  const found = external.find(({ id }) => id === to.id);
  return found?.kind === 'domain' ? { domain: found.domain } : {};
}

function nfsOptions({ to }: Check, { external }: Site) {
  const found = external.find(({ id }) => id === to.id);
  return found?.kind === 'nfs' ? { export: found.export } : {};
}

function postgresqlOptions(
  { to }: Check,
  { external }: Site,
  { postgresqlPassword: password = '' }: RunSecrets,
) {
  const found = external.find(({ id }) => id === to.id);
  return found?.kind === 'postgresql' ? { user: found.user, database: found.database, password } : {};
}

function rawOptions({ to }: Check, { devices }: Site) {
  return { askModel: devices.find(({ id }) => id === to.id)?.askModel ?? false };
}

function redisOptions(_check: Check, _site: Site, { redisPassword = '' }: RunSecrets) {
  return { password: redisPassword };
}

function snmpOptions(_check: Check, { snmp }: Site) {
  return { community: snmp.community };
}
