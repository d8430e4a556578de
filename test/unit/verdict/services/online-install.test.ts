/** Facts of the vendor's download site → verdict and words. */
import { describe, expect, it } from 'vitest';
import type { Observation } from '../../../../src/contract/facts.ts';
import {
  type OnlineInstallFacts,
  onlineInstallFactsSchema,
  type ProxyFacts,
} from '../../../../src/contract/facts-online-install.ts';
import { ONLINE_INSTALL_REASONS } from '../../../../src/contract/online-install-reasons.ts';
import { type ReasonCode, reasonMessage, reasonRemedy } from '../../../../src/contract/reasons.ts';
import { describeSeen } from '../../../../src/contract/seen.ts';
import { LANGUAGES } from '../../../../src/contract/words.ts';
import { judgement, verdictLine } from '../../../servers/service-observe.ts';
import { makeReply, makeTls } from '../observations.ts';

const TLS = makeTls({ issuer: 'O=Public CA', nameMatches: true, verificationError: null, selfSigned: false });
const PROXY = { endpoint: 'squid.corp:3128', scheme: 'http', outcome: 'tunnel', status: 200 } as const;

function saw(facts: Partial<OnlineInstallFacts>): Observation {
  const whole = {
    address: '10.77.30.10',
    localAddress: '10.77.30.2',
    proxy: null,
    spoke: 'tls',
    tls: TLS,
    reply: makeReply({ status: 403 }),
    firstBytes: null,
    error: null,
    ...facts,
  };
  return {
    outcome: 'answered',
    kind: 'online-install',
    rttMs: 1,
    attempts: 1,
    durationMs: 5,
    startedAt: '2026-11-22T06:00:00.000Z',
    trace: [],
    facts: onlineInstallFactsSchema.parse(whole),
  };
}

function stopped(outcome: ProxyFacts['outcome'], changes: Partial<OnlineInstallFacts> = {}): Observation {
  const proxy = { ...PROXY, outcome, status: outcome === 'refused' ? 503 : 407 };
  return saw({ proxy, spoke: 'nothing', tls: null, reply: null, error: 'timeout', ...changes });
}

const CASES: readonly (readonly [Observation, string, string, string])[] = [
  [saw({}), 'open confirmed pass download-direct', 'открыт, TLS 1.3', 'open, TLS 1.3'],
  [
    saw({ proxy: PROXY }),
    'open confirmed pass download-through-proxy',
    'открыт, TLS 1.3, через прокси squid.corp:3128',
    'open, TLS 1.3, through the proxy squid.corp:3128',
  ],
  [
    saw({ tls: { ...TLS, verificationError: 'SELF_SIGNED_CERT_IN_CHAIN' } }),
    'open confirmed warn download-inspected',
    'открыт, TLS 1.3, издателю не доверяют',
    'open, TLS 1.3, issuer not trusted',
  ],
  [
    saw({ tls: { ...TLS, nameMatches: false } }),
    'open mismatch fail download-other-name',
    'открыт, TLS 1.3, сертификат на другое имя',
    'open, TLS 1.3, certificate for another name',
  ],
  [
    saw({ tls: { ...TLS, validTo: '2026-02-01T00:00:00.000Z', verificationError: 'CERT_HAS_EXPIRED' } }),
    'open confirmed warn certificate-expired',
    'открыт, TLS 1.3, издателю не доверяют',
    'open, TLS 1.3, issuer not trusted',
  ],
  [
    saw({ reply: makeReply({ status: 503 }) }),
    'open confirmed warn server-error',
    'открыт, TLS 1.3, HTTP 503',
    'open, TLS 1.3, HTTP 503',
  ],
  [
    saw({ spoke: 'plain-http', tls: null }),
    'open mismatch fail plain-http-on-tls-port',
    'открыт, обычный HTTP',
    'open, plain HTTP',
  ],
  [
    saw({ spoke: 'other', tls: null, reply: null, firstBytes: 'SSH' }),
    'open mismatch fail unexpected-protocol',
    'открыт, другая служба',
    'open, another service',
  ],
  [
    stopped('login-wanted'),
    'unreachable denied fail proxy-login-required',
    'недоступен, прокси просит вход',
    'unreachable, proxy asks for login',
  ],
  [
    stopped('login-refused'),
    'unreachable denied fail proxy-login-refused',
    'недоступен, прокси: вход не принят',
    'unreachable, proxy: login refused',
  ],
  [
    stopped('refused'),
    'unreachable not-checked fail proxy-refused',
    'недоступен, прокси не пустил',
    'unreachable, proxy refused',
  ],
  [
    stopped('no-answer'),
    'unreachable not-checked fail proxy-no-answer',
    'недоступен, прокси не отвечает',
    'unreachable, proxy does not answer',
  ],
  [
    stopped('other', { firstBytes: 'SSH' }),
    'unreachable not-checked fail proxy-not-http',
    'недоступен, прокси: другая служба',
    'unreachable, proxy: another service',
  ],
  [
    stopped('tunnel'),
    'unreachable not-checked fail proxy-tunnel-broken',
    'недоступен, прокси: TLS не состоялся',
    'unreachable, proxy: no TLS connection',
  ],
  [
    stopped('unsupported', { proxy: { ...PROXY, scheme: 'socks5', outcome: 'unsupported', status: null } }),
    'null not-checked error proxy-unsupported',
    'не проверялся, прокси: вид не поддерживается',
    'not probed, proxy: kind not supported',
  ],
];

describe('the reading of the download site', () => {
  it.each(CASES)(
    'has the same verdict at both stages, and words in both languages: %#',
    (observation, line, ru, en) => {
      expect(verdictLine(observation)).toBe(line);
      expect(verdictLine(observation, 'before-install')).toBe(line);
      const { portState, serviceState, reason } = judgement(observation);
      const facts = observation.outcome === 'answered' ? observation.facts : {};
      const row = { portState, serviceState, reason, service: observation.kind, facts };
      expect(describeSeen(row, 'ru')).toBe(ru);
      expect(describeSeen(row, 'en')).toBe(en);
      for (const language of LANGUAGES) {
        expect(reasonMessage(reason.code, reason.params, language)).not.toMatch(/[{}]/);
        expect(reasonRemedy(reason.code, reason.params, language) ?? '').not.toMatch(/[{}]/);
      }
    },
  );

  it('gives every reason that it has words for', () => {
    const given = new Set<ReasonCode>(CASES.map(([observation]) => judgement(observation).reason.code));
    expect(Object.keys(ONLINE_INSTALL_REASONS).filter((code) => !given.has(code as ReasonCode))).toEqual([]);
  });

  it('says which proxy and who issued the certificate', () => {
    expect(judgement(saw({ proxy: PROXY })).reason.message).toBe(
      'Сайт отвечает через прокси squid.corp:3128. Сертификат выдал O=Public CA',
    );
  });
});
