/** What the `clickhouse` probe is told and what it observes of ClickHouse's HTTP interface. */
import { z } from 'zod';
import { connectionShape, httpReplySchema, tlsSchema } from './facts-parts.ts';

export const clickhouseOptionsSchema = z.strictObject({
  /** Whether the profile wants HTTPS. */
  tls: z.boolean().default(false),
});

export const clickhouseFactsSchema = z.object({
  ...connectionShape,
  tlsWanted: z.boolean(),
  /** Set where the answer came within TLS. */
  tls: tlsSchema.nullable(),
  /** `native`: the port of ClickHouse's own protocol, as it says itself; `nothing`: TLS stood, and nothing was said. */
  spoke: z.enum(['http', 'native', 'other', 'nothing']),
  /** The answer to `/ping` was «Ok.». */
  pingOk: z.boolean(),
  reply: httpReplySchema.nullable(),
  /** The beginning of the body, or of whatever else came. */
  firstBytes: z.string().nullable(),
});
export type ClickhouseFacts = Readonly<z.infer<typeof clickhouseFactsSchema>>;
