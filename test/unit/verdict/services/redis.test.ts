/** Facts of Redis and Sentinel → verdict and words. */
import { describe, expect, it } from 'vitest';
import type { Observation } from '../../../../src/contract/facts.ts';
import {
  type RedisFacts,
  redisFactsSchema,
  type SentinelFacts,
  sentinelFactsSchema,
} from '../../../../src/contract/facts-redis.ts';
import { type ReasonCode, reasonMessage, reasonRemedy } from '../../../../src/contract/reasons.ts';
import { REDIS_REASONS } from '../../../../src/contract/redis-reasons.ts';
import { describeSeen } from '../../../../src/contract/seen.ts';
import { LANGUAGES } from '../../../../src/contract/words.ts';
import { judgement, verdictLine } from '../../../servers/service-observe.ts';
import { makeTls } from '../observations.ts';

const SHARED = {
  address: '10.77.30.10',
  localAddress: '10.77.30.11',
  tls: null,
  spoke: 'resp',
  login: 'not-needed',
  error: null,
  firstBytes: null,
} as const;
const BASE = {
  outcome: 'answered',
  rttMs: 1,
  attempts: 1,
  durationMs: 5,
  startedAt: '2026-11-22T06:00:00.000Z',
  trace: [],
} as const;

function redis(facts: Partial<RedisFacts>): Observation {
  const whole = { ...SHARED, role: 'master', replicas: 1, follows: null, ...facts };
  return { ...BASE, kind: 'redis', facts: redisFactsSchema.parse(whole) };
}

function sentinel(facts: Partial<SentinelFacts>): Observation {
  const whole = {
    ...SHARED,
    masters: [{ name: 'printum', address: '10.0.0.1:6379', flags: 'master' }],
    ...facts,
  };
  return { ...BASE, kind: 'redis-sentinel', facts: sentinelFactsSchema.parse(whole) };
}

const alone = { role: 'slave', replicas: null, follows: { address: '10.0.0.1:6379', state: 'connect' } };
const down = { masters: [{ name: 'printum', address: '10.0.0.1:6379', flags: 'master,o_down' }] };

const CASES: readonly (readonly [Observation, string, string, string])[] = [
  [redis({}), 'open confirmed pass redis-plain', 'Redis, ведущий', 'Redis, master'],
  [
    redis({ tls: makeTls() }),
    'open confirmed pass redis-tls',
    'Redis внутри TLS, ведущий',
    'Redis within TLS, master',
  ],
  [redis({ role: null }), 'open confirmed pass redis-plain', 'Redis', 'Redis'],
  [redis(alone), 'open confirmed warn redis-replica-alone', 'Redis, реплика', 'Redis, replica'],
  [redis({ role: 'sentinel' }), 'open mismatch fail redis-is-sentinel', 'Sentinel', 'Sentinel'],
  [
    redis({ login: 'wanted' }),
    'open denied pass redis-login-required',
    'Redis, просит вход',
    'Redis, asks for login',
  ],
  [
    redis({ login: 'refused', error: 'WRONGPASS' }),
    'open denied warn redis-login-refused',
    'Redis, пароль не принят',
    'Redis, password refused',
  ],
  [redis({ error: 'DENIED protected' }), 'open denied fail redis-protected', 'Redis, ошибка', 'Redis, error'],
  [redis({ error: 'LOADING' }), 'open confirmed warn redis-error', 'Redis, ошибка', 'Redis, error'],
  [
    redis({ spoke: 'nothing', tls: makeTls() }),
    'open silent fail silent-service',
    'TLS, молчит',
    'TLS, silent',
  ],
  [
    redis({ spoke: 'other', firstBytes: 'SSH' }),
    'open mismatch fail unexpected-protocol',
    'другая служба',
    'another service',
  ],
  [sentinel({}), 'open confirmed pass redis-plain', 'Sentinel, printum', 'Sentinel, printum'],
  [sentinel(down), 'open confirmed warn sentinel-master-down', 'Sentinel, printum', 'Sentinel, printum'],
  [
    sentinel({ masters: [] }),
    'open confirmed warn sentinel-no-masters',
    'Sentinel, ведущих нет',
    'Sentinel, no masters',
  ],
  [sentinel({ masters: null }), 'open mismatch fail sentinel-is-redis', 'Redis', 'Redis'],
];

describe('the reading of Redis', () => {
  it.each(CASES)('has verdict and words in both languages: %#', (observation, line, ru, en) => {
    expect(verdictLine(observation)).toBe(line);
    const { portState, serviceState, reason } = judgement(observation);
    const facts = observation.outcome === 'answered' ? observation.facts : {};
    const row = { portState, serviceState, reason, service: observation.kind, facts };
    expect(describeSeen(row, 'ru')).toBe(`открыт, ${ru}`);
    expect(describeSeen(row, 'en')).toBe(`open, ${en}`);
    for (const language of LANGUAGES) {
      expect(reasonMessage(reason.code, reason.params, language)).not.toMatch(/[{}]/);
      expect(reasonRemedy(reason.code, reason.params, language) ?? '').not.toMatch(/[{}]/);
    }
  });

  it('gives every reason that it has words for', () => {
    const given = new Set<ReasonCode>(CASES.map(([observation]) => judgement(observation).reason.code));
    expect(Object.keys(REDIS_REASONS).filter((code) => !given.has(code as ReasonCode))).toEqual([]);
  });

  it('says what the table of the vendor says and what answered', () => {
    const { reason } = judgement(redis({ tls: makeTls() }));
    expect(reason.message).toBe('Отвечает Redis. В таблице производителя HTTPS, ответил RESP внутри TLS');
    expect(reasonMessage(reason.code, reason.params, 'en')).toBe(
      "Redis answers. The vendor's table says HTTPS, RESP over TLS answered",
    );
  });
});
