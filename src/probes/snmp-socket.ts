/**
 * The UDP socket under a session of net-snmp. Connected, so that the system reports «port unreachable» and drops what
 * strangers send; or open to all, to see whether a stranger answers. Nothing reaches the library that is no whole
 * reply to what it asked: it would throw where nobody can catch.
 */
import { createSocket, type RemoteInfo } from 'node:dgram';
import ipaddr from 'ipaddr.js';
import { toProbeError } from './errors.ts';
import type { HostAddress, ProbeError } from './probe.ts';
import { PDU, readSnmpMessage, type SnmpMessage } from './wire/snmp-message.ts';

export interface SnmpSocketOptions {
  readonly to: HostAddress;
  readonly port: number;
  /** Bind to this address; null where the system chooses. */
  readonly localAddress: string | null;
  /** `connected`: only the asked address is heard; `open`: everybody is. */
  readonly hears: 'connected' | 'open';
  /** A whole reply to a request of this socket, before the library gets it. */
  readonly onReply: (message: SnmpMessage, sender: RemoteInfo) => void;
  /** Anything else that came. */
  readonly onOddity: (bytes: Uint8Array, sender: RemoteInfo) => void;
  /** The system refused to send or reports what came back (ECONNREFUSED, EHOSTUNREACH). The socket is closed. */
  readonly onFailure: (error: ProbeError) => void;
}

export interface SnmpSocket {
  /** For the `dgramModule` option of net-snmp: it calls it once. */
  readonly dgramModule: { readonly createSocket: () => unknown };
  /** For what the library complains about: it could not read what it was given last. */
  readonly disown: () => void;
  /** Datagrams that were handed to the system. */
  readonly sent: () => number;
  /** Empty before the socket is bound. */
  readonly localAddress: () => string;
  /** May be called twice. */
  readonly close: () => void;
}

type Sent = (error: Error | null) => void;

/** A talk takes a few datagrams, each of which may cost 64 kB; who sends more than this is not heard any more. */
const MAX_HEARD = 200;
const ANSWERS: ReadonlySet<number> = new Set([PDU.response, PDU.report]);

export function createSnmpSocket(options: SnmpSocketOptions): SnmpSocket {
  const { to, port, hears, onFailure } = options;
  const socket = createSocket(to.family === 6 ? 'udp6' : 'udp4');
  const asked = new Set<number>();
  let sent = 0;
  let heard = 0;
  let last: { readonly bytes: Uint8Array; readonly sender: RemoteInfo } | null = null;
  let closed = false;
  let own = '';
  const ready = prepare();
  ready.catch((error: unknown) => fail(error));
  socket.on('error', fail);

  function prepare(): Promise<void> {
    return new Promise((resolve, reject) => {
      socket.once('error', reject);
      const settle = () => {
        if (closed) return;
        own = socket.address().address;
        resolve();
      };
      socket.bind(
        { port: 0, ...(options.localAddress === null ? {} : { address: options.localAddress }) },
        () => {
          if (hears === 'connected') socket.once('connect', settle).connect(port, to.address);
          else settle();
        },
      );
    });
  }

  function fail(error: unknown): void {
    if (closed) return;
    close();
    onFailure(toProbeError(error));
  }

  function close(): void {
    if (closed) return;
    closed = true;
    socket.close();
  }

  async function send(bytes: Uint8Array, onSent: Sent): Promise<void> {
    const id = readSnmpMessage(bytes)?.id;
    if (id !== undefined) asked.add(id);
    try {
      await ready;
    } catch {
      return;
    }
    if (closed) return;
    sent += 1;
    const report: Sent = (error) => {
      if (error === null || error === undefined) onSent(null);
      else fail(error);
    };
    if (hears === 'connected') socket.send(bytes, report);
    else socket.send(bytes, port, to.address, report);
  }

  function hear(bytes: Buffer, sender: RemoteInfo, library: (bytes: Buffer) => void): void {
    if (closed) return;
    heard += 1;
    if (heard > MAX_HEARD) {
      close();
      return;
    }
    const message = readSnmpMessage(bytes);
    const isAnswer = message !== null && (message.pdu === null || ANSWERS.has(message.pdu.tag));
    if (message === null || !isAnswer || !asked.has(message.id)) {
      options.onOddity(bytes, sender);
      return;
    }
    last = { bytes, sender };
    options.onReply(message, sender);
    try {
      library(bytes);
    } catch {
      options.onOddity(bytes, sender);
    }
  }

  const face = {
    on: (event: string, listener: (...values: never[]) => void) => {
      if (event === 'message') {
        const library = listener as unknown as (bytes: Buffer) => void;
        socket.on('message', (bytes, sender) => hear(bytes, sender, library));
      } else if (event === 'close') socket.on('close', listener as unknown as () => void);
      return face;
    },
    send: (bytes: Buffer, offset: number, length: number, _port: number, _host: string, onSent: Sent) => {
      void send(bytes.subarray(offset, offset + length), onSent);
    },
    close,
    ref: () => face,
    unref: () => face,
  };
  return {
    dgramModule: { createSocket: () => face },
    disown: () => {
      if (last !== null) options.onOddity(last.bytes, last.sender);
    },
    sent: () => sent,
    localAddress: () => own,
    close,
  };
}

/** Whether a datagram came from where it was asked for: `::ffff:10.0.0.1` and zones are the same address. */
export function isFrom(sender: RemoteInfo, { address }: HostAddress, port: number): boolean {
  return sender.port === port && canonical(sender.address) === canonical(address);
}

function canonical(address: string): string {
  const [bare = ''] = address.split('%');
  return ipaddr.isValid(bare) ? ipaddr.process(bare).toNormalizedString() : bare;
}
