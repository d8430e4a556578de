import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BER, writeElement, writeInteger, writeObjectId } from '../../../../src/probes/wire/ber.ts';
import { PDU, readSnmpMessage } from '../../../../src/probes/wire/snmp-message.ts';
import { readTrapId } from '../../../../src/probes/wire/snmp-trap-id.ts';

const TIME = 0x43;
const ADDRESS = 0x40;

function message(version: number, pdu: Uint8Array): Uint8Array {
  const community = writeElement(BER.octets, Buffer.from('public'));
  return writeElement(BER.sequence, writeInteger(version), community, pdu);
}

function v1Trap(enterprise: string, generic: number, specific: number): Uint8Array {
  return message(
    0,
    writeElement(
      PDU.trapV1,
      writeObjectId(enterprise),
      writeElement(ADDRESS, Uint8Array.of(10, 77, 20, 21)),
      writeInteger(generic),
      writeInteger(specific),
      writeInteger(123, TIME),
      writeElement(BER.sequence),
    ),
  );
}

function v2Trap(tag: number, varbinds: readonly Uint8Array[]): Uint8Array {
  const list = writeElement(BER.sequence, ...varbinds);
  return message(1, writeElement(tag, writeInteger(7), writeInteger(0), writeInteger(0), list));
}

function varbind(name: string, value: Uint8Array): Uint8Array {
  return writeElement(BER.sequence, writeObjectId(name), value);
}

function idOf(bytes: Uint8Array): string | null | undefined {
  const read = readSnmpMessage(bytes);
  return read === null ? undefined : readTrapId(bytes, read);
}

const UP_TIME = varbind('1.3.6.1.2.1.1.3.0', writeInteger(123, TIME));
const LINK_UP = varbind('1.3.6.1.6.3.1.1.4.1.0', writeObjectId('1.3.6.1.6.3.1.1.5.4'));

describe('readTrapId', () => {
  it.each([
    [0, 0, '1.3.6.1.6.3.1.1.5.1'],
    [3, 0, '1.3.6.1.6.3.1.1.5.4'],
    [6, 1, '1.3.6.1.2.1.43.18.2.0.1'],
  ])('translates generic %i, specific %i of a v1 trap', (generic, specific, expected) => {
    expect(idOf(v1Trap('1.3.6.1.2.1.43.18.2', generic, specific))).toBe(expected);
  });

  it.each([PDU.trapV2, PDU.inform])('reads snmpTrapOID of PDU %i', (tag) => {
    expect(idOf(v2Trap(tag, [UP_TIME, LINK_UP]))).toBe('1.3.6.1.6.3.1.1.5.4');
  });

  it('is null when the message does not say, or is no trap', () => {
    expect(idOf(v1Trap('1.3.6.1.4.1.1', 7, 0))).toBeNull();
    expect(idOf(v2Trap(PDU.trapV2, [UP_TIME]))).toBeNull();
    expect(idOf(v2Trap(PDU.trapV2, [varbind('1.3.6.1.6.3.1.1.4.1.0', writeInteger(1))]))).toBeNull();
    expect(idOf(v2Trap(PDU.response, [UP_TIME, LINK_UP]))).toBeNull();
  });

  it('never throws when bytes of a trap are changed', () => {
    const good = v2Trap(PDU.trapV2, [UP_TIME, LINK_UP]);
    const place = fc.nat(good.length - 1);
    fc.assert(
      fc.property(fc.array(fc.tuple(place, fc.nat(255)), { maxLength: 6 }), (changes) => {
        const bytes = Uint8Array.from(good);
        for (const [index, value] of changes) bytes[index] = value;
        const id = idOf(bytes);
        expect(id === null || id === undefined || /^[\d.]+$/.test(id)).toBe(true);
      }),
    );
  });
});
