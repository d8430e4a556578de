/** Facts of a domain → verdict and words. */
import { describe, expect, it } from 'vitest';
import { DOMAIN_REASONS } from '../../../../src/contract/domain-reasons.ts';
import type { Observation } from '../../../../src/contract/facts.ts';
import { type DomainFacts, domainFactsSchema } from '../../../../src/contract/facts-domain.ts';
import { judge } from '../../../../src/verdict/judge.ts';
import { serviceCheck } from '../../../servers/service-observe.ts';
import { makeTls } from '../observations.ts';
import { expectReading, reasonsIn } from './reading.ts';

const DNS = {
  servers: ['10.0.0.1'],
  addresses: ['10.77.30.20'],
  ldap: [{ host: 'dc1.corp.example', port: 389 }],
  kerberos: [{ host: 'dc1.corp.example', port: 88 }],
  failures: [],
};
const KERBEROS = { port: 88, confirmed: true, failure: null, errorCode: 6, realm: 'CORP.EXAMPLE' };
const NO_RECORDS = { ...DNS, ldap: [], kerberos: [] };

function saw(facts: Partial<DomainFacts>): Observation {
  const whole = {
    address: '10.77.30.20',
    localAddress: '10.77.30.10',
    tls: null,
    spoke: 'ldap',
    result: { code: 0, message: '' },
    rootEntry: {
      namingContexts: ['DC=corp,DC=example', 'CN=Configuration,DC=corp,DC=example'],
      defaultNamingContext: 'DC=corp,DC=example',
      dnsHostName: 'dc1.corp.example',
      vendor: null,
      ldapVersions: ['3'],
    },
    domain: 'corp.example',
    dns: DNS,
    kerberos: KERBEROS,
    firstBytes: null,
    ...facts,
  };
  return {
    kind: 'domain',
    outcome: 'answered',
    facts: domainFactsSchema.parse(whole),
    rttMs: 1,
    attempts: 1,
    durationMs: 5,
    startedAt: '2026-11-22T06:00:00.000Z',
    trace: [],
  };
}

const silent = { ...KERBEROS, confirmed: false, failure: 'timeout', errorCode: null, realm: null };
const notFound = {
  ...NO_RECORDS,
  failures: [{ question: 'SRV _ldap._tcp.corp.example', code: 'ENOTFOUND' }],
};
const timedOut = { ...NO_RECORDS, failures: [{ question: 'SRV _ldap._tcp.corp.example', code: 'ETIMEOUT' }] };
const NOTHING = { result: null, rootEntry: null, domain: null, dns: null, kerberos: null } as const;

const CASES: readonly (readonly [Observation, string, string, string])[] = [
  [saw({}), 'open confirmed pass service-confirmed', 'LDAP, Kerberos, DNS', 'LDAP, Kerberos, DNS'],
  [
    saw({ tls: makeTls() }),
    'open confirmed pass service-confirmed',
    'LDAPS, Kerberos, DNS',
    'LDAPS, Kerberos, DNS',
  ],
  [
    saw({ domain: 'Corp.Example.' }),
    'open confirmed pass service-confirmed',
    'LDAP, Kerberos, DNS',
    'LDAP, Kerberos, DNS',
  ],
  [saw({ domain: null, dns: null, kerberos: null }), 'open confirmed pass service-confirmed', 'LDAP', 'LDAP'],
  [
    saw({ domain: 'other.example' }),
    'open confirmed warn domain-other',
    'LDAP, Kerberos, DNS',
    'LDAP, Kerberos, DNS',
  ],
  [
    saw({ kerberos: silent }),
    'open confirmed warn domain-kerberos',
    'LDAP, DNS, без Kerberos',
    'LDAP, DNS, without Kerberos',
  ],
  [
    saw({ dns: notFound }),
    'open confirmed warn domain-no-service-records',
    'LDAP, Kerberos, без DNS',
    'LDAP, Kerberos, without DNS',
  ],
  [
    saw({ dns: timedOut }),
    'open confirmed warn domain-dns-silent',
    'LDAP, Kerberos, без DNS',
    'LDAP, Kerberos, without DNS',
  ],
  [
    saw({ ...NOTHING, result: { code: 50, message: 'no' } }),
    'open denied pass domain-ldap-refused',
    'LDAP, корень закрыт',
    'LDAP, root entry hidden',
  ],
  [
    saw({ ...NOTHING, spoke: 'other' }),
    'open mismatch fail unexpected-protocol',
    'другая служба',
    'another service',
  ],
  [
    saw({ ...NOTHING, spoke: 'nothing', tls: makeTls() }),
    'open silent fail silent-service',
    'TLS, молчит',
    'TLS, silent',
  ],
];

describe('the reading of a domain', () => {
  it.each(CASES)('has verdict and words in both languages: %#', (observation, line, ru, en) => {
    expectReading(observation, { line, ru: `открыт, ${ru}`, en: `open, ${en}` });
  });

  it('gives every reason that it has words for', () => {
    const given = reasonsIn(CASES.map(([observation]) => observation));
    expect(Object.keys(DOMAIN_REASONS).filter((code) => !given.has(code))).toEqual([]);
  });

  it('holds the way to its neighbours against nobody who stands elsewhere', () => {
    const { verdict, reason } = judge({
      check: serviceCheck('domain'),
      proof: 'indirect',
      stage: 'after-install',
      observation: saw({ kerberos: silent }),
      decoy: null,
      language: 'ru',
    });
    expect([verdict, reason.code]).toEqual(['pass', 'answers-elsewhere']);
  });
});
