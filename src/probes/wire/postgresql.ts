/** The beginning of PostgreSQL's protocol, version 3 (postgresql.org/docs/current/protocol.html): until a session stands. */

export interface BackendMessage {
  /** One letter: `R` authentication, `E` error, `S` parameter, `Z` ready, … */
  readonly type: string;
  readonly body: Uint8Array;
}

export type BackendParse =
  | { readonly kind: 'whole'; readonly value: BackendMessage; readonly length: number }
  | { readonly kind: 'more' }
  | { readonly kind: 'other' };

/** Authentication requests by number. */
export const AUTHENTICATION = {
  ok: 0,
  cleartext: 3,
  md5: 5,
  gss: 7,
  sspi: 9,
  sasl: 10,
  saslContinue: 11,
  saslFinal: 12,
} as const;

const PROTOCOL_3_0 = 196_608;
const SSL_REQUEST = 80_877_103;
const MAX_MESSAGE = 64 * 1024;
/** What a server may send before it is ready: also notices and the version it settled on. */
const TYPES = 'REKSZNv';

/** Answered with one byte, `S` or `N`. */
export function sslRequest(): Uint8Array {
  return withLength([...unsigned(SSL_REQUEST)]);
}

export function startupMessage(parameters: Readonly<Record<string, string>>): Uint8Array {
  const words = Object.entries(parameters).flatMap(([name, value]) => [
    ...terminated(name),
    ...terminated(value),
  ]);
  return withLength([...unsigned(PROTOCOL_3_0), ...words, 0]);
}

/** `p`: a password, or whatever answers an authentication request. */
export function passwordMessage(body: Uint8Array): Uint8Array {
  return Uint8Array.from([0x70, ...withLength([...body])]);
}

export function cString(text: string): Uint8Array {
  return Uint8Array.from(terminated(text));
}

/** The first SASL answer: mechanism, and its own first message. */
export function saslInitialResponse(mechanism: string, first: string): Uint8Array {
  const message = new TextEncoder().encode(first);
  return Uint8Array.from([...terminated(mechanism), ...unsigned(message.length), ...message]);
}

/** `X`: a polite end. */
export function terminateMessage(): Uint8Array {
  return Uint8Array.from([0x58, ...withLength([])]);
}

/** One message from the beginning of the bytes. Never throws; messages of this phase are short. */
export function parseBackendMessage(bytes: Uint8Array): BackendParse {
  const [first] = bytes;
  if (first === undefined) return { kind: 'more' };
  const type = String.fromCharCode(first);
  if (!TYPES.includes(type)) return { kind: 'other' };
  if (bytes.length < 5) return { kind: 'more' };
  const length = readUnsigned(bytes, 1) ?? 0;
  if (length < 4 || length > MAX_MESSAGE) return { kind: 'other' };
  const end = 1 + length;
  if (bytes.length < end) return { kind: 'more' };
  return { kind: 'whole', value: { type, body: new Uint8Array(bytes.subarray(5, end)) }, length: end };
}

/** Four bytes, unsigned; null where there are not so many. */
export function readUnsigned(bytes: Uint8Array, at: number): number | null {
  if (bytes.length < at + 4) return null;
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(at);
}

/** The texts of a body that ends each with a zero; what lacks it is left out. */
export function readStrings(bytes: Uint8Array): readonly string[] {
  const texts: string[] = [];
  for (let at = 0, end = bytes.indexOf(0); end !== -1; at = end + 1, end = bytes.indexOf(0, at)) {
    texts.push(decode(bytes.subarray(at, end)));
  }
  return texts;
}

/** The fields of an `E` message by their letters: `C` the code, `M` the message. */
export function readErrorFields(body: Uint8Array): ReadonlyMap<string, string> {
  return new Map(
    readStrings(body).flatMap((text) => (text === '' ? [] : [[text.slice(0, 1), text.slice(1)]])),
  );
}

export function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

function withLength(body: readonly number[]): Uint8Array {
  return Uint8Array.from([...unsigned(body.length + 4), ...body]);
}

function terminated(text: string): readonly number[] {
  return [...new TextEncoder().encode(text.replaceAll('\0', '')), 0];
}

function unsigned(value: number): readonly number[] {
  return [value >>> 24, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff];
}
