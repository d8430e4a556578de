/** In the place of the server: hears SNMP traps and informs, acknowledges informs, and survives whatever else comes. */
import { createSocket, type RemoteInfo, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { isIPv6 } from 'node:net';
import { BER, writeElement, writeInteger } from '../probes/wire/ber.ts';
import { PDU, readSnmpMessage, type SnmpMessage } from '../probes/wire/snmp-message.ts';
import { readTrapId } from '../probes/wire/snmp-trap-id.ts';

/** One message as it came; the community is only compared, and never handed on. */
export interface HeardTrap {
  readonly address: string;
  readonly port: number;
  readonly version: 'v1' | 'v2c' | 'v3';
  /** Null where it is encrypted. */
  readonly kind: 'trap' | 'inform' | null;
  /** Null in version 3. */
  readonly communityAccepted: boolean | null;
  readonly trapId: string | null;
}

export interface TrapListenerOptions {
  /** Where to listen: `0.0.0.0` is every IPv4 address of the computer, `::` every IPv6 one. */
  readonly addresses: readonly string[];
  /** 0: the system chooses a free one. */
  readonly port: number;
  readonly community: string;
  readonly onTrap: (trap: HeardTrap) => void;
  /** A datagram that is no trap. */
  readonly onUnreadable: () => void;
  /** The system took the socket away while it listened, with its errno. */
  readonly onBroken: (error: NodeJS.ErrnoException) => void;
}

export interface TrapListener {
  readonly port: number;
  readonly close: () => Promise<void>;
}

/**
 * An inform is answered only where its community is accepted, as a receiver does (RFC 3416, 4.2.7). Rejects with the
 * errno of the bind (`EADDRINUSE`, `EACCES`, `EADDRNOTAVAIL`) and then holds nothing.
 */
export async function startTrapListener(options: TrapListenerOptions): Promise<TrapListener> {
  const sockets: Socket[] = [];
  let { port } = options;
  const close = async () => {
    await Promise.all(sockets.splice(0).map(closeSocket));
  };
  try {
    for (const address of options.addresses) {
      const socket = await bind(address, port);
      sockets.push(socket);
      port = socket.address().port;
      listen(socket, options);
    }
  } catch (error) {
    await close();
    throw error;
  }
  return { port, close };
}

async function bind(address: string, port: number): Promise<Socket> {
  const socket = createSocket(isIPv6(address) ? { type: 'udp6', ipv6Only: true } : { type: 'udp4' });
  try {
    socket.bind({ address, port, exclusive: true });
    await once(socket, 'listening');
    return socket;
  } catch (error) {
    await closeSocket(socket);
    throw error;
  }
}

function listen(socket: Socket, options: TrapListenerOptions): void {
  const community = Buffer.from(options.community);
  socket.on('error', options.onBroken);
  socket.on('message', (bytes: Uint8Array, sender: RemoteInfo) => {
    const message = readSnmpMessage(bytes);
    const kind = message === null ? undefined : kindOf(message);
    if (message === null || kind === undefined) return options.onUnreadable();
    const communityAccepted = message.community === null ? null : community.equals(message.community);
    if (kind === 'inform' && communityAccepted === true) {
      // The sender may be gone by now; it asks again where it still waits.
      socket.send(acknowledgement(bytes, message), sender.port, sender.address, () => {});
    }
    const { address, port } = sender;
    options.onTrap({
      address,
      port,
      version: message.version,
      kind,
      communityAccepted,
      trapId: readTrapId(bytes, message),
    });
  });
}

/** Undefined where it is neither a trap nor an inform. */
function kindOf({ version, pdu }: SnmpMessage): HeardTrap['kind'] | undefined {
  if (pdu === null) return version === 'v3' ? null : undefined;
  if (pdu.tag === PDU.inform) return version === 'v1' ? undefined : 'inform';
  const trap = version === 'v1' ? PDU.trapV1 : PDU.trapV2;
  return pdu.tag === trap ? 'trap' : undefined;
}

/** The same message as a response (RFC 3416, 4.2.7): request-id and variables as they came. */
function acknowledgement(bytes: Uint8Array, { community, pdu }: SnmpMessage): Uint8Array {
  return writeElement(
    BER.sequence,
    writeInteger(1),
    writeElement(BER.octets, community ?? new Uint8Array()),
    writeElement(PDU.response, pdu === null ? new Uint8Array() : bytes.subarray(pdu.start, pdu.end)),
  );
}

function closeSocket(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    try {
      socket.close(() => resolve());
    } catch {
      // It was closed by its own failure.
      resolve();
    }
  });
}
