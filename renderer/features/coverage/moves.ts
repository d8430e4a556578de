/** Where to go next: what each place would still prove, and how long its checks would take. */
import type { Coverage, CoverageCell } from '../../../src/contract/coverage.ts';
import type { ProbeSettings } from '../../../src/contract/site.ts';
import { isExternalKind, VIEWPOINTS, type Viewpoint } from '../../../src/contract/words.ts';
import { secondsFor } from '../../check-time.ts';

export interface Move {
  readonly viewpoint: Viewpoint;
  /** Flows that nobody has looked at from this place, by what they lead to. */
  readonly toDevices: number;
  readonly toServers: number;
  readonly toExternal: number;
  readonly unseen: number;
  /** Flows that failed or earned a remark from this very place: worth a repetition once they are mended. */
  readonly toRepeat: number;
  readonly seconds: number;
}

/** The place that proves most first; places with nothing left are no move. */
export function movesOf(coverage: Pick<Coverage, 'left'>, probe: ProbeSettings): readonly Move[] {
  return VIEWPOINTS.flatMap((viewpoint) => {
    const cells = coverage.left[viewpoint];
    return cells.length === 0 ? [] : [moveTo(viewpoint, cells, probe)];
  }).toSorted((one, other) => other.unseen - one.unseen || other.toRepeat - one.toRepeat);
}

function moveTo(viewpoint: Viewpoint, cells: readonly CoverageCell[], probe: ProbeSettings): Move {
  const unseen = cells.filter(({ state }) => state !== 'failed' && state !== 'remark');
  const toDevices = unseen.filter(({ check }) => check.to.role === 'device').length;
  const toExternal = unseen.filter(({ check }) => isExternalKind(check.to.role)).length;
  return {
    viewpoint,
    toDevices,
    toExternal,
    toServers: unseen.length - toDevices - toExternal,
    unseen: unseen.length,
    toRepeat: cells.length - unseen.length,
    seconds: secondsFor(cells, probe),
  };
}
