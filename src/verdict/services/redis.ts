/** Redis and Sentinel: any reply of the protocol proves the service; a wanted password is no fault. */
import type { RedisFacts, SentinelFacts } from '../../contract/facts-redis.ts';
import type { ReasonCode, ReasonParams } from '../../contract/reasons.ts';
import type { Opinion } from '../opinion.ts';

const DOWN = /\b[so]_down\b/;

/** The opinion after installation. */
export function judgeRedis(facts: RedisFacts): Opinion {
  const { role, follows } = facts;
  const early = judgeTalk(facts);
  if (early !== null) return early;
  if (role === 'sentinel') return opinion('mismatch', 'fail', 'redis-is-sentinel');
  if (follows !== null && follows.state !== 'connected') {
    return opinion('confirmed', 'warn', 'redis-replica-alone', { seen: follows.address });
  }
  return answers(facts);
}

/** The opinion after installation. */
export function judgeSentinel(facts: SentinelFacts): Opinion {
  const early = judgeTalk(facts);
  if (early !== null) return early;
  const { masters } = facts;
  if (masters === null) return opinion('mismatch', 'fail', 'sentinel-is-redis');
  if (masters.length === 0) return opinion('confirmed', 'warn', 'sentinel-no-masters');
  const down = masters
    .filter(({ flags }) => DOWN.test(flags))
    .map(({ name, address }) => `${name} (${address})`);
  if (down.length > 0) return opinion('confirmed', 'warn', 'sentinel-master-down', { seen: down.join(', ') });
  return answers(facts);
}

function judgeTalk({ spoke, login, error, firstBytes }: RedisFacts | SentinelFacts): Opinion | null {
  if (spoke === 'nothing') return opinion('silent', 'fail', 'silent-service');
  if (spoke === 'other') {
    const seen = firstBytes === null || firstBytes === '' ? '?' : `"${firstBytes}"`;
    return opinion('mismatch', 'fail', 'unexpected-protocol', { seen });
  }
  if (login === 'wanted') return opinion('denied', 'pass', 'redis-login-required');
  if (error === null) return null;
  if (login === 'refused') return opinion('denied', 'warn', 'redis-login-refused', { reply: error });
  return error.startsWith('DENIED')
    ? opinion('denied', 'fail', 'redis-protected')
    : opinion('confirmed', 'warn', 'redis-error', { reply: error });
}

function answers({ tls }: RedisFacts | SentinelFacts): Opinion {
  return opinion('confirmed', 'pass', tls === null ? 'redis-plain' : 'redis-tls');
}

function opinion(
  serviceState: Opinion['serviceState'],
  verdict: Opinion['verdict'],
  code: ReasonCode,
  params: ReasonParams = {},
): Opinion {
  return { portState: 'open', serviceState, verdict, code, params };
}
