import { describe, expect, it } from 'vitest';
import { siteState } from '../../../../../renderer/features/sites/readiness.ts';
import { makeRunSummary } from '../../fake-bridge.ts';

const everywhere = (counts: Parameters<typeof makeRunSummary>[1]) => [
  makeRunSummary('workstation', counts),
  makeRunSummary('device', counts),
  makeRunSummary('server', counts),
];

describe('siteState', () => {
  it('says «not checked» when there was no run', () => {
    expect(siteState([])).toMatchObject({ readiness: 'not-checked', visited: [], last: null });
  });

  it('says «ready» only when all three places passed', () => {
    expect(siteState(everywhere({ pass: 5 })).readiness).toBe('ready');
    expect(siteState(everywhere({ pass: 5 }).slice(0, 2)).readiness).toBe('not-enough-data');
  });

  it('says «not ready» at the first direct failure, wherever it was seen', () => {
    expect(siteState([makeRunSummary('device', { pass: 9, fail: 1 })]).readiness).toBe('not-ready');
  });

  it('says «with remarks» when all places were visited and something needs attention', () => {
    expect(siteState(everywhere({ pass: 5, warn: 1 })).readiness).toBe('remarks');
  });

  it('never calls ready what could not be run or was stopped', () => {
    expect(siteState(everywhere({ pass: 5, error: 1 })).readiness).toBe('not-enough-data');
    const stopped = [
      ...everywhere({ pass: 5 }).slice(1),
      makeRunSummary('workstation', { pass: 1 }, { interrupted: true }),
    ];
    expect(siteState(stopped).readiness).toBe('not-enough-data');
  });

  it('keeps what a complete run proved when the next one is stopped', () => {
    const later = { interrupted: true, finishedAt: '2026-11-22T08:00:00.000Z' };
    const complete = everywhere({ pass: 5 });
    const stopped = makeRunSummary('device', { pass: 1, skip: 4 }, later);
    expect(siteState([stopped, ...complete])).toMatchObject({ readiness: 'ready', pass: 15, last: stopped });
    const broken = makeRunSummary('device', { fail: 1, skip: 4 }, later);
    expect(siteState([broken, ...complete])).toMatchObject({ readiness: 'not-ready', pass: 14, fail: 1 });
  });

  it('does not call a visit what measured nothing', () => {
    const nothing = makeRunSummary('device', { skip: 9 }, { interrupted: true });
    expect(siteState([nothing])).toMatchObject({ readiness: 'not-checked', visited: [], last: null });
  });

  it('speaks of the stage of the newest run alone', () => {
    const before = { stage: 'before-install', finishedAt: '2026-11-01T00:00:00.000Z' } as const;
    const old = [
      makeRunSummary('device', { fail: 3 }, before),
      makeRunSummary('server', { pass: 3 }, before),
    ];
    const fresh = makeRunSummary('workstation', { pass: 2 });
    expect(siteState([...old, fresh])).toMatchObject({ fail: 0, pass: 2, visited: ['workstation'] });
  });

  it('leaves indirect verdicts out of its numbers', () => {
    const [run] = everywhere({ pass: 2 });
    if (run === undefined) throw new Error('no run');
    const indirect = {
      ...run,
      summary: { ...run.summary, indirect: { ...run.summary.indirect, fail: 7, pass: 9 } },
    };
    expect(siteState([indirect])).toMatchObject({ fail: 0, pass: 2 });
  });

  it('takes the newest run of each place', () => {
    const old = makeRunSummary('device', { fail: 3 }, { finishedAt: '2026-11-01T00:00:00.000Z' });
    const fresh = makeRunSummary('device', { pass: 3 }, { finishedAt: '2026-11-02T00:00:00.000Z' });
    expect(siteState([old, fresh])).toMatchObject({ fail: 0, pass: 3, last: fresh });
  });
});
