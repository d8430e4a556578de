import { describe, expect, it } from 'vitest';
import { type Pace, secondsLeft, withSample } from '../../../../../renderer/features/results/pace.ts';

/** One sample a second: how many are done at each. */
const paceOf = (counts: readonly number[]): Pace =>
  counts.reduce<Pace>((pace, done, second) => withSample(pace, { atMs: second * 1000, done }), []);

describe('secondsLeft', () => {
  it('says nothing before three seconds and a twentieth of the probes have passed', () => {
    expect(secondsLeft(paceOf([0, 50, 90]), 100)).toBeNull();
    expect(secondsLeft(paceOf([0, 1, 2, 3, 4]), 100)).toBeNull();
    expect(secondsLeft(paceOf([0, 2, 4, 6]), 100)).toBe(47);
  });

  it('forgets the answers that came at once when silent ports slow the run down', () => {
    const counts = [0, 500, ...Array.from({ length: 20 }, (_, second) => 500 + second * 10)];
    const done = counts.at(-1) ?? 0;
    expect(secondsLeft(paceOf(counts), done + 100)).toBe(10);
  });

  it('does not take the results carried over from an earlier run for its pace', () => {
    expect(secondsLeft(paceOf([900, 901, 902, 903, 904]), 1000)).toBeNull();
    expect(secondsLeft(paceOf([900, 910, 920, 930, 940]), 1000)).toBe(6);
  });

  it('says nothing while nothing moves, and at the end', () => {
    expect(secondsLeft(paceOf([0, 50, ...Array.from({ length: 12 }, () => 50)]), 100)).toBeNull();
    expect(secondsLeft(paceOf([0, 40, 80, 100]), 100)).toBeNull();
  });
});
