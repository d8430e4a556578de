import { describe, expect, it } from 'vitest';
import type { CheckResult } from '../../../src/contract/check.ts';
import { CHANGES, INCOMPARABLE, INCOMPARABLE_TEXTS } from '../../../src/contract/comparison.ts';
import type { Run } from '../../../src/contract/run.ts';
import { compareRuns } from '../../../src/verdict/compare.ts';
import { deviceRun, romashka, workstationRun } from '../../fixtures/romashka.ts';

const SITE = romashka(1);
const RUN = workstationRun({ site: SITE });
const ASKED = 'account-http';

/** The run with the results of one requirement changed. */
function withAsked(change: Partial<CheckResult>, run: Run = RUN): Run {
  return {
    ...run,
    checks: run.checks.map((result) => (result.requirement === ASKED ? { ...result, ...change } : result)),
  };
}

function without(run: Run): Run {
  return { ...run, checks: run.checks.filter(({ requirement }) => requirement !== ASKED) };
}

function askedIn(earlier: Run, later: Run) {
  return compareRuns(earlier, later).checks.find(({ check }) => check.requirement === ASKED);
}

const PASS = { verdict: 'pass', proof: 'direct' } as const;
const WARN = { verdict: 'warn', proof: 'direct' } as const;
const FAIL = { verdict: 'fail', proof: 'direct' } as const;
const SKIP = { verdict: 'skip', proof: 'none' } as const;
const ERROR = { verdict: 'error', proof: 'direct' } as const;
const ANSWERS = { verdict: 'pass', proof: 'indirect' } as const;
const AWAY = { verdict: 'fail', proof: 'indirect' } as const;

describe('compareRuns', () => {
  it.each([
    [PASS, PASS, 'unchanged', null],
    [FAIL, FAIL, 'unchanged', null],
    [PASS, FAIL, 'newly-failing', null],
    [WARN, FAIL, 'newly-failing', null],
    [PASS, WARN, 'newly-failing', null],
    [FAIL, PASS, 'fixed', null],
    [FAIL, WARN, 'fixed', null],
    [WARN, PASS, 'fixed', null],
    [ANSWERS, AWAY, 'newly-failing', null],
    [AWAY, PASS, 'not-comparable', 'other-proof'],
    [PASS, ANSWERS, 'not-comparable', 'other-proof'],
    [SKIP, PASS, 'not-comparable', 'not-probed-before'],
    [ERROR, PASS, 'not-comparable', 'not-probed-before'],
    [FAIL, SKIP, 'not-comparable', 'not-probed-now'],
    [FAIL, ERROR, 'not-comparable', 'not-probed-now'],
    [SKIP, ERROR, 'not-comparable', 'not-probed'],
  ] as const)('after %j and now %j says %s, %s', (then, now, change, why) => {
    expect(askedIn(withAsked(then), withAsked(now))).toMatchObject({ change, why });
  });

  it('says that the address differs when the profile has moved the target or its port', () => {
    const [asked] = RUN.checks.filter(({ requirement }) => requirement === ASKED);
    if (asked === undefined) throw new Error('no check to move');
    const moved = withAsked({ to: { ...asked.to, host: '10.77.30.11' } });
    expect(askedIn(RUN, moved)).toMatchObject({ change: 'not-comparable', why: 'other-address' });
    const otherPort = withAsked({ port: 8081, id: asked.id.replace(':80/', ':8081/') });
    expect(askedIn(RUN, otherPort)).toMatchObject({ why: 'other-address' });
    expect(compareRuns(RUN, otherPort).checks).toHaveLength(RUN.checks.length);
  });

  it('says so when a flow is no longer in the plan, or was not before', () => {
    expect(askedIn(RUN, without(RUN))).toMatchObject({ later: null, why: 'no-longer-planned' });
    expect(askedIn(without(RUN), RUN)).toMatchObject({ earlier: null, why: 'not-planned-before' });
  });

  it('compares nothing when the stages differ', () => {
    const { counts, checks } = compareRuns({ ...RUN, stage: 'before-install' }, RUN);
    expect(counts).toEqual({
      'newly-failing': 0,
      fixed: 0,
      unchanged: 0,
      'not-comparable': checks.length,
    });
    expect(new Set(checks.map(({ why }) => why))).toEqual(new Set(['other-stage']));
  });

  it('does not compare a requirement that asks for something else in another revision, but does for other words', () => {
    const revised = (change: (requirement: Run['catalogue']['requirements'][number]) => object): Run => ({
      ...RUN,
      catalogue: {
        ...RUN.catalogue,
        revision: '13',
        requirements: RUN.catalogue.requirements.map((requirement) =>
          requirement.id === ASKED ? { ...requirement, ...change(requirement) } : requirement,
        ),
      },
    });
    const reworded = revised(() => ({ title: { ru: 'Кабинет', en: 'Account' } }));
    expect(askedIn(RUN, reworded)).toMatchObject({ change: 'unchanged' });
    const altered = revised(({ flows }) => ({ flows: flows.map((flow) => ({ ...flow, transport: 'udp' })) }));
    expect(askedIn(RUN, altered)).toMatchObject({ change: 'not-comparable', why: 'other-requirement' });
    expect(compareRuns(RUN, altered).counts['not-comparable']).toBe(
      compareRuns(RUN, reworded).counts['not-comparable'] + 1,
    );
  });

  it('has every check once and counts them all', () => {
    const { checks, counts } = compareRuns(without(RUN), RUN);
    expect(checks.map(({ check }) => check.id)).toEqual(RUN.checks.map(({ id }) => id));
    expect(CHANGES.reduce((sum, change) => sum + counts[change], 0)).toBe(checks.length);
  });

  it('refuses runs of different sites or viewpoints', () => {
    const elsewhere = { ...RUN, site: { ...RUN.site, id: 'other' } };
    expect(() => compareRuns(RUN, elsewhere)).toThrow(RangeError);
    expect(() => compareRuns(RUN, deviceRun({ site: SITE }))).toThrow(RangeError);
  });

  it('has words for every reason in both languages', () => {
    for (const why of INCOMPARABLE) {
      expect(INCOMPARABLE_TEXTS[why].ru).toMatch(/[а-яё]/);
      expect(INCOMPARABLE_TEXTS[why].en).toMatch(/^[a-z]/);
    }
  });
});
