/** What a terminal or a page must never get from a peer as it came. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printableBytes, printableText } from '../../../../src/probes/wire/printable.ts';

describe('printableText', () => {
  it('escapes control characters and the marks that turn text around', () => {
    expect(printableText('a\r\n\t\x1b[31m\x9b\u202eб', 100)).toBe('a\\r\\n\\t\\x1b[31m\\x9b\\u202eб');
  });

  it('keeps a text of exactly the limit and marks a cut', () => {
    expect(printableText('12345', 5)).toBe('12345');
    expect(printableText('123456', 5)).toBe('1234…');
    expect(printableText('\n\n\n', 5)).toBe('\\n\\n…');
  });

  it('never exceeds the limit and leaves no control character', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.integer({ min: 1, max: 100 }),
        (text, limit) => {
          const printed = printableText(text, limit);
          expect(printed.length).toBeLessThanOrEqual(limit);
          expect(printed).not.toMatch(/\p{Cc}/u);
        },
      ),
    );
  });
});

describe('printableBytes', () => {
  it('shows ASCII as it is and everything else as hexadecimal', () => {
    expect(printableBytes(Buffer.from([0x15, 0x03, 0x41, 0x7f, 0xff, 0x0a]), 64)).toBe(
      '\\x15\\x03A\\x7f\\xff\\n',
    );
  });

  it('takes no more bytes than the limit', () => {
    expect(printableBytes(Buffer.alloc(1000, 'a'), 64)).toBe('a'.repeat(64));
  });
});
