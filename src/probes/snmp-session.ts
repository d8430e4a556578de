/** One conversation in one version of SNMP with one address, by net-snmp: every question ends, whatever comes back. */
import type { RemoteInfo } from 'node:dgram';
import snmp from 'net-snmp';
import { endpoint } from './dial.ts';
import { toProbeError } from './errors.ts';
import type { HostAddress, ProbeContext, ProbeError } from './probe.ts';
import {
  answerOfError,
  type Reply,
  readValue,
  type SnmpAnswer,
  type TrapValue,
  varbindOf,
  withoutSecret,
} from './snmp-answer.ts';
import { createSnmpSocket, isFrom } from './snmp-socket.ts';
import { printableBytes } from './wire/printable.ts';

export type SnmpVersion = 'v1' | 'v2c' | 'v3';

export interface SnmpPlace {
  readonly address: HostAddress;
  readonly port: number;
  readonly community: string;
  readonly context: ProbeContext;
}

export interface SnmpSessionOptions {
  readonly hears: 'connected' | 'open';
  /** How often a question is sent, and how long each time is waited. */
  readonly attempts: number;
  readonly timeoutMs: number;
}

export interface Stranger {
  readonly address: string;
  readonly port: number;
}

export interface SnmpSession {
  readonly version: SnmpVersion;
  /** Resolves in at most attempts × timeout; rejects with what the system reports (ECONNREFUSED, EHOSTUNREACH, …). */
  readonly get: (objectIds: readonly string[]) => Promise<SnmpAnswer>;
  /** A trap; resolves once it is handed to the system. */
  readonly sendTrap: (objectId: string, values: readonly TrapValue[]) => Promise<void>;
  /** An inform; `values` where it was acknowledged. */
  readonly inform: (objectId: string, values: readonly TrapValue[]) => Promise<SnmpAnswer>;
  /** Datagrams sent so far. */
  readonly sent: () => number;
  /** From the first question to the first whole reply; null before it. */
  readonly rttMs: () => number | null;
  /** Of the first reply in version 3, in hexadecimal digits. */
  readonly engineId: () => string | null;
  readonly localAddress: () => string;
  /** Rejects once the system reports a failure; never resolves. */
  readonly broken: Promise<never>;
  /** Who answered in place of the asked address; only where everybody is heard. */
  readonly strangers: () => readonly Stranger[];
  /** The first bytes of something that was no reply, without the community; null where nothing such came. */
  readonly oddity: () => string | null;
  readonly close: () => void;
}

const VERSIONS = { v1: snmp.Version1, v2c: snmp.Version2c } as const;
/** agent-addr of a v1 trap: the receiver goes by the sender's address (RFC 3584, 3.1). */
const AGENT_UNKNOWN = '0.0.0.0';
const ODD_BYTES = 64;
const MAX_STRANGERS = 5;
/** net-snmp keeps its own time; this ends what it forgets. */
const SLACK = 1.1;

/** Opens a socket that ends with `close` or with the attempt. */
export function openSnmpSession(
  version: SnmpVersion,
  { address, port, community, context }: SnmpPlace,
  { hears, attempts, timeoutMs }: SnmpSessionOptions,
): SnmpSession {
  let firstSentMs: number | null = null;
  let rttMs: number | null = null;
  let engineId: string | null = null;
  let oddity: string | null = null;
  let failure: ProbeError | null = null;
  const strangers: Stranger[] = [];
  const waiting = new Set<(error: unknown) => void>();
  const broken = new Promise<never>((_resolve, reject) => waiting.add(reject));
  broken.catch(() => {});
  const where = endpoint(address.address, port);

  const socket = createSnmpSocket({
    to: address,
    port,
    localAddress: context.localAddress,
    hears,
    onReply: (message, sender) => {
      if (firstSentMs !== null) rttMs ??= Math.round((performance.now() - firstSentMs) * 1000) / 1000;
      if (message.engineId !== null) engineId ??= Buffer.from(message.engineId).toString('hex');
      if (!isFrom(sender, address, port)) noteStranger(sender);
    },
    onOddity: (bytes, sender) => {
      if (oddity !== null) return;
      oddity = printableBytes(withoutSecret(bytes, community), ODD_BYTES);
      context.trace(
        `${version}: no reply to the question from ${endpoint(sender.address, sender.port)}: ${oddity}`,
      );
    },
    onFailure: (error) => {
      failure = error;
      context.trace(`${version} ${where}: ${error.code}`);
      for (const reject of waiting) reject(error);
    },
  });
  const session = createSession();
  session.on('error', socket.disown);
  const end = () => socket.close();
  context.signal.addEventListener('abort', end, { once: true });

  function createSession() {
    const options = {
      port,
      trapPort: port,
      retries: attempts - 1,
      timeout: Math.max(1, Math.round(timeoutMs)),
      transport: address.family === 6 ? 'udp6' : 'udp4',
      dgramModule: socket.dgramModule,
    } as const;
    if (version !== 'v3') {
      return snmp.createSession(address.address, community, { ...options, version: VERSIONS[version] });
    }
    const nobody = { name: '', level: snmp.SecurityLevel.noAuthNoPriv };
    return snmp.createV3Session(address.address, nobody, { ...options, version: snmp.Version3 });
  }

  function noteStranger({ address: from, port: fromPort }: RemoteInfo): void {
    const known = strangers.some((stranger) => stranger.address === from && stranger.port === fromPort);
    if (!known && strangers.length < MAX_STRANGERS) strangers.push({ address: from, port: fromPort });
  }

  /** Runs one call of the library against its deadline, the socket's failure and the end of the attempt. */
  function inTime<T>(call: (done: (value: T) => void, broken: (error: unknown) => void) => void, late: T) {
    return new Promise<T>((resolve, reject) => {
      const timer = setTimeout(() => settle(() => resolve(late)), attempts * timeoutMs * SLACK);
      const broken = (error: unknown) => settle(() => reject(error));
      const onAbort = () => broken(context.signal.reason);
      function settle(finish: () => void): void {
        clearTimeout(timer);
        waiting.delete(broken);
        context.signal.removeEventListener('abort', onAbort);
        finish();
      }
      if (context.signal.aborted) return onAbort();
      if (failure !== null) return broken(failure);
      waiting.add(broken);
      context.signal.addEventListener('abort', onAbort, { once: true });
      firstSentMs ??= performance.now();
      call((value) => settle(() => resolve(value)), broken);
    });
  }

  function ask(question: (reply: Reply) => void): Promise<SnmpAnswer> {
    return inTime<SnmpAnswer>(
      (done, broken) => {
        question((error, varbinds) => {
          if (failure !== null) broken(failure);
          else
            done(error ? answerOfError(error) : { kind: 'values', values: (varbinds ?? []).map(readValue) });
        });
      },
      { kind: 'silent' },
    );
  }

  return {
    version,
    broken,
    get: (objectIds) => ask((reply) => session.get([...objectIds], reply)),
    inform: (objectId, values) => ask((reply) => session.inform(objectId, values.map(varbindOf), {}, reply)),
    sendTrap: (objectId, values) =>
      inTime<void>((done, broken) => {
        session.trap(objectId, values.map(varbindOf), { agentAddr: AGENT_UNKNOWN }, (error) => {
          if (error) broken(toProbeError(error));
          else done();
        });
      }, undefined),
    sent: socket.sent,
    rttMs: () => rttMs,
    engineId: () => engineId,
    localAddress: socket.localAddress,
    strangers: () => strangers,
    oddity: () => oddity,
    close: () => {
      context.signal.removeEventListener('abort', end);
      socket.close();
    },
  };
}
