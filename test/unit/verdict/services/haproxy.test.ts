/** Facts of the HAProxy panel → verdict and words. */
import { describe, expect, it } from 'vitest';
import type { Observation } from '../../../../src/contract/facts.ts';
import { type HaproxyFacts, haproxyFactsSchema } from '../../../../src/contract/facts-haproxy.ts';
import { reasonMessage, reasonRemedy } from '../../../../src/contract/reasons.ts';
import { describeSeen } from '../../../../src/contract/seen.ts';
import { LANGUAGES } from '../../../../src/contract/words.ts';
import { judgement, verdictLine } from '../../../servers/service-observe.ts';
import { makeReply, makeTls } from '../observations.ts';

function saw(facts: Partial<HaproxyFacts>): Observation {
  const whole = {
    address: '10.77.30.10',
    localAddress: '10.77.10.2',
    spoke: 'tls',
    tls: makeTls(),
    reply: makeReply({ title: 'Statistics Report for HAProxy' }),
    firstBytes: null,
    path: '/',
    panel: true,
    ...facts,
  };
  return {
    outcome: 'answered',
    kind: 'haproxy',
    rttMs: 1,
    attempts: 1,
    durationMs: 5,
    startedAt: '2026-11-22T06:00:00.000Z',
    trace: [],
    facts: haproxyFactsSchema.parse(whole),
  };
}

const another = { panel: false, reply: makeReply({ title: 'Вход' }) };
const login = { panel: false, reply: makeReply({ status: 401 }) };
const expired = { tls: makeTls({ validTo: '2026-01-02T00:00:00.000Z' }) };

const CASES: readonly (readonly [Observation, string, string, string])[] = [
  [saw({}), 'open confirmed pass service-confirmed', 'TLS 1.3, панель HAProxy', 'TLS 1.3, HAProxy panel'],
  [
    saw(login),
    'open denied pass login-required',
    'TLS 1.3, HTTP 401, просит вход',
    'TLS 1.3, HTTP 401, asks for login',
  ],
  [
    saw({ panel: false, reply: makeReply({ status: 407 }) }),
    'open mismatch fail unexpected-protocol',
    'TLS 1.3, HTTP 407, другая страница',
    'TLS 1.3, HTTP 407, another page',
  ],
  [
    saw(another),
    'open mismatch warn haproxy-other-page',
    'TLS 1.3, HTTP 200, другая страница',
    'TLS 1.3, HTTP 200, another page',
  ],
  [
    saw(expired),
    'open confirmed warn certificate-expired',
    'TLS 1.3, панель HAProxy',
    'TLS 1.3, HAProxy panel',
  ],
  // What no panel is to be looked for in: an expired certificate does not make another page the panel.
  [
    saw({ ...another, ...expired }),
    'open mismatch warn haproxy-other-page',
    'TLS 1.3, HTTP 200, другая страница',
    'TLS 1.3, HTTP 200, another page',
  ],
  [
    saw({ panel: false, spoke: 'plain-http', tls: null }),
    'open mismatch fail plain-http-on-tls-port',
    'обычный HTTP',
    'plain HTTP',
  ],
  [
    saw({ panel: false, spoke: 'other', tls: null, reply: null, firstBytes: 'SSH' }),
    'open mismatch fail unexpected-protocol',
    'другая служба',
    'another service',
  ],
];

describe('the reading of the HAProxy panel', () => {
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

  it('names the page that answers in its place, also before installation', () => {
    expect(judgement(saw(another)).reason.message).toBe('HTTPS отвечает, но это не панель HAProxy: "Вход"');
    expect(judgement(saw(another), 'before-install').reason.message).toBe(
      'Порт открыт, но отвечает не та служба: "Вход"',
    );
  });
});
