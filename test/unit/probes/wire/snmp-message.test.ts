/** SNMP messages: captures of net-snmp's snmpget and snmpd, every cut of them, and random bytes. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSnmpMessage } from '../../../../src/probes/wire/snmp-message.ts';

const hex = (...lines: readonly string[]) => Buffer.from(lines.join(''), 'hex');

/** snmpget -v 1 -c public … sysName.0 */
const V1_GET = hex('302902010004067075626c6963a01c02040fcacb5b020100020100300e300c06082b060102010105000500');
/** The answer to an object that does not exist. */
const V1_ERROR = hex(
  '302902010004067075626c6963a21c0204155cea73020102020101300e300c06082b060102010105090500',
);
/** Two objects, one of which does not exist. */
const V2C_REPLY = hex(
  '303a02010104067075626c6963a22d0204633db3a2020100020100301f300f06082b0601020101050004036d6675',
  '300c06082b060102010105098100',
);
/** The report to a discovery: usmStatsUnknownEngineIDs. */
const V3_REPORT = hex(
  '307102010330110204296e0728020300ffe30401000201030421301f041180001f888098228e6025b2026b0000000002010102010204',
  '00040004003036041180001f888098228e6025b2026b000000000400a81f020479e085c60201000201003011300f060a2b0601',
  '06030f01010400410101',
);
const CAPTURES = [V1_GET, V1_ERROR, V2C_REPLY, V3_REPORT];

describe('readSnmpMessage', () => {
  it('reads version, community, kind, id and objects of a request of version 1', () => {
    const message = readSnmpMessage(V1_GET);
    expect(message).toMatchObject({
      version: 'v1',
      pdu: { tag: 0xa0 },
      id: 0x0fcacb5b,
      errorStatus: 0,
      objectIds: ['1.3.6.1.2.1.1.5.0'],
      engineId: null,
    });
    expect(Buffer.from(message?.community ?? []).toString()).toBe('public');
  });

  it('reads the error of a whole request', () => {
    expect(readSnmpMessage(V1_ERROR)).toMatchObject({ version: 'v1', pdu: { tag: 0xa2 }, errorStatus: 2 });
  });

  it('reads a reply of version 2c with a missing object', () => {
    expect(readSnmpMessage(V2C_REPLY)).toMatchObject({
      version: 'v2c',
      errorStatus: 0,
      objectIds: ['1.3.6.1.2.1.1.5.0', '1.3.6.1.2.1.1.5.9'],
    });
  });

  it('reads msgID and engine of a report of version 3', () => {
    const message = readSnmpMessage(V3_REPORT);
    expect(message).toMatchObject({ version: 'v3', id: 0x296e0728, pdu: { tag: 0xa8 }, community: null });
    expect(Buffer.from(message?.engineId ?? []).toString('hex')).toBe('80001f888098228e6025b2026b00000000');
  });

  it('passes over what follows the message: some devices pad it', () => {
    expect(readSnmpMessage(Buffer.concat([V1_GET, Buffer.alloc(4)]))).toEqual(readSnmpMessage(V1_GET));
  });

  it('finds none in any cut of a message', () => {
    for (const message of CAPTURES) {
      for (let length = 0; length < message.length; length += 1) {
        expect(readSnmpMessage(message.subarray(0, length)), `${length} bytes`).toBeNull();
      }
    }
  });

  it('finds none in a version that does not exist', () => {
    const other = Buffer.from(V1_GET);
    other[4] = 2;
    expect(readSnmpMessage(other)).toBeNull();
  });

  it('never throws on random bytes, nor on a message with one changed byte', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 500 }), (bytes) => void readSnmpMessage(bytes)));
    fc.assert(
      fc.property(fc.constantFrom(...CAPTURES), fc.nat(), fc.nat({ max: 255 }), (capture, at, byte) => {
        const changed = Buffer.from(capture);
        changed[at % capture.length] = byte;
        const message = readSnmpMessage(changed);
        expect(message === null || Number.isInteger(message.id)).toBe(true);
      }),
    );
  });
});
