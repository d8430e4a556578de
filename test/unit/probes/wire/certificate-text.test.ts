/** Names of certificates in words. */
import { describe, expect, it } from 'vitest';
import { formatName, splitAltNames } from '../../../../src/probes/wire/certificate-text.ts';

describe('formatName', () => {
  it('joins attributes in their order and repeats a repeated one', () => {
    expect(formatName({ O: 'Romashka', OU: ['a', 'b'], CN: 'print' })).toBe(
      'O=Romashka, OU=a, OU=b, CN=print',
    );
  });

  it('is empty where there is no name', () => {
    expect(formatName(undefined)).toBe('');
  });
});

describe('splitAltNames', () => {
  it('splits at entries, not at every comma', () => {
    expect(splitAltNames('DNS:a.example, IP Address:10.0.0.1, DirName:"CN=x, O=y", DNS:b')).toEqual([
      'DNS:a.example',
      'IP Address:10.0.0.1',
      'DirName:"CN=x, O=y"',
      'DNS:b',
    ]);
  });

  it('keeps at most 100 of them, and none of nothing', () => {
    expect(splitAltNames(Array.from({ length: 500 }, (_, index) => `DNS:h${index}`).join(', '))).toHaveLength(
      100,
    );
    expect(splitAltNames('')).toEqual([]);
  });
});
