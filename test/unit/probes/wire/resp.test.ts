/** The decoder of RESP: whole values, wherever they are cut, and nothing else. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeCommand, parseResp } from '../../../../src/probes/wire/resp.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const text = (value: string) => ({ type: 'text', text: value });

describe('parseResp', () => {
  it.each([
    ['+PONG\r\n', text('PONG')],
    ['-NOAUTH no\r\n', { type: 'error', text: 'NOAUTH no' }],
    [':-12\r\n', { type: 'integer', value: -12 }],
    ['$4\r\na\r\nb\r\n', text('a\r\nb')],
    ['$0\r\n\r\n', text('')],
    ['$-1\r\n', { type: 'nothing' }],
    ['*-1\r\n', { type: 'nothing' }],
    ['*0\r\n', { type: 'list', items: [] }],
    [
      '*2\r\n+a\r\n*1\r\n:1\r\n',
      { type: 'list', items: [text('a'), { type: 'list', items: [{ type: 'integer', value: 1 }] }] },
    ],
  ])('reads %j, and wants more of every beginning of it', (wire, value) => {
    const whole = bytes(wire);
    expect(parseResp(whole)).toEqual({ kind: 'whole', value, length: whole.length });
    expect(parseResp(bytes(`${wire}+next\r\n`))).toMatchObject({ kind: 'whole', length: whole.length });
    for (let length = 0; length < whole.length; length += 1) {
      expect(parseResp(whole.subarray(0, length))).toEqual({ kind: 'more' });
    }
  });

  it.each([
    ['another protocol', 'HTTP/1.1 200 OK\r\n'],
    ['a length that is none', '$x\r\n'],
    ['a negative length', '*-2\r\n'],
    ['a length beyond numbers', '$99999999999999999999\r\n'],
    ['a string that does not end', '$1\r\nab\r\n'],
    ['a line without end', `+${'a'.repeat(5000)}`],
    ['more items than a reply may have', '*99999\r\n'],
    ['lists of lists of lists', '*1\r\n'.repeat(50)],
    ['many lists with many items', `${'*9\r\n'.repeat(5)}*9998\r\n`],
  ])('refuses %s', (_what, wire) => {
    expect(parseResp(bytes(wire))).toEqual({ kind: 'other' });
  });

  it('reads every command it writes', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 5 }), (words) => {
        const wire = encodeCommand(words);
        const clean = words.map((word) => text(new TextDecoder().decode(bytes(word))));
        expect(parseResp(wire)).toEqual({
          kind: 'whole',
          value: { type: 'list', items: clean },
          length: wire.length,
        });
      }),
    );
  });

  it('ends on any bytes', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('', '+', '-', ':', '$', '*', '*3\r\n'),
        fc.uint8Array({ maxLength: 300 }),
        (start, noise) => {
          const parse = parseResp(Uint8Array.from([...bytes(start), ...noise]));
          expect(['whole', 'more', 'other']).toContain(parse.kind);
        },
      ),
    );
  });
});
