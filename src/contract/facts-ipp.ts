/** What the `ipp` probe is told and what it observes of a printing device or of the print server's CUPS. */
import { z } from 'zod';
import { connectionShape, httpReplySchema, tlsSchema } from './facts-parts.ts';

export const ippOptionsSchema = z.strictObject({
  /** `device`: Get-Printer-Attributes on the usual paths; `cups`: CUPS-Get-Printers and CUPS-Get-Default. */
  operations: z.enum(['device', 'cups']).default('device'),
});

/** One request on one path: what HTTP said, and what IPP said within it (RFC 8011, 5.1.6.1). */
const trySchema = z.object({
  operation: z.string(),
  path: z.string(),
  httpStatus: z.int(),
  ippStatus: z.int().nullable(),
});

const printerSchema = z.object({
  name: z.string().nullable(),
  makeAndModel: z.string().nullable(),
  /** `idle`, `processing`, `stopped`, or the number as it came (RFC 8011, 5.4.11). */
  state: z.string().nullable(),
  stateReasons: z.array(z.string()),
  versions: z.array(z.string()),
  documentFormats: z.array(z.string()),
  /** Each address that the printer says it has, with its security (`none`, `tls`). */
  uris: z.array(z.object({ uri: z.string(), security: z.string() })),
});
export type IppPrinter = Readonly<z.infer<typeof printerSchema>>;

const queuesSchema = z.object({
  count: z.int(),
  /** At most 100 of them. */
  names: z.array(z.string()),
  default: z.string().nullable(),
});
export type IppQueues = Readonly<z.infer<typeof queuesSchema>>;

export const ippFactsSchema = z.object({
  ...connectionShape,
  /** Set where the port wants TLS and did not answer IPP without it. */
  tls: tlsSchema.nullable(),
  /** `http`: an HTTP server that gave no IPP; `nothing`: TLS stood, and nothing was said within it. */
  spoke: z.enum(['ipp', 'http', 'other', 'nothing']),
  tries: z.array(trySchema),
  /** The IPP version and status that decide; null where no IPP came. */
  ipp: z.object({ version: z.string(), status: z.int(), statusWord: z.string() }).nullable(),
  printer: printerSchema.nullable(),
  queues: queuesSchema.nullable(),
  /** The last HTTP reply. */
  reply: httpReplySchema.nullable(),
  firstBytes: z.string().nullable(),
});
export type IppFacts = Readonly<z.infer<typeof ippFactsSchema>>;
