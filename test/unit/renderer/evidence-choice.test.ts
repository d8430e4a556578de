import { describe, expect, it } from 'vitest';
import { earlierRuns, evidenceRuns } from '../../../src/contract/evidence-choice.ts';
import type { Visit } from '../../../src/contract/visit.ts';
import { makeRunSummary } from './fake-bridge.ts';

const VISIT: Pick<Visit, 'runIds' | 'stage' | 'startedAt' | 'closedAt'> = {
  runIds: ['here-1', 'here-2'],
  stage: 'after-install',
  startedAt: '2026-11-22T07:00:00.000Z',
  closedAt: null,
};

function run(id: string, viewpoint: 'workstation' | 'device' | 'server', finishedAt: string, changes = {}) {
  return makeRunSummary(viewpoint, { pass: 3 }, { id, finishedAt, ...changes });
}

const HERE_1 = run('here-1', 'workstation', '2026-11-22T07:10:00.000Z');
const HERE_2 = run('here-2', 'workstation', '2026-11-22T07:20:00.000Z');

describe('the runs that a visit stands on', () => {
  it('are its own, newest first', () => {
    expect(evidenceRuns(VISIT, [HERE_1, HERE_2])).toEqual({ runIds: ['here-2', 'here-1'], older: [] });
  });

  it('take the newest run of an earlier visit where this one has not been, and say its date', () => {
    const old = run('old', 'server', '2026-10-01T07:00:00.000Z');
    const older = run('older', 'server', '2026-09-01T07:00:00.000Z');
    const elsewhere = run('old-workstation', 'workstation', '2026-10-01T07:05:00.000Z');
    expect(evidenceRuns(VISIT, [HERE_2, old, older, elsewhere])).toEqual({
      runIds: ['here-2', 'old'],
      older: [{ viewpoint: 'server', at: '2026-10-01T07:00:00.000Z' }],
    });
  });

  it('are of the stage of the visit, and have measured something', () => {
    const blank = makeRunSummary('device', {}, { id: 'blank', finishedAt: '2026-11-22T07:30:00.000Z' });
    const before = run('before', 'server', '2026-10-01T07:00:00.000Z', { stage: 'before-install' });
    expect(evidenceRuns(VISIT, [HERE_2, blank, before]).runIds).toEqual(['here-2']);
  });

  it('of a closed visit hold nothing that was seen after it was closed', () => {
    const later = run('later', 'server', '2026-12-01T07:00:00.000Z');
    const closed = { ...VISIT, closedAt: '2026-11-22T09:00:00.000Z' };
    expect(evidenceRuns(closed, [HERE_2, later]).runIds).toEqual(['here-2']);
    expect(evidenceRuns(VISIT, [HERE_2, later]).runIds).toEqual(['here-2', 'later']);
  });
});

describe('the runs that a visit is compared with', () => {
  it('are the newest complete ones of each place before it began', () => {
    const last = run('last', 'workstation', '2026-10-01T07:00:00.000Z');
    const first = run('first', 'workstation', '2026-09-01T07:00:00.000Z');
    const stopped = run('stopped', 'device', '2026-10-02T07:00:00.000Z', { interrupted: true });
    const device = run('device', 'device', '2026-09-02T07:00:00.000Z');
    expect(earlierRuns(VISIT, [HERE_1, HERE_2, last, first, stopped, device])).toEqual(['last', 'device']);
  });

  it('are none where nothing came before', () => {
    expect(earlierRuns(VISIT, [HERE_1, HERE_2])).toEqual([]);
  });
});
