/** The words of the product: one meaning each, in code, on screen and on paper. */

export const LANGUAGES = ['ru', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** One text in every language of the interface. */
export type LocalText = Readonly<Record<Language, string>>;

/** The place the laptop takes for a run. */
export const VIEWPOINTS = ['workstation', 'device', 'server'] as const;
export type Viewpoint = (typeof VIEWPOINTS)[number];

/** What one server of a site can carry. */
export const COMPONENTS = [
  'personalAccount',
  'printManager',
  'monitoring',
  'cups',
  'scanFtp',
  'networkAgent',
  'redis',
  'loadBalancer',
] as const;
export type Component = (typeof COMPONENTS)[number];

/** Resources outside Printum that its server must reach. */
export const EXTERNAL_KINDS = ['clickhouse', 'postgresql', 'domain', 'nfs', 'vendorDownload'] as const;
export type ExternalKind = (typeof EXTERNAL_KINDS)[number];

/** Either end of a flow: a role, a component of the server, or an external resource. */
export const PARTIES = [...VIEWPOINTS, ...COMPONENTS, ...EXTERNAL_KINDS] as const;
export type Party = (typeof PARTIES)[number];

/** `before-install`: the network is what is judged; `after-install`: network and service. */
export const STAGES = ['before-install', 'after-install'] as const;
export type Stage = (typeof STAGES)[number];

/** Installation schemes of the vendor: components on one server, on several, or doubled behind a balancer. */
export const SCHEMES = ['single', 'distributed', 'ha'] as const;
export type Scheme = (typeof SCHEMES)[number];

export const TRANSPORTS = ['tcp', 'udp'] as const;
export type Transport = (typeof TRANSPORTS)[number];

/** nmap's port states, plus `unreachable` (no route, host down) and `unresolved` (name). */
export const PORT_STATES = [
  'open',
  'closed',
  'filtered',
  'open|filtered',
  'unreachable',
  'unresolved',
] as const;
export type PortState = (typeof PORT_STATES)[number];

export const SERVICE_STATES = ['confirmed', 'mismatch', 'silent', 'denied', 'not-checked'] as const;
export type ServiceState = (typeof SERVICE_STATES)[number];

export const VERDICTS = ['pass', 'warn', 'fail', 'skip', 'error'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** `direct`: the run stood where the flow starts; `indirect`: elsewhere; `none`: nothing was probed. */
export const PROOFS = ['direct', 'indirect', 'none'] as const;
export type Proof = (typeof PROOFS)[number];

/** Every protocol the catalogue asks for; the probe registry has one entry for each. */
export const PROBE_KINDS = [
  'tcp',
  'http',
  'https',
  'ipp',
  'snmp',
  'snmp-versions',
  'snmp-trap',
  'ftp-active',
  'ftp-passive',
  'redis',
  'redis-sentinel',
  'haproxy',
  'clickhouse',
  'postgresql',
  'domain',
  'nfs',
  'online-install',
  'raw',
] as const;
export type ProbeKind = (typeof PROBE_KINDS)[number];

/** The viewpoint from which a flow of this party starts; external resources start none. */
export function placeOf(party: Party): Viewpoint | null {
  if (party === 'workstation' || party === 'device' || party === 'server') return party;
  return isComponent(party) ? 'server' : null;
}

export function isComponent(party: Party): party is Component {
  return (COMPONENTS as readonly Party[]).includes(party);
}

export function isExternalKind(party: Party): party is ExternalKind {
  return (EXTERNAL_KINDS as readonly Party[]).includes(party);
}
