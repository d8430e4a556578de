/** Reading from a peer that may flood, drip, stall or hang up: bounded bytes, and always an end. */
import type { Duplex } from 'node:stream';
import { toProbeError } from './errors.ts';
import { ProbeError } from './probe.ts';

/** `more`: the peer may still send; `end`: nothing more will be read, so say what can be said. */
export type Stage = 'more' | 'end';

export interface ReadOptions<T> {
  readonly signal: AbortSignal;
  readonly limitBytes: number;
  /** Bytes of this reply that were read before. */
  readonly already?: Uint8Array;
  /** Non-null ends the reading. Called after each piece, and once with `end`. */
  readonly accept: (bytes: Uint8Array, stage: Stage) => T | null;
}

/**
 * Reads until `accept` is content. Else rejects with `closed` or an errno (the peer hung up), `too-large`,
 * `incomplete` (some bytes came before the signal) or the signal's own reason. The socket stays paused.
 */
export function readReply<T>(
  socket: Duplex,
  { signal, limitBytes, already, accept }: ReadOptions<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const buffer = createBuffer(limitBytes);
    if (already !== undefined) buffer.add(already);

    function settle(finish: () => void): void {
      socket.off('data', onData).off('end', onEnd).off('close', onEnd).off('error', onError);
      signal.removeEventListener('abort', onAbort);
      socket.pause();
      finish();
    }
    /** A fault in `accept` is ours: it must not escape from an event handler. */
    function offer(stage: Stage, otherwise: (() => ProbeError) | null): void {
      try {
        const accepted = accept(buffer.bytes(), stage);
        if (accepted !== null) settle(() => resolve(accepted));
        else if (otherwise !== null) settle(() => reject(otherwise()));
      } catch (error) {
        settle(() => reject(toProbeError(error)));
      }
    }
    function onData(chunk: Buffer): void {
      const room = buffer.add(chunk);
      if (room) offer('more', null);
      else offer('end', () => new ProbeError('too-large', `the reply is longer than ${limitBytes} bytes`));
    }
    function onEnd(): void {
      offer('end', () => new ProbeError('closed', `the peer hung up after ${buffer.bytes().length} bytes`));
    }
    function onError(error: Error): void {
      offer('end', () => toProbeError(error));
    }
    function onAbort(): void {
      const length = buffer.bytes().length;
      offer('end', () =>
        length === 0
          ? toProbeError(signal.reason)
          : new ProbeError('incomplete', `only ${length} bytes came in time`),
      );
    }

    if (signal.aborted) return onAbort();
    if (socket.destroyed || socket.readableEnded) return socket.errored ? onError(socket.errored) : onEnd();
    signal.addEventListener('abort', onAbort, { once: true });
    socket.on('data', onData).on('end', onEnd).on('close', onEnd).on('error', onError);
    socket.resume();
    if (already !== undefined) offer('more', null);
  });
}

/** Grows by doubling: a peer that sends single bytes must not cost a copy of everything for each. */
function createBuffer(limitBytes: number) {
  let store = Buffer.alloc(Math.min(limitBytes, 2048));
  let length = 0;
  return {
    bytes: () => store.subarray(0, length),
    /** False once the limit is reached; what is beyond it is dropped. */
    add: (chunk: Uint8Array): boolean => {
      const piece = chunk.subarray(0, limitBytes - length);
      if (length + piece.length > store.length) {
        const grown = Buffer.alloc(Math.min(limitBytes, Math.max(store.length * 2, length + piece.length)));
        store.copy(grown, 0, 0, length);
        store = grown;
      }
      store.set(piece, length);
      length += piece.length;
      return length < limitBytes;
    },
  };
}

/** A signal that follows `parent` and also ends by itself after `milliseconds`; `release` stops its timer. */
export function limitedSignal(parent: AbortSignal, milliseconds: number) {
  const controller = new AbortController();
  const follow = () => controller.abort(parent.reason);
  const timer = setTimeout(
    () => controller.abort(new ProbeError('timeout', `nothing in ${Math.round(milliseconds)} ms`)),
    milliseconds,
  );
  if (parent.aborted) follow();
  else parent.addEventListener('abort', follow, { once: true });
  return {
    signal: controller.signal,
    release: () => {
      clearTimeout(timer);
      parent.removeEventListener('abort', follow);
    },
  };
}
