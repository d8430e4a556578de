/** SNMP in place of a device (an agent of versions 1 and 2c) and of the server (a receiver that acknowledges informs). */
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { isIPv6 } from 'node:net';
import { BER, writeElement, writeInteger, writeObjectId } from '../probes/wire/ber.ts';
import { PDU, readSnmpMessage, type SnmpMessage } from '../probes/wire/snmp-message.ts';
import type { ListenOptions, Standin } from './standin.ts';

export type AgentValue =
  | { readonly text: string }
  | { readonly integer: number }
  | { readonly counter: number }
  | { readonly objectId: string };

export interface AgentOptions extends ListenOptions {
  /** Without authorisation; another community meets silence, as with real agents. */
  readonly community: string;
  readonly versions: readonly ('v1' | 'v2c')[];
  /** Object identifier → value. */
  readonly objects: Readonly<Record<string, AgentValue>>;
}

const COUNTER = 0x41;
const NO_SUCH_OBJECT = writeElement(0x80);
const NONE = writeElement(BER.none);
const NO_SUCH_NAME = 2;

/** Answers GET, and nothing else. A missing object is an exception in 2c and an error of the whole request in 1. */
export function startSnmpAgentStandin({
  community,
  versions,
  objects,
  ...where
}: AgentOptions): Promise<Standin> {
  const known = new Map(Object.entries(objects).map(([name, value]) => [name, valueBytes(value)]));
  return answerDatagrams(where, (bytes) => {
    const message = readSnmpMessage(bytes);
    if (message?.pdu?.tag !== PDU.get || message.version === 'v3' || message.community === null) return null;
    if (!versions.includes(message.version) || !Buffer.from(community).equals(message.community)) return null;
    const missing = message.objectIds.findIndex((name) => !known.has(name));
    const fails = message.version === 'v1' && missing !== -1;
    const varbinds = message.objectIds.map((name) => {
      const value = fails ? NONE : (known.get(name) ?? NO_SUCH_OBJECT);
      return writeElement(BER.sequence, writeObjectId(name), value);
    });
    return writeMessage(message, [
      writeInteger(message.id),
      writeInteger(fails ? NO_SUCH_NAME : 0),
      writeInteger(fails ? missing + 1 : 0),
      writeElement(BER.sequence, ...varbinds),
    ]);
  });
}

/** Takes traps without a word and answers informs with what they said (RFC 3416, 4.2.7). */
export function startTrapReceiverStandin(where: ListenOptions): Promise<Standin> {
  return answerDatagrams(where, (bytes) => {
    const message = readSnmpMessage(bytes);
    if (message?.pdu?.tag !== PDU.inform || message.community === null) return null;
    return writeMessage(message, [bytes.subarray(message.pdu.start, message.pdu.end)]);
  });
}

function writeMessage({ version, community }: SnmpMessage, pdu: readonly Uint8Array[]): Uint8Array {
  return writeElement(
    BER.sequence,
    writeInteger(version === 'v1' ? 0 : 1),
    writeElement(BER.octets, community ?? new Uint8Array()),
    writeElement(PDU.response, ...pdu),
  );
}

function valueBytes(value: AgentValue): Uint8Array {
  if ('text' in value) return writeElement(BER.octets, Buffer.from(value.text));
  if ('objectId' in value) return writeObjectId(value.objectId);
  return 'counter' in value ? writeInteger(value.counter, COUNTER) : writeInteger(value.integer);
}

/** Rejects with the errno of the bind. */
async function answerDatagrams(
  { host, port }: ListenOptions,
  answer: (bytes: Uint8Array) => Uint8Array | null,
): Promise<Standin> {
  const socket = createSocket(isIPv6(host) ? 'udp6' : 'udp4');
  socket.bind({ address: host, port });
  await once(socket, 'listening');
  socket.on('error', () => {});
  socket.on('message', (bytes, sender) => {
    const reply = answer(bytes);
    // The asker may be gone by now; whoever asks over UDP asks again.
    if (reply !== null) socket.send(reply, sender.port, sender.address, () => {});
  });
  return {
    port: socket.address().port,
    close: async () => {
      const closed = once(socket, 'close');
      socket.close();
      await closed;
    },
  };
}
