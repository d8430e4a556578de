/** What the `domain` probe is told and what it observes: LDAP is what the check is about, DNS and Kerberos stand beside it. */
import { z } from 'zod';
import { connectionShape, tlsSchema } from './facts-parts.ts';

export const domainOptionsSchema = z.strictObject({
  /** `corp.example`; empty: as the directory names itself. */
  domain: z.string().default(''),
  /** The DNS server that is asked; empty: those of the system. */
  nameServer: z.string().default(''),
  kerberosPort: z.int().min(1).max(65535).default(88),
});

const serviceRecordSchema = z.object({ host: z.string(), port: z.int() });

const rootEntrySchema = z.object({
  namingContexts: z.array(z.string()),
  defaultNamingContext: z.string().nullable(),
  dnsHostName: z.string().nullable(),
  vendor: z.string().nullable(),
  ldapVersions: z.array(z.string()),
});
export type RootEntry = Readonly<z.infer<typeof rootEntrySchema>>;

const dnsSchema = z.object({
  servers: z.array(z.string()),
  addresses: z.array(z.string()),
  /** `_ldap._tcp` and `_kerberos._tcp` of the domain (RFC 2782). */
  ldap: z.array(serviceRecordSchema),
  kerberos: z.array(serviceRecordSchema),
  /** Questions without an answer, and the resolver's code. */
  failures: z.array(z.object({ question: z.string(), code: z.string() })),
});
export type DomainDns = Readonly<z.infer<typeof dnsSchema>>;

const kerberosSchema = z.object({
  port: z.int(),
  /** Confirmed by a KRB-ERROR or a ticket; `failure` says why not. */
  confirmed: z.boolean(),
  failure: z.string().nullable(),
  /** RFC 4120, 7.5.9; 6 where the name is unknown, as it should be. */
  errorCode: z.int().nullable(),
  realm: z.string().nullable(),
});
export type DomainKerberos = Readonly<z.infer<typeof kerberosSchema>>;

export const domainFactsSchema = z.object({
  ...connectionShape,
  /** Set where LDAP is spoken within TLS (LDAPS). */
  tls: tlsSchema.nullable(),
  /** `nothing`: TLS stood, and nothing was said within it. */
  spoke: z.enum(['ldap', 'other', 'nothing']),
  /** The result of the search (RFC 4511, 4.1.9). */
  result: z.object({ code: z.int(), message: z.string() }).nullable(),
  rootEntry: rootEntrySchema.nullable(),
  /** The name that DNS and Kerberos were asked about; null where there is none. */
  domain: z.string().nullable(),
  dns: dnsSchema.nullable(),
  kerberos: kerberosSchema.nullable(),
  firstBytes: z.string().nullable(),
});
export type DomainFacts = Readonly<z.infer<typeof domainFactsSchema>>;
