import { describe, expect, it } from 'vitest';
import { comparePlaces } from '../../../../../renderer/features/outcome/comparison.ts';
import { deviceRun, goodVisit, romashka, workstationRun } from '../../../../fixtures/romashka.ts';
import { coverageFor } from '../../coverage-of-visit.ts';

const site = romashka(3);
const RUNS = [workstationRun({ site }), deviceRun({ site })];
const EARLIER = goodVisit(site).map((run, index) => ({
  ...run,
  id: `0b7c2f4e-0000-4000-8000-00000000000${index}`,
  startedAt: '2026-10-12T07:00:00.000Z',
  finishedAt: '2026-10-12T07:01:00.000Z',
}));
const coverage = coverageFor(site, RUNS);
const visit = { runIds: RUNS.map(({ id }) => id) };

describe('the comparison with the last visit', () => {
  it('sets each place of this visit against the same place then', () => {
    const places = comparePlaces({ visit, coverage, runs: RUNS, earlier: EARLIER });
    expect(places.map(({ viewpoint, before }) => [viewpoint, before])).toEqual([
      ['workstation', '2026-10-12T07:01:00.000Z'],
      ['device', '2026-10-12T07:01:00.000Z'],
    ]);
  });

  it('names what got worse', () => {
    const [workstation] = comparePlaces({ visit, coverage, runs: RUNS, earlier: EARLIER });
    const worse = workstation?.comparison.checks.filter(({ change }) => change === 'newly-failing');
    expect(worse?.map(({ check }) => check.requirement)).toContain('monitoring-https');
  });

  it('names what is fixed', () => {
    const good = goodVisit(site);
    const places = comparePlaces({
      visit: { runIds: good.map(({ id }) => id) },
      coverage: coverageFor(site, good),
      runs: good,
      earlier: RUNS.map((run) => ({ ...run, id: `${run.id.slice(0, -1)}e` })),
    });
    const fixed = places[0]?.comparison.checks.filter(({ change }) => change === 'fixed');
    expect(fixed?.map(({ check }) => check.requirement)).toContain('monitoring-https');
  });

  it('looks only at what the place itself proves', () => {
    const [workstation] = comparePlaces({ visit, coverage, runs: RUNS, earlier: EARLIER });
    expect(workstation?.comparison.checks.every(({ check }) => check.from === 'workstation')).toBe(true);
  });

  it('leaves out a place that this visit has not been to, also where an older run stands for it', () => {
    const [, , server] = EARLIER;
    const runs = server === undefined ? RUNS : [...RUNS, server];
    const places = comparePlaces({ visit, coverage: coverageFor(site, runs), runs, earlier: EARLIER });
    expect(places.map(({ viewpoint }) => viewpoint)).toEqual(['workstation', 'device']);
  });

  it('is empty where nothing came before', () => {
    expect(comparePlaces({ visit, coverage, runs: RUNS, earlier: [] })).toEqual([]);
  });
});
