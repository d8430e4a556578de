/** What each probe is told: from the profile by the check's target, passwords from the secrets of the run alone. */
import { describe, expect, it } from 'vitest';
import type { Check } from '../../../src/contract/check.ts';
import type { ProbeKind } from '../../../src/contract/words.ts';
import { probeOptions } from '../../../src/run/probe-options.ts';
import { romashka } from '../../fixtures/romashka.ts';
import { serviceCheck } from '../../servers/service-observe.ts';

const SITE = romashka(1, {
  external: [
    { id: 'pg', kind: 'postgresql', host: '10.77.30.20', database: 'prints', user: 'printum' },
    { id: 'other-pg', kind: 'postgresql', host: '10.77.30.21', database: 'other', user: 'nobody' },
    { id: 'ch', kind: 'clickhouse', host: '10.77.30.20', tls: true },
    { id: 'ad', kind: 'domain', host: '10.77.30.5', domain: 'corp.example' },
    { id: 'nfs', kind: 'nfs', host: '10.77.30.22', export: '/srv/scans' },
  ],
});
const SECRETS = { postgresqlPassword: 'pg-word', redisPassword: 'redis-word' };

function check(service: ProbeKind, to: Partial<Check['to']>): Check {
  return { ...serviceCheck(service), to: { role: 'server', id: 'it', host: '10.77.30.10', ...to } };
}

describe('probeOptions', () => {
  it.each<[ProbeKind, Partial<Check['to']>, object]>([
    ['ipp', { role: 'device' }, { operations: 'device' }],
    ['ipp', { role: 'cups' }, { operations: 'cups' }],
    ['redis', {}, { password: 'redis-word' }],
    ['redis-sentinel', {}, { password: 'redis-word' }],
    ['clickhouse', { id: 'ch' }, { tls: true }],
    ['postgresql', { id: 'pg' }, { user: 'printum', database: 'prints', password: 'pg-word' }],
    ['postgresql', { id: 'other-pg' }, { user: 'nobody', database: 'other', password: 'pg-word' }],
    ['domain', { id: 'ad' }, { domain: 'corp.example', nameServer: '', kerberosPort: 88 }],
    ['nfs', { id: 'nfs' }, { export: '/srv/scans', rpcbindPort: 111 }],
  ])('tells %s about %j', (service, to, options) => {
    expect(probeOptions(check(service, to), SITE, SECRETS)).toEqual(options);
  });

  it('gives no password where the run has none, and nothing of a target that the profile does not hold', () => {
    expect(probeOptions(check('redis', {}), SITE)).toEqual({ password: '' });
    expect(probeOptions(check('postgresql', { id: 'gone' }), SITE, SECRETS)).toEqual({
      user: '',
      database: '',
      password: '',
    });
  });
});
