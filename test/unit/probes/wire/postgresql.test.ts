/** The messages of PostgreSQL: written as its manual says, read whole or not at all. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  parseBackendMessage,
  passwordMessage,
  readErrorFields,
  readStrings,
  saslInitialResponse,
  sslRequest,
  startupMessage,
  terminateMessage,
} from '../../../../src/probes/wire/postgresql.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const ERROR = Buffer.from('E\0\0\0\x1fSFATAL\0C28P01\0Mwrong word\0\0', 'latin1');

describe('the messages of a client', () => {
  it('are written as the manual says', () => {
    expect(hex(sslRequest())).toBe('0000000804d2162f');
    expect(Buffer.from(startupMessage({ user: 'a' })).toString('latin1')).toBe(
      '\0\0\0\x10\0\x03\0\0user\0a\0\0',
    );
    expect(hex(passwordMessage(Uint8Array.from([1])))).toBe('700000000501');
    expect(hex(terminateMessage())).toBe('5800000004');
    expect(Buffer.from(saslInitialResponse('S', 'xy')).toString('latin1')).toBe('S\0\0\0\0\x02xy');
  });

  it('cannot be cut by a zero in a name', () => {
    const message = Buffer.from(startupMessage({ user: 'a\0b' })).toString('latin1');
    expect(message).toContain('user\0ab\0\0');
  });
});

describe('parseBackendMessage', () => {
  it('reads one message and wants more of every beginning', () => {
    const parse = parseBackendMessage(Buffer.concat([ERROR, Buffer.from('Z')]));
    expect(parse).toMatchObject({ kind: 'whole', length: ERROR.length, value: { type: 'E' } });
    for (let length = 0; length < ERROR.length; length += 1) {
      expect(parseBackendMessage(ERROR.subarray(0, length))).toEqual({ kind: 'more' });
    }
    const fields = parse.kind === 'whole' ? readErrorFields(parse.value.body) : new Map();
    expect([...fields]).toEqual([
      ['S', 'FATAL'],
      ['C', '28P01'],
      ['M', 'wrong word'],
    ]);
  });

  it.each([
    ['HTTP', Buffer.from('HTTP/1.1 200 OK\r\n')],
    ['a length below four', Buffer.from([0x52, 0, 0, 0, 3])],
    ['a length beyond the limit', Buffer.from([0x52, 0xff, 0xff, 0xff, 0xff])],
  ])('refuses %s', (_what, bytes) => {
    expect(parseBackendMessage(bytes)).toEqual({ kind: 'other' });
  });

  it('ends on any bytes', () => {
    fc.assert(
      fc.property(fc.constantFrom('', 'R', 'E', 'S'), fc.uint8Array({ maxLength: 200 }), (start, noise) => {
        const bytes = Buffer.concat([Buffer.from(start), noise]);
        expect(['whole', 'more', 'other']).toContain(parseBackendMessage(bytes).kind);
        expect(Array.isArray(readStrings(noise))).toBe(true);
        expect(readErrorFields(noise)).toBeInstanceOf(Map);
      }),
    );
  });
});
