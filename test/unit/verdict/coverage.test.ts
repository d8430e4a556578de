import { describe, expect, it } from 'vitest';
import type { CheckResult } from '../../../src/contract/check.ts';
import type { Coverage } from '../../../src/contract/coverage.ts';
import type { Run } from '../../../src/contract/run.ts';
import type { Site } from '../../../src/contract/site.ts';
import type { Waiver } from '../../../src/contract/waivers.ts';
import { applicableRequirements, everyFlow } from '../../../src/plan/plan.ts';
import { type CoverageQuestion, coverageOf } from '../../../src/verdict/coverage.ts';
import { goodVisit, romashka, serverRun, workstationRun } from '../../fixtures/romashka.ts';
import { makeWaiver } from '../../fixtures/visit.ts';
import { CATALOGUE } from '../../support/make-run.ts';

const DAY = '2026-11-22';
const ASKED = 'account-http';

function question(
  site: Site,
  runs: readonly Run[],
  changes: Partial<CoverageQuestion> = {},
): CoverageQuestion {
  return {
    checks: everyFlow(site, CATALOGUE),
    requirements: applicableRequirements(site, CATALOGUE),
    runs,
    waivers: [],
    day: DAY,
    ...changes,
  };
}

function waiver(changes: Partial<Waiver>): Waiver {
  return makeWaiver({ requirement: ASKED, ...changes });
}

/** Everything good, but the results of one requirement changed in every run. */
function changed(site: Site, change: Partial<CheckResult>): readonly Run[] {
  return goodVisit(site).map((run) => ({
    ...run,
    checks: run.checks.map((result) => (result.requirement === ASKED ? { ...result, ...change } : result)),
  }));
}

function stateOfAsked({ cells }: Coverage) {
  return cells.find(({ check }) => check.requirement === ASKED)?.state;
}

const SITE = romashka(2);

describe('coverageOf', () => {
  it.each([
    ['proven', 'ready', {}],
    ['failed', 'not-ready', { verdict: 'fail', proof: 'direct' }],
    ['remark', 'remarks', { verdict: 'warn', proof: 'direct' }],
    ['indirect', 'not-enough-data', { verdict: 'pass', proof: 'indirect' }],
    ['indirect', 'not-enough-data', { verdict: 'warn', proof: 'indirect' }],
    ['fail-indirect', 'not-enough-data', { verdict: 'fail', proof: 'indirect' }],
    ['not-seen', 'not-enough-data', { verdict: 'error', proof: 'direct' }],
    ['not-seen', 'not-enough-data', { verdict: 'skip', proof: 'none' }],
    ['not-seen', 'not-enough-data', { verdict: 'skip', proof: 'indirect' }],
  ] as const)('says %s and %s when the result is %j', (state, readiness, change) => {
    const coverage = coverageOf(question(SITE, changed(SITE, change)));
    expect(stateOfAsked(coverage)).toBe(state);
    expect(coverage.readiness).toBe(readiness);
    expect(coverage.requirementCounts[state]).toBe(state === 'proven' ? coverage.requirements : 1);
  });

  it.each([
    ['waived', 'ready', { verdict: 'fail', proof: 'direct' }],
    ['waived', 'ready', { verdict: 'skip', proof: 'none' }],
    ['proven', 'ready', {}],
  ] as const)('says %s and %s when it is waived and the result is %j', (state, readiness, change) => {
    const coverage = coverageOf(question(SITE, changed(SITE, change), { waivers: [waiver({})] }));
    expect(stateOfAsked(coverage)).toBe(state);
    expect(coverage.readiness).toBe(readiness);
    expect(coverage.cells.filter((cell) => cell.waiver !== null)).toHaveLength(state === 'waived' ? 1 : 0);
  });

  it.each([
    ['2026-11-21', 'not-ready'],
    ['2026-11-22', 'ready'],
    [null, 'ready'],
  ] as const)('lets a waiver count until its last day when that is %s', (until, readiness) => {
    const runs = changed(SITE, { verdict: 'fail' });
    expect(coverageOf(question(SITE, runs, { waivers: [waiver({ until })] })).readiness).toBe(readiness);
  });

  it('covers every flow of a target when the waiver names the target alone', () => {
    const waivers = [waiver({ requirement: null, targetId: 'mfu-201' })];
    const { cells } = coverageOf(question(SITE, [], { waivers }));
    const waived = cells.filter(({ state }) => state === 'waived');
    expect(waived.length).toBeGreaterThan(3);
    expect(new Set(waived.map(({ check }) => check.to.id))).toEqual(new Set(['mfu-201']));
  });

  it('covers one way of a requirement when the waiver says from where', () => {
    const waivers = [waiver({ requirement: 'printmanager-http', from: 'device' })];
    const { cells } = coverageOf(question(SITE, [], { waivers }));
    const ways = cells.filter(({ state }) => state === 'waived').map(({ check }) => check.from);
    expect(ways).toEqual(['device']);
  });

  it('keeps the direct proof when an indirect answer, a skip or a tool failure comes later', () => {
    const runs = goodVisit(SITE);
    const [first] = runs;
    if (first === undefined) throw new Error('no run');
    for (const change of [
      { verdict: 'fail', proof: 'indirect' },
      { verdict: 'skip', proof: 'none' },
      { verdict: 'error', proof: 'direct' },
    ] as const) {
      const later = {
        ...first,
        startedAt: '2026-11-22T12:00:00.000Z',
        checks: first.checks.map((result) => ({ ...result, ...change })),
      };
      expect(coverageOf(question(SITE, [...runs, later])).readiness).toBe('ready');
    }
  });

  it('takes the newer of two direct results when the order of the runs is any', () => {
    const runs = goodVisit(SITE);
    const failed = changed(SITE, { verdict: 'fail' }).map((run) => ({
      ...run,
      startedAt: '2026-11-21T07:00:00.000Z',
    }));
    expect(coverageOf(question(SITE, [...runs, ...failed])).readiness).toBe('ready');
    expect(coverageOf(question(SITE, [...failed, ...runs])).readiness).toBe('ready');
  });

  it('keeps what was heard from elsewhere when a later look from there heard nothing', () => {
    const runs = [
      ...changed(SITE, { verdict: 'fail', proof: 'indirect', startedAt: '2026-11-22T06:00:00.000Z' }),
      ...changed(SITE, { verdict: 'skip', proof: 'indirect', startedAt: '2026-11-22T07:00:00.000Z' }),
    ];
    expect(stateOfAsked(coverageOf(question(SITE, runs)))).toBe('fail-indirect');
  });

  it('takes the newer look when a later run only carries an older one over', () => {
    const [first] = changed(SITE, { verdict: 'fail', startedAt: '2026-11-22T06:00:00.000Z' });
    const [second] = changed(SITE, { startedAt: '2026-11-22T07:00:00.000Z' });
    if (first === undefined || second === undefined) throw new Error('The visit has no runs');
    const runs = [
      { ...first, startedAt: '2026-11-22T06:00:00.000Z' },
      { ...second, startedAt: '2026-11-22T07:00:00.000Z' },
      { ...first, startedAt: '2026-11-22T08:00:00.000Z' },
    ];
    expect(stateOfAsked(coverageOf(question(SITE, runs)))).toBe('proven');
  });

  it('tells where and when a result was seen, and nothing when none was', () => {
    const runs = goodVisit(SITE);
    const { cells } = coverageOf(question(SITE, runs.slice(0, 1)));
    const asked = cells.find(({ check }) => check.requirement === ASKED);
    expect(asked).toMatchObject({
      place: 'workstation',
      seen: { runId: runs[0]?.id, viewpoint: 'workstation' },
    });
    const elsewhere = cells.find(({ place }) => place === 'device');
    expect(elsewhere).toMatchObject({ state: 'not-seen', seen: null });
  });

  it('lists what is left by the place that would prove it when only one place was visited', () => {
    const { left, cells } = coverageOf(question(SITE, goodVisit(SITE).slice(0, 1)));
    expect(left.workstation).toHaveLength(0);
    expect(left.device).toHaveLength(cells.filter(({ place }) => place === 'device').length);
    expect(left.server).toHaveLength(cells.filter(({ place }) => place === 'server').length);
  });

  it('leaves out what is not required', () => {
    const runs = changed(SITE, { verdict: 'fail' });
    const checks = everyFlow(SITE, CATALOGUE).map((check) => ({
      ...check,
      required: check.requirement !== ASKED,
    }));
    const coverage = coverageOf(question(SITE, runs, { checks }));
    expect(coverage.readiness).toBe('ready');
    expect(coverage.left.workstation).toHaveLength(0);
    expect(coverage.cellCounts.failed).toBe(1);
  });

  it('counts a requirement once, in the state of its worst flow, and an unseen flow is worse than a remark', () => {
    const runs = [workstationRun({ site: SITE }), serverRun({ site: SITE })];
    const coverage = coverageOf(question(SITE, runs));
    const sum = Object.values(coverage.requirementCounts).reduce((total, count) => total + count, 0);
    expect(sum).toBe(coverage.requirements);
    expect(coverage.requirements).toBe(applicableRequirements(SITE, CATALOGUE).length);
  });

  it('counts a requirement as not seen when the site has nothing that it leads to, unless it is waived', () => {
    const site = romashka(0);
    const coverage = coverageOf(question(site, goodVisit(site)));
    expect(coverage.readiness).toBe('not-enough-data');
    const toDevices = CATALOGUE.requirements.filter(({ flows }) => flows.some(({ to }) => to === 'device'));
    expect(coverage.requirementCounts['not-seen']).toBe(toDevices.length);
    const waivers = toDevices.map(({ id }) => waiver({ requirement: id }));
    expect(coverageOf(question(site, goodVisit(site), { waivers })).readiness).toBe('ready');
  });

  it('does not miss what lies outside when the site has none of it', () => {
    const site = romashka(1, { external: [], onlineInstall: false });
    expect(coverageOf(question(site, goodVisit(site))).readiness).toBe('ready');
  });

  it('says that nothing was checked when there is no run', () => {
    const coverage = coverageOf(question(SITE, []));
    expect(coverage.readiness).toBe('not-checked');
    expect(coverage.cellCounts['not-seen']).toBe(coverage.cells.length);
  });

  it('refuses runs of two stages, because a pass of one can be a failure of the other', () => {
    const runs = goodVisit(SITE).map((run, index) =>
      index === 0 ? { ...run, stage: 'before-install' as const } : run,
    );
    expect(() => coverageOf(question(SITE, runs))).toThrow(RangeError);
  });
});
