/** The meter of this computer's own delay: it counts what the program held up, from the beginning of the watch on. */
import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createDelayMeter } from '../../../src/probes/own-delay.ts';

const HELD_MS = 120;

/** Nothing else gets a turn meanwhile. */
function hold(): void {
  const endMs = performance.now() + HELD_MS;
  while (performance.now() < endMs);
}

describe('createDelayMeter', () => {
  it('tells how long the program was held up while somebody watched', async () => {
    const stop = createDelayMeter()();
    await turn();
    hold();
    expect(stop()).toBeGreaterThan(HELD_MS * 0.8);
  });

  it('tells it to each of several watches, also where the timer had its turn in between', async () => {
    const watch = createDelayMeter();
    const stops = [watch(), watch()];
    hold();
    await turn();
    await turn();
    for (const stop of stops) expect(stop()).toBeGreaterThan(HELD_MS * 0.8);
  });

  it('counts nothing of what was late before the watch began', () => {
    const watch = createDelayMeter();
    const early = watch();
    hold();
    const late = watch();
    expect(late()).toBeLessThan(HELD_MS / 2);
    expect(early()).toBeGreaterThan(HELD_MS * 0.8);
  });

  it('is never below zero', () => {
    expect(createDelayMeter()()()).toBeGreaterThanOrEqual(0);
  });
});
