import { describe, expect, it } from 'vitest';
import { formatIpv6Network, parseIpv6 } from '../../../src/contract/ipv6.ts';

describe('parseIpv6', () => {
  it.each([
    ['fe80::1', [0xfe80, 0, 0, 0, 0, 0, 0, 1]],
    ['::', [0, 0, 0, 0, 0, 0, 0, 0]],
    ['2001:DB8:0:1:2:3:4:5', [0x2001, 0xdb8, 0, 1, 2, 3, 4, 5]],
    ['fe80::1%eth0', [0xfe80, 0, 0, 0, 0, 0, 0, 1]],
    ['::ffff:10.77.30.10', [0, 0, 0, 0, 0, 0xffff, 0x0a4d, 0x1e0a]],
  ])('reads the eight groups of %s', (text, groups) => {
    expect(parseIpv6(text)).toEqual(groups);
  });

  it.each([
    '',
    'app1',
    '10.77.30.10',
    '1:2',
    '1::2::3',
    '1:2:3:4:5:6:7:8:9',
    '12345::',
    'g::1',
    '1:2:3:4:5:6:7::8',
  ])('is null for "%s"', (text) => {
    expect(parseIpv6(text)).toBeNull();
  });
});

describe('formatIpv6Network', () => {
  it.each([
    ['2001:db8:1:2:3:4:5:6', 64, '2001:db8:1:2::/64'],
    ['2001:db8:1:ff02::', 56, '2001:db8:1:ff00::/56'],
    ['2001:db8::1', 128, '2001:db8:0:0:0:0:0:1/128'],
    ['::1', 0, '::/0'],
  ])('keeps of %s the first %i bits', (text, length, network) => {
    expect(formatIpv6Network(parseIpv6(text) ?? [], length)).toBe(network);
  });
});
