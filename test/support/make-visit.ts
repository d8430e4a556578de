/** A visit as it is when it has just begun. */
import { VISIT_FORMAT, type Visit, visitSchema } from '../../src/contract/visit.ts';

export const VISIT_ID = '0b7c2f4e-1d2a-4c3b-8e9f-0000000000b1';

const NO_SIGNATURE = { name: '', position: '', at: null, onPaper: false } as const;

export function makeVisit(changes: Partial<Visit> & { readonly siteId: string }): Visit {
  return visitSchema.parse({
    format: VISIT_FORMAT,
    version: 1,
    id: VISIT_ID,
    startedAt: '2026-11-22T06:00:00.000Z',
    updatedAt: '2026-11-22T06:00:00.000Z',
    closedAt: null,
    stage: 'after-install',
    step: 'prepare',
    viewpoint: 'workstation',
    indirect: false,
    localAddress: null,
    prepared: [],
    runIds: [],
    placeReasons: [],
    waivers: [],
    notes: [],
    manual: [],
    signatures: { engineer: NO_SIGNATURE, customer: NO_SIGNATURE },
    ...changes,
  });
}
