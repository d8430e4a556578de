import { describe, expect, it } from 'vitest';
import { formatClock, formatDay, formatDuration } from '../../../renderer/format.ts';
import { nextIndex } from '../../../renderer/ui/roving.ts';

const NBSP = '\u00a0';

describe('formatDuration', () => {
  it('writes milliseconds and seconds as a person of the language does', () => {
    expect(formatDuration(2.13, 'ru')).toBe(`2,1${NBSP}мс`);
    expect(formatDuration(38.4, 'ru')).toBe(`38${NBSP}мс`);
    expect(formatDuration(4003, 'ru')).toBe(`4,0${NBSP}с`);
    expect(formatDuration(4003, 'en')).toBe(`4.0${NBSP}s`);
  });
});

describe('formatClock', () => {
  it('writes minutes and seconds, never a negative time', () => {
    expect([0, 41, 65, -3].map(formatClock)).toEqual(['0:00', '0:41', '1:05', '0:00']);
  });
});

describe('formatDay', () => {
  it('names the year only where it is not this one', () => {
    const now = new Date('2026-11-22T12:00:00');
    expect(formatDay('2026-11-19T12:00:00', 'ru', now)).toBe('19 ноября');
    expect(formatDay('2025-11-19T12:00:00', 'ru', now)).toMatch(/^19 ноября 2025/);
  });
});

describe('nextIndex', () => {
  it('moves inside the list and stops at its ends', () => {
    expect(nextIndex('ArrowDown', 0, 3)).toBe(1);
    expect(nextIndex('ArrowDown', 2, 3)).toBe(2);
    expect(nextIndex('ArrowUp', 0, 3)).toBe(0);
    expect(nextIndex('End', 0, 3)).toBe(2);
    expect(nextIndex('PageDown', 0, 30)).toBe(10);
    expect(nextIndex('x', 0, 3)).toBeNull();
    expect(nextIndex('ArrowDown', 0, 0)).toBeNull();
  });
});
