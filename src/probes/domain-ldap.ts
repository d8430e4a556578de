/** The directory of a domain: its root entry, which everybody may read. */
import type { DomainFacts, RootEntry } from '../contract/facts-domain.ts';
import { converse } from './conversation.ts';
import type { Open } from './plain-or-tls.ts';
import { type ProbeContext, ProbeError } from './probe.ts';
import { type LdapMessage, parseLdapMessage, rootEntryRequest } from './wire/ldap.ts';
import { printableBytes, printableText } from './wire/printable.ts';

export type Directory = Pick<DomainFacts, 'spoke' | 'result' | 'rootEntry' | 'firstBytes'>;

const REPLY_LIMIT = 512 * 1024;
const FIRST_BYTES = 64;
const MAX_TEXT = 200;
const MAX_LIST = 30;
const MAX_MESSAGES = 20;
const ATTRIBUTES = [
  'namingContexts',
  'defaultNamingContext',
  'dnsHostName',
  'vendorName',
  'supportedLDAPVersion',
];

export async function askDirectory(open: Open, context: ProbeContext): Promise<Directory> {
  const conversation = converse(await open(), context, REPLY_LIMIT);
  context.enter('request');
  context.trace(`> LDAP search of the root entry: ${ATTRIBUTES.join(', ')}`);
  conversation.send(rootEntryRequest(1, ATTRIBUTES));
  context.enter('reply');
  let rootEntry: RootEntry | null = null;
  for (let count = 0; count < MAX_MESSAGES; count += 1) {
    const told = await conversation.hear(parseLdapMessage);
    if (told.kind === 'other') {
      const firstBytes = printableBytes(told.bytes, FIRST_BYTES);
      return { spoke: 'other', result: null, rootEntry: null, firstBytes };
    }
    const message = told.value;
    if (message.kind === 'entry') rootEntry = entryFacts(message);
    if (message.kind === 'done') {
      context.trace(`< LDAP result ${message.code} ${message.message}`);
      const result = { code: message.code, message: printableText(message.message, MAX_TEXT) };
      return { spoke: 'ldap', result, rootEntry, firstBytes: null };
    }
  }
  throw new ProbeError('protocol', `more than ${MAX_MESSAGES} LDAP messages for one entry`);
}

/** `dc=corp,dc=example` → `corp.example`; null where no context of the directory is a domain. */
export function domainOf(rootEntry: RootEntry | null): string | null {
  if (rootEntry === null) return null;
  const { defaultNamingContext, namingContexts } = rootEntry;
  const names = [...(defaultNamingContext === null ? [] : [defaultNamingContext]), ...namingContexts];
  for (const name of names) {
    const parts = name.split(',').map((part) => /^\s*dc=([A-Za-z0-9_-]+)\s*$/i.exec(part)?.[1]);
    if (parts.every((part) => part !== undefined)) return parts.join('.').toLowerCase();
  }
  return null;
}

function entryFacts({ attributes }: Extract<LdapMessage, { kind: 'entry' }>): RootEntry {
  const values = (name: string) =>
    (attributes.get(name.toLowerCase()) ?? [])
      .slice(0, MAX_LIST)
      .map((value) => printableText(value, MAX_TEXT));
  return {
    namingContexts: values('namingContexts'),
    defaultNamingContext: values('defaultNamingContext')[0] ?? null,
    dnsHostName: values('dnsHostName')[0] ?? null,
    vendor: values('vendorName')[0] ?? null,
    ldapVersions: values('supportedLDAPVersion'),
  };
}
