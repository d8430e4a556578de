/** The request to open ports (`*.request.json`), version 1: what is asked of a network administrator, row by row. */
import { z } from 'zod';
import { portSchema } from './catalogue.ts';
import { STAGES, TRANSPORTS, VIEWPOINTS } from './words.ts';

export const REQUEST_FORMAT = 'printum-sitecheck/firewall-request';
export const REQUEST_VERSION = 1;
export const REQUEST_MAX_BYTES = 64 * 1024 * 1024;

/** One end of a row: an IPv4 or IPv6 address, a network in CIDR notation (RFC 4632), or a host name. Never «any». */
const endSchema = z.strictObject({
  address: z.string().min(1).max(300),
  /** Who stands there, as the profile names it. */
  name: z.string().max(500),
});
export type RequestEnd = Readonly<z.infer<typeof endSchema>>;

/** `from` a network whose addresses nobody has named yet: the page leaves room for it, and no rule is written. */
const sourceSchema = z.strictObject({
  place: z.enum(VIEWPOINTS),
  ends: z.array(endSchema),
});

export const REQUEST_ROW_STATES = ['open', 'confirmed', 'refused'] as const;
export type RequestRowState = (typeof REQUEST_ROW_STATES)[number];

const rowSchema = z.strictObject({
  number: z.int().min(1),
  from: sourceSchema,
  /** Empty where nobody has named them yet: the devices that the server connects back to, on a site without any. */
  to: z.array(endSchema),
  transport: z.enum(TRANSPORTS),
  /** Ascending and merged; a single port has both ends the same. */
  ports: z.array(z.strictObject({ from: portSchema, to: portSchema })).min(1),
  /** The port the connection is set up from, where the protocol fixes it (FTP active: 20); null for any. */
  sourcePort: portSchema.nullable(),
  /** Requirement ids, in the order of the catalogue. */
  requirements: z.array(z.string()).min(1),
  /** Ids of the checks that prove the row. */
  checks: z.array(z.string()).min(1),
  permanent: z.boolean(),
  state: z.enum(REQUEST_ROW_STATES),
  /** The run that proved the row. */
  confirmedBy: z.strictObject({ runId: z.uuid(), at: z.iso.datetime() }).nullable(),
  refusal: z.string().max(500),
});
export type RequestRow = Readonly<z.infer<typeof rowSchema>>;

/** `failures`: what was seen blocked. `table`: everything the site needs, before anything was seen. */
export const REQUEST_BASES = ['failures', 'table'] as const;
export type RequestBasis = (typeof REQUEST_BASES)[number];

export const firewallRequestSchema = z.strictObject({
  format: z.literal(REQUEST_FORMAT),
  version: z.literal(REQUEST_VERSION),
  id: z.uuid(),
  /** «ЗП-2026-11-22-01». */
  number: z.string().max(40),
  site: z.strictObject({ id: z.string(), name: z.string(), customer: z.string() }),
  catalogue: z.strictObject({ id: z.string(), revision: z.string(), updated: z.string() }),
  basis: z.enum(REQUEST_BASES),
  stage: z.enum(STAGES),
  requester: z.string().max(200),
  company: z.string().max(200),
  createdAt: z.iso.datetime(),
  /** The runs that the rows were seen in; empty for the table. */
  runIds: z.array(z.uuid()),
  rows: z.array(rowSchema),
});
export type FirewallRequest = Readonly<z.infer<typeof firewallRequestSchema>>;
