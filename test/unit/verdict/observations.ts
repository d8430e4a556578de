/** Checks and observations for tests of verdicts. */
import type { Check, CheckResult, ProbePhase } from '../../../src/contract/check.ts';
import type { HttpReply, Observation, ProbeFacts, TlsFacts } from '../../../src/contract/facts.ts';
import type { ProbeKind } from '../../../src/contract/words.ts';

const BASE = { rttMs: 1.5, attempts: 2, durationMs: 12, startedAt: '2026-11-22T06:00:00.000Z', trace: [] };
const CONNECTION = { address: '10.77.30.10', localAddress: '10.77.10.2' };

export function makeCheck(changes: Partial<Check> = {}): Check {
  return {
    id: 'printmanager-https:workstation>app1:8080/tcp',
    requirement: 'printmanager-https',
    from: 'workstation',
    to: { role: 'printManager', id: 'app1', host: '10.77.30.10' },
    transport: 'tcp',
    port: 8080,
    service: 'https',
    required: true,
    inside: false,
    ...changes,
  };
}

export function makeReply(changes: Partial<HttpReply> = {}): HttpReply {
  return {
    status: 200,
    statusText: 'OK',
    version: '1.1',
    server: null,
    title: null,
    location: null,
    authenticate: null,
    date: null,
    ...changes,
  };
}

export function makeTls(changes: Partial<TlsFacts> = {}): TlsFacts {
  return {
    protocol: 'TLSv1.3',
    cipher: 'TLS_AES_256_GCM_SHA384',
    subject: 'CN=app1.corp.example',
    subjectAltNames: ['DNS:app1.corp.example'],
    issuer: 'CN=app1.corp.example',
    validFrom: '2026-01-01T00:00:00.000Z',
    validTo: '2027-01-01T00:00:00.000Z',
    fingerprint256: 'AA',
    selfSigned: true,
    nameMatches: false,
    verificationError: 'DEPTH_ZERO_SELF_SIGNED_CERT',
    ...changes,
  };
}

export function sawTcp(): Observation {
  return { ...BASE, kind: 'tcp', outcome: 'answered', facts: CONNECTION };
}

export function sawHttp(facts: Partial<ProbeFacts<'http'>> = {}): Observation {
  return {
    ...BASE,
    kind: 'http',
    outcome: 'answered',
    facts: { ...CONNECTION, spoke: 'http', reply: makeReply(), firstBytes: null, ...facts },
  };
}

export function sawHttps(facts: Partial<ProbeFacts<'https'>> = {}): Observation {
  return {
    ...BASE,
    kind: 'https',
    outcome: 'answered',
    facts: { ...CONNECTION, spoke: 'tls', tls: makeTls(), reply: makeReply(), firstBytes: null, ...facts },
  };
}

export function failed(
  phase: ProbePhase,
  code: string,
  kind: ProbeKind = 'https',
  detail = 'words',
): Observation {
  return { ...BASE, kind, outcome: 'failed', failure: { phase, code, detail } };
}

export function cancelled(): Observation {
  return { ...BASE, kind: 'https', outcome: 'cancelled' };
}

/** A finished row; `changes` say what matters to the test. */
export function makeResult(changes: Partial<CheckResult> = {}): CheckResult {
  return {
    ...makeCheck(),
    portState: 'open',
    serviceState: 'confirmed',
    verdict: 'pass',
    proof: 'direct',
    reason: { code: 'service-confirmed', message: '' },
    rttMs: 1,
    attempts: 1,
    durationMs: 1,
    startedAt: '2026-11-22T06:00:00.000Z',
    facts: {},
    trace: [],
    ...changes,
  };
}
