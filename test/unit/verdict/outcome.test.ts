/** Counts and exit codes: what many verdicts come to. */
import { describe, expect, it } from 'vitest';
import { exitCodeOf } from '../../../src/verdict/exit-code.ts';
import { summaryOf } from '../../../src/verdict/summary.ts';
import { makeResult } from './observations.ts';

const pass = makeResult();
const fail = makeResult({ verdict: 'fail' });
const indirectFail = makeResult({ verdict: 'fail', proof: 'indirect' });
const error = makeResult({ verdict: 'error' });
const skip = makeResult({ verdict: 'skip', proof: 'none' });

describe('summaryOf', () => {
  it('never adds direct and indirect into one number', () => {
    const indirectPass = makeResult({ proof: 'indirect' });
    expect(summaryOf([pass, fail, indirectFail, indirectPass, indirectPass, error, skip])).toEqual({
      pass: 1,
      warn: 0,
      fail: 1,
      skip: 1,
      error: 1,
      indirect: { pass: 2, warn: 0, fail: 1, skip: 0, error: 0 },
    });
  });
});

describe('exitCodeOf', () => {
  it.each([
    [0, [pass, skip, indirectFail, makeResult({ verdict: 'warn' })]],
    [1, [pass, fail, error]],
    [3, [pass, error]],
    [
      0,
      [makeResult({ verdict: 'fail', required: false }), makeResult({ verdict: 'error', proof: 'indirect' })],
    ],
    [0, []],
  ] as const)('is %i', (code, checks) => {
    expect(exitCodeOf({ interrupted: false, checks })).toBe(code);
  });

  it('is 130 where the run was interrupted, whatever failed before', () => {
    expect(exitCodeOf({ interrupted: true, checks: [fail] })).toBe(130);
  });
});
