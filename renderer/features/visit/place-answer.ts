/** Whether the laptop's address contradicts the chosen place, and what the person said to that. */
import type { Site } from '../../../src/contract/site.ts';
import type { Visit } from '../../../src/contract/visit.ts';
import { type Misfit, misfitOf } from './looks-like.ts';
import type { Place } from './place-store.ts';

export interface PlaceAnswer {
  readonly misfit: Misfit;
  /** Null while nobody has said why it is right all the same. */
  readonly reason: string | null;
}

/** Null where nothing contradicts. The demo lives on this computer, whatever its addresses are. */
export function placeAnswer(
  visit: Visit,
  site: Site,
  place: Place | null,
  demo: boolean,
): PlaceAnswer | null {
  if (demo) return null;
  const misfit = misfitOf(place?.interfaces ?? [], site, visit.viewpoint, visit.localAddress);
  if (misfit === null) return null;
  const given = visit.placeReasons.find(
    ({ viewpoint, address }) => viewpoint === visit.viewpoint && address === misfit.addresses[0],
  );
  return { misfit, reason: given?.reason ?? null };
}
