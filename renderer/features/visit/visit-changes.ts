/** What a visit becomes by each change: pure, so that what is shown and what is saved are one value. */
import type { ManualAnswer, PlaceReason, RowNote, Signature, Visit } from '../../../src/contract/visit.ts';
import type { Waiver } from '../../../src/contract/waivers.ts';

/** What may change as a whole; the rest changes by the functions below or never. */
export type VisitPatch = Partial<
  Pick<Visit, 'stage' | 'step' | 'viewpoint' | 'indirect' | 'localAddress' | 'prepared'>
>;
export type SignatureSide = keyof Visit['signatures'];

/** The visit that goes on, else the newest closed one; null before the first. */
export function currentVisit(visits: readonly Visit[]): Visit | null {
  const newestFirst = visits.toSorted((one, other) => other.startedAt.localeCompare(one.startedAt));
  return newestFirst.find(({ closedAt }) => closedAt === null) ?? newestFirst[0] ?? null;
}

export function withRun(visit: Visit, runId: string): Visit {
  return visit.runIds.includes(runId) ? visit : { ...visit, runIds: [...visit.runIds, runId] };
}

/** One reason for one address at one place: a later one takes the place of the earlier. */
export function withPlaceReason(visit: Visit, reason: PlaceReason): Visit {
  const others = visit.placeReasons.filter(
    ({ viewpoint, address }) => viewpoint !== reason.viewpoint || address !== reason.address,
  );
  return { ...visit, placeReasons: [...others, reason] };
}

export function withWaiver(visit: Visit, waiver: Waiver): Visit {
  return { ...visit, waivers: [...visit.waivers, waiver] };
}

export function withoutWaiver(visit: Visit, waiverId: string): Visit {
  return { ...visit, waivers: visit.waivers.filter(({ id }) => id !== waiverId) };
}

/** A note of no words and no pictures is none. */
export function withNote(visit: Visit, checkId: string, patch: Partial<Omit<RowNote, 'checkId'>>): Visit {
  const known = visit.notes.find((note) => note.checkId === checkId) ?? { checkId, note: '', photos: [] };
  const next = { ...known, ...patch };
  const others = visit.notes.filter((note) => note.checkId !== checkId);
  const isEmpty = next.note === '' && next.photos.length === 0;
  return { ...visit, notes: isEmpty ? others : [...others, next] };
}

/** Null takes the answer back; a change of note, name or pictures needs an answer that is there. */
export function withAnswer(
  visit: Visit,
  itemId: string,
  patch: Partial<Omit<ManualAnswer, 'itemId' | 'at'>> | null,
  at: string,
): Visit {
  const known = visit.manual.find((answer) => answer.itemId === itemId);
  const others = visit.manual.filter((answer) => answer.itemId !== itemId);
  if (patch === null) return { ...visit, manual: others };
  const state = patch.state ?? known?.state;
  if (state === undefined) return visit;
  const blank = { itemId, note: '', saidBy: '', photos: [] };
  return { ...visit, manual: [...others, { ...blank, ...known, ...patch, state, at }] };
}

export function withSignature(visit: Visit, side: SignatureSide, patch: Partial<Signature>): Visit {
  const signature = { ...visit.signatures[side], ...patch };
  return { ...visit, signatures: { ...visit.signatures, [side]: signature } };
}

/** The engineer signs, and from then on nothing changes. */
export function closedAt(visit: Visit, at: string): Visit {
  const { engineer } = visit.signatures;
  return withSignature({ ...visit, closedAt: at }, 'engineer', { at: engineer.at ?? at });
}
