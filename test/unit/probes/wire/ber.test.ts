/** BER elements: written and read back, and read from bytes that mean no good. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BER,
  readChildren,
  readElement,
  readInteger,
  readObjectId,
  writeElement,
  writeInteger,
  writeObjectId,
} from '../../../../src/probes/wire/ber.ts';

const whole = (bytes: Uint8Array) => readElement(bytes, 0, bytes.length);

describe('readElement', () => {
  it.each<[string, number[]]>([
    ['is empty', []],
    ['has no length', [0x30]],
    ['ends before its content', [0x30, 5, 1, 2]],
    ['has an indefinite length', [0x30, 0x80, 0, 0]],
    ['has a length of five bytes', [0x30, 0x85, 0, 0, 0, 0, 1, 7]],
    ['has a length that would be negative in 32 bits', [0x30, 0x84, 0xff, 0xff, 0xff, 0xff]],
    ['ends within its length', [0x30, 0x82, 1]],
    ['has a tag of several bytes', [0x1f, 0x81, 1, 0]],
  ])('finds nothing when the element %s', (_what, bytes) => {
    expect(whole(Uint8Array.from(bytes))).toBeNull();
  });

  it('stays within its limit, also when there are more bytes', () => {
    expect(readElement(Uint8Array.from([4, 3, 1, 2, 3]), 0, 4)).toBeNull();
  });
});

describe('readInteger', () => {
  it('gives back every number that writeInteger wrote', () => {
    fc.assert(
      fc.property(fc.integer({ min: -(2 ** 40), max: 2 ** 40 }), (value) => {
        const bytes = writeInteger(value);
        const element = whole(bytes);
        expect(element === null ? null : readInteger(bytes, element)).toBe(value);
      }),
    );
  });

  it.each<[number, number[]]>([
    [0, [2, 1, 0]],
    [127, [2, 1, 0x7f]],
    [128, [2, 2, 0, 0x80]],
    [-1, [2, 1, 0xff]],
    [-129, [2, 2, 0xff, 0x7f]],
  ])('reads and writes %i as X.690 has it', (value, bytes) => {
    expect([...writeInteger(value)]).toEqual(bytes);
  });

  it('finds none in an element without content or of another kind', () => {
    const empty = Uint8Array.from([2, 0]);
    const text = writeElement(BER.octets, Uint8Array.of(1));
    expect(readInteger(empty, { tag: 2, start: 2, end: 2 })).toBeNull();
    expect(readInteger(text, { tag: 4, start: 2, end: 3 })).toBeNull();
  });
});

describe('readObjectId', () => {
  const arc = fc.integer({ min: 0, max: 2 ** 32 - 1 });

  it('gives back every identifier that writeObjectId wrote', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(0, 1),
        fc.integer({ min: 0, max: 39 }),
        fc.array(arc, { maxLength: 20 }),
        (root, second, arcs) => {
          const name = [root, second, ...arcs].join('.');
          const bytes = writeObjectId(name);
          const element = whole(bytes);
          expect(element === null ? null : readObjectId(bytes, element)).toBe(name);
        },
      ),
    );
  });

  it.each<[string, number[]]>([
    ['no arc', [6, 0]],
    ['an unfinished arc', [6, 2, 0x2b, 0x86]],
    ['an arc beyond 32 bits', [6, 7, 0x2b, 0x90, 0x80, 0x80, 0x80, 0x80, 0]],
  ])('finds none in an identifier with %s', (_what, bytes) => {
    const element = whole(Uint8Array.from(bytes));
    expect(element === null ? null : readObjectId(Uint8Array.from(bytes), element)).toBeNull();
  });
});

describe('readChildren', () => {
  it('never reads outside its element, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const children = readChildren(bytes, { tag: BER.sequence, start: 0, end: bytes.length }, 100) ?? [];
        const ends = children.map(({ end }) => end);
        expect(ends).toEqual([...ends].sort((left, right) => left - right));
        expect(ends.every((end) => end <= bytes.length)).toBe(true);
      }),
    );
  });

  it('refuses more children than allowed', () => {
    const list = writeElement(BER.sequence, writeInteger(1), writeInteger(2), writeInteger(3));
    const element = whole(list);
    expect(element === null ? null : readChildren(list, element, 2)).toBeNull();
    expect(element === null ? null : readChildren(list, element, 3)).toHaveLength(3);
  });
});
