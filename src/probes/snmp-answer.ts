/** What net-snmp hands back and wants to be handed, as values of our own; its words may hold the community. */
import snmp from 'net-snmp';

export interface SnmpValue {
  readonly objectId: string;
  /** Null where the agent has no such object. */
  readonly value: string | number | Buffer | null;
}

/** `error`: the agent says why not (RFC 3416, 3: error-status); `unreadable`: a reply that contradicts the question. */
export type SnmpAnswer =
  | { readonly kind: 'values'; readonly values: readonly SnmpValue[] }
  | { readonly kind: 'error'; readonly status: string }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'silent' };

export interface TrapValue {
  readonly objectId: string;
  readonly text: string;
}

export type Reply = (error: Error | null, varbinds?: readonly Varbind[]) => void;
interface Varbind {
  readonly oid: string;
  readonly type?: number | null;
  readonly value?: unknown;
}

/** The library's own words may hold the community: only its kinds are used. */
export function answerOfError(error: Error): SnmpAnswer {
  if (error instanceof snmp.RequestFailedError) {
    return { kind: 'error', status: snmp.ErrorStatus[error.status] ?? 'GeneralError' };
  }
  if (error instanceof snmp.ResponseInvalidError) return { kind: 'unreadable' };
  return { kind: 'silent' };
}

export function readValue({ oid, type, value }: Varbind): SnmpValue {
  const known = typeof value === 'string' || typeof value === 'number' || Buffer.isBuffer(value);
  const missing =
    type === snmp.ObjectType.NoSuchObject ||
    type === snmp.ObjectType.NoSuchInstance ||
    type === snmp.ObjectType.EndOfMibView;
  return { objectId: oid, value: known && !missing ? value : null };
}

export function varbindOf({ objectId, text }: TrapValue) {
  return { oid: objectId, type: snmp.ObjectType.OctetString, value: text };
}

/** An echo would show what was sent, and with it the community. */
export function withoutSecret(bytes: Uint8Array, community: string): Uint8Array {
  if (community === 'public') return bytes;
  const secret = Buffer.from(community);
  const safe = Buffer.from(bytes);
  for (let at = safe.indexOf(secret); at !== -1; at = safe.indexOf(secret, at)) {
    safe.fill('*', at, at + secret.length);
  }
  return safe;
}
