import { describe, expect, it } from 'vitest';
import { clip } from '../../../src/report/clip.ts';
import { qrSvg } from '../../../src/report/qr.ts';

const DIGEST = '5d41402abc4b2a76b9719d911017c592ae0fbc1234567890abcdef0123e0c9aa';

describe('qrSvg', () => {
  it('draws the three position marks inside four modules of white', () => {
    const { markup } = qrSvg(`АКТ-2026-11-22-5d1f SHA-256 ${DIGEST}`);
    const size = Number(/viewBox="0 0 (\d+)/.exec(markup)?.[1]);
    expect((size - 8 - 17) % 4).toBe(0);
    expect(markup).toContain('M4 4h7v1h-7z');
    expect(markup).toContain(`M${size - 11} 4h7v1h-7z`);
    expect(markup).toContain(`M4 ${size - 5}h7v1h-7z`);
    expect(markup).not.toMatch(/M[0-3] |M\d+ [0-3]h/);
  });

  it('is another code when the digest differs', () => {
    expect(qrSvg(`A ${DIGEST}`)).not.toEqual(qrSvg(`A ${DIGEST.replace('5', '6')}`));
  });
});

describe('clip', () => {
  it.each([
    ['как есть', 8, 'как есть'],
    ['одно два три четыре', 12, 'одно два…'],
    ['одно два, три четыре', 12, 'одно два…'],
    ['безпробеловвообще', 8, 'безпроб…'],
    ['😀😀😀😀', 3, '😀😀…'],
  ])('makes of %j at most %i characters', (text, max, clipped) => {
    expect(clip(text, max)).toBe(clipped);
    expect([...clipped].length).toBeLessThanOrEqual(max);
  });
});
