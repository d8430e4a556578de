/** As much of LDAP as asks a directory for its root entry without a login (RFC 4511; RFC 4512, 5.1). */
import {
  BER,
  type BerElement,
  readChildren,
  readElement,
  readInteger,
  writeElement,
  writeInteger,
} from './ber.ts';

export type LdapMessage =
  /** Names in lower case. */
  | { readonly kind: 'entry'; readonly attributes: ReadonlyMap<string, readonly string[]> }
  | { readonly kind: 'done'; readonly code: number; readonly message: string }
  /** A reference or a partial answer: nothing to read for the root entry. */
  | { readonly kind: 'further' };

export type LdapParse =
  | { readonly kind: 'whole'; readonly value: LdapMessage; readonly length: number }
  | { readonly kind: 'more' }
  | { readonly kind: 'other' };

const ENUMERATED = 0x0a;
const BOOLEAN = 0x01;
const SET = 0x31;
const SEARCH_REQUEST = 0x63;
const SEARCH_ENTRY = 0x64;
const SEARCH_DONE = 0x65;
const SEARCH_REFERENCE = 0x73;
const EXTENDED_RESPONSE = 0x78;
const FILTER_PRESENT = 0x87;
const MAX_MESSAGE = 256 * 1024;
const MAX_CHILDREN = 1000;

/** A search of the root entry alone, for the attributes named. */
export function rootEntryRequest(messageId: number, attributes: readonly string[]): Uint8Array {
  return writeElement(
    BER.sequence,
    writeInteger(messageId),
    writeElement(
      SEARCH_REQUEST,
      octets(''),
      writeInteger(0, ENUMERATED),
      writeInteger(0, ENUMERATED),
      writeInteger(0),
      writeInteger(0),
      writeElement(BOOLEAN, Uint8Array.of(0)),
      writeElement(FILTER_PRESENT, new TextEncoder().encode('objectClass')),
      writeElement(BER.sequence, ...attributes.map(octets)),
    ),
  );
}

/** One message from the beginning of the bytes. Never throws; lengths and counts are limited. */
export function parseLdapMessage(bytes: Uint8Array): LdapParse {
  const length = sequenceLength(bytes);
  if (length === null) return { kind: 'other' };
  if (bytes.length < length) return { kind: 'more' };
  const whole = readElement(bytes, 0, length);
  const [id, operation] = whole === null ? [] : (readChildren(bytes, whole, 4) ?? []);
  if (id === undefined || operation === undefined || readInteger(bytes, id) === null)
    return { kind: 'other' };
  const value = readOperation(bytes, operation);
  return value === null ? { kind: 'other' } : { kind: 'whole', value, length };
}

/** Of the whole element, as its first bytes say; 2 where they do not say it yet; null where they are no message. */
function sequenceLength(bytes: Uint8Array): number | null {
  const [tag = BER.sequence, first = 0] = bytes;
  if (tag !== BER.sequence) return null;
  if (bytes.length < 2) return 2;
  if (first < 0x80) return 2 + first;
  const count = first & 0x7f;
  if (count === 0 || count > 4) return null;
  if (bytes.length < 2 + count) return 2 + count;
  let length = 0;
  for (const byte of bytes.subarray(2, 2 + count)) length = length * 256 + byte;
  return length > MAX_MESSAGE ? null : 2 + count + length;
}

function readOperation(bytes: Uint8Array, operation: BerElement): LdapMessage | null {
  if (operation.tag === SEARCH_REFERENCE) return { kind: 'further' };
  const parts = readChildren(bytes, operation, MAX_CHILDREN);
  if (parts === null) return null;
  if (operation.tag === SEARCH_ENTRY) return readEntry(bytes, parts[1]);
  if (operation.tag !== SEARCH_DONE && operation.tag !== EXTENDED_RESPONSE) return null;
  const [code, , message] = parts;
  if (code?.tag !== ENUMERATED || code.end - code.start !== 1) return null;
  return {
    kind: 'done',
    code: bytes[code.start] ?? 0,
    message: message === undefined ? '' : text(bytes, message),
  };
}

function readEntry(bytes: Uint8Array, list: BerElement | undefined): LdapMessage | null {
  const items = list?.tag === BER.sequence ? readChildren(bytes, list, MAX_CHILDREN) : null;
  if (items === null) return null;
  const attributes = new Map<string, readonly string[]>();
  for (const item of items) {
    const [name, values] = readChildren(bytes, item, 2) ?? [];
    if (name?.tag !== BER.octets || values?.tag !== SET) return null;
    const found = readChildren(bytes, values, MAX_CHILDREN);
    if (found === null) return null;
    attributes.set(
      text(bytes, name).toLowerCase(),
      found.map((value) => text(bytes, value)),
    );
  }
  return { kind: 'entry', attributes };
}

function octets(value: string): Uint8Array {
  return writeElement(BER.octets, new TextEncoder().encode(value));
}

function text(bytes: Uint8Array, { start, end }: BerElement): string {
  return new TextDecoder().decode(bytes.subarray(start, end));
}
