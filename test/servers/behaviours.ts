/** What peers do to a client: ordinary, slow, broken and hostile. */
import { randomBytes } from 'node:crypto';
import type { Socket } from 'node:net';
import type { Behaviour } from './peer.ts';

export const PAGE = [
  'HTTP/1.1 200 OK',
  'Server: test-peer/1.0',
  'Content-Type: text/html; charset=utf-8',
  'Set-Cookie: session=secret-cookie',
  'Connection: close',
  '',
  '<html><title>Личный кабинет</title><p>…</p></html>',
].join('\r\n');

/** Accepts, reads, never says a word. */
export const mute: Behaviour = () => {};

export const hangUp: Behaviour = (socket) => {
  socket.end();
};

export const hangUpOnRequest: Behaviour = (socket) => {
  socket.once('data', () => socket.end());
};

export const reset: Behaviour = (socket) => {
  socket.resetAndDestroy();
};

export const resetOnRequest: Behaviour = (socket) => {
  socket.once('data', () => socket.resetAndDestroy());
};

/** Says this once asked, then hangs up. */
export function replyWith(reply: string | Buffer): Behaviour {
  return (socket) => {
    socket.once('data', () => socket.end(reply));
  };
}

/** Says this once asked, then keeps the line. */
export function replyAndStay(reply: string | Buffer): Behaviour {
  return (socket) => {
    socket.once('data', () => socket.write(reply));
  };
}

/** Says this before anything is asked. */
export function greetWith(greeting: string | Buffer): Behaviour {
  return (socket) => {
    socket.write(greeting);
  };
}

/** One piece after another, with a wait between them, from the first request on. */
export function drip(reply: string | Buffer, everyMs: number): Behaviour {
  return (socket) => {
    const bytes = Buffer.from(reply);
    socket.once('data', () => {
      let at = 0;
      const timer = setInterval(() => {
        if (at >= bytes.length || socket.destroyed) clearInterval(timer);
        else socket.write(bytes.subarray(at, at + 1));
        at += 1;
      }, everyMs);
      socket.once('close', () => clearInterval(timer));
    });
  };
}

/** The reply in two segments that arrive apart. */
export function splitAt(reply: string, length: number): Behaviour {
  const bytes = Buffer.from(reply);
  return (socket) => {
    socket.once('data', () => {
      socket.write(bytes.subarray(0, length));
      setImmediate(() => socket.end(bytes.subarray(length)));
    });
  };
}

/** Never stops sending as long as it is read. */
export function flood(start: string, piece: Buffer, totalBytes = Number.POSITIVE_INFINITY): Behaviour {
  return (socket) => {
    let left = totalBytes;
    const pump = () => {
      while (left > 0 && !socket.destroyed) {
        left -= piece.length;
        if (!socket.write(piece)) return;
      }
      if (left <= 0) socket.end();
    };
    const begin = (peer: Socket) => {
      peer.write(start);
      peer.on('drain', pump);
      pump();
    };
    socket.once('data', () => begin(socket));
  };
}

/** A TLS record header of a handshake, then noise. */
export function tlsGarbage(): Buffer {
  return Buffer.concat([Buffer.from([0x16, 0x03, 0x03, 0x01, 0x00]), randomBytes(256)]);
}

/** The header of a TLS record that never comes. */
export const TLS_RECORD_HEADER = Buffer.from([0x16, 0x03, 0x03, 0x40, 0x00, 0x02]);

/** handshake_failure, fatal (RFC 8446, 6). */
export const TLS_ALERT = Buffer.from([0x15, 0x03, 0x03, 0x00, 0x02, 0x02, 0x28]);
