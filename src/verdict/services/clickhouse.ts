/** ClickHouse: «Ok.» to `/ping` proves it; its native port, TLS and foreign web servers are told apart. */
import type { ClickhouseFacts } from '../../contract/facts-clickhouse.ts';
import type { ReasonCode, ReasonParams } from '../../contract/reasons.ts';
import type { Opinion } from '../opinion.ts';
import { judgeProxyWord } from './web.ts';

/** The opinion after installation. */
export function judgeClickhouse(facts: ClickhouseFacts): Opinion {
  const { spoke, pingOk, tls, tlsWanted, reply, firstBytes } = facts;
  const status = reply?.status ?? 0;
  if (spoke === 'nothing') return opinion('silent', 'fail', 'silent-service');
  if (spoke === 'other') {
    return opinion('mismatch', 'fail', 'unexpected-protocol', { seen: `"${firstBytes ?? '?'}"` });
  }
  if (spoke === 'native') return opinion('confirmed', 'warn', 'clickhouse-native-port');
  if (tlsWanted && tls === null) return opinion('mismatch', 'fail', 'plain-http-on-tls-port');
  const proxyWord = judgeProxyWord(status);
  if (proxyWord !== null) return proxyWord;
  if (status === 401) return opinion('denied', 'pass', 'login-required', { status });
  if (!pingOk) {
    const seen = reply?.server ? `HTTP ${status}, ${reply.server}` : `HTTP ${status}`;
    return opinion('mismatch', 'fail', 'clickhouse-other-http', { seen });
  }
  return !tlsWanted && tls !== null
    ? opinion('confirmed', 'warn', 'clickhouse-tls-only')
    : opinion('confirmed', 'pass', 'service-confirmed');
}

function opinion(
  serviceState: Opinion['serviceState'],
  verdict: Opinion['verdict'],
  code: ReasonCode,
  params: ReasonParams = {},
): Opinion {
  return { portState: 'open', serviceState, verdict, code, params };
}
