/** One transfer over a data connection: the command, its first reply, the bytes, its last reply (RFC 959, 6). */
import type { Socket } from 'node:net';
import type { FtpStep } from '../contract/facts-ftp.ts';
import type { FtpControl } from './ftp-control.ts';
import { isPreliminary } from './ftp-session.ts';
import type { ProbeContext } from './probe.ts';
import { limitedSignal, readReply } from './talk.ts';

/** A data connection that stands already (passive) or is awaited (active). */
export interface DataChannel {
  /** Null where nobody came in time. */
  readonly connection: () => Promise<Socket | null>;
  /** How long the server may take to the first reply: in active mode it connects before it answers. */
  readonly firstReplyMs: number;
  readonly close: () => void;
}

/** How data connections are made in one mode; the step says what was refused where there is no channel. */
export interface DataWay {
  readonly prepare: (
    control: FtpControl,
  ) => Promise<{ readonly channel: DataChannel } | { readonly channel: null; readonly step: FtpStep }>;
}

export interface Exchange {
  /** The last reply to the command, or why there is none. */
  readonly step: FtpStep;
  /** Whether the command was sent at all: without a channel it is not. */
  readonly sent: boolean;
  /** Whether the server began, so that a file may exist. */
  readonly began: boolean;
  /** What came from the server; null where the bytes went the other way or nobody connected. */
  readonly received: Uint8Array | null;
}

/** A folder may be long; its first names are proof enough. */
const RECEIVE_LIMIT = 64 * 1024;

/** Sends bytes (STOR) where `payload` is given, else receives (RETR, LIST). Rejects only on abort. */
export async function exchange(
  control: FtpControl,
  way: DataWay,
  command: string,
  payload: Uint8Array | null,
  context: ProbeContext,
): Promise<Exchange> {
  const prepared = await way.prepare(control);
  if (prepared.channel === null) {
    return { step: prepared.step, sent: false, began: false, received: null };
  }
  const { channel } = prepared;
  try {
    const first = await control.ask(command, channel.firstReplyMs);
    const reply = first.step.reply;
    const began = reply === null || isPreliminary(reply);
    if (reply === null || !isPreliminary(reply)) {
      return { step: first.step, sent: true, began, received: null };
    }
    const verb = first.step.command;
    const last = control.next(verb, channel.firstReplyMs + 2 * context.patience.timeoutMs);
    last.catch(() => {});
    const socket = await firstOf(channel.connection(), last);
    const received = socket === null ? null : await move(socket, payload, context);
    channel.close();
    return { step: (await last).step, sent: true, began, received };
  } finally {
    channel.close();
  }
}

/** A server that gives up says so, and nobody will come any more; one that is done may be ahead of its connection. */
async function firstOf(
  connection: Promise<Socket | null>,
  last: Promise<{ readonly step: FtpStep }>,
): Promise<Socket | null> {
  const gaveUp = new Promise<null>((resolve, reject) => {
    last.then(({ step }) => {
      if (step.reply === null || step.reply.code >= 400) resolve(null);
    }, reject);
  });
  return Promise.race([connection, gaveUp]);
}

async function move(
  socket: Socket,
  payload: Uint8Array | null,
  context: ProbeContext,
): Promise<Uint8Array | null> {
  const limit = limitedSignal(context.signal, 2 * context.patience.timeoutMs);
  try {
    if (payload !== null) await send(socket, payload, limit.signal);
    else return await receive(socket, limit.signal);
  } catch {
    // The server's last reply tells what became of it.
    if (context.signal.aborted) throw context.signal.reason;
  } finally {
    limit.release();
    if (payload === null) socket.destroy();
  }
  return null;
}

/** The end of the file is the end of the connection (RFC 959, 3.4.1); the other side is left open for its last reply. */
function send(socket: Socket, payload: Uint8Array, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(signal.reason);
    const settle = (error?: Error | null) => {
      signal.removeEventListener('abort', onAbort);
      if (error instanceof Error) reject(error);
      else resolve();
    };
    signal.addEventListener('abort', onAbort, { once: true });
    socket.once('error', settle).once('close', () => settle());
    socket.resume();
    socket.end(payload, () => settle());
  });
}

function receive(socket: Socket, signal: AbortSignal): Promise<Uint8Array> {
  return readReply(socket, {
    signal,
    limitBytes: RECEIVE_LIMIT,
    accept: (bytes, stage) => (stage === 'end' ? Uint8Array.from(bytes) : null),
  });
}
