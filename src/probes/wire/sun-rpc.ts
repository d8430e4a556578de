/** ONC RPC over TCP (RFC 5531, 8 to 11) and the XDR beneath it (RFC 4506): calls as bytes, replies bounded. */

export interface RpcCall {
  readonly callId: number;
  readonly program: number;
  readonly version: number;
  readonly procedure: number;
  readonly body?: Uint8Array;
  /** Says of itself that it is root of this machine (AUTH_SYS); without it nobody is named. */
  readonly machine?: string;
}

export type RpcReply =
  | { readonly state: 'answered'; readonly results: Uint8Array }
  /** The program is there in other versions. */
  | { readonly state: 'mismatch'; readonly low: number; readonly high: number }
  /** There is no such program. */
  | { readonly state: 'unavailable' }
  | { readonly state: 'denied'; readonly code: number }
  | { readonly state: 'error'; readonly code: number };

export type RpcParse =
  | { readonly kind: 'whole'; readonly value: RpcReply; readonly length: number }
  | { readonly kind: 'more' }
  | { readonly kind: 'other' };

export interface XdrReader {
  /** Four bytes, unsigned; null where they are missing, and ever after. */
  readonly number: () => number | null;
  /** Text of at most `most` bytes. */
  readonly text: (most: number) => string | null;
  readonly rest: () => Uint8Array;
}

const LAST_FRAGMENT = 0x80_00_00_00;
const MAX_MESSAGE = 256 * 1024;
const MAX_FRAGMENTS = 64;
const MAX_VERIFIER = 400;
const RPC_VERSION = 2;
const REPLY = 1;
const AUTH_SYS = 1;

export function encodeRpcCall({ callId, program, version, procedure, body, machine }: RpcCall): Uint8Array {
  const credential =
    machine === undefined
      ? [...xdrNumber(0), ...xdrNumber(0)]
      : [...xdrNumber(AUTH_SYS), ...opaque(rootOf(machine))];
  const message = [
    ...[callId, 0, RPC_VERSION, program, version, procedure].flatMap(xdrNumber),
    ...credential,
    ...xdrNumber(0),
    ...xdrNumber(0),
    ...(body ?? []),
  ];
  return Uint8Array.from([...xdrNumber(LAST_FRAGMENT + message.length), ...message]);
}

/** The reply to a call, from the beginning of the bytes. Never throws. */
export function parseRpcReply(bytes: Uint8Array, callId: number): RpcParse {
  const record = joinFragments(bytes);
  if (record === null || !couldBeReply(record.message, callId)) return { kind: 'other' };
  if (!record.isWhole) return { kind: 'more' };
  const reader = readXdr(record.message);
  if (reader.number() !== callId || reader.number() !== REPLY) return { kind: 'other' };
  const value = reader.number() === 0 ? readAccepted(reader) : readDenied(reader);
  return value === null ? { kind: 'other' } : { kind: 'whole', value, length: record.length };
}

export function readXdr(bytes: Uint8Array): XdrReader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  const number = () => {
    if (at + 4 > bytes.length) {
      at = bytes.length + 1;
      return null;
    }
    at += 4;
    return view.getUint32(at - 4);
  };
  return {
    number,
    text: (most) => {
      const length = number();
      if (length === null || length > most || at + length > bytes.length) return null;
      const text = new TextDecoder().decode(bytes.subarray(at, at + length));
      at += length + padding(length);
      return text;
    },
    rest: () => bytes.subarray(Math.min(at, bytes.length)),
  };
}

export function xdrNumber(value: number): readonly number[] {
  return [value >>> 24, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff];
}

export function xdrText(text: string): readonly number[] {
  return opaque([...new TextEncoder().encode(text)]);
}

function readAccepted(reader: XdrReader): RpcReply | null {
  if (reader.number() === null || reader.text(MAX_VERIFIER) === null) return null;
  const state = reader.number();
  switch (state) {
    case null:
      return null;
    case 0:
      return { state: 'answered', results: new Uint8Array(reader.rest()) };
    case 1:
      return { state: 'unavailable' };
    case 2: {
      const [low, high] = [reader.number(), reader.number()];
      return low === null || high === null ? null : { state: 'mismatch', low, high };
    }
    default:
      return state > 5 ? null : { state: 'error', code: state };
  }
}

function readDenied(reader: XdrReader): RpcReply | null {
  const [why, code] = [reader.number(), reader.number()];
  if (why === null || code === null || why > 1) return null;
  return { state: 'denied', code };
}

interface JoinedRecord {
  readonly message: Uint8Array;
  readonly isWhole: boolean;
  /** Of the bytes that belong to it. */
  readonly length: number;
}

/** What has come of the record, its marks taken out: it is over with the fragment whose highest bit is set. */
function joinFragments(bytes: Uint8Array): JoinedRecord | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: number[] = [];
  let at = 0;
  for (let count = 0; count < MAX_FRAGMENTS; count += 1) {
    if (at + 4 > bytes.length) break;
    const mark = view.getUint32(at);
    const length = mark & 0x7f_ff_ff_ff;
    if (parts.length + length > MAX_MESSAGE || count === MAX_FRAGMENTS - 1) return null;
    const end = at + 4 + length;
    for (const byte of bytes.subarray(at + 4, end)) parts.push(byte);
    if (end > bytes.length) break;
    if (mark >= LAST_FRAGMENT) return { message: Uint8Array.from(parts), isWhole: true, length: end };
    at = end;
  }
  return { message: Uint8Array.from(parts), isWhole: false, length: bytes.length };
}

/** A peer that answers with something else is told at once, not after a length that never comes. */
function couldBeReply(message: Uint8Array, callId: number): boolean {
  const wanted = [...xdrNumber(callId), ...xdrNumber(REPLY)];
  return wanted.every((byte, index) => message[index] === undefined || message[index] === byte);
}

/** `authsys_parms` (RFC 5531, appendix A). */
function rootOf(machine: string): readonly number[] {
  return [...xdrNumber(0), ...xdrText(machine), ...xdrNumber(0), ...xdrNumber(0), ...xdrNumber(0)];
}

function opaque(bytes: readonly number[]): readonly number[] {
  return [...xdrNumber(bytes.length), ...bytes, ...Array.from({ length: padding(bytes.length) }, () => 0)];
}

function padding(length: number): number {
  return (4 - (length % 4)) % 4;
}
