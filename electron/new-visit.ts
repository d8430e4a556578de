/** A new visit to a site, with what still holds of the one before. */
import { VISIT_FORMAT, VISIT_VERSION, type Visit } from '../src/contract/visit.ts';
import type { Stage } from '../src/contract/words.ts';

export interface VisitOpening {
  readonly id: string;
  readonly siteId: string;
  readonly stage: Stage;
  /** From the settings. */
  readonly engineer: string;
  /** Null before the first visit to the site. */
  readonly last: Visit | null;
  /** ISO time, and the day as the laptop counts days. */
  readonly at: string;
  readonly day: string;
}

/** Carried over: waivers that have not run out, the customer's name and position, the engineer's position. */
export function newVisit({ id, siteId, stage, engineer, last, at, day }: VisitOpening): Visit {
  const before = last?.signatures;
  const position = before?.engineer.name === engineer ? before.engineer.position : '';
  return {
    format: VISIT_FORMAT,
    version: VISIT_VERSION,
    id,
    siteId,
    startedAt: at,
    updatedAt: at,
    closedAt: null,
    stage,
    step: 'prepare',
    viewpoint: 'workstation',
    indirect: false,
    localAddress: null,
    prepared: [],
    runIds: [],
    placeReasons: [],
    waivers: (last?.waivers ?? []).filter(({ until }) => until === null || day <= until),
    notes: [],
    manual: [],
    signatures: {
      engineer: { name: engineer, position, at: null, onPaper: false },
      customer: {
        name: before?.customer.name ?? '',
        position: before?.customer.position ?? '',
        at: null,
        onPaper: false,
      },
    },
  };
}
