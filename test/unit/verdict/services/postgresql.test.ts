/** Facts of PostgreSQL → verdict and words. */
import { describe, expect, it } from 'vitest';
import type { Observation } from '../../../../src/contract/facts.ts';
import { type PostgresqlFacts, postgresqlFactsSchema } from '../../../../src/contract/facts-postgresql.ts';
import { POSTGRESQL_REASONS } from '../../../../src/contract/postgresql-reasons.ts';
import { makeTls } from '../observations.ts';
import { expectReading, reasonsIn } from './reading.ts';

function saw(facts: Partial<PostgresqlFacts>): Observation {
  const whole = {
    address: '10.77.30.20',
    localAddress: '10.77.30.10',
    spoke: 'postgresql',
    tlsOffered: true,
    tls: makeTls(),
    method: 'scram-sha-256',
    login: 'accepted',
    error: null,
    serverVersion: '15.8 (Debian 15.8-0)',
    firstBytes: null,
    ...facts,
  };
  return {
    kind: 'postgresql',
    outcome: 'answered',
    facts: postgresqlFactsSchema.parse(whole),
    rttMs: 1,
    attempts: 1,
    durationMs: 5,
    startedAt: '2026-11-22T06:00:00.000Z',
    trace: [],
  };
}

const early = { serverVersion: null, tls: null, tlsOffered: false } as const;
const failed = (code: string) => ({ error: { code, message: 'words' } });

const CASES: readonly (readonly [Observation, string, string, string])[] = [
  [
    saw({}),
    'open confirmed pass service-confirmed',
    'PostgreSQL 15.8 внутри TLS, вход принят',
    'PostgreSQL 15.8 within TLS, login accepted',
  ],
  [
    saw({ ...early, login: 'wanted' }),
    'open denied pass postgresql-login-required',
    'PostgreSQL, просит вход',
    'PostgreSQL, asks for login',
  ],
  [
    saw({ ...early, login: 'unsupported', method: 'gss' }),
    'open denied warn postgresql-login-unsupported',
    'PostgreSQL, просит вход',
    'PostgreSQL, asks for login',
  ],
  [
    saw({ ...early, login: 'refused', ...failed('28P01') }),
    'open denied warn postgresql-login-refused',
    'PostgreSQL, вход не принят',
    'PostgreSQL, login refused',
  ],
  [
    saw({ ...failed('3D000') }),
    'open confirmed warn postgresql-no-database',
    'PostgreSQL 15.8 внутри TLS, ошибка 3D000',
    'PostgreSQL 15.8 within TLS, error 3D000',
  ],
  [
    saw({ ...early, login: 'not-reached', ...failed('53300') }),
    'open confirmed warn postgresql-error',
    'PostgreSQL, ошибка 53300',
    'PostgreSQL, error 53300',
  ],
  [saw({ spoke: 'other' }), 'open mismatch fail unexpected-protocol', 'другая служба', 'another service'],
];

describe('the reading of PostgreSQL', () => {
  it.each(CASES)('has verdict and words in both languages: %#', (observation, line, ru, en) => {
    expectReading(observation, { line, ru: `открыт, ${ru}`, en: `open, ${en}` });
  });

  it('gives every reason that it has words for', () => {
    const given = reasonsIn(CASES.map(([observation]) => observation));
    expect(Object.keys(POSTGRESQL_REASONS).filter((code) => !given.has(code))).toEqual([]);
  });
});
