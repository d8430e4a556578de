/** The rule of the door: sender, then schema, then handler; always a `Reply`, never a throw. */
import type { BridgeError, Reply } from '../../src/contract/bridge.ts';
import { CHANNELS, type Channel } from '../../src/contract/channels.ts';
import type { Language, LocalText } from '../../src/contract/words.ts';
import { BridgeFailure, toBridgeError } from '../failure.ts';
import type { Handlers } from './handlers.ts';

/** The part of Electron's `ipcMain` that is used, so that a test can stand in the window's place. */
export interface Registrar<E> {
  readonly handle: (channel: string, listener: (event: E, ...values: unknown[]) => Promise<unknown>) => void;
}

export interface Door<E> {
  /** Whether the message comes from the main frame of our own window. */
  readonly isOurs: (event: E) => boolean;
  readonly language: () => Language;
  /** Told what a person is not: the cause of an `internal`, `storage` or `print` error. */
  readonly log: (channel: Channel, error: unknown) => void;
}

/** What has a cause that the sentence does not tell. */
const LOGGED: ReadonlySet<BridgeError['code']> = new Set(['internal', 'storage', 'print']);

/** Registers one listener for every channel of the contract. */
export function answerAll<E>(registrar: Registrar<E>, handlers: Handlers, door: Door<E>): void {
  for (const channel of Object.keys(CHANNELS) as Channel[]) {
    registrar.handle(channel, (event, argument) => answer(channel, handlers, door, event, argument));
  }
}

async function answer<E, C extends Channel>(
  channel: C,
  handlers: Handlers,
  door: Door<E>,
  event: E,
  argument: unknown,
): Promise<Reply<unknown>> {
  try {
    if (!door.isOurs(event)) throw new BridgeFailure('invalid-argument', STRANGER);
    const parsed = CHANNELS[channel].safeParse(argument);
    if (!parsed.success) throw invalidArgument(parsed.error.issues[0]?.path ?? []);
    // The schema of the same channel has just accepted the value.
    const handle = handlers[channel] as (value: unknown) => Promise<unknown>;
    return { ok: true, value: (await handle(parsed.data)) ?? null };
  } catch (error) {
    const reply = toBridgeError(error, door.language());
    if (LOGGED.has(reply.code)) door.log(channel, error);
    return { ok: false, error: reply };
  }
}

function invalidArgument(path: readonly PropertyKey[]): BridgeFailure {
  const place = path.map(String).join('.') || '/';
  return new BridgeFailure('invalid-argument', {
    ru: `Недопустимое значение: ${place}.`,
    en: `A value that is not allowed: ${place}.`,
  });
}

const STRANGER: LocalText = {
  ru: 'Запрос пришёл не из окна программы и отклонён.',
  en: 'The request did not come from the window of the program and was refused.',
};
