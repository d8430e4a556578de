/** The `redis` probe: does Redis answer, plainly or within TLS, and is it the master or a replica? */
import type { RedisFacts } from '../contract/facts-redis.ts';
import { endpoint } from './dial.ts';
import type { Probe } from './probe.ts';
import { type AskRedis, talkToRedis } from './redis-talk.ts';
import { printableText } from './wire/printable.ts';
import type { RespValue } from './wire/resp.ts';

type Role = Pick<RedisFacts, 'role' | 'replicas' | 'follows'>;

const MAX_TEXT = 100;
const UNKNOWN: Role = { role: null, replicas: null, follows: null };

export const redisProbe: Probe<'redis'> = {
  run: async (target, { password }, context) => {
    const { address, localAddress, tls, answer } = await talkToRedis(target, password, context, askRole);
    const connection = { address, localAddress, tls };
    if (answer === null) return { ...connection, ...NOTHING, ...UNKNOWN };
    const { further, ...greeting } = answer;
    return { ...connection, ...greeting, ...(further ?? UNKNOWN) };
  },
};

export const NOTHING = { spoke: 'nothing', login: 'not-needed', error: null, firstBytes: null } as const;

/** redis.io/commands/role */
async function askRole(ask: AskRedis): Promise<Role> {
  const reply = await ask(['ROLE']);
  if (reply?.type !== 'list') return UNKNOWN;
  const [role, second, third, fourth] = reply.items;
  const name = textOf(role);
  if (name === 'master') {
    return { role: name, replicas: third?.type === 'list' ? third.items.length : null, follows: null };
  }
  if (name !== 'slave') return { ...UNKNOWN, role: name };
  const port = third?.type === 'integer' ? third.value : 0;
  const address = endpoint(textOf(second) ?? '?', port);
  return { role: name, replicas: null, follows: { address, state: textOf(fourth) ?? '?' } };
}

function textOf(value: RespValue | undefined): string | null {
  return value?.type === 'text' ? printableText(value.text, MAX_TEXT) : null;
}
