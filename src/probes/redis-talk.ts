/** What both Redis probes begin with: PING, and AUTH where the server asks for it. */
import type { RedisFacts } from '../contract/facts-redis.ts';
import { converse } from './conversation.ts';
import { type Asked, askPlainOrTls } from './plain-or-tls.ts';
import { type ProbeContext, ProbeError, type ProbeTarget } from './probe.ts';
import { printableBytes, printableText } from './wire/printable.ts';
import { encodeCommand, parseResp, type RespValue } from './wire/resp.ts';

/** Asks one thing more on the same connection; null where no answer came, which spoils nothing. */
export type AskRedis = (command: readonly string[]) => Promise<RespValue | null>;

export type Greeting = Pick<RedisFacts, 'spoke' | 'login' | 'error' | 'firstBytes'>;
export type RedisTalk<T> = Greeting & { readonly further: T | null };

const REPLY_LIMIT = 256 * 1024;
const FIRST_BYTES = 64;
const MAX_TEXT = 200;
const WANTS_PASSWORD = /^NOAUTH\b/;

/** `more` is asked of a server that lets us in. */
export function talkToRedis<T>(
  target: ProbeTarget,
  password: string,
  context: ProbeContext,
  more: (ask: AskRedis) => Promise<T>,
): Promise<Asked<RedisTalk<T>>> {
  return askPlainOrTls({
    target,
    context,
    mayWantTls: ({ spoke }) => spoke !== 'resp',
    ask: async (open, talk) => {
      const conversation = converse(await open(), talk, REPLY_LIMIT);
      talk.enter('request');
      const say = async (command: readonly string[]): Promise<RespValue> => {
        const isSecret = command[0] === 'AUTH';
        talk.trace(`> ${isSecret ? 'AUTH •••' : command.join(' ')}`);
        conversation.send(encodeCommand(command));
        talk.enter('reply');
        const told = await conversation.hear(parseResp);
        if (told.kind === 'other') throw new Unexpected(told.bytes);
        if (!isSecret) talk.trace(`< ${describe(told.value)}`);
        return told.value;
      };
      try {
        const greeting = await greet(say, password);
        const isIn = greeting.spoke === 'resp' && greeting.error === null && greeting.login !== 'wanted';
        if (!isIn) return { ...greeting, further: null };
        const further = await more((command) => say(command).catch(() => null));
        return { ...greeting, further };
      } catch (error) {
        if (error instanceof Unexpected) return { ...stranger(error.bytes, password), further: null };
        throw error;
      }
    },
  });
}

/** PING comes first: a peer that is no Redis must not be shown the password. */
async function greet(
  say: (command: readonly string[]) => Promise<RespValue>,
  password: string,
): Promise<Greeting> {
  const base = { spoke: 'resp', login: 'not-needed', error: null, firstBytes: null } as const;
  const first = await say(['PING']);
  if (isPong(first)) return base;
  if (first.type !== 'error') return stranger(new TextEncoder().encode(describe(first)), password);
  if (!WANTS_PASSWORD.test(first.text)) return { ...base, error: safe(first.text, password) };
  if (password === '') return { ...base, login: 'wanted' };
  const login = await say(['AUTH', password]);
  if (login.type === 'error') return { ...base, login: 'refused', error: safe(login.text, password) };
  const second = await say(['PING']);
  const error = second.type === 'error' ? safe(second.text, password) : null;
  return { ...base, login: 'accepted', error };
}

/** Bytes that RESP does not have. */
class Unexpected extends ProbeError {
  readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    super('protocol', printableBytes(bytes, FIRST_BYTES));
    this.bytes = bytes;
  }
}

function stranger(bytes: Uint8Array, password: string): Greeting {
  return {
    spoke: 'other',
    login: 'not-needed',
    error: null,
    firstBytes: safe(printableBytes(bytes, FIRST_BYTES), password),
  };
}

function isPong(value: RespValue): boolean {
  return value.type === 'text' && value.text === 'PONG';
}

function safe(text: string, password: string): string {
  const open = password === '' ? text : text.replaceAll(password, '•••');
  return printableText(open, MAX_TEXT);
}

function describe(value: RespValue): string {
  switch (value.type) {
    case 'text':
      return value.text;
    case 'error':
      return `-${value.text}`;
    case 'integer':
      return String(value.value);
    case 'list':
      return `[${value.items.map(describe).join(', ')}]`;
    default:
      return '(nothing)';
  }
}
