/** What each probe observes: one table, probe kind → options and facts. Facts are seen, never judged. */
import { z } from 'zod';
import type { ProbeFailure } from './check.ts';
import { clickhouseFactsSchema, clickhouseOptionsSchema } from './facts-clickhouse.ts';
import { domainFactsSchema, domainOptionsSchema } from './facts-domain.ts';
import { ftpActiveFactsSchema, ftpOptionsSchema, ftpPassiveFactsSchema } from './facts-ftp.ts';
import { haproxyFactsSchema } from './facts-haproxy.ts';
import { ippFactsSchema, ippOptionsSchema } from './facts-ipp.ts';
import { nfsFactsSchema, nfsOptionsSchema } from './facts-nfs.ts';
import { onlineInstallFactsSchema, onlineInstallOptionsSchema } from './facts-online-install.ts';
import { connectionShape, httpReplySchema, httpsShape, type tlsSchema } from './facts-parts.ts';
import { postgresqlFactsSchema, postgresqlOptionsSchema } from './facts-postgresql.ts';
import { rawFactsSchema, rawOptionsSchema } from './facts-raw.ts';
import { redisFactsSchema, redisOptionsSchema, sentinelFactsSchema } from './facts-redis.ts';
import {
  snmpFactsSchema,
  snmpOptionsSchema,
  snmpTrapFactsSchema,
  snmpVersionsFactsSchema,
} from './facts-snmp.ts';
import type { ProbeKind } from './words.ts';

export type HttpReply = Readonly<z.infer<typeof httpReplySchema>>;
export type TlsFacts = Readonly<z.infer<typeof tlsSchema>>;

const tcpFactsSchema = z.object(connectionShape);

const httpFactsSchema = z.object({
  ...connectionShape,
  /** `tls`: the port wants TLS; `other`: the first bytes are in `firstBytes`. */
  spoke: z.enum(['http', 'tls', 'other']),
  reply: httpReplySchema.nullable(),
  /** Printable form of the first bytes of an unknown protocol, at most 64 of them. */
  firstBytes: z.string().nullable(),
});

const httpsFactsSchema = z.object(httpsShape);

const noOptionsSchema = z.strictObject({});
const httpOptionsSchema = z.strictObject({ path: z.string().startsWith('/').default('/') });

/** The one table: adding a kind here does not compile until its probe exists. */
export const PROBE_SCHEMAS = {
  tcp: { options: noOptionsSchema, facts: tcpFactsSchema },
  http: { options: httpOptionsSchema, facts: httpFactsSchema },
  https: { options: httpOptionsSchema, facts: httpsFactsSchema },
  ipp: { options: ippOptionsSchema, facts: ippFactsSchema },
  snmp: { options: snmpOptionsSchema, facts: snmpFactsSchema },
  'snmp-versions': { options: snmpOptionsSchema, facts: snmpVersionsFactsSchema },
  'snmp-trap': { options: snmpOptionsSchema, facts: snmpTrapFactsSchema },
  'ftp-active': { options: ftpOptionsSchema, facts: ftpActiveFactsSchema },
  'ftp-passive': { options: ftpOptionsSchema, facts: ftpPassiveFactsSchema },
  redis: { options: redisOptionsSchema, facts: redisFactsSchema },
  'redis-sentinel': { options: redisOptionsSchema, facts: sentinelFactsSchema },
  haproxy: { options: noOptionsSchema, facts: haproxyFactsSchema },
  clickhouse: { options: clickhouseOptionsSchema, facts: clickhouseFactsSchema },
  postgresql: { options: postgresqlOptionsSchema, facts: postgresqlFactsSchema },
  domain: { options: domainOptionsSchema, facts: domainFactsSchema },
  nfs: { options: nfsOptionsSchema, facts: nfsFactsSchema },
  'online-install': { options: onlineInstallOptionsSchema, facts: onlineInstallFactsSchema },
  raw: { options: rawOptionsSchema, facts: rawFactsSchema },
} as const satisfies Record<ProbeKind, { options: z.ZodType; facts: z.ZodType }>;

export type ProbeOptions<K extends ProbeKind> = Readonly<z.infer<(typeof PROBE_SCHEMAS)[K]['options']>>;
export type ProbeFacts<K extends ProbeKind> = Readonly<z.infer<(typeof PROBE_SCHEMAS)[K]['facts']>>;

interface ObservationBase {
  readonly rttMs: number | null;
  /** How late this computer itself was during a connect: so much of `rttMs` need not be the network's. */
  readonly ownDelayMs?: number;
  readonly attempts: number;
  readonly durationMs: number;
  /** ISO time at which the first attempt began. */
  readonly startedAt: string;
  readonly trace: readonly string[];
}

/** What the runner hands to the verdict: plain JSON, never a throw. */
export type Observation = ObservationBase &
  (
    | {
        [K in ProbeKind]: { readonly kind: K; readonly outcome: 'answered'; readonly facts: ProbeFacts<K> };
      }[ProbeKind]
    | { readonly kind: ProbeKind; readonly outcome: 'failed'; readonly failure: ProbeFailure }
    | { readonly kind: ProbeKind; readonly outcome: 'cancelled' }
  );

/** The typed facts of a saved result; null where the probe saw none or the document was made by hand. */
export function factsOf<K extends ProbeKind>(
  result: { readonly service: ProbeKind; readonly facts: Readonly<Record<string, unknown>> },
  kind: K,
): ProbeFacts<K> | null {
  if (result.service !== kind) return null;
  const parsed = PROBE_SCHEMAS[kind].facts.safeParse(result.facts);
  return parsed.success ? (parsed.data as ProbeFacts<K>) : null;
}
