/** The run document (`*.run.json`), version 1: everything one run saw, complete enough to print it years later. */
import { z } from 'zod';
import { ADDRESSEES } from './addressees.ts';
import { requirementSchema } from './catalogue.ts';
import { checkResultSchema } from './check.ts';
import { siteSchema } from './site.ts';
import { STAGES, VIEWPOINTS } from './words.ts';

export const RUN_FORMAT = 'printum-sitecheck/run';
export const RUN_VERSION = 1;
/** A refused check takes 1.7 KB, one that was answered about twice that, and 10,000 devices make 60,000 checks. */
export const RUN_MAX_BYTES = 256 * 1024 * 1024;

const placeSchema = z.strictObject({
  hostname: z.string(),
  addresses: z.array(z.string()),
  gateway: z.string().nullable(),
  platform: z.string(),
  /** The address the checks were bound to; null where the system chose. */
  localAddress: z.string().nullable(),
  /** The networks the addresses stand in, in CIDR notation (RFC 4632); absent in documents of 0.1.0. */
  networks: z.array(z.string()).optional(),
  /** Why the person took this place although the address speaks against it. */
  reason: z.string().optional(),
});
export type Place = Readonly<z.infer<typeof placeSchema>>;

/** A check of the run itself: `decoy-port` is a port that must not be open, one for each probed host. */
const controlSchema = z.strictObject({
  id: z.literal('decoy-port'),
  outcome: z.enum(['pass', 'fail', 'error']),
  target: z.string(),
  port: z.int(),
  message: z.string(),
});
export type Control = Readonly<z.infer<typeof controlSchema>>;

const findingSchema = z.strictObject({
  code: z.string(),
  severity: z.enum(['fail', 'warn', 'error']),
  title: z.string(),
  /** What was seen and what it means; absent in documents of 0.1.0. */
  explanation: z.string().optional(),
  remedy: z.string().nullable(),
  /** Who can do it; absent in documents of 0.1.0. */
  addressee: z.enum(ADDRESSEES).optional(),
  checks: z.array(z.string()).min(1),
});
export type Finding = Readonly<z.infer<typeof findingSchema>>;

const countShape = {
  pass: z.int().nonnegative(),
  warn: z.int().nonnegative(),
  fail: z.int().nonnegative(),
  skip: z.int().nonnegative(),
  error: z.int().nonnegative(),
};
/** Direct and indirect verdicts are never added into one number. */
const summarySchema = z.strictObject({ ...countShape, indirect: z.strictObject(countShape) });
export type Summary = Readonly<z.infer<typeof summarySchema>>;

export const runSchema = z.strictObject({
  format: z.literal(RUN_FORMAT),
  version: z.literal(RUN_VERSION),
  id: z.uuid(),
  /** The run whose other results this one carries over, where only some checks were run again. */
  continues: z.uuid().optional(),
  tool: z.strictObject({ version: z.string() }),
  site: z.strictObject({ id: z.string(), name: z.string() }),
  /** The site profile at the time of the run, its SNMP community hidden. */
  profile: siteSchema,
  catalogue: z.strictObject({
    id: z.string(),
    revision: z.string(),
    updated: z.string(),
    /** The requirements that apply to the site, as they read at the time of the run. */
    requirements: z.array(requirementSchema),
  }),
  viewpoint: z.enum(VIEWPOINTS),
  stage: z.enum(STAGES),
  place: placeSchema,
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime(),
  interrupted: z.boolean(),
  checks: z.array(checkResultSchema),
  controls: z.array(controlSchema),
  findings: z.array(findingSchema),
  summary: summarySchema,
});
export type Run = Readonly<z.infer<typeof runSchema>>;

/** What a run tells while it goes on. */
export type RunEvent =
  | { readonly kind: 'started'; readonly checkId: string }
  | { readonly kind: 'result'; readonly result: z.infer<typeof checkResultSchema> }
  | { readonly kind: 'control'; readonly control: Control };
