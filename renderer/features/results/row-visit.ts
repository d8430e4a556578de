/** What a visit keeps of single rows, and how a row changes it. */
import type { PlannedCheck } from '../../../src/contract/check.ts';
import type { RowNote, Visit } from '../../../src/contract/visit.ts';
import { type Waiver, waiverFor } from '../../../src/contract/waivers.ts';

export interface RowVisit {
  readonly notes: ReadonlyMap<string, RowNote>;
  readonly waiverOf: (check: PlannedCheck) => Waiver | null;
  /** True once the visit is signed. */
  readonly readOnly: boolean;
  readonly loadPhoto: (photoId: string) => Promise<string | null>;
  readonly onNote: (checkId: string, patch: Partial<Omit<RowNote, 'checkId'>>) => void;
  /** Asks for pictures; none where the person closed the dialog. */
  readonly takePhotos: () => Promise<RowNote['photos']>;
  readonly engineer: string;
  readonly onWaive: (waiver: Omit<Waiver, 'id' | 'at'>) => void;
  readonly onTakeBack: (waiverId: string) => void;
}

/** `day` is that of the laptop, `2026-11-22`: waivers end with a day. */
export function notedRows(
  { notes, waivers }: Pick<Visit, 'notes' | 'waivers'>,
  day: string,
): Pick<RowVisit, 'notes' | 'waiverOf'> {
  return {
    notes: new Map(notes.map((note) => [note.checkId, note])),
    waiverOf: (check) => waiverFor(waivers, check, day),
  };
}
