/** The `postgresql` probe against a real PostgreSQL: TLS, SCRAM, wrong passwords, a missing database. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Daemon } from '../../lab/daemon.ts';
import { DATABASE, DATABASE_USER, startPostgresql } from '../../lab/daemons/postgresql.ts';
import { CURRENT_HOST } from '../../lab/namespace.ts';
import { observeService, verdictLine } from '../../servers/service-observe.ts';
import { describeIf, needs } from '../../support/needs.ts';

const NEEDS = needs.all(needs.root(), needs.tool('psql'));
const ADDRESS = '127.77.0.11';
const PASSWORD = 'пароль-этого-запуска';
const right = { user: DATABASE_USER, database: DATABASE, password: PASSWORD };

describeIf(NEEDS, 'postgresql probe and the real PostgreSQL', () => {
  let daemon: Daemon;
  beforeAll(async () => {
    daemon = await startPostgresql({ host: CURRENT_HOST, address: ADDRESS }, { password: PASSWORD });
  });
  afterAll(async () => {
    await daemon?.close();
  });

  it.each([
    [
      'the right password',
      right,
      'open confirmed pass service-confirmed',
      { login: 'accepted', serverVersion: expect.stringMatching(/^\d/) },
    ],
    [
      'a wrong password',
      { ...right, password: 'x' },
      'open denied warn postgresql-login-refused',
      { error: { code: '28P01' } },
    ],
    [
      'no password',
      { ...right, password: '' },
      'open denied pass postgresql-login-required',
      { login: 'wanted' },
    ],
    ['no user', { user: '', database: '', password: '' }, 'open denied pass postgresql-login-required', {}],
    [
      'another database',
      { ...right, database: 'none' },
      'open confirmed warn postgresql-no-database',
      { login: 'accepted' },
    ],
  ])('says what comes of %s', async (_what, options, line, facts) => {
    const observation = await observeService('postgresql', { host: ADDRESS, port: 5432 }, options, {
      timeoutMs: 5000,
    });
    expect(observation).toMatchObject({
      outcome: 'answered',
      facts: { tlsOffered: true, tls: { protocol: 'TLSv1.3' }, method: 'scram-sha-256', ...facts },
    });
    expect(verdictLine(observation)).toBe(line);
    expect(JSON.stringify(observation)).not.toContain(PASSWORD);
  });
});
