import { describe, expect, it, vi } from 'vitest';
import { createPacer } from '../../../../../renderer/features/results/pacer.ts';

describe('createPacer', () => {
  it('hands on the first at once and what follows together after the interval', () => {
    vi.useFakeTimers();
    const handed: (readonly number[])[] = [];
    const pacer = createPacer<number>(200, (items) => handed.push(items));
    pacer.add([1]);
    pacer.add([2]);
    pacer.add([3, 4]);
    expect(handed).toEqual([[1]]);
    vi.advanceTimersByTime(200);
    expect(handed).toEqual([[1], [2, 3, 4]]);
    vi.advanceTimersByTime(1000);
    pacer.add([5]);
    expect(handed).toEqual([[1], [2, 3, 4], [5]]);
    vi.useRealTimers();
  });

  it('gives back what waits and hands it on no more', () => {
    vi.useFakeTimers();
    const handed: (readonly number[])[] = [];
    const pacer = createPacer<number>(200, (items) => handed.push(items));
    pacer.add([1]);
    pacer.add([2]);
    expect(pacer.drain()).toEqual([2]);
    vi.advanceTimersByTime(1000);
    expect(handed).toEqual([[1]]);
    vi.useRealTimers();
  });
});
