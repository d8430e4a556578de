/** The requirement catalogue: the vendor's table as data (assets/requirements/*.json). */
import { z } from 'zod';
import { COMPONENTS, PARTIES, PROBE_KINDS, SCHEMES, TRANSPORTS } from './words.ts';

const localTextSchema = z.strictObject({ ru: z.string().min(1), en: z.string().min(1) });

export const portSchema = z.int().min(1).max(65535);

/** Both ends included. */
const portRangeSchema = z.strictObject({ from: portSchema, to: portSchema });
export type PortRange = Readonly<z.infer<typeof portRangeSchema>>;

/** One direction of a requirement. */
const flowSchema = z.strictObject({
  from: z.enum(PARTIES),
  to: z.enum(PARTIES),
  /** Where `to` is `server`: only servers that carry this component answer; without it, all of them. */
  servedBy: z.enum(COMPONENTS).optional(),
  /** Where the vendor names one host for every site (row 22). */
  host: z.string().min(1).optional(),
  transport: z.enum(TRANSPORTS),
  port: portSchema,
  /** FTP passive: the server listens here for data connections (RFC 959, 3.2). */
  dataPorts: portRangeSchema.optional(),
  /** FTP active: the port from which the server connects back (RFC 959, 3.2). */
  callbackFrom: portSchema.optional(),
});
export type Flow = Readonly<z.infer<typeof flowSchema>>;

/** A row of the vendor's table, word for word; a further condition has only a text. */
const quoteSchema = z.strictObject({
  row: z.int().min(1),
  port: z.string().optional(),
  direction: z.string().optional(),
  protocol: z.string().optional(),
  text: z.string().min(1),
});

export const requirementSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  /** The vendor's row number that stands before the requirement on paper. */
  row: z.int().min(1),
  title: localTextSchema,
  purpose: localTextSchema,
  /** What must be seen for a «yes» on the blank form. */
  expects: localTextSchema,
  quotes: z.array(quoteSchema).min(1),
  schemes: z.array(z.enum(SCHEMES)).min(1),
  service: z.enum(PROBE_KINDS),
  /** False where no byte may be written to the port (RAW 9100 prints what it gets). */
  sendsBytes: z.boolean(),
  flows: z.array(flowSchema).min(1),
});
export type Requirement = Readonly<z.infer<typeof requirementSchema>>;

/** What no probe can see and a person looks at. */
const manualItemSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  title: localTextSchema,
  /** What to do and what to look for. */
  how: localTextSchema,
  schemes: z.array(z.enum(SCHEMES)).min(1),
  /** The requirements that it completes. */
  completes: z.array(z.string()).default([]),
});
export type ManualItem = Readonly<z.infer<typeof manualItemSchema>>;

export const catalogueSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
  revision: z.string().min(1),
  source: z.strictObject({
    title: localTextSchema,
    created: z.iso.date(),
    updated: z.iso.date(),
  }),
  requirements: z.array(requirementSchema).min(1),
  manual: z.array(manualItemSchema).default([]),
});
export type Catalogue = Readonly<z.infer<typeof catalogueSchema>>;
