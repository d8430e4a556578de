/** The `redis-sentinel` probe: does Sentinel answer, and which masters does it watch? */
import type { SentinelFacts } from '../contract/facts-redis.ts';
import { endpoint } from './dial.ts';
import type { Probe } from './probe.ts';
import { NOTHING } from './redis.ts';
import { type AskRedis, talkToRedis } from './redis-talk.ts';
import { printableText } from './wire/printable.ts';
import type { RespValue } from './wire/resp.ts';

const MAX_TEXT = 100;
const MAX_MASTERS = 50;

export const redisSentinelProbe: Probe<'redis-sentinel'> = {
  run: async (target, { password }, context) => {
    const { address, localAddress, tls, answer } = await talkToRedis(target, password, context, askMasters);
    const connection = { address, localAddress, tls };
    if (answer === null) return { ...connection, ...NOTHING, masters: null };
    const { further, ...greeting } = answer;
    return { ...connection, ...greeting, masters: further };
  },
};

/** redis.io/docs/management/sentinel, «Sentinel API»: a list of flat lists of names and values. */
async function askMasters(ask: AskRedis): Promise<SentinelFacts['masters']> {
  const reply = await ask(['SENTINEL', 'masters']);
  if (reply?.type !== 'list') return null;
  return reply.items.slice(0, MAX_MASTERS).flatMap((item) => {
    const fields = item.type === 'list' ? fieldsOf(item.items) : new Map<string, string>();
    const name = fields.get('name');
    if (name === undefined) return [];
    const address = endpoint(fields.get('ip') ?? '?', Number(fields.get('port') ?? 0));
    return [{ name, address, flags: fields.get('flags') ?? '' }];
  });
}

function fieldsOf(items: readonly RespValue[]): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (let at = 0; at + 1 < items.length; at += 2) {
    const [name, value] = [items[at], items[at + 1]];
    if (name?.type === 'text' && value?.type === 'text') {
      fields.set(name.text, printableText(value.text, MAX_TEXT));
    }
  }
  return fields;
}
