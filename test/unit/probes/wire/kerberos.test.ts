/** One question to a KDC and its answers. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseKerberosReply, ticketRequest } from '../../../../src/probes/wire/kerberos.ts';
import { krbError } from '../../../servers/domain-messages.ts';

const UNKNOWN_CLIENT = krbError(6, 'CORP.EXAMPLE');

describe('ticketRequest', () => {
  it('has its length before it, and names realm, client and ticket service', () => {
    const bytes = Buffer.from(ticketRequest('CORP.EXAMPLE', 'nobody', 7));
    expect(bytes.readUInt32BE(0)).toBe(bytes.length - 4);
    expect(bytes[4]).toBe(0x6a);
    const text = bytes.toString('latin1');
    for (const word of ['CORP.EXAMPLE', 'nobody', 'krbtgt', '20370913024805Z']) expect(text).toContain(word);
  });
});

describe('parseKerberosReply', () => {
  it('reads code and realm of an error, and wants more of every beginning', () => {
    expect(parseKerberosReply(UNKNOWN_CLIENT)).toEqual({
      kind: 'whole',
      value: { errorCode: 6, realm: 'CORP.EXAMPLE' },
      length: UNKNOWN_CLIENT.length,
    });
    for (let length = 0; length < UNKNOWN_CLIENT.length; length += 1) {
      expect(parseKerberosReply(UNKNOWN_CLIENT.subarray(0, length))).toEqual({ kind: 'more' });
    }
  });

  it.each([
    ['HTTP', Buffer.from('HTTP/1.1 200 OK')],
    ['a length beyond the limit', Buffer.from([0xff, 0xff, 0xff, 0xff])],
    ['another message', Buffer.from([0, 0, 0, 2, 0x30, 0x00])],
    ['an error without a code', Buffer.from([0, 0, 0, 4, 0x7e, 0x02, 0x30, 0x00])],
  ])('refuses %s', (_what, bytes) => {
    expect(parseKerberosReply(bytes)).toEqual({ kind: 'other' });
  });

  it('ends on any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (noise) => {
        const head = Buffer.from([0, 0, 0, noise.length, 0x7e]);
        expect(['whole', 'more', 'other']).toContain(parseKerberosReply(noise).kind);
        expect(['whole', 'more', 'other']).toContain(parseKerberosReply(Buffer.concat([head, noise])).kind);
      }),
    );
  });
});
