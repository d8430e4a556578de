/** A profile while it is being written: numbers are still text, and anything may be wrong. */
import {
  type Device,
  type ProbeSettings,
  type Server,
  SITE_FORMAT,
  SITE_VERSION,
  type Site,
} from '../../../src/contract/site.ts';
import type { Component, ExternalKind } from '../../../src/contract/words.ts';

export type DraftExternalKind = Exclude<ExternalKind, 'vendorDownload'>;
export const EXTERNAL_PORTS: Readonly<Record<DraftExternalKind, string>> = {
  postgresql: '5432',
  clickhouse: '8123',
  domain: '389',
  nfs: '2049',
};

export interface DraftExternal {
  readonly id: string;
  readonly kind: DraftExternalKind;
  readonly name: string;
  readonly host: string;
  readonly port: string;
  readonly database: string;
  readonly user: string;
  readonly tls: boolean;
  readonly domain: string;
  readonly export: string;
}

export interface Draft {
  readonly id: string;
  readonly name: string;
  readonly customer: string;
  readonly address: string;
  readonly catalogue: string;
  readonly scheme: Site['scheme'];
  readonly servers: readonly Server[];
  readonly external: readonly DraftExternal[];
  readonly devices: readonly Device[];
  readonly snmp: Site['snmp'];
  readonly ftp: Site['ftp'];
  readonly onlineInstall: boolean;
  readonly portOverrides: Readonly<Record<string, string>>;
  readonly probe: Readonly<Record<keyof Site['probe'], string>>;
}

const SINGLE_SERVER: readonly Component[] = [
  'personalAccount',
  'printManager',
  'monitoring',
  'cups',
  'scanFtp',
  'networkAgent',
];

/** `serverName` is the name of the first server in the person's language; `probe` is what the settings give a new site. */
export function emptyDraft(id: string, serverName: string, probe: ProbeSettings): Draft {
  return {
    id,
    name: '',
    customer: '',
    address: '',
    catalogue: 'printum-r12',
    scheme: 'single',
    servers: [{ id: 'server-1', name: serverName, host: '', roles: [...SINGLE_SERVER] }],
    external: [],
    devices: [],
    snmp: { community: 'public' },
    ftp: { user: '', directory: '/' },
    onlineInstall: false,
    portOverrides: {},
    probe: probeTexts(probe),
  };
}

export function draftOf(site: Site): Draft {
  const { format: _format, version: _version, ...rest } = site;
  return {
    ...rest,
    external: site.external.map((entry) => ({
      database: '',
      user: '',
      tls: false,
      domain: '',
      export: '',
      ...entry,
      port: String(entry.port),
    })),
    portOverrides: Object.fromEntries(
      Object.entries(site.portOverrides).map(([id, port]) => [id, String(port)]),
    ),
    probe: probeTexts(site.probe),
  };
}

function probeTexts(probe: ProbeSettings): Draft['probe'] {
  return {
    timeoutMs: String(probe.timeoutMs),
    attempts: String(probe.attempts),
    concurrency: String(probe.concurrency),
  };
}

/** The document that the schema judges; its paths are those of the draft. */
export function candidateOf(draft: Draft): unknown {
  return {
    ...draft,
    format: SITE_FORMAT,
    version: SITE_VERSION,
    name: draft.name.trim(),
    servers: draft.servers.map(trimHost),
    devices: draft.devices.map(trimHost),
    external: draft.external.map(externalOf),
    portOverrides: Object.fromEntries(
      Object.entries(draft.portOverrides)
        .filter(([, port]) => port.trim() !== '')
        .map(([id, port]) => [id, numberOf(port)]),
    ),
    probe: {
      timeoutMs: numberOf(draft.probe.timeoutMs),
      attempts: numberOf(draft.probe.attempts),
      concurrency: numberOf(draft.probe.concurrency),
    },
  };
}

function externalOf(entry: DraftExternal): unknown {
  const { id, kind, name } = entry;
  const base = { id, kind, name, host: entry.host.trim(), port: numberOf(entry.port) };
  switch (kind) {
    case 'postgresql':
      return { ...base, database: entry.database, user: entry.user };
    case 'clickhouse':
      return { ...base, tls: entry.tls };
    case 'domain':
      return { ...base, domain: entry.domain };
    case 'nfs':
      return { ...base, export: entry.export };
  }
}

/** Spaces around an address are no mistake worth a sentence. */
export function trimHost<T extends { readonly host: string }>(entry: T): T {
  return { ...entry, host: entry.host.trim() };
}

/** Text that is no whole number stays text, so that the schema names it. */
function numberOf(text: string): number | string {
  return /^\d+$/.test(text.trim()) ? Number(text) : text;
}

/** The first `prefix-N` that nobody has. */
export function freeId(prefix: string, entries: readonly { readonly id: string }[]): string {
  const taken = new Set(entries.map(({ id }) => id));
  let number = entries.length + 1;
  while (taken.has(`${prefix}-${number}`)) number += 1;
  return `${prefix}-${number}`;
}

/** Devices that are the same objects are not looked into: there may be thousands. */
export function isSameDraft(one: Draft, other: Draft): boolean {
  const { devices, ...rest } = one;
  const { devices: otherDevices, ...otherRest } = other;
  if (JSON.stringify(rest) !== JSON.stringify(otherRest)) return false;
  if (devices.length !== otherDevices.length) return false;
  return devices.every((device, index) => {
    const counterpart = otherDevices[index];
    return device === counterpart || JSON.stringify(device) === JSON.stringify(counterpart);
  });
}
