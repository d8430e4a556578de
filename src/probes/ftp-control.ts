/**
 * The control connection of an FTP talk (RFC 959, 5.3): one command, one reply, each with an end.
 *
 * Own reading instead of basic-ftp's: a diagnosis needs every raw reply and the phase in which a talk broke, PASV and
 * EPSV each by itself, active mode, and a reply that comes in two segments; that client misreads such a reply, hides
 * the first and lacks the others. It serves in the tests as the independent client that confirms what is seen here.
 */
import type { Socket } from 'node:net';
import type { FtpReplyFact, FtpStep } from '../contract/facts-ftp.ts';
import { toProbeError } from './errors.ts';
import { type ProbeContext, ProbeError } from './probe.ts';
import { limitedSignal, readReply } from './talk.ts';
import { type FtpReply, takeFtpReply } from './wire/ftp-reply.ts';
import { printableBytes, printableText } from './wire/printable.ts';

/** Banners with a page of legal text exist; a reply beyond this is a flood. */
const REPLY_LIMIT = 32 * 1024;
const TEXT_LIMIT = 300;
const FIRST_BYTES = 64;
/** A shorter password may stand in any reply by chance, and hiding it there would give it away. */
const HIDE_FROM_LENGTH = 4;
const HIDDEN = '•••';

/** `raw` is for parsers, `step` for people: safe to show, without the password. */
export interface FtpAnswer {
  readonly step: FtpStep;
  readonly raw: FtpReply | null;
}

export interface FtpControl {
  /** Reads one reply that nobody asked for: the greeting, or the end of a transfer. Rejects with a `ProbeError`. */
  readonly greet: () => Promise<FtpAnswer>;
  /** Sends a command and reads its reply. A lost connection is an answer with `failure`; rejects only on abort. */
  readonly ask: (command: string, waitMs?: number) => Promise<FtpAnswer>;
  /** As `ask`, for the second reply of a command. */
  readonly next: (command: string, waitMs: number) => Promise<FtpAnswer>;
  /** Sends a last command and reads what comes until it is answered or `signal` ends. Never rejects. */
  readonly farewell: (command: string, signal: AbortSignal) => Promise<FtpAnswer>;
  /** The command that got no reply, after which nothing more can be asked; null while all is well. */
  readonly broken: () => FtpStep | null;
}

/** Takes over a connected socket. `password` is kept out of every text that comes back. */
export function createFtpControl(socket: Socket, password: string, context: ProbeContext): FtpControl {
  const { timeoutMs } = context.patience;
  let rest: Uint8Array = new Uint8Array();
  let broken: FtpStep | null = null;

  function shown(text: string): string {
    const hidden = password.length < HIDE_FROM_LENGTH ? text : text.replaceAll(password, HIDDEN);
    return printableText(hidden, TEXT_LIMIT);
  }

  function send(command: string): void {
    if (/[\r\n\0]/.test(command)) throw new ProbeError('internal', 'an FTP command cannot hold a line break');
    const [verb = ''] = command.split(' ');
    context.trace(`> ${verb === 'PASS' ? `PASS ${HIDDEN}` : shown(command)}`);
    if (socket.writable) socket.write(`${command}\r\n`);
  }

  async function read(signal: AbortSignal, waitMs: number): Promise<FtpReply> {
    const limit = limitedSignal(signal, Math.max(1, Math.min(waitMs, context.remainingMs())));
    try {
      const taken =
        take(rest) ??
        (await readReply(socket, {
          signal: limit.signal,
          limitBytes: REPLY_LIMIT,
          already: rest,
          accept: take,
        }));
      rest = taken.rest;
      return taken.reply;
    } catch (error) {
      throw toProbeError(error);
    } finally {
      limit.release();
    }
  }

  async function answerTo(command: string, signal: AbortSignal, waitMs: number): Promise<FtpAnswer> {
    const raw = await read(signal, waitMs);
    const reply = { code: raw.code, text: shown(raw.lines.join(' / ')) };
    context.trace(`< ${reply.code} ${reply.text}`);
    return { step: { command, reply, failure: null }, raw };
  }

  function failed(command: string, code: string): FtpAnswer {
    context.trace(`${command}: ${code}`);
    return { step: { command, reply: null, failure: code }, raw: null };
  }

  async function next(command: string, waitMs: number): Promise<FtpAnswer> {
    try {
      return await answerTo(command, context.signal, waitMs);
    } catch (error) {
      if (context.signal.aborted) throw context.signal.reason;
      const answer = failed(command, toProbeError(error).code);
      broken = answer.step;
      return answer;
    }
  }

  return {
    greet: () => answerTo('', context.signal, timeoutMs),
    next,
    ask: (command, waitMs = timeoutMs) => {
      const verb = verbOf(command);
      if (context.signal.aborted) return Promise.reject(context.signal.reason);
      if (broken !== null) return Promise.resolve(failed(verb, broken.failure ?? 'closed'));
      send(command);
      return next(verb, waitMs);
    },
    farewell: async (command, signal) => {
      const verb = verbOf(command);
      try {
        send(command);
        for (;;) {
          const answer = await answerTo(verb, signal, timeoutMs);
          // Replies of what was cut short come first: 150, 226 or 426.
          if (answer.step.reply !== null && answersDelete(answer.step.reply)) return answer;
        }
      } catch (error) {
        return failed(verb, toProbeError(error).code);
      }
    },
    broken: () => broken,
  };
}

function take(bytes: Uint8Array): { readonly reply: FtpReply; readonly rest: Uint8Array } | null {
  const parse = takeFtpReply(bytes);
  if (parse.kind === 'not-ftp') throw new ProbeError('protocol', printableBytes(bytes, FIRST_BYTES));
  return parse.kind === 'reply' ? { reply: parse.reply, rest: Uint8Array.from(parse.rest) } : null;
}

function answersDelete({ code }: FtpReplyFact): boolean {
  return code === 250 || code === 200 || code >= 500 || code === 450;
}

/** Only the verb goes into facts: arguments are names of ours or secrets. */
function verbOf(command: string): string {
  return command.split(' ')[0] ?? '';
}
