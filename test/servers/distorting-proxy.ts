/** Stands between a probe and an honest server, and spoils what the server says: every protocol meets the same faults. */
import { connect, type Socket } from 'node:net';
import { type Peer, startPeer } from './peer.ts';

/** What becomes of the bytes that the server sends on one connection. */
export type Distortion =
  /** After so many bytes: the connection is reset, ended, or nothing more is said. */
  | { readonly kind: 'cut'; readonly afterBytes: number; readonly then: 'reset' | 'end' | 'stay' }
  /** Each byte in a segment of its own. */
  | { readonly kind: 'split' }
  /** Byte by byte with a pause between them. */
  | { readonly kind: 'drip'; readonly everyMs: number }
  /** The byte at each of these places becomes another. */
  | { readonly kind: 'change'; readonly places: readonly { readonly at: number; readonly to: number }[] }
  | { readonly kind: 'none' };

export interface Proxy extends Peer {
  /** The most that one connection got from the server. */
  readonly passedBytes: () => number;
}

export async function startProxy(
  server: { readonly host: string; readonly port: number },
  distortion: Distortion,
): Promise<Proxy> {
  let passedBytes = 0;
  const peer = await startPeer((socket) => {
    const upstream = connect({ host: server.host, port: server.port, noDelay: true });
    const voice = createVoice(socket, distortion);
    socket.setNoDelay(true);
    let own = 0;
    upstream.on('error', () => {});
    upstream.on('data', (bytes: Buffer) => {
      own += bytes.length;
      passedBytes = Math.max(passedBytes, own);
      voice.say(bytes);
    });
    upstream.on('end', voice.end);
    socket.on('data', (bytes: Buffer) => upstream.write(bytes));
    socket.on('end', () => upstream.end());
    socket.on('close', () => upstream.destroy());
    if (distortion.kind === 'cut' && distortion.afterBytes === 0) voice.say(Buffer.alloc(0));
  });
  return { ...peer, passedBytes: () => passedBytes };
}

interface Voice {
  readonly say: (bytes: Buffer) => void;
  readonly end: () => void;
}

function createVoice(socket: Socket, distortion: Distortion): Voice {
  switch (distortion.kind) {
    case 'cut':
      return cuttingVoice(socket, distortion.afterBytes, distortion.then);
    case 'split':
      return singleByteVoice(socket, (next) => setImmediate(next));
    case 'drip':
      return singleByteVoice(socket, (next) => setTimeout(next, distortion.everyMs));
    case 'change':
      return changingVoice(socket, distortion.places);
    default:
      return { say: (bytes) => socket.write(bytes), end: () => socket.end() };
  }
}

function cuttingVoice(socket: Socket, afterBytes: number, then: 'reset' | 'end' | 'stay'): Voice {
  let left = afterBytes;
  let isOver = false;
  return {
    say: (bytes) => {
      if (isOver) return;
      const piece = bytes.subarray(0, left);
      left -= piece.length;
      isOver = left === 0;
      socket.write(piece, () => {
        if (!isOver || then === 'stay') return;
        if (then === 'end') socket.end();
        // What the kernel has not yet sent, a reset would take back.
        else setImmediate(() => socket.resetAndDestroy());
      });
    },
    end: () => {
      if (!isOver) socket.end();
    },
  };
}

function singleByteVoice(socket: Socket, wait: (next: () => void) => void): Voice {
  const waiting: Buffer[] = [];
  let isEnding = false;
  let isBusy = false;
  function next(): void {
    const [first] = waiting;
    isBusy = first !== undefined && !socket.destroyed;
    if (!isBusy || first === undefined) {
      if (isEnding) socket.end();
      return;
    }
    if (first.length > 1) waiting[0] = first.subarray(1);
    else waiting.shift();
    socket.write(first.subarray(0, 1), () => wait(next));
  }
  return {
    say: (bytes) => {
      waiting.push(bytes);
      if (!isBusy) next();
    },
    end: () => {
      isEnding = true;
      if (!isBusy) socket.end();
    },
  };
}

function changingVoice(
  socket: Socket,
  places: readonly { readonly at: number; readonly to: number }[],
): Voice {
  let passed = 0;
  return {
    say: (bytes) => {
      const changed = Buffer.from(bytes);
      for (const { at, to } of places) {
        if (at >= passed && at < passed + changed.length) changed[at - passed] = to;
      }
      passed += changed.length;
      socket.write(changed);
    },
    end: () => socket.end(),
  };
}
