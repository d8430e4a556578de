/** Which trap a message is: snmpTrapOID, and for v1 what takes its place (RFC 3416, 4.2.6; RFC 3584, 3.1). */
import { BER, readChildren, readInteger, readObjectId } from './ber.ts';
import { PDU, type SnmpMessage } from './snmp-message.ts';

const TRAP_OID = '1.3.6.1.6.3.1.1.4.1.0';
const GENERIC_TRAPS = '1.3.6.1.6.3.1.1.5';
const ENTERPRISE_SPECIFIC = 6;
/** sysUpTime and snmpTrapOID come first; senders that add more before them are not known. */
const LOOKED_AT = 2000;

/** Null where the message is no trap and no inform, is encrypted, or does not say. */
export function readTrapId(bytes: Uint8Array, { pdu }: SnmpMessage): string | null {
  if (pdu === null) return null;
  const parts = readChildren(bytes, pdu, 6);
  if (parts === null) return null;
  if (pdu.tag === PDU.trapV1) {
    const [enterprise, , generic, specific] = parts;
    if (enterprise === undefined || generic === undefined || specific === undefined) return null;
    const kind = readInteger(bytes, generic);
    const number = readInteger(bytes, specific);
    const id = readObjectId(bytes, enterprise);
    if (kind === null || kind < 0 || kind > ENTERPRISE_SPECIFIC || number === null) return null;
    if (kind < ENTERPRISE_SPECIFIC) return `${GENERIC_TRAPS}.${kind + 1}`;
    return id === null || number < 0 ? null : `${id}.0.${number}`;
  }
  if (pdu.tag !== PDU.trapV2 && pdu.tag !== PDU.inform) return null;
  const list = parts[3];
  const varbinds = list?.tag === BER.sequence ? readChildren(bytes, list, LOOKED_AT) : null;
  for (const varbind of varbinds ?? []) {
    const [name, value] = readChildren(bytes, varbind, 2) ?? [];
    if (name === undefined || value === undefined) return null;
    if (readObjectId(bytes, name) === TRAP_OID) return readObjectId(bytes, value);
  }
  return null;
}
