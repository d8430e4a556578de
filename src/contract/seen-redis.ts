/** «Что увидели» of the Redis probes: the role of the server, or the masters that Sentinel watches. */
import { factsOf } from './facts.ts';
import type { RedisFacts, SentinelFacts } from './facts-redis.ts';
import type { Language, LocalText, ProbeKind } from './words.ts';

const WORDS = {
  withinTls: { ru: 'внутри TLS', en: 'within TLS' },
  login: { ru: 'просит вход', en: 'asks for login' },
  refused: { ru: 'пароль не принят', en: 'password refused' },
  silent: { ru: 'молчит', en: 'silent' },
  other: { ru: 'другая служба', en: 'another service' },
  master: { ru: 'ведущий', en: 'master' },
  slave: { ru: 'реплика', en: 'replica' },
  error: { ru: 'ошибка', en: 'error' },
  noMasters: { ru: 'ведущих нет', en: 'no masters' },
} as const satisfies Record<string, LocalText>;

type Say = (word: keyof typeof WORDS) => string;

/** For example «Redis, ведущий», «Sentinel, printum», «Redis внутри TLS, просит вход»; null for other probes. */
export function describeRedis(
  result: { readonly service: ProbeKind; readonly facts: Readonly<Record<string, unknown>> },
  language: Language,
): string | null {
  const say: Say = (word) => WORDS[word][language];
  const redis = factsOf(result, 'redis');
  if (redis !== null)
    return talk(redis, redis.role === 'sentinel' ? 'Sentinel' : 'Redis', roleWord(redis, say), say);
  const sentinel = factsOf(result, 'redis-sentinel');
  if (sentinel === null) return null;
  const { masters } = sentinel;
  const names = masters?.map(({ name }) => name).join(', ') ?? null;
  return talk(
    sentinel,
    masters === null ? 'Redis' : 'Sentinel',
    names === '' ? say('noMasters') : names,
    say,
  );
}

function talk(
  { spoke, tls, login, error }: RedisFacts | SentinelFacts,
  name: string,
  what: string | null,
  say: Say,
): string {
  if (spoke === 'nothing') return `TLS, ${say('silent')}`;
  if (spoke === 'other') return say('other');
  const who = tls === null ? name : `${name} ${say('withinTls')}`;
  if (login === 'wanted') return `${who}, ${say('login')}`;
  if (login === 'refused') return `${who}, ${say('refused')}`;
  if (error !== null) return `${who}, ${say('error')}`;
  return what === null ? who : `${who}, ${what}`;
}

function roleWord({ role }: RedisFacts, say: Say): string | null {
  return role === 'master' || role === 'slave' ? say(role) : null;
}
