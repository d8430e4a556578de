/** The few messages of LDAP: the question as its standard writes it, the answers whole or not at all. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseLdapMessage, rootEntryRequest } from '../../../../src/probes/wire/ldap.ts';
import { ldapDone, ldapEntry } from '../../../servers/domain-messages.ts';

const ENTRY = ldapEntry({ namingContexts: ['dc=corp,dc=example', 'cn=config'], dnsHostName: ['dc1'] });
const DONE = ldapDone(0, '');

describe('rootEntryRequest', () => {
  it('is a base search for anything, as RFC 4511 writes it', () => {
    expect(Buffer.from(rootEntryRequest(1, ['a'])).toString('hex')).toBe(
      '3028' +
        '020101' +
        '6323' +
        '0400' +
        '0a0100' +
        '0a0100' +
        '020100' +
        '020100' +
        '010100' +
        '870b6f626a656374436c617373' +
        '3003040161',
    );
  });
});

describe('parseLdapMessage', () => {
  it('reads entry and result, and wants more of every beginning', () => {
    expect(parseLdapMessage(Buffer.concat([ENTRY, DONE]))).toEqual({
      kind: 'whole',
      length: ENTRY.length,
      value: {
        kind: 'entry',
        attributes: new Map([
          ['namingcontexts', ['dc=corp,dc=example', 'cn=config']],
          ['dnshostname', ['dc1']],
        ]),
      },
    });
    expect(parseLdapMessage(ldapDone(50, 'no'))).toMatchObject({
      value: { kind: 'done', code: 50, message: 'no' },
    });
    for (const whole of [ENTRY, DONE]) {
      for (let length = 0; length < whole.length; length += 1) {
        expect(parseLdapMessage(whole.subarray(0, length)), `${length}`).toEqual({ kind: 'more' });
      }
    }
  });

  it.each([
    ['HTTP', Buffer.from('HTTP/1.1 200 OK')],
    ['a length without end', Buffer.from([0x30, 0x80, 0, 0])],
    ['a length beyond the limit', Buffer.from([0x30, 0x84, 0xff, 0xff, 0xff, 0xff])],
    ['no number of the message', Buffer.from([0x30, 0x02, 0x04, 0x00])],
    ['an operation that is no answer', Buffer.from([0x30, 0x05, 0x02, 0x01, 0x01, 0x60, 0x00])],
    ['a result without a code', Buffer.from([0x30, 0x05, 0x02, 0x01, 0x01, 0x65, 0x00])],
  ])('refuses %s', (_what, bytes) => {
    expect(parseLdapMessage(bytes)).toEqual({ kind: 'other' });
  });

  it('ends on any bytes, and on any change of a good answer', () => {
    const kinds = ['whole', 'more', 'other'];
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (noise) => {
        expect(kinds).toContain(parseLdapMessage(noise).kind);
        expect(kinds).toContain(parseLdapMessage(Buffer.concat([Buffer.from([0x30, 0x20]), noise])).kind);
      }),
    );
    fc.assert(
      fc.property(fc.nat(ENTRY.length - 1), fc.nat(255), (at, value) => {
        const bytes = Buffer.from(ENTRY);
        bytes[at] = value;
        expect(kinds).toContain(parseLdapMessage(bytes).kind);
      }),
    );
  });
});
