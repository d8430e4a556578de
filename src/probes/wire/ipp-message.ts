/** An IPP message (RFC 8010, 3): a bounded decoder for replies of printers that may be old, broken or hostile. */

/** Ranges, resolutions, dates and whatever has no simple form stay out: nobody asks for them here. */
export type IppValue = string | number | boolean;

export interface IppGroup {
  /** Delimiter tag (RFC 8010, 3.5.1): 1 operation, 2 job, 4 printer, 5 unsupported. */
  readonly tag: number;
  /** In order; a name that comes twice in a group keeps its first values. */
  readonly attributes: ReadonlyMap<string, readonly IppValue[]>;
}

export interface IppMessage {
  /** `1.1` */
  readonly version: string;
  /** The status code of a reply, the operation of a request. */
  readonly code: number;
  readonly requestId: number;
  readonly groups: readonly IppGroup[];
}

export type IppParse =
  | { readonly kind: 'message'; readonly message: IppMessage }
  /** So far it may be one, and the end is missing. */
  | { readonly kind: 'incomplete' }
  | { readonly kind: 'malformed' };

export const PRINTER_GROUP = 4;

const HEADER_LENGTH = 8;
const END_OF_ATTRIBUTES = 3;
const LAST_DELIMITER = 0x0f;
const MAX_VALUES = 20_000;
const MAX_DEPTH = 16;
const BEGIN_COLLECTION = 0x34;
const END_COLLECTION = 0x37;
const NUMBERS: ReadonlySet<number> = new Set([0x21, 0x23]);
const BOOLEAN = 0x22;
const FIRST_TEXT = 0x40;
const LAST_TEXT = 0x5f;
const WITH_LANGUAGE: ReadonlySet<number> = new Set([0x35, 0x36]);

/** Never throws and never reads past the bytes: lengths are unsigned, values and depth are counted. */
export function parseIppMessage(bytes: Uint8Array): IppParse {
  if (bytes.length < HEADER_LENGTH) return { kind: couldBegin(bytes) ? 'incomplete' : 'malformed' };
  if (!couldBegin(bytes)) return { kind: 'malformed' };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const groups: { tag: number; attributes: Map<string, IppValue[]> }[] = [];
  let at = HEADER_LENGTH;
  let values: IppValue[] | null = null;
  let depth = 0;
  for (let count = 0; count <= MAX_VALUES; count += 1) {
    const tag = bytes[at];
    if (tag === undefined) return { kind: 'incomplete' };
    if (tag <= LAST_DELIMITER) {
      if (depth > 0) return { kind: 'malformed' };
      if (tag === END_OF_ATTRIBUTES) return { kind: 'message', message: { ...header(view), groups } };
      groups.push({ tag, attributes: new Map() });
      values = null;
      at += 1;
      continue;
    }
    const field = readField(bytes, view, at);
    if (field === null) return { kind: 'incomplete' };
    at = field.end;
    if (tag === END_COLLECTION) depth -= 1;
    if (depth < 0 || depth > MAX_DEPTH) return { kind: 'malformed' };
    if (depth === 0 && tag !== END_COLLECTION) {
      const attributes = groups.at(-1)?.attributes;
      if (attributes === undefined) return { kind: 'malformed' };
      if (field.name.length > 0) {
        values = [];
        const name = text(field.name);
        if (!attributes.has(name)) attributes.set(name, values);
      } else if (values === null) return { kind: 'malformed' };
      const value = readValue(tag, field.value);
      if (value !== null) values.push(value);
    }
    if (tag === BEGIN_COLLECTION) depth += 1;
  }
  return { kind: 'malformed' };
}

/** The values of an attribute in the first group of that tag that has it; empty where there is none. */
export function ippValues({ groups }: IppMessage, tag: number, name: string): readonly IppValue[] {
  return groups.find((group) => group.tag === tag && group.attributes.has(name))?.attributes.get(name) ?? [];
}

/** Versions 1.0 to 2.9, and a code of a reply: what HTML, banners and noise do not have. */
function couldBegin(bytes: Uint8Array): boolean {
  const [major, minor, high] = bytes;
  if (major === undefined) return true;
  if (major !== 1 && major !== 2) return false;
  return (minor ?? 0) <= 9 && (high ?? 0) <= 0x7f;
}

function header(view: DataView) {
  return {
    version: `${view.getUint8(0)}.${view.getUint8(1)}`,
    code: view.getUint16(2),
    requestId: view.getUint32(4),
  };
}

function readField(bytes: Uint8Array, view: DataView, at: number) {
  const nameEnd = lengthAfter(view, at + 1);
  if (nameEnd === null) return null;
  const end = lengthAfter(view, nameEnd);
  if (end === null) return null;
  return { name: bytes.subarray(at + 3, nameEnd), value: bytes.subarray(nameEnd + 2, end), end };
}

/** The end of a field with two bytes of length before it; null where the bytes do not reach it. */
function lengthAfter(view: DataView, at: number): number | null {
  if (at + 2 > view.byteLength) return null;
  const end = at + 2 + view.getUint16(at);
  return end > view.byteLength ? null : end;
}

function readValue(tag: number, value: Uint8Array): IppValue | null {
  if (NUMBERS.has(tag)) {
    return value.length === 4 ? new DataView(value.buffer, value.byteOffset, 4).getInt32(0) : null;
  }
  if (tag === BOOLEAN) return value.length === 1 ? value[0] !== 0 : null;
  if (tag >= FIRST_TEXT && tag <= LAST_TEXT) return text(value);
  return WITH_LANGUAGE.has(tag) ? textAfterLanguage(value) : null;
}

function textAfterLanguage(value: Uint8Array): string | null {
  const view = new DataView(value.buffer, value.byteOffset, value.byteLength);
  const languageEnd = lengthAfter(view, 0);
  const end = languageEnd === null ? null : lengthAfter(view, languageEnd);
  return languageEnd === null || end === null ? null : text(value.subarray(languageEnd + 2, end));
}

function text(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
