/** The site profile (`*.site.json`), version 1: what is saved about a customer's site. Holds no passwords. */
import { z } from 'zod';
import { portSchema } from './catalogue.ts';
import { COMPONENTS, SCHEMES } from './words.ts';

export const SITE_FORMAT = 'printum-sitecheck/site';
export const SITE_VERSION = 1;
/** A profile with thousands of devices takes about one MiB; more than this is not a profile. */
export const SITE_MAX_BYTES = 8 * 1024 * 1024;

/** The built-in demo site: it lives on this computer only and is named as a demo wherever it is shown. */
export const DEMO_SITE_ID = 'de300000-0000-4000-8000-000000000001';

const HOST_PATTERN =
  /^(?=.{1,253}$)(?:[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?)(?:\.[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?)*\.?$/;
const IPV4_LIKE = /^[0-9.]+$/;

/** A host name (RFC 1123, with the underscores of Windows names), an IPv4 or an IPv6 address. */
export const hostSchema = z.union([
  z.ipv4(),
  z.ipv6(),
  z
    .string()
    .regex(HOST_PATTERN)
    .refine((host) => !IPV4_LIKE.test(host)),
]);

/** Of servers, resources and devices: what earlier runs know them by. */
export const idSchema = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/);
export const TEXT_MAX_CHARACTERS = 500;
const textSchema = z.string().max(TEXT_MAX_CHARACTERS);
export const DEVICES_MAX = 10_000;

const serverSchema = z.strictObject({
  id: idSchema,
  name: textSchema.default(''),
  host: hostSchema,
  roles: z.array(z.enum(COMPONENTS)).min(1),
});
export type Server = Readonly<z.infer<typeof serverSchema>>;

const externalBase = { id: idSchema, host: hostSchema, name: textSchema.default('') };

/** Ports are the field's defaults: the vendor names none (row 19). */
const externalSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('postgresql'),
    ...externalBase,
    port: portSchema.default(5432),
    database: textSchema.default(''),
    user: textSchema.default(''),
  }),
  z.strictObject({
    kind: z.literal('clickhouse'),
    ...externalBase,
    port: portSchema.default(8123),
    tls: z.boolean().default(false),
  }),
  z.strictObject({
    kind: z.literal('domain'),
    ...externalBase,
    port: portSchema.default(389),
    domain: textSchema.default(''),
  }),
  z.strictObject({
    kind: z.literal('nfs'),
    ...externalBase,
    port: portSchema.default(2049),
    export: textSchema.default(''),
  }),
]);
export type External = Readonly<z.infer<typeof externalSchema>>;

export const deviceSchema = z.strictObject({
  id: idSchema,
  name: textSchema.default(''),
  host: hostSchema,
  model: textSchema.default(''),
  location: textSchema.default(''),
  /** Ask the RAW port for the model (PJL): the one thing that is ever written to it. An old device may print it. */
  askModel: z.boolean().optional(),
});
export type Device = Readonly<z.infer<typeof deviceSchema>>;

export const PROBE_LIMITS = {
  timeoutMs: { min: 100, max: 60_000, default: 2000 },
  attempts: { min: 1, max: 5, default: 2 },
  concurrency: { min: 1, max: 512, default: 64 },
} as const;

function limited(limit: { readonly min: number; readonly max: number; readonly default: number }) {
  return z.int().min(limit.min).max(limit.max).default(limit.default);
}

export const probeSettingsSchema = z.strictObject({
  timeoutMs: limited(PROBE_LIMITS.timeoutMs),
  attempts: limited(PROBE_LIMITS.attempts),
  concurrency: limited(PROBE_LIMITS.concurrency),
});
export type ProbeSettings = Readonly<z.infer<typeof probeSettingsSchema>>;

export const siteSchema = z
  .strictObject({
    format: z.literal(SITE_FORMAT),
    version: z.literal(SITE_VERSION),
    id: z.uuid(),
    name: textSchema.min(1),
    customer: textSchema.default(''),
    address: textSchema.default(''),
    catalogue: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]*$/)
      .default('printum-r12'),
    scheme: z.enum(SCHEMES),
    servers: z.array(serverSchema).min(1).max(100),
    external: z.array(externalSchema).max(100).default([]),
    devices: z.array(deviceSchema).max(DEVICES_MAX).default([]),
    snmp: z.strictObject({ community: z.string().min(1).max(255).default('public') }).prefault({}),
    ftp: z
      .strictObject({ user: textSchema.default(''), directory: z.string().max(500).default('/') })
      .prefault({}),
    onlineInstall: z.boolean().default(false),
    /** Requirement id → port, where the site uses another one than the vendor's table. */
    portOverrides: z.record(z.string(), portSchema).default({}),
    probe: probeSettingsSchema.prefault({}),
  })
  .superRefine((site, context) => {
    for (const list of ['servers', 'external', 'devices'] as const) {
      const firstPlace = new Map<string, number>();
      site[list].forEach((entry, index) => {
        const earlier = firstPlace.get(entry.id);
        if (earlier === undefined) firstPlace.set(entry.id, index);
        else {
          context.addIssue({
            code: 'custom',
            path: [list, index, 'id'],
            params: { problem: 'duplicate-id', id: entry.id, earlier: `${list}[${earlier}]` },
          });
        }
      });
    }
  });
export type Site = Readonly<z.infer<typeof siteSchema>>;
