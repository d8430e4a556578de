/** Facts of ClickHouse → verdict and words. */
import { describe, expect, it } from 'vitest';
import { CLICKHOUSE_REASONS } from '../../../../src/contract/clickhouse-reasons.ts';
import type { Observation } from '../../../../src/contract/facts.ts';
import { type ClickhouseFacts, clickhouseFactsSchema } from '../../../../src/contract/facts-clickhouse.ts';
import { makeReply, makeTls } from '../observations.ts';
import { expectReading, reasonsIn } from './reading.ts';

function saw(facts: Partial<ClickhouseFacts>): Observation {
  const whole = {
    address: '10.77.30.20',
    localAddress: '10.77.30.10',
    tlsWanted: false,
    tls: null,
    spoke: 'http',
    pingOk: true,
    reply: makeReply(),
    firstBytes: 'Ok.\\n',
    ...facts,
  };
  return {
    kind: 'clickhouse',
    outcome: 'answered',
    facts: clickhouseFactsSchema.parse(whole),
    rttMs: 1,
    attempts: 1,
    durationMs: 5,
    startedAt: '2026-11-22T06:00:00.000Z',
    trace: [],
  };
}

const failing = (status: number) => ({ pingOk: false, reply: makeReply({ status, server: 'nginx' }) });

const CASES: readonly (readonly [Observation, string, string, string])[] = [
  [saw({}), 'open confirmed pass service-confirmed', 'ClickHouse', 'ClickHouse'],
  [
    saw({ tlsWanted: true, tls: makeTls() }),
    'open confirmed pass service-confirmed',
    'ClickHouse внутри TLS',
    'ClickHouse within TLS',
  ],
  [
    saw({ tls: makeTls() }),
    'open confirmed warn clickhouse-tls-only',
    'ClickHouse внутри TLS',
    'ClickHouse within TLS',
  ],
  [saw({ tlsWanted: true }), 'open mismatch fail plain-http-on-tls-port', 'ClickHouse', 'ClickHouse'],
  [
    saw({ spoke: 'native', pingOk: false }),
    'open confirmed warn clickhouse-native-port',
    'ClickHouse, свой протокол',
    'ClickHouse, own protocol',
  ],
  [
    saw(failing(407)),
    'open mismatch fail unexpected-protocol',
    'HTTP 407, не ClickHouse',
    'HTTP 407, not ClickHouse',
  ],
  [
    saw(failing(404)),
    'open mismatch fail clickhouse-other-http',
    'HTTP 404, не ClickHouse',
    'HTTP 404, not ClickHouse',
  ],
  [
    saw(failing(401)),
    'open denied pass login-required',
    'HTTP 401, не ClickHouse',
    'HTTP 401, not ClickHouse',
  ],
  [
    saw({ spoke: 'other', pingOk: false, reply: null }),
    'open mismatch fail unexpected-protocol',
    'другая служба',
    'another service',
  ],
  [
    saw({ spoke: 'nothing', pingOk: false, reply: null, tls: makeTls() }),
    'open silent fail silent-service',
    'TLS, молчит',
    'TLS, silent',
  ],
];

describe('the reading of ClickHouse', () => {
  it.each(CASES)('has verdict and words in both languages: %#', (observation, line, ru, en) => {
    expectReading(observation, { line, ru: `открыт, ${ru}`, en: `open, ${en}` });
  });

  it('gives every reason that it has words for', () => {
    const given = reasonsIn(CASES.map(([observation]) => observation));
    expect(Object.keys(CLICKHOUSE_REASONS).filter((code) => !given.has(code))).toEqual([]);
  });
});
