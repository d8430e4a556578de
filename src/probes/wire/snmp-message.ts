/** The outside of an SNMP message of any version (RFC 1157, 3416, 3412): enough to know whose reply it is, and that it is whole. */
import { BER, type BerElement, readChildren, readElement, readInteger, readObjectId } from './ber.ts';

export const PDU = {
  get: 0xa0,
  getNext: 0xa1,
  response: 0xa2,
  trapV1: 0xa4,
  inform: 0xa6,
  trapV2: 0xa7,
  report: 0xa8,
} as const;

export interface SnmpMessage {
  readonly version: 'v1' | 'v2c' | 'v3';
  /** Null in version 3. */
  readonly community: Uint8Array | null;
  /** One of `PDU`; null where it is encrypted. */
  readonly pdu: BerElement | null;
  /** request-id, in version 3 msgID: what a reply repeats. A v1 trap has none: 0. */
  readonly id: number;
  readonly errorStatus: number;
  /** The objects that it names. */
  readonly objectIds: readonly string[];
  /** Of the authoritative engine, in version 3 only. */
  readonly engineId: Uint8Array | null;
}

/** A reply repeats the objects of its question, and nobody here asks for as many. */
const MAX_VARBINDS = 100;

/** Null where the bytes are no whole message; bytes after its end are passed over. */
export function readSnmpMessage(bytes: Uint8Array): SnmpMessage | null {
  const whole = readElement(bytes, 0, bytes.length);
  const parts = whole?.tag === BER.sequence ? readChildren(bytes, whole, 4) : null;
  const [first, second, third, fourth] = parts ?? [];
  if (first === undefined || second === undefined || third === undefined) return null;
  const version = readInteger(bytes, first);
  if (version === 3) {
    return fourth === undefined ? null : readVersion3(bytes, second, third, fourth);
  }
  if ((version !== 0 && version !== 1) || second.tag !== BER.octets || fourth !== undefined) return null;
  const body = readPdu(bytes, third);
  if (body === null) return null;
  const community = bytes.subarray(second.start, second.end);
  return { version: version === 0 ? 'v1' : 'v2c', community, pdu: third, engineId: null, ...body };
}

type Body = Pick<SnmpMessage, 'id' | 'errorStatus' | 'objectIds'>;

function readPdu(bytes: Uint8Array, pdu: BerElement): Body | null {
  if (pdu.tag < PDU.get || pdu.tag > PDU.report) return null;
  const parts = readChildren(bytes, pdu, 6);
  const list = parts?.at(-1);
  if (parts === null || list?.tag !== BER.sequence) return null;
  const objectIds = readNames(bytes, list);
  if (objectIds === null) return null;
  if (pdu.tag === PDU.trapV1) return parts.length === 6 ? { id: 0, errorStatus: 0, objectIds } : null;
  const [id, errorStatus, errorIndex] = parts.slice(0, -1).map((part) => readInteger(bytes, part));
  if (parts.length !== 4 || typeof id !== 'number' || typeof errorStatus !== 'number') return null;
  return typeof errorIndex === 'number' ? { id, errorStatus, objectIds } : null;
}

function readNames(bytes: Uint8Array, list: BerElement): readonly string[] | null {
  const varbinds = readChildren(bytes, list, MAX_VARBINDS);
  if (varbinds === null) return null;
  const names: string[] = [];
  for (const varbind of varbinds) {
    const pair = varbind.tag === BER.sequence ? readChildren(bytes, varbind, 2) : null;
    const name = pair?.length === 2 && pair[0] !== undefined ? readObjectId(bytes, pair[0]) : null;
    if (name === null) return null;
    names.push(name);
  }
  return names;
}

function readVersion3(
  bytes: Uint8Array,
  header: BerElement,
  security: BerElement,
  data: BerElement,
): SnmpMessage | null {
  const [messageId] = (header.tag === BER.sequence ? readChildren(bytes, header, 4) : null) ?? [];
  const id = messageId === undefined ? null : readInteger(bytes, messageId);
  const model = security.tag === BER.octets ? readElement(bytes, security.start, security.end) : null;
  const [engine] = (model?.tag === BER.sequence ? readChildren(bytes, model, 6) : null) ?? [];
  if (id === null || engine?.tag !== BER.octets) return null;
  const base = {
    version: 'v3' as const,
    community: null,
    engineId: bytes.subarray(engine.start, engine.end),
  };
  if (data.tag === BER.octets) return { ...base, pdu: null, id, errorStatus: 0, objectIds: [] };
  const pdu = data.tag === BER.sequence ? readChildren(bytes, data, 3)?.[2] : undefined;
  const body = pdu === undefined ? null : readPdu(bytes, pdu);
  return pdu === undefined || body === null ? null : { ...base, pdu, ...body, id };
}
