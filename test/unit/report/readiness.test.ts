import { describe, expect, it } from 'vitest';
import type { CheckResult } from '../../../src/contract/check.ts';
import type { Site } from '../../../src/contract/site.ts';
import { applicableRequirements } from '../../../src/plan/plan.ts';
import { countReadiness } from '../../../src/report/readiness.ts';
import { readinessSentence } from '../../../src/report/readiness-sentence.ts';
import { goodVisit, romashka } from '../../fixtures/romashka.ts';
import { CATALOGUE, planOf } from '../../support/make-run.ts';

const GOOD = goodVisit(romashka(0))[0]?.checks.filter((check) => check.proof === 'direct') ?? [];

/** Good results, the first of them changed. */
function entries(...changes: readonly Partial<CheckResult>[]) {
  return GOOD.map((result, index) => ({ result: { ...result, ...changes[index] } }));
}

const SKIPPED = { verdict: 'skip', proof: 'none' } as const;

describe('countReadiness', () => {
  it.each([
    ['ready', []],
    ['not-ready', [{ verdict: 'fail' }]],
    ['not-ready', [{ verdict: 'fail' }, SKIPPED, { verdict: 'warn' }]],
    ['not-enough-data', [SKIPPED]],
    ['not-enough-data', [SKIPPED, { verdict: 'warn' }]],
    ['not-enough-data', [{ verdict: 'error' }]],
    ['not-enough-data', [{ proof: 'indirect' }]],
    ['not-enough-data', [{ verdict: 'fail', proof: 'indirect' }]],
    ['remarks', [{ verdict: 'warn' }]],
    ['ready', [{ verdict: 'fail', required: false }]],
  ] as const)('says %s when the first results are %j', (readiness, changes) => {
    expect(countReadiness(entries(...changes)).readiness).toBe(readiness);
  });

  it('counts a requirement once, in the state of its worst flow', () => {
    const [first] = entries();
    if (first === undefined) throw new Error('no results to count');
    const failedToo = { result: { ...first.result, verdict: 'fail' } } as const;
    const count = countReadiness([first, failedToo]);
    expect(count.total).toBe(1);
    expect(count.counts).toEqual({ failed: 1, unproven: 0, indirect: 0, remark: 0, proven: 0 });
  });

  it('counts a requirement as unproven when the site has nothing that it leads to', () => {
    const asked = GOOD[0]?.requirement;
    const requirement = CATALOGUE.requirements.find(({ id }) => id === asked);
    const others = entries().filter(({ result }) => result.requirement !== asked);
    if (requirement === undefined) throw new Error('no requirement to leave out');
    expect(countReadiness(others, [])).toMatchObject({ readiness: 'ready', total: others.length });
    const count = countReadiness(others, [requirement]);
    expect(count).toMatchObject({ readiness: 'not-enough-data', total: others.length + 1 });
    expect(count.counts.unproven).toBe(1);
  });

  it('leaves out what lies outside when the site has nothing of it, and no device is no excuse', () => {
    const requirementsOf = (site: Site) => applicableRequirements(site, CATALOGUE);
    const proven = (site: Site) =>
      planOf({ site, viewpoint: 'server' }).map((check) => ({
        result: { ...check, required: true, verdict: 'pass', proof: 'direct' } as unknown as CheckResult,
      }));
    const alone = romashka(1, { external: [], onlineInstall: false });
    const deviceless = romashka(0);
    expect(countReadiness(proven(alone), requirementsOf(alone)).counts.unproven).toBe(0);
    expect(countReadiness(proven(deviceless), requirementsOf(deviceless)).counts.unproven).toBeGreaterThan(0);
  });

  it('says that nothing was checked when there is nothing', () => {
    expect(countReadiness([]).readiness).toBe('not-checked');
  });
});

describe('readinessSentence', () => {
  it.each([
    [1, 'Не выполнено 1 требование из 23.'],
    [2, 'Не выполнены 2 требования из 23.'],
    [5, 'Не выполнено 5 требований из 23.'],
    [21, 'Не выполнено 21 требование из 23.'],
  ])('agrees with the number %i', (failed, sentence) => {
    const counts = { failed, unproven: 0, indirect: 0, remark: 0, proven: 23 - failed };
    expect(
      readinessSentence({ readiness: 'not-ready', total: 23, counts }, 'ru').replaceAll('\u00A0', ' '),
    ).toContain(sentence);
  });
});
