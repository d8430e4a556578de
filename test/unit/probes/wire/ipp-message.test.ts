/** The decoder of IPP: right on what printers send, unimpressed by what nobody should send. */
import fc from 'fast-check';
import ipp from 'ipp';
import { describe, expect, it } from 'vitest';
import {
  type IppMessage,
  ippValues,
  PRINTER_GROUP,
  parseIppMessage,
} from '../../../../src/probes/wire/ipp-message.ts';
import { encodeIppReply, IPP_TAGS } from '../../../../src/probes/wire/ipp-reply.ts';

const HEADER = [1, 1, 0, 0, 0, 0, 0, 7];
const REPLY = encodeIppReply({
  status: 0x0001,
  requestId: 7,
  printers: [
    [
      { tag: IPP_TAGS.name, name: 'printer-name', values: ['МФУ'] },
      { tag: IPP_TAGS.enum, name: 'printer-state', values: [3] },
      { tag: IPP_TAGS.keyword, name: 'ipp-versions-supported', values: ['1.1', '2.0'] },
    ],
    [{ tag: IPP_TAGS.name, name: 'printer-name', values: ['b'] }],
  ],
});

function message(bytes: Uint8Array): IppMessage {
  const parse = parseIppMessage(bytes);
  if (parse.kind !== 'message') throw new Error(parse.kind);
  return parse.message;
}

/** `tag name value` as it stands on the wire. */
function field(tag: number, name: string, value: readonly number[]): readonly number[] {
  const length = (size: number) => [size >> 8, size & 0xff];
  return [tag, ...length(name.length), ...Buffer.from(name), ...length(value.length), ...value];
}

describe('parseIppMessage', () => {
  it('reads version, code, groups, numbers, texts and lists', () => {
    const { version, code, requestId, groups } = message(REPLY);
    expect({ version, code, requestId }).toEqual({ version: '1.1', code: 1, requestId: 7 });
    expect(groups.map(({ tag }) => tag)).toEqual([1, 4, 4]);
    expect(ippValues(message(REPLY), PRINTER_GROUP, 'printer-name')).toEqual(['МФУ']);
    expect(ippValues(message(REPLY), PRINTER_GROUP, 'printer-state')).toEqual([3]);
    expect(ippValues(message(REPLY), PRINTER_GROUP, 'ipp-versions-supported')).toEqual(['1.1', '2.0']);
    expect(ippValues(message(REPLY), PRINTER_GROUP, 'none')).toEqual([]);
  });

  it('agrees with the library on a good reply', () => {
    const byLibrary = ipp.parse(Buffer.from(REPLY));
    const [first, second] = byLibrary['printer-attributes-tag'] as Record<string, unknown>[];
    const [, one, two] = message(REPLY).groups;
    expect(one?.attributes.get('printer-name')).toEqual([first?.['printer-name']]);
    expect(one?.attributes.get('ipp-versions-supported')).toEqual(first?.['ipp-versions-supported']);
    expect(two?.attributes.get('printer-name')).toEqual([second?.['printer-name']]);
    expect(byLibrary.id).toBe(message(REPLY).requestId);
  });

  it('reads what the library writes', () => {
    const bytes = ipp.serialize({
      version: '1.1',
      operation: 'Get-Printer-Attributes',
      id: 9,
      'operation-attributes-tag': { 'attributes-charset': 'utf-8', 'requested-attributes': ['a', 'b', 'c'] },
    });
    expect(message(bytes)).toMatchObject({ version: '1.1', code: 0x0b, requestId: 9 });
    expect(ippValues(message(bytes), 1, 'requested-attributes')).toEqual(['a', 'b', 'c']);
  });

  it('reads text with a language, booleans, and passes over collections and dates', () => {
    const bytes = Uint8Array.from([
      ...HEADER,
      4,
      ...field(0x35, 'info', [0, 2, 0x72, 0x75, 0, 2, 0x68, 0x69]),
      ...field(0x22, 'color', [1]),
      ...field(0x34, 'media', []),
      ...field(0x4a, '', [0x78]),
      ...field(0x34, '', []),
      ...field(0x37, '', []),
      ...field(0x37, '', []),
      ...field(0x31, 'date', [7, 0xe5, 1, 1, 0, 0, 0, 0, 0x2b, 0, 0]),
      ...field(0x21, 'after', [0xff, 0xff, 0xff, 0xff]),
      3,
    ]);
    const values = (name: string) => ippValues(message(bytes), PRINTER_GROUP, name);
    expect(values('info')).toEqual(['hi']);
    expect(values('color')).toEqual([true]);
    expect(values('media')).toEqual([]);
    expect(values('date')).toEqual([]);
    expect(values('after')).toEqual([-1]);
  });

  it('wants more of every true beginning, and never finds an end before the end', () => {
    for (let length = 0; length < REPLY.length; length += 1) {
      expect(parseIppMessage(REPLY.subarray(0, length)), `${length}`).toEqual({ kind: 'incomplete' });
    }
  });

  it.each<[string, readonly number[]]>([
    ['another protocol', [...Buffer.from('<html><body>')]],
    ['version 3', [3, 0, 0, 0, 0, 0, 0, 1, 3]],
    ['a value before any group', [...HEADER, ...field(0x44, 'a', [1]), 3]],
    ['a further value without a first', [...HEADER, 4, ...field(0x44, '', [1]), 3]],
    ['the end of a collection without its beginning', [...HEADER, 4, ...field(0x37, '', []), 3]],
    ['the end of the message within a collection', [...HEADER, 4, ...field(0x34, 'a', []), 3]],
    [
      'collections without end',
      [...HEADER, 4, ...Array.from({ length: 40 }, () => field(0x34, 'a', [])).flat()],
    ],
    ['groups without end', [...HEADER, ...Array.from({ length: 30_000 }, () => 4)]],
  ])('refuses %s', (_what, bytes) => {
    expect(parseIppMessage(Uint8Array.from(bytes))).toEqual({ kind: 'malformed' });
  });

  it('takes a length with the high bit for a long field, not for a step back', () => {
    const bytes = Uint8Array.from([...HEADER, 4, 0x44, 0xff, 0xff, 0x61]);
    expect(parseIppMessage(bytes)).toEqual({ kind: 'incomplete' });
  });

  it('ends on any bytes, and on any change of a good reply', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (noise) => {
        expect(['message', 'incomplete', 'malformed']).toContain(parseIppMessage(noise).kind);
        expect(['message', 'incomplete', 'malformed']).toContain(
          parseIppMessage(Uint8Array.from([...HEADER, 4, ...noise])).kind,
        );
      }),
    );
    fc.assert(
      fc.property(fc.nat(REPLY.length - 1), fc.nat(255), (at, value) => {
        const bytes = Uint8Array.from(REPLY);
        bytes[at] = value;
        expect(['message', 'incomplete', 'malformed']).toContain(parseIppMessage(bytes).kind);
      }),
    );
  });
});
