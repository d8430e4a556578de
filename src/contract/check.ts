/** A check (one flow to one address), what a probe observed of it, and what that means. */
import { z } from 'zod';
import { portSchema } from './catalogue.ts';
import { REASON_CODES } from './reasons.ts';
import {
  PARTIES,
  PORT_STATES,
  PROBE_KINDS,
  PROOFS,
  SERVICE_STATES,
  TRANSPORTS,
  VERDICTS,
  type Viewpoint,
} from './words.ts';

const targetSchema = z.strictObject({
  role: z.enum(PARTIES),
  id: z.string(),
  host: z.string(),
});

/** The part of a check that is known before anything is probed. */
const checkShape = {
  /** `requirement:from>target:port/transport`, unique within a site. */
  id: z.string(),
  requirement: z.string(),
  from: z.enum(PARTIES),
  to: targetSchema,
  transport: z.enum(TRANSPORTS),
  port: portSchema,
  dataPorts: z.strictObject({ from: portSchema, to: portSchema }).optional(),
  callbackFrom: portSchema.optional(),
  service: z.enum(PROBE_KINDS),
  /** False only for what the site marks as not needed. */
  required: z.boolean(),
  /** True where source and target are the same server: only that server itself can prove it. */
  inside: z.boolean(),
};

/** What the run does about a check: probe it with this proof, or skip it for this reason. */
export type CheckAction =
  | { readonly kind: 'probe'; readonly proof: 'direct' | 'indirect' }
  | { readonly kind: 'skip'; readonly reason: 'other-viewpoint' | 'inside-one-server' | 'not-selected' };

export const checkSchema = z.strictObject(checkShape);
export type Check = Readonly<z.infer<typeof checkSchema>>;

/** `place` is the viewpoint that proves the check, whatever the viewpoint of the run. */
export interface PlannedCheck extends Check {
  readonly place: Viewpoint;
  readonly action: CheckAction;
}

/** How far a probe had come; the port is known to be open in every phase after `connect`. */
export const PROBE_PHASES = ['resolve', 'connect', 'tls', 'request', 'reply', 'login', 'transfer'] as const;
export type ProbePhase = (typeof PROBE_PHASES)[number];

/**
 * Why a probe saw no facts: `code` is an errno name (`ECONNREFUSED`), a DNS code (`ENOTFOUND`), or one of
 * `timeout`, `closed` (the peer hung up), `too-large`, `protocol`, `not-implemented`, `internal`.
 */
const failureSchema = z.strictObject({
  phase: z.enum(PROBE_PHASES),
  code: z.string(),
  detail: z.string(),
});
export type ProbeFailure = Readonly<z.infer<typeof failureSchema>>;

export const reasonSchema = z.strictObject({
  code: z.enum(REASON_CODES),
  /** In the language of the run; screens and paper write it anew from `code` and `params`. */
  message: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
export type Reason = Readonly<z.infer<typeof reasonSchema>>;

export const checkResultSchema = z.strictObject({
  ...checkShape,
  /** Null where nothing was probed. */
  portState: z.enum(PORT_STATES).nullable(),
  serviceState: z.enum(SERVICE_STATES),
  verdict: z.enum(VERDICTS),
  proof: z.enum(PROOFS),
  reason: reasonSchema,
  /** Time of the TCP handshake or of the first reply, in milliseconds. */
  rttMs: z.number().nonnegative().nullable(),
  /** How late this computer itself was meanwhile: so much of `rttMs` need not be the network's; absent in documents of 0.1.0. */
  ownDelayMs: z.number().nonnegative().optional(),
  attempts: z.int().nonnegative(),
  durationMs: z.number().nonnegative(),
  startedAt: z.iso.datetime().nullable(),
  failure: failureSchema.optional(),
  /** Shape by `service`: see contract/facts.ts, `factsOf`. Empty where the probe saw none. */
  facts: z.record(z.string(), z.unknown()),
  trace: z.array(z.string()),
});
export type CheckResult = Readonly<z.infer<typeof checkResultSchema>>;
