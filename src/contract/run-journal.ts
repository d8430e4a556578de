/** The journal of a run that goes on (`*.partial.jsonl`), version 1: a head line, then one line for each answer. */
import { z } from 'zod';
import { checkResultSchema, checkSchema } from './check.ts';
import { runSchema } from './run.ts';
import { siteSchema } from './site.ts';
import { LANGUAGES, STAGES, VIEWPOINTS } from './words.ts';

export const RUN_JOURNAL_FORMAT = 'printum-sitecheck/run-journal';
export const RUN_JOURNAL_VERSION = 1;

const skipReasons = ['other-viewpoint', 'inside-one-server', 'not-selected'] as const;
const actionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('probe'), proof: z.enum(['direct', 'indirect']) }),
  z.strictObject({ kind: z.literal('skip'), reason: z.enum(skipReasons) }),
]);

/** Everything that is known when a run begins and that its document will hold. No secrets. */
const runOpeningSchema = z.strictObject({
  id: z.uuid(),
  /** The run whose other results this one carries over; null for a run of its own. */
  continues: z.uuid().nullable(),
  toolVersion: z.string(),
  /** Its SNMP community hidden. */
  profile: siteSchema,
  catalogue: runSchema.shape.catalogue,
  viewpoint: z.enum(VIEWPOINTS),
  stage: z.enum(STAGES),
  /** The language of the messages in the document. */
  language: z.enum(LANGUAGES),
  place: runSchema.shape.place,
  startedAt: z.iso.datetime(),
  planned: z.array(z.strictObject({ ...checkSchema.shape, place: z.enum(VIEWPOINTS), action: actionSchema })),
  /** Ids of the checks that are probed again; null: all of the plan. */
  again: z.array(z.string()).nullable(),
});
export type RunOpening = Readonly<z.infer<typeof runOpeningSchema>>;

export const journalHeadSchema = z.strictObject({
  format: z.literal(RUN_JOURNAL_FORMAT),
  version: z.literal(RUN_JOURNAL_VERSION),
  opening: runOpeningSchema,
});

export const journalEntrySchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('result'), result: checkResultSchema }),
  z.strictObject({ kind: z.literal('control'), control: runSchema.shape.controls.element }),
  /** The run came to its end; only its document was not written yet. */
  z.strictObject({ kind: z.literal('end'), interrupted: z.boolean(), finishedAt: z.iso.datetime() }),
]);
export type JournalEntry = Readonly<z.infer<typeof journalEntrySchema>>;
