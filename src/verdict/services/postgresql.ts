/** PostgreSQL: an authentication request or an error of its own proves it; a login that was tried is judged. */
import type { PostgresqlFacts } from '../../contract/facts-postgresql.ts';
import type { ReasonCode, ReasonParams } from '../../contract/reasons.ts';
import type { Opinion } from '../opinion.ts';

const NO_SUCH_DATABASE = '3D000';

/** The opinion after installation. */
export function judgePostgresql({ spoke, login, method, error, firstBytes }: PostgresqlFacts): Opinion {
  if (spoke === 'other') {
    const seen = firstBytes === null || firstBytes === '' ? '?' : `"${firstBytes}"`;
    return opinion('mismatch', 'fail', 'unexpected-protocol', { seen });
  }
  if (error !== null) {
    const reply = `${error.code} ${error.message}`;
    if (login === 'refused') return opinion('denied', 'warn', 'postgresql-login-refused', { reply });
    return error.code === NO_SUCH_DATABASE
      ? opinion('confirmed', 'warn', 'postgresql-no-database', { reply })
      : opinion('confirmed', 'warn', 'postgresql-error', { reply });
  }
  if (login === 'wanted') return opinion('denied', 'pass', 'postgresql-login-required');
  return login === 'accepted'
    ? opinion('confirmed', 'pass', 'service-confirmed')
    : opinion('denied', 'warn', 'postgresql-login-unsupported', { seen: method ?? '?' });
}

function opinion(
  serviceState: Opinion['serviceState'],
  verdict: Opinion['verdict'],
  code: ReasonCode,
  params: ReasonParams = {},
): Opinion {
  return { portState: 'open', serviceState, verdict, code, params };
}
