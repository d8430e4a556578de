/** An AS-REQ for a name that nobody has, and what a key distribution centre says to it (RFC 4120, 5.4.1, 5.9.1, 7.2.2). */
import {
  BER,
  type BerElement,
  readChildren,
  readElement,
  readInteger,
  writeElement,
  writeInteger,
} from './ber.ts';

export interface KerberosReply {
  /** Null where a ticket came, which an unknown name should not get. */
  readonly errorCode: number | null;
  readonly realm: string | null;
}

export type KerberosParse =
  | { readonly kind: 'whole'; readonly value: KerberosReply; readonly length: number }
  | { readonly kind: 'more' }
  | { readonly kind: 'other' };

const AS_REQ = 0x6a;
const AS_REP = 0x6b;
const KRB_ERROR = 0x7e;
const GENERAL_STRING = 0x1b;
const GENERALIZED_TIME = 0x18;
const BIT_STRING = 0x03;
const PRINCIPAL = 1;
const SERVICE_INSTANCE = 2;
/** AES with SHA-1 and RC4, which every KDC knows by number. */
const ENCRYPTION_TYPES = [18, 17, 23];
const MAX_MESSAGE = 64 * 1024;

/** With the four bytes of length that TCP wants. `realm` is written as given, usually in capitals. */
export function ticketRequest(realm: string, client: string, nonce: number): Uint8Array {
  const body = writeElement(
    BER.sequence,
    field(0, writeElement(BIT_STRING, Uint8Array.of(0, 0, 0, 0, 0))),
    field(1, principal(PRINCIPAL, [client])),
    field(2, general(realm)),
    field(3, principal(SERVICE_INSTANCE, ['krbtgt', realm])),
    field(5, writeElement(GENERALIZED_TIME, new TextEncoder().encode('20370913024805Z'))),
    field(7, writeInteger(nonce)),
    field(8, writeElement(BER.sequence, ...ENCRYPTION_TYPES.map((type) => writeInteger(type)))),
  );
  const request = writeElement(
    AS_REQ,
    writeElement(BER.sequence, field(1, writeInteger(5)), field(2, writeInteger(10)), field(4, body)),
  );
  const head = new Uint8Array(4);
  new DataView(head.buffer).setUint32(0, request.length);
  return Uint8Array.from([...head, ...request]);
}

/** One reply from the beginning of the bytes. Never throws. */
export function parseKerberosReply(bytes: Uint8Array): KerberosParse {
  if (bytes.length < 4) return { kind: 'more' };
  const length = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0);
  if (length < 2 || length > MAX_MESSAGE) return { kind: 'other' };
  const tag = bytes[4];
  if (tag !== undefined && tag !== KRB_ERROR && tag !== AS_REP) return { kind: 'other' };
  const end = 4 + length;
  if (bytes.length < end) return { kind: 'more' };
  const message = readElement(bytes, 4, end);
  const [sequence] = message === null ? [] : (readChildren(bytes, message, 1) ?? []);
  const fields = sequence === undefined ? null : readChildren(bytes, sequence, 20);
  if (fields === null) return { kind: 'other' };
  if (tag === AS_REP) return { kind: 'whole', value: { errorCode: null, realm: null }, length: end };
  const errorCode = inside(bytes, fields, 6);
  const code = errorCode === null ? null : readInteger(bytes, errorCode);
  if (code === null) return { kind: 'other' };
  const realm = inside(bytes, fields, 9);
  const name = realm === null ? null : new TextDecoder().decode(bytes.subarray(realm.start, realm.end));
  return { kind: 'whole', value: { errorCode: code, realm: name }, length: end };
}

function inside(bytes: Uint8Array, fields: readonly BerElement[], number: number): BerElement | null {
  const found = fields.find(({ tag }) => tag === 0xa0 + number);
  return found === undefined ? null : readElement(bytes, found.start, found.end);
}

function field(number: number, content: Uint8Array): Uint8Array {
  return writeElement(0xa0 + number, content);
}

function principal(type: number, names: readonly string[]): Uint8Array {
  const list = writeElement(BER.sequence, ...names.map(general));
  return writeElement(BER.sequence, field(0, writeInteger(type)), field(1, list));
}

function general(text: string): Uint8Array {
  return writeElement(GENERAL_STRING, new TextEncoder().encode(text));
}
