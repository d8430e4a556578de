/** What was seen → what it means, by stage, place and decoy. */
import { describe, expect, it } from 'vitest';
import type { Observation } from '../../../src/contract/facts.ts';
import { NETWORK_REASONS } from '../../../src/contract/network-reasons.ts';
import { REASON_CODES, type ReasonCode, reasonMessage, reasonRemedy } from '../../../src/contract/reasons.ts';
import { SERVICE_REASONS } from '../../../src/contract/service-reasons.ts';
import { LANGUAGES } from '../../../src/contract/words.ts';
import { type JudgeRequest, judge, judgeSkip } from '../../../src/verdict/judge.ts';
import {
  cancelled,
  failed,
  makeCheck,
  makeReply,
  makeTls,
  sawHttp,
  sawHttps,
  sawTcp,
} from './observations.ts';

function see(observation: Observation, changes: Partial<JudgeRequest> = {}): string {
  const { portState, serviceState, verdict, reason } = judge({
    check: makeCheck(),
    proof: 'direct',
    stage: 'after-install',
    observation,
    decoy: { outcome: 'pass', port: 47113 },
    localAddress: '10.77.10.2',
    language: 'ru',
    ...changes,
  });
  return `${portState} ${serviceState} ${verdict} ${reason.code}`;
}

const name = makeCheck({ to: { role: 'printManager', id: 'app1', host: 'app1' } });
const ipv6 = makeCheck({ to: { role: 'printManager', id: 'app1', host: 'fd00::10' } });
const udp = makeCheck({ transport: 'udp', service: 'snmp', port: 161 });
const decoyOpen = { decoy: { outcome: 'fail', port: 47113 } } as const;
const decoyUnknown = { decoy: { outcome: 'error', port: 47113 } } as const;
/** The reasons of single services have tables of their own in services/. */
const GENERAL_REASONS = { ...SERVICE_REASONS, ...NETWORK_REASONS };
const expired = makeTls({ validTo: '2026-11-21T23:30:00.000Z' });
const early = makeTls({ validFrom: '2026-12-01T00:00:00.000Z' });
const plainHttp = sawHttps({ spoke: 'plain-http', tls: null });
const otherBytes = sawHttp({ spoke: 'other', reply: null, firstBytes: 'SSH-2.0-OpenSSH' });

/** observation, what else differs, expected: every branch of the rules in one table. */
const CASES: readonly (readonly [string, Observation, Partial<JudgeRequest>, string])[] = [
  ['HTTP 302', sawHttp({ reply: makeReply({ status: 302 }) }), {}, 'open confirmed pass service-confirmed'],
  ['HTTP 404', sawHttp({ reply: makeReply({ status: 404 }) }), {}, 'open confirmed pass service-confirmed'],
  ['HTTP 401', sawHttp({ reply: makeReply({ status: 401 }) }), {}, 'open denied pass login-required'],
  [
    'HTTP 407, which only a proxy says',
    sawHttp({ reply: makeReply({ status: 407 }) }),
    {},
    'open mismatch fail unexpected-protocol',
  ],
  [
    'HTTP 511 of a login page on the path',
    sawHttps({ reply: makeReply({ status: 511 }) }),
    {},
    'open mismatch fail unexpected-protocol',
  ],
  ['HTTP 502', sawHttp({ reply: makeReply({ status: 502 }) }), {}, 'open confirmed warn server-error'],
  ['TLS on a plain port', sawHttp({ spoke: 'tls', reply: null }), {}, 'open mismatch fail tls-on-plain-port'],
  ['another protocol', otherBytes, {}, 'open mismatch fail unexpected-protocol'],
  ['self-signed TLS for an address', sawHttps(), {}, 'open confirmed pass service-confirmed'],
  ['plain HTTP on a TLS port', plainHttp, {}, 'open mismatch fail plain-http-on-tls-port'],
  ['TLS with a silent service', sawHttps({ reply: null }), {}, 'open silent fail silent-service'],
  ['an expired certificate', sawHttps({ tls: expired }), {}, 'open confirmed warn certificate-expired'],
  ['a future certificate', sawHttps({ tls: early }), {}, 'open confirmed warn certificate-not-yet-valid'],
  ['another name', sawHttps(), { check: name }, 'open confirmed warn certificate-name-mismatch'],
  ['another name of an IPv6 address', sawHttps(), { check: ipv6 }, 'open confirmed pass service-confirmed'],
  [
    'the right name',
    sawHttps({ tls: makeTls({ nameMatches: true }) }),
    { check: name },
    'open confirmed pass service-confirmed',
  ],
  ['an open TCP port', sawTcp(), {}, 'open not-checked pass port-open'],
  ['an open TCP port beside an open decoy', sawTcp(), decoyOpen, 'open not-checked warn decoy-open'],
  ['an open TCP port beside an untried decoy', sawTcp(), decoyUnknown, 'open not-checked warn decoy-unknown'],
  ['HTTP beside an untried decoy', sawHttp(), decoyUnknown, 'open confirmed pass service-confirmed'],
  ['HTTP beside an open decoy', sawHttp(), decoyOpen, 'open confirmed pass service-confirmed'],
  ['silence after connect', failed('reply', 'timeout'), {}, 'open silent fail silent-service'],
  ['silence in TLS', failed('tls', 'timeout'), {}, 'open silent fail silent-service'],
  ['a dripping reply', failed('reply', 'incomplete'), {}, 'open silent fail reply-too-slow'],
  ['an endless reply', failed('reply', 'too-large'), {}, 'open mismatch fail reply-too-large'],
  ['a reset', failed('request', 'ECONNRESET'), {}, 'open silent fail hung-up'],
  ['a reset before the connection was told', failed('connect', 'ECONNRESET'), {}, 'open silent fail hung-up'],
  ['a goodbye', failed('reply', 'closed'), {}, 'open silent fail hung-up'],
  ['a TLS alert', failed('tls', 'EPROTO'), {}, 'open silent fail tls-failed'],
  ['a TLS protocol error', failed('tls', 'protocol'), {}, 'open silent fail tls-failed'],
  ['an OpenSSL error', failed('tls', 'ERR_SSL_NO_CIPHER'), {}, 'open silent fail tls-failed'],
  ['nonsense', failed('reply', 'protocol'), {}, 'open mismatch fail unexpected-protocol'],
  ['refusal', failed('connect', 'ECONNREFUSED'), {}, 'closed not-checked fail refused'],
  ['silence', failed('connect', 'timeout'), {}, 'filtered not-checked fail no-answer'],
  ['rejection', failed('connect', 'EHOSTUNREACH'), {}, 'filtered not-checked fail rejected-by-network'],
  ['no route', failed('connect', 'ENETUNREACH'), {}, 'unreachable not-checked fail no-route'],
  ['no name', failed('resolve', 'ENOTFOUND'), {}, 'unresolved not-checked fail name-not-found'],
  ['no name server', failed('resolve', 'EAI_AGAIN'), {}, 'null not-checked error name-service-failed'],
  [
    'a lost address',
    failed('connect', 'EADDRNOTAVAIL'),
    {},
    'null not-checked error local-address-unavailable',
  ],
  [
    'no address free',
    failed('connect', 'EADDRNOTAVAIL'),
    { localAddress: null },
    'null not-checked error tool-failed',
  ],
  ['an own firewall', failed('connect', 'EACCES'), {}, 'null not-checked error blocked-on-this-computer'],
  ['an own filter', failed('connect', 'EPERM'), {}, 'null not-checked error blocked-on-this-computer'],
  [
    'a prohibition over IPv6',
    failed('connect', 'EACCES'),
    { check: ipv6 },
    'filtered not-checked fail rejected-by-network',
  ],
  ['too many files', failed('connect', 'EMFILE'), {}, 'null not-checked error tool-failed'],
  ['an unknown errno', failed('connect', 'EWHATEVER'), {}, 'null not-checked error tool-failed'],
  ['a fault of the program', failed('reply', 'internal'), {}, 'null not-checked error tool-failed'],
  ['a later probe', failed('resolve', 'not-implemented'), {}, 'null not-checked error not-implemented'],
  [
    'UDP silence',
    failed('reply', 'timeout', 'snmp'),
    { check: udp },
    'open|filtered not-checked fail no-answer',
  ],
  ['UDP refusal', failed('reply', 'ECONNREFUSED', 'snmp'), { check: udp }, 'closed not-checked fail refused'],
  ['an interruption', cancelled(), {}, 'null not-checked skip interrupted'],
];

const BEFORE: readonly (readonly [string, Observation, Partial<JudgeRequest>, string])[] = [
  ['refusal', failed('connect', 'ECONNREFUSED'), {}, 'closed not-checked warn refused-before-install'],
  ['an open port', sawTcp(), {}, 'open not-checked pass open-before-install'],
  ['an open port beside an untried decoy', sawTcp(), decoyUnknown, 'open not-checked warn decoy-unknown'],
  ['an open port beside an open decoy', sawTcp(), decoyOpen, 'open not-checked warn decoy-open'],
  ['a silent port', failed('reply', 'timeout'), {}, 'open silent pass open-before-install'],
  [
    'a silent port beside an open decoy',
    failed('reply', 'timeout'),
    decoyOpen,
    'open silent warn decoy-open',
  ],
  ['the service', sawHttp(), {}, 'open confirmed pass service-confirmed'],
  ['a login', sawHttp({ reply: makeReply({ status: 401 }) }), {}, 'open denied pass login-required'],
  ['HTTP 502', sawHttp({ reply: makeReply({ status: 502 }) }), {}, 'open confirmed pass open-before-install'],
  ['an expired certificate', sawHttps({ tls: expired }), {}, 'open confirmed pass open-before-install'],
  ['plain HTTP', plainHttp, {}, 'open mismatch warn mismatch-before-install'],
  ['another protocol', otherBytes, {}, 'open mismatch warn mismatch-before-install'],
  ['an endless reply', failed('reply', 'too-large'), {}, 'open mismatch warn reply-too-large'],
  ['silence', failed('connect', 'timeout'), {}, 'filtered not-checked fail no-answer'],
  ['no route', failed('connect', 'ENETUNREACH'), {}, 'unreachable not-checked fail no-route'],
  ['no name', failed('resolve', 'ENOTFOUND'), {}, 'unresolved not-checked fail name-not-found'],
  ['a later probe', failed('resolve', 'not-implemented'), {}, 'null not-checked error not-implemented'],
];

const INDIRECT: readonly (readonly [string, Observation, Partial<JudgeRequest>, string])[] = [
  ['the service', sawHttps(), {}, 'open confirmed pass answers-elsewhere'],
  ['a login', sawHttp({ reply: makeReply({ status: 401 }) }), {}, 'open denied pass answers-elsewhere'],
  ['an open TCP port', sawTcp(), {}, 'open not-checked pass answers-elsewhere'],
  [
    'an open TCP port beside an open decoy',
    sawTcp(),
    decoyOpen,
    'open not-checked skip indirect-no-evidence',
  ],
  ['plain HTTP on a TLS port', plainHttp, {}, 'open mismatch fail plain-http-on-tls-port'],
  ['an expired certificate', sawHttps({ tls: expired }), {}, 'open confirmed warn certificate-expired'],
  ['HTTP 502', sawHttp({ reply: makeReply({ status: 502 }) }), {}, 'open confirmed warn server-error'],
  ['silence', failed('connect', 'timeout'), {}, 'filtered not-checked skip indirect-no-evidence'],
  ['refusal', failed('connect', 'ECONNREFUSED'), {}, 'closed not-checked skip indirect-no-evidence'],
  ['no route', failed('connect', 'ENETUNREACH'), {}, 'unreachable not-checked skip indirect-no-evidence'],
  ['no name', failed('resolve', 'ENOTFOUND'), {}, 'unresolved not-checked skip indirect-no-evidence'],
  ['a silent service', failed('reply', 'timeout'), {}, 'open silent skip indirect-no-evidence'],
  ['a reset', failed('reply', 'ECONNRESET'), {}, 'open silent skip indirect-no-evidence'],
  [
    'a silent service before installation',
    failed('reply', 'timeout'),
    { stage: 'before-install' },
    'open silent skip indirect-no-evidence',
  ],
  [
    'the service before installation',
    sawHttp(),
    { stage: 'before-install' },
    'open confirmed pass answers-elsewhere',
  ],
  ['a later probe', failed('resolve', 'not-implemented'), {}, 'null not-checked error not-implemented'],
];

describe('judge after installation', () => {
  it.each(CASES)('reads %s', (_what, observation, changes, expected) => {
    expect(see(observation, changes)).toBe(expected);
  });
});

describe('judge before installation', () => {
  it.each(BEFORE)('reads %s', (_what, observation, changes, expected) => {
    expect(see(observation, { stage: 'before-install', ...changes })).toBe(expected);
  });
});

describe('judge from the wrong place', () => {
  it.each(INDIRECT)('reads %s', (_what, observation, changes, expected) => {
    expect(see(observation, { proof: 'indirect', ...changes })).toBe(expected);
  });

  it('never fails or passes anything that a service did not say', () => {
    for (const [, observation, changes] of CASES) {
      const { verdict, serviceState, reason } = judge({
        check: makeCheck(),
        stage: 'after-install',
        decoy: null,
        language: 'en',
        observation,
        ...changes,
        proof: 'indirect',
      });
      if (verdict === 'fail') expect(serviceState).toBe('mismatch');
      if (verdict === 'pass') expect(reason.code).toBe('answers-elsewhere');
    }
  });
});

describe('judge on UDP', () => {
  it('never passes a check without a protocol reply', () => {
    for (const code of ['timeout', 'ECONNREFUSED', 'EHOSTUNREACH', 'protocol', 'incomplete', 'closed']) {
      for (const stage of ['before-install', 'after-install'] as const) {
        expect(see(failed('reply', code, 'snmp'), { check: udp, stage })).not.toContain(' pass ');
      }
    }
  });
});

describe('the words of a judgement', () => {
  const rows = [
    ...CASES.map((row) => [...row, 'direct', 'after-install'] as const),
    ...BEFORE.map((row) => [...row, 'direct', 'before-install'] as const),
    ...INDIRECT.map((row) => [...row, 'indirect', 'after-install'] as const),
  ];

  it('leave no place unfilled in either language, for every reason that judge can give', () => {
    const given = new Set<ReasonCode>();
    for (const [, observation, changes, , proof, stage] of rows) {
      for (const language of LANGUAGES) {
        const { reason } = judge({
          check: makeCheck(),
          decoy: null,
          localAddress: '10.77.10.2',
          ...changes,
          observation,
          proof,
          stage,
          language,
        });
        given.add(reason.code);
        expect(reason.message).toBe(reasonMessage(reason.code, reason.params, language));
        for (const other of LANGUAGES) {
          expect(reasonMessage(reason.code, reason.params, other)).not.toMatch(/[{}]/);
          expect(reasonRemedy(reason.code, reason.params, other) ?? '').not.toMatch(/[{}]/);
        }
      }
    }
    const onlyPlanned: readonly ReasonCode[] = ['other-viewpoint', 'inside-one-server', 'not-selected'];
    const others = REASON_CODES.filter((code) => Object.hasOwn(GENERAL_REASONS, code));
    expect(others.filter((code) => !given.has(code))).toEqual(onlyPlanned);
  });

  it('say dates and places in the language of the reader, whatever the language of the run', () => {
    const { reason } = judge({
      check: makeCheck(),
      proof: 'direct',
      stage: 'after-install',
      observation: sawHttps({ tls: expired }),
      decoy: null,
      language: 'ru',
    });
    expect(reason.message).toBe('TLS работает, но срок сертификата истёк 21.11.2026');
    expect(reasonMessage(reason.code, reason.params, 'en')).toBe(
      'TLS works, but the certificate expired on 21 Nov 2026',
    );
    const silence = judge({
      check: makeCheck({ from: 'device' }),
      proof: 'direct',
      stage: 'after-install',
      observation: failed('connect', 'timeout'),
      decoy: null,
      language: 'ru',
    }).reason;
    expect(silence.message).toContain('попыток: 2');
    expect(reasonRemedy(silence.code, silence.params, 'ru')).toBe('Разрешить МФУ → 10.77.30.10, tcp 8080');
    expect(reasonRemedy(silence.code, silence.params, 'en')).toBe('Allow MFP → 10.77.30.10, tcp 8080');
  });
});

describe('judgeSkip', () => {
  it('keeps the reason of the plan and says that nothing was probed', () => {
    expect(judgeSkip('other-viewpoint', 'en')).toEqual({
      portState: null,
      serviceState: 'not-checked',
      verdict: 'skip',
      reason: {
        code: 'other-viewpoint',
        message: 'The flow starts at another place and cannot be proven from here',
      },
    });
  });
});
