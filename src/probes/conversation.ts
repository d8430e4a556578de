/** Asking and hearing over one connection, message by message: what comes too early is kept for the next. */
import type { Duplex } from 'node:stream';
import { readBanner } from './page.ts';
import type { ProbeContext } from './probe.ts';
import { readReply } from './talk.ts';

/** What a decoder makes of the bytes so far. `length` is how many of them belong to the message. */
export type Heard<T> =
  | { readonly kind: 'whole'; readonly value: T; readonly length: number }
  | { readonly kind: 'more' }
  /** These bytes are of another protocol. */
  | { readonly kind: 'other' };

export type Told<T> =
  | { readonly kind: 'told'; readonly value: T }
  /** The first bytes of another protocol, at most 64 of them. */
  | { readonly kind: 'other'; readonly bytes: Uint8Array };

export interface Conversation {
  readonly send: (bytes: Uint8Array | string) => void;
  /** Rejects as `readReply` does. */
  readonly hear: <T>(decode: (bytes: Uint8Array) => Heard<T>) => Promise<Told<T>>;
}

/** A message may have `limitBytes`, with all that came before it unread. */
export function converse(socket: Duplex, context: ProbeContext, limitBytes: number): Conversation {
  let unread: Uint8Array = new Uint8Array(0);
  return {
    send: (bytes) => {
      socket.write(bytes);
    },
    hear: async (decode) => {
      const told = await readReply(socket, {
        signal: context.signal,
        limitBytes,
        already: unread,
        accept: (bytes) => {
          const heard = decode(bytes);
          if (heard.kind === 'more') return null;
          if (heard.kind === 'other') return { kind: 'other', bytes } as const;
          return {
            kind: 'told',
            value: heard.value,
            rest: new Uint8Array(bytes.subarray(heard.length)),
          } as const;
        },
      });
      if (told.kind === 'other') return readBanner(socket, told.bytes, context);
      unread = told.rest;
      return { kind: 'told', value: told.value };
    },
  };
}
