import { describe, expect, it } from 'vitest';
import { durationText } from '../../../../src/verdict/findings/durations.ts';
import { networkOf } from '../../../../src/verdict/findings/network.ts';

describe('networkOf', () => {
  it.each([
    ['10.77.20.21', [], '10.77.20.0/24'],
    ['10.77.20.21', ['10.77.20.143/22'], '10.77.20.0/22'],
    ['10.77.20.21', ['10.0.0.0/8', '10.77.20.1/25'], '10.77.20.0/25'],
    ['10.77.20.200', ['10.77.20.1/25'], '10.77.20.0/24'],
    ['10.77.20.21', ['10.77.20.21/32', '0.0.0.0/0', 'x', '10.77.20.0/99', ''], '10.77.20.0/24'],
    ['fd00::1:2', [], 'fd00::/64'],
    ['fd00:0:0:5::1', ['fd00::7/48'], 'fd00::/48'],
    ['app1.corp.example', ['10.0.0.0/8'], null],
    ['', [], null],
  ])('puts %s, with %j known, into %s', (host, known, network) => {
    expect(networkOf(host, known)).toBe(network);
  });
});

describe('durationText', () => {
  it.each([
    [0, '0\u00A0с', '0\u00A0s'],
    [59_000, '59\u00A0с', '59\u00A0s'],
    [3 * 3_600_000 + 12 * 60_000 - 10, '3\u00A0ч 12\u00A0мин', '3\u00A0h 12\u00A0min'],
    [2 * 86_400_000, '2\u00A0сут', '2\u00A0d'],
    [400 * 86_400_000, '1\u00A0г. 35\u00A0сут', '1\u00A0y 35\u00A0d'],
  ])('says %i ms in two units', (durationMs, ru, en) => {
    expect(durationText(durationMs)).toEqual({ ru, en });
  });
});
