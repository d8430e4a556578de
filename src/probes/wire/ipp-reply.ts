/** An IPP reply as bytes (RFC 8010, 3): for the stand-ins, which answer a few attributes. */

/** Values of more than one kind in one attribute do not occur here. */
export interface IppAttribute {
  readonly tag: number;
  readonly name: string;
  readonly values: readonly (string | number)[];
}

export interface IppReply {
  readonly status: number;
  readonly requestId: number;
  /** After the operation attributes, which every reply begins with: one group of printer attributes each. */
  readonly printers: readonly (readonly IppAttribute[])[];
}

/** Tags of values (RFC 8010, 3.5.2). */
export const IPP_TAGS = {
  enum: 0x23,
  text: 0x41,
  name: 0x42,
  keyword: 0x44,
  uri: 0x45,
  mediaType: 0x49,
} as const;

const OPERATION_GROUP = 1;
const PRINTER_GROUP = 4;
const END_OF_ATTRIBUTES = 3;
const OPERATION_ATTRIBUTES: readonly IppAttribute[] = [
  { tag: 0x47, name: 'attributes-charset', values: ['utf-8'] },
  { tag: 0x48, name: 'attributes-natural-language', values: ['en'] },
];

export function encodeIppReply({ status, requestId, printers }: IppReply): Uint8Array {
  const bytes: number[] = [1, 1, ...unsigned(status, 2), ...unsigned(requestId, 4)];
  addGroup(bytes, OPERATION_GROUP, OPERATION_ATTRIBUTES);
  for (const attributes of printers) addGroup(bytes, PRINTER_GROUP, attributes);
  bytes.push(END_OF_ATTRIBUTES);
  return Uint8Array.from(bytes);
}

function addGroup(bytes: number[], group: number, attributes: readonly IppAttribute[]): void {
  bytes.push(group);
  for (const { tag, name, values } of attributes) {
    values.forEach((value, index) => {
      bytes.push(tag, ...withLength(index === 0 ? text(name) : []), ...withLength(valueBytes(value)));
    });
  }
}

function valueBytes(value: string | number): readonly number[] {
  return typeof value === 'number' ? unsigned(value, 4) : text(value);
}

function withLength(bytes: readonly number[]): readonly number[] {
  return [...unsigned(bytes.length, 2), ...bytes];
}

function text(value: string): readonly number[] {
  return [...new TextEncoder().encode(value)];
}

function unsigned(value: number, length: number): readonly number[] {
  return Array.from({ length }, (_, index) => Math.floor(value / 256 ** (length - 1 - index)) & 0xff);
}
