/** What the devices of the demo site say to whoever listens in place of its server: a v1 trap, and a v2c trap. */
import { createSocket } from 'node:dgram';
import { isIPv6 } from 'node:net';
import type { Site } from '../contract/site.ts';
import { BER, writeElement, writeInteger, writeObjectId } from '../probes/wire/ber.ts';
import { PDU } from '../probes/wire/snmp-message.ts';

const ADDRESS = 0x40;
const TIME = 0x43;
const PRINTERS = '1.3.6.1.2.1.43.18.2';
const UP_TIME = '1.3.6.1.2.1.1.3.0';
const TRAP_OID = '1.3.6.1.6.3.1.1.4.1.0';
const PRINTER_ALERT = '1.3.6.1.2.1.43.18.2.0.1';
const COLD_START = 0;

/** Each device sends one, from its own address to `port` on the same. One that cannot be sent is not sent. */
export async function sendDemoTraps({ devices, snmp }: Site, port: number): Promise<void> {
  const makers = [v1ColdStart, v2PrinterAlert];
  await Promise.all(
    devices.map(({ host }, index) => {
      const pdu = makers[index % makers.length] ?? v1ColdStart;
      return send(pdu(snmp.community), host, port);
    }),
  );
}

function send(bytes: Uint8Array, host: string, port: number): Promise<void> {
  const socket = createSocket(isIPv6(host) ? 'udp6' : 'udp4');
  return new Promise((resolve) => {
    const end = () => socket.close(() => resolve());
    socket.once('error', end);
    socket.bind({ address: host, port: 0 }, () => socket.send(bytes, port, host, end));
  });
}

function message(version: 0 | 1, community: string, pdu: Uint8Array): Uint8Array {
  const name = writeElement(BER.octets, Buffer.from(community));
  return writeElement(BER.sequence, writeInteger(version), name, pdu);
}

/** RFC 1157, 4.1.6. */
function v1ColdStart(community: string): Uint8Array {
  return message(
    0,
    community,
    writeElement(
      PDU.trapV1,
      writeObjectId(PRINTERS),
      writeElement(ADDRESS, Uint8Array.of(0, 0, 0, 0)),
      writeInteger(COLD_START),
      writeInteger(0),
      writeInteger(0, TIME),
      writeElement(BER.sequence),
    ),
  );
}

/** RFC 3416, 4.2.6; RFC 3805, printerV2Alert. */
function v2PrinterAlert(community: string): Uint8Array {
  const varbinds = writeElement(
    BER.sequence,
    writeElement(BER.sequence, writeObjectId(UP_TIME), writeInteger(0, TIME)),
    writeElement(BER.sequence, writeObjectId(TRAP_OID), writeObjectId(PRINTER_ALERT)),
  );
  const parts = [writeInteger(1), writeInteger(0), writeInteger(0), varbinds];
  return message(1, community, writeElement(PDU.trapV2, ...parts));
}
