/** SCRAM-SHA-256 as a client (RFC 5802, RFC 7677), without channel binding. */
import { createHash, createHmac, pbkdf2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { ProbeError } from './probe.ts';

export interface Scram {
  readonly first: string;
  /** The answer to the server's first message. Rejects with `protocol` where that is none. */
  readonly answer: (serverFirst: string) => Promise<string>;
  /** Whether the server proved that it knows the password too. */
  readonly isGenuine: (serverFinal: string) => boolean;
}

const derive = promisify(pbkdf2);
const KEY_LENGTH = 32;
/** PostgreSQL's default is 4096; beyond this a server wants our time, not our proof. */
const MAX_ITERATIONS = 1_000_000;
const NO_BINDING = 'n,,';

/** `nonce` is for tests with the vectors of the RFC. PostgreSQL takes the user from the startup message. */
export function startScram(password: string, nonce = randomBytes(18).toString('base64'), user = ''): Scram {
  const bare = `n=${user},r=${nonce}`;
  let expected: Buffer | null = null;
  return {
    first: `${NO_BINDING}${bare}`,
    answer: async (serverFirst) => {
      const fields = fieldsOf(serverFirst);
      const [salt, joined, iterations] = [fields.get('s'), fields.get('r'), Number(fields.get('i'))];
      const isReadable = salt !== undefined && joined?.startsWith(nonce);
      if (!isReadable || !Number.isInteger(iterations) || iterations < 1 || iterations > MAX_ITERATIONS) {
        throw new ProbeError('protocol', 'the SCRAM challenge cannot be read');
      }
      const salted = await derive(
        password.normalize('NFKC'),
        Buffer.from(salt, 'base64'),
        iterations,
        KEY_LENGTH,
        'sha256',
      );
      const withoutProof = `c=${Buffer.from(NO_BINDING).toString('base64')},r=${joined}`;
      const signed = `${bare},${serverFirst},${withoutProof}`;
      const clientKey = hmac(salted, 'Client Key');
      const signature = hmac(createHash('sha256').update(clientKey).digest(), signed);
      expected = hmac(hmac(salted, 'Server Key'), signed);
      return `${withoutProof},p=${exclusiveOr(clientKey, signature).toString('base64')}`;
    },
    isGenuine: (serverFinal) => {
      const proof = Buffer.from(fieldsOf(serverFinal).get('v') ?? '', 'base64');
      return expected !== null && proof.length === expected.length && timingSafeEqual(proof, expected);
    },
  };
}

function fieldsOf(message: string): ReadonlyMap<string, string> {
  return new Map(message.split(',').map((field) => [field.slice(0, 1), field.slice(2)]));
}

function hmac(key: Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

function exclusiveOr(left: Buffer, right: Buffer): Buffer {
  return Buffer.from(left.map((byte, index) => byte ^ (right[index] ?? 0)));
}
