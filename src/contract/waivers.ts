/** Waivers: what nobody will prove on this site, by whose word, why, and until when. */
import { z } from 'zod';
import { PARTIES, type Party } from './words.ts';

/** Covers every flow that matches all three; null matches any. A requirement or a target is named. */
export const waiverSchema = z
  .strictObject({
    id: z.uuid(),
    /** Requirement id of the catalogue. */
    requirement: z.string().max(100).nullable(),
    /** Where the flow starts: the same port of the same server is another flow from another place. */
    from: z.enum(PARTIES).nullable(),
    /** Id of a server, external resource or device of the profile. */
    targetId: z.string().max(64).nullable(),
    reason: z.string().min(1).max(500),
    by: z.string().min(1).max(200),
    at: z.iso.datetime(),
    /** Last day on which it holds; null while nobody takes it back. */
    until: z.iso.date().nullable(),
  })
  .refine((waiver) => waiver.requirement !== null || waiver.targetId !== null);
export type Waiver = Readonly<z.infer<typeof waiverSchema>>;

/** The waiver that covers this flow on this day, the newest where several do; null where none does. */
export function waiverFor(
  waivers: readonly Waiver[],
  flow: { readonly requirement: string; readonly from: Party; readonly to: { readonly id: string } },
  day: string,
): Waiver | null {
  const matching = waivers.filter(
    ({ requirement, from, targetId, until }) =>
      (from === null || from === flow.from) &&
      (requirement === null || requirement === flow.requirement) &&
      (targetId === null || targetId === flow.to.id) &&
      (until === null || day <= until),
  );
  return matching.toSorted((one, other) => other.at.localeCompare(one.at))[0] ?? null;
}
