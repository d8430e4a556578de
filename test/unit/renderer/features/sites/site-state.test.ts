import { describe, expect, it } from 'vitest';
import { siteState } from '../../../../../renderer/features/sites/site-state.ts';
import { makeRunSummary } from '../../fake-bridge.ts';

const everywhere = (counts: Parameters<typeof makeRunSummary>[1]) => [
  makeRunSummary('workstation', counts),
  makeRunSummary('device', counts),
  makeRunSummary('server', counts),
];

describe('siteState', () => {
  it('knows of no place when there was no run', () => {
    expect(siteState([])).toMatchObject({ visited: [], last: null, fail: 0 });
  });

  it('adds up the places and says whether one was stopped', () => {
    expect(siteState(everywhere({ pass: 5, fail: 1 }))).toMatchObject({
      pass: 15,
      fail: 3,
      visited: ['workstation', 'device', 'server'],
      interrupted: false,
    });
    const stopped = makeRunSummary('workstation', { pass: 1 }, { interrupted: true });
    expect(siteState([...everywhere({ pass: 5 }).slice(1), stopped]).interrupted).toBe(true);
  });

  it('keeps what a complete run proved when the next one is stopped', () => {
    const later = { interrupted: true, finishedAt: '2026-11-22T08:00:00.000Z' };
    const complete = everywhere({ pass: 5 });
    const stopped = makeRunSummary('device', { pass: 1, skip: 4 }, later);
    expect(siteState([stopped, ...complete])).toMatchObject({ interrupted: false, pass: 15, last: stopped });
    const broken = makeRunSummary('device', { fail: 1, skip: 4 }, later);
    expect(siteState([broken, ...complete])).toMatchObject({ pass: 14, fail: 1 });
  });

  it('does not call a visit what measured nothing', () => {
    const nothing = makeRunSummary('device', { skip: 9 }, { interrupted: true });
    expect(siteState([nothing])).toMatchObject({ visited: [], last: null });
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
    const fresh = makeRunSummary('device', { pass: 3 });
    expect(siteState([old, fresh])).toMatchObject({ fail: 0, pass: 3, last: fresh });
  });
});
