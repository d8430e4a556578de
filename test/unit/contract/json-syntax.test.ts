/** The place where a text stops being JSON, held against the engine's own parser. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findSyntaxError, lineAndColumn } from '../../../src/contract/json-syntax.ts';

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('findSyntaxError', () => {
  it.each([
    ['{"a": 1,}', 8],
    ['[1 2]', 3],
    ["{'a': 1}", 1],
    ['{"a": undefined}', 6],
    ['{"a": 01}', 6],
    ['{"a": "b\nc"}', 8],
    ['{"a": "\\x"}', 7],
    ['{} {}', 3],
    ['[1,2', 4],
    ['{"a"', 4],
    ['{]', 1],
    ['nul', 0],
  ])('points at the first character that is wrong in %j', (text, offset) => {
    expect(findSyntaxError(text)).toBe(offset);
  });

  it('points before the end of a damaged document, and never before the damage', () => {
    fc.assert(
      fc.property(
        fc.json(),
        fc.nat(),
        fc.constantFrom('}', ']', ',', ':', '"', 'x', '\u0001'),
        (text, seed, wrong) => {
          const at = seed % (text.length + 1);
          const damaged = text.slice(0, at) + wrong + text.slice(at);
          if (isJson(damaged)) return;
          const offset = findSyntaxError(damaged);
          expect(offset).toBeLessThanOrEqual(damaged.length);
          // What stands before the place found can still be completed to JSON; the place itself cannot be skipped.
          expect(isJson(damaged.slice(0, offset)) && offset === damaged.length).toBe(false);
        },
      ),
    );
  });

  it('finds nothing before the end of any good document', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(findSyntaxError(text)).toBe(text.length);
        expect(findSyntaxError(`  ${text}\n`)).toBe(text.length + 3);
      }),
    );
  });
});

describe('lineAndColumn', () => {
  it('counts both from 1', () => {
    expect(lineAndColumn('ab\ncd', 0)).toEqual({ line: 1, column: 1 });
    expect(lineAndColumn('ab\ncd', 4)).toEqual({ line: 2, column: 2 });
    expect(lineAndColumn('ab\n', 3)).toEqual({ line: 2, column: 1 });
  });
});
