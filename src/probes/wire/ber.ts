/** The part of BER that SNMP uses (X.690; RFC 3417, 8): definite lengths and tags of one byte, every length checked. */

/** One element: its content lies from `start` to `end` (exclusive) in the bytes it was read from. */
export interface BerElement {
  readonly tag: number;
  readonly start: number;
  readonly end: number;
}

export const BER = { integer: 0x02, octets: 0x04, none: 0x05, objectId: 0x06, sequence: 0x30 } as const;

const MAX_LENGTH_BYTES = 4;
const MAX_ARC = 0xff_ff_ff_ff;

/** The element at `offset`; null where it is cut off, does not fit into `limit`, or has a length of no end. */
export function readElement(bytes: Uint8Array, offset: number, limit: number): BerElement | null {
  const tag = offset < limit ? bytes[offset] : undefined;
  const first = offset + 1 < limit ? bytes[offset + 1] : undefined;
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f) return null;
  let start = offset + 2;
  let length = first;
  if (first >= 0x80) {
    const count = first & 0x7f;
    if (count === 0 || count > MAX_LENGTH_BYTES || start + count > limit) return null;
    length = 0;
    for (const byte of bytes.subarray(start, start + count)) length = length * 256 + byte;
    start += count;
  }
  return start + length <= limit ? { tag, start, end: start + length } : null;
}

/** What a constructed element holds; null where it is broken or holds more than `most`. */
export function readChildren(
  bytes: Uint8Array,
  { start, end }: BerElement,
  most: number,
): readonly BerElement[] | null {
  const children: BerElement[] = [];
  for (let offset = start; offset < end; ) {
    const child = readElement(bytes, offset, end);
    if (child === null || children.length === most) return null;
    children.push(child);
    offset = child.end;
  }
  return children;
}

/** A signed number of up to six bytes; null where the element is none. */
export function readInteger(bytes: Uint8Array, { tag, start, end }: BerElement): number | null {
  if (tag !== BER.integer || end - start < 1 || end - start > 6) return null;
  let value = (bytes[start] ?? 0) >= 0x80 ? -1 : 0;
  for (const byte of bytes.subarray(start, end)) value = value * 256 + byte;
  return value;
}

/** `1.3.6.1.2.1`; null where the element is none. Arcs have 32 bits (RFC 2578, 3.5). */
export function readObjectId(bytes: Uint8Array, { tag, start, end }: BerElement): string | null {
  if (tag !== BER.objectId || start === end || (bytes[end - 1] ?? 0) >= 0x80) return null;
  const arcs: number[] = [];
  let arc = 0;
  for (const byte of bytes.subarray(start, end)) {
    arc = arc * 128 + (byte & 0x7f);
    if (arc > MAX_ARC) return null;
    if (byte >= 0x80) continue;
    if (arcs.length > 0) arcs.push(arc);
    else {
      const root = Math.min(2, Math.floor(arc / 40));
      arcs.push(root, arc - root * 40);
    }
    arc = 0;
  }
  return arcs.join('.');
}

export function writeElement(tag: number, ...contents: readonly Uint8Array[]): Uint8Array {
  const length = contents.reduce((sum, content) => sum + content.length, 0);
  return concatenate([Uint8Array.of(tag, ...lengthBytes(length)), ...contents]);
}

/** A signed number in as few bytes as hold it; `tag` for the unsigned kinds of SMI (Counter32, TimeTicks). */
export function writeInteger(value: number, tag: number = BER.integer): Uint8Array {
  const bytes: number[] = [];
  let rest = value;
  do {
    bytes.unshift(((rest % 256) + 256) % 256);
    rest = Math.floor(rest / 256);
  } while (!((rest === 0 && (bytes[0] ?? 0) < 0x80) || (rest === -1 && (bytes[0] ?? 0) >= 0x80)));
  return writeElement(tag, Uint8Array.from(bytes));
}

export function writeObjectId(objectId: string): Uint8Array {
  const [root = 0, second = 0, ...arcs] = objectId.split('.').map(Number);
  return writeElement(BER.objectId, Uint8Array.from([root * 40 + second, ...arcs].flatMap(arcBytes)));
}

function arcBytes(arc: number): readonly number[] {
  const bytes = [arc % 128];
  for (let rest = Math.floor(arc / 128); rest > 0; rest = Math.floor(rest / 128)) {
    bytes.unshift((rest % 128) + 0x80);
  }
  return bytes;
}

function lengthBytes(length: number): readonly number[] {
  if (length < 0x80) return [length];
  const bytes: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
  return [0x80 + bytes.length, ...bytes];
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}
