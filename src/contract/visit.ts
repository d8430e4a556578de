/** The visit (`*.visit.json`), version 1: one time on site, saved at each change so that it can be left and resumed. */
import { z } from 'zod';
import { waiverSchema } from './waivers.ts';
import { STAGES, VIEWPOINTS } from './words.ts';

export const VISIT_FORMAT = 'printum-sitecheck/visit';
export const VISIT_VERSION = 1;
export const VISIT_MAX_BYTES = 16 * 1024 * 1024;

/** The steps from the door to the signature, in the order in which the window leads through them. */
export const VISIT_STEPS = ['prepare', 'where', 'checks', 'left', 'manual', 'result', 'paper'] as const;
export type VisitStep = (typeof VISIT_STEPS)[number];

const noteText = z.string().max(4000);

/** The picture itself lies beside the visit, under its id. */
export const photoSchema = z.strictObject({
  id: z.uuid(),
  /** As the file was called on the camera. */
  name: z.string().max(255),
  mediaType: z.enum(['image/jpeg', 'image/png']),
  at: z.iso.datetime(),
});
export type Photo = Readonly<z.infer<typeof photoSchema>>;

/** Why the person took this place although the address speaks against it. */
const placeReasonSchema = z.strictObject({
  viewpoint: z.enum(VIEWPOINTS),
  address: z.string().max(64).nullable(),
  reason: z.string().min(1).max(500),
  at: z.iso.datetime(),
});
export type PlaceReason = Readonly<z.infer<typeof placeReasonSchema>>;

const rowNoteSchema = z.strictObject({
  checkId: z.string().max(500),
  note: noteText,
  photos: z.array(photoSchema).max(20),
});
export type RowNote = Readonly<z.infer<typeof rowNoteSchema>>;

export const MANUAL_STATES = ['done', 'not-done', 'not-applicable'] as const;
export type ManualState = (typeof MANUAL_STATES)[number];

/** An item that no probe can see (`manual` of the catalogue), as it was found; absent while nobody has looked. */
const manualAnswerSchema = z.strictObject({
  itemId: z.string().max(100),
  state: z.enum(MANUAL_STATES),
  note: noteText,
  /** Who said so, where it was not seen by the engineer. */
  saidBy: z.string().max(200),
  photos: z.array(photoSchema).max(20),
  at: z.iso.datetime(),
});
export type ManualAnswer = Readonly<z.infer<typeof manualAnswerSchema>>;

/** `at` is null while the name is known and nothing is signed; `onPaper`: the pen signs, the window only remembers. */
const signatureSchema = z.strictObject({
  name: z.string().max(200),
  position: z.string().max(200),
  at: z.iso.datetime().nullable(),
  onPaper: z.boolean(),
});
export type Signature = Readonly<z.infer<typeof signatureSchema>>;

export const visitSchema = z.strictObject({
  format: z.literal(VISIT_FORMAT),
  version: z.literal(VISIT_VERSION),
  id: z.uuid(),
  siteId: z.uuid(),
  startedAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  /** When the engineer signed: from then on the visit does not change. */
  closedAt: z.iso.datetime().nullable(),
  stage: z.enum(STAGES),
  step: z.enum(VISIT_STEPS),
  viewpoint: z.enum(VIEWPOINTS),
  indirect: z.boolean(),
  localAddress: z.string().max(64).nullable(),
  /** Ids of preparation lines that are ticked. */
  prepared: z.array(z.string().max(100)).max(100),
  /** Runs made in this visit, oldest first. */
  runIds: z.array(z.uuid()).max(1000),
  placeReasons: z.array(placeReasonSchema).max(100),
  waivers: z.array(waiverSchema).max(5000),
  notes: z.array(rowNoteSchema).max(10_000),
  manual: z.array(manualAnswerSchema).max(1000),
  signatures: z.strictObject({ engineer: signatureSchema, customer: signatureSchema }),
});
export type Visit = Readonly<z.infer<typeof visitSchema>>;
