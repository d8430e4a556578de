/** What RPC servers say, as bytes, and a server that answers by program, version and procedure. */
import { xdrNumber, xdrText } from '../../src/probes/wire/sun-rpc.ts';
import type { Behaviour } from './peer.ts';

export interface RpcQuestion {
  readonly program: number;
  readonly version: number;
  readonly procedure: number;
}

/** The body of an accepted reply from its state on: 0 and results, 1, 2 and a range, 3, 4, 5. */
export type RpcAnswer = readonly number[] | 'denied' | null;

export const SUCCESS = xdrNumber(0);
export const NO_PROGRAM = xdrNumber(1);

export function otherVersions(low: number, high: number): readonly number[] {
  return [2, low, high].flatMap(xdrNumber);
}

export function exportList(paths: readonly string[]): readonly number[] {
  const entries = paths.flatMap((path) => [
    ...xdrNumber(1),
    ...xdrText(path),
    ...xdrNumber(1),
    ...xdrText('10.77.30.0/24'),
    ...xdrNumber(0),
  ]);
  return [...SUCCESS, ...entries, ...xdrNumber(0)];
}

/** A whole record; `fragmentBytes` splits it into several. */
export function rpcRecord(callId: number, answer: Exclude<RpcAnswer, null>, fragmentBytes = 100_000): Buffer {
  const body =
    answer === 'denied' ? [1, 1, 1].flatMap(xdrNumber) : [...[0, 0, 0].flatMap(xdrNumber), ...answer];
  const message = Buffer.from([...[callId, 1].flatMap(xdrNumber), ...body]);
  const pieces: Buffer[] = [];
  for (let at = 0; at < message.length; at += fragmentBytes) {
    const part = message.subarray(at, at + fragmentBytes);
    const isLast = at + fragmentBytes >= message.length;
    pieces.push(Buffer.from(xdrNumber((isLast ? 0x80_00_00_00 : 0) + part.length)), part);
  }
  return Buffer.concat(pieces);
}

/** Null hangs up. */
export function rpcServer(answer: (question: RpcQuestion) => RpcAnswer): Behaviour {
  return (socket) => {
    socket.on('data', (bytes: Buffer) => {
      if (bytes.length < 28) return;
      const question = {
        program: bytes.readUInt32BE(16),
        version: bytes.readUInt32BE(20),
        procedure: bytes.readUInt32BE(24),
      };
      const reply = answer(question);
      if (reply === null) socket.end();
      else socket.write(rpcRecord(bytes.readUInt32BE(4), reply, 7));
    });
  };
}
