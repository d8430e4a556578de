/** What the `raw` probe is told and what it observes: a connection, and the model where it may ask for it. */
import { z } from 'zod';
import { connectionShape } from './facts-parts.ts';

export const rawOptionsSchema = z.strictObject({
  /** False: not one byte is written, because a RAW port prints what it gets. */
  askModel: z.boolean().default(false),
});

export const rawFactsSchema = z.object({
  ...connectionShape,
  /** Whether the device was asked for its model. */
  asked: z.boolean(),
  /** Its answer to `INFO ID` (PJL Technical Reference, ch. 7); null where it gave none. */
  model: z.string().nullable(),
});
export type RawFacts = Readonly<z.infer<typeof rawFactsSchema>>;
