import { describe, expect, it } from 'vitest';
import { connectBudgetMs } from '../../../src/probes/connect-budget.ts';

describe('connectBudgetMs', () => {
  it.each([
    ['an unknown host', 2000, undefined, 'linux', 2000],
    ['a near host', 2000, 1, 'linux', 300],
    ['a far host', 2000, 200, 'linux', 600],
    ['a host farther than the timeout', 500, 400, 'darwin', 500],
    ['a timeout under the floor', 100, 1, 'linux', 100],
  ] as const)('clamps three round trips when it is %s', (_what, timeoutMs, bestRttMs, platform, expected) => {
    expect(connectBudgetMs(timeoutMs, bestRttMs, platform)).toBe(expected);
  });

  it('outlasts the two seconds of a refusal when the system is Windows', () => {
    for (const bestRttMs of [undefined, 1, 200]) {
      expect(connectBudgetMs(300, bestRttMs, 'win32')).toBeGreaterThan(2100);
    }
    expect(connectBudgetMs(5000, undefined, 'win32')).toBe(5000);
  });
});
