/** What a directory and a KDC say, as bytes. */
import { writeElement, writeInteger } from '../../src/probes/wire/ber.ts';

const octets = (text: string, tag = 0x04) => writeElement(tag, Buffer.from(text));

/** The root entry with these attributes, as message 1. */
export function ldapEntry(attributes: Readonly<Record<string, readonly string[]>>): Buffer {
  const list = Object.entries(attributes).map(([name, values]) =>
    writeElement(0x30, octets(name), writeElement(0x31, ...values.map((value) => octets(value)))),
  );
  const entry = writeElement(0x64, octets(''), writeElement(0x30, ...list));
  return Buffer.from(writeElement(0x30, writeInteger(1), entry));
}

export function ldapDone(code: number, message: string): Buffer {
  const done = writeElement(0x65, writeInteger(code, 0x0a), octets(''), octets(message));
  return Buffer.from(writeElement(0x30, writeInteger(1), done));
}

/** With the length that TCP has before it. */
export function krbError(code: number, realm: string): Buffer {
  const field = (number: number, content: Uint8Array) => writeElement(0xa0 + number, content);
  const body = writeElement(
    0x30,
    field(0, writeInteger(5)),
    field(1, writeInteger(30)),
    field(4, octets('20261122060000Z', 0x18)),
    field(5, writeInteger(1)),
    field(6, writeInteger(code)),
    field(9, octets(realm, 0x1b)),
  );
  const message = writeElement(0x7e, body);
  const head = Buffer.alloc(4);
  head.writeUInt32BE(message.length);
  return Buffer.concat([head, message]);
}
