/** What the `redis` and `redis-sentinel` probes are told and what they observe. */
import { z } from 'zod';
import { connectionShape, tlsSchema } from './facts-parts.ts';

export const redisOptionsSchema = z.strictObject({
  /** Sent only to a server that asks for one; stands in no fact, trace or error. */
  password: z.string().default(''),
});

const sharedShape = {
  ...connectionShape,
  /** Set where RESP is spoken within TLS. */
  tls: tlsSchema.nullable(),
  /** `nothing`: TLS stood, and nothing was said within it. */
  spoke: z.enum(['resp', 'other', 'nothing']),
  /** `wanted`: the server asks for a password and none was given. */
  login: z.enum(['not-needed', 'accepted', 'refused', 'wanted']),
  /** The error that PING or AUTH earned, safe to show. */
  error: z.string().nullable(),
  firstBytes: z.string().nullable(),
};

export const redisFactsSchema = z.object({
  ...sharedShape,
  /** `master`, `slave`, `sentinel`; null where the server does not say (ROLE). */
  role: z.string().nullable(),
  replicas: z.int().nullable(),
  /** Of a replica: whom it follows, and the state of that connection. */
  follows: z.object({ address: z.string(), state: z.string() }).nullable(),
});
export type RedisFacts = Readonly<z.infer<typeof redisFactsSchema>>;

export const sentinelFactsSchema = z.object({
  ...sharedShape,
  /** Null where the server knows no such command: it is no Sentinel. */
  masters: z.array(z.object({ name: z.string(), address: z.string(), flags: z.string() })).nullable(),
});
export type SentinelFacts = Readonly<z.infer<typeof sentinelFactsSchema>>;
