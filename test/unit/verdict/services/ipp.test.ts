/** Facts of IPP → verdict and words: one line for each thing that can be the matter. */
import { describe, expect, it } from 'vitest';
import { type IppFacts, ippFactsSchema } from '../../../../src/contract/facts-ipp.ts';
import { IPP_REASONS } from '../../../../src/contract/ipp-reasons.ts';
import { type ReasonCode, reasonMessage, reasonRemedy } from '../../../../src/contract/reasons.ts';
import { describeSeen } from '../../../../src/contract/seen.ts';
import { LANGUAGES } from '../../../../src/contract/words.ts';
import { judgement, verdictLine } from '../../../servers/service-observe.ts';
import { makeReply, makeTls } from '../observations.ts';

const FACTS: IppFacts = {
  address: '10.77.20.21',
  localAddress: '10.77.30.2',
  tls: null,
  spoke: 'ipp',
  tries: [],
  ipp: { version: '1.1', status: 0, statusWord: 'successful-ok' },
  printer: null,
  queues: null,
  reply: makeReply(),
  firstBytes: null,
};

const printer = {
  name: 'q',
  makeAndModel: 'Kyocera ECOSYS M3145dn',
  state: 'idle',
  stateReasons: [],
  versions: ['1.1'],
  documentFormats: [],
  uris: [],
};
const status = (code: number, statusWord: string) => ({ ipp: { version: '1.1', status: code, statusWord } });
const http = (code: number) => ({ spoke: 'http', ipp: null, reply: makeReply({ status: code }) }) as const;

function saw(facts: Partial<IppFacts>) {
  return {
    kind: 'ipp',
    outcome: 'answered',
    facts: ippFactsSchema.parse({ ...FACTS, ...facts }),
    rttMs: 1,
    attempts: 1,
    durationMs: 5,
    startedAt: '2026-11-22T06:00:00.000Z',
    trace: [],
  } as const;
}

const CASES: readonly (readonly [Partial<IppFacts>, string, string, string])[] = [
  [
    { printer },
    'open confirmed pass service-confirmed',
    'IPP, Kyocera ECOSYS M3145dn',
    'IPP, Kyocera ECOSYS M3145dn',
  ],
  [
    { printer: { ...printer, makeAndModel: 'x'.repeat(60) } },
    'open confirmed pass service-confirmed',
    `IPP, ${'x'.repeat(39)}…`,
    `IPP, ${'x'.repeat(39)}…`,
  ],
  [
    { printer: { ...printer, makeAndModel: null, name: null } },
    'open confirmed pass service-confirmed',
    'IPP',
    'IPP',
  ],
  [
    { queues: { count: 2, names: ['a', 'b'], default: 'a' } },
    'open confirmed pass service-confirmed',
    'IPP, очередей: 2',
    'IPP, queues: 2',
  ],
  [
    { queues: { count: 0, names: [], default: null } },
    'open confirmed warn ipp-no-queues',
    'IPP, очередей: 0',
    'IPP, queues: 0',
  ],
  [
    { printer, tls: makeTls() },
    'open confirmed warn ipp-only-tls',
    'IPP внутри TLS, Kyocera ECOSYS M3145dn',
    'IPP within TLS, Kyocera ECOSYS M3145dn',
  ],
  [
    status(0x0402, 'client-error-not-authenticated'),
    'open denied pass ipp-login-required',
    'IPP, просит вход',
    'IPP, asks for login',
  ],
  [
    status(0x0401, 'client-error-forbidden'),
    'open denied warn ipp-forbidden',
    'IPP, не разрешено',
    'IPP, not allowed',
  ],
  [
    status(0x0503, 'server-error-version-not-supported'),
    'open confirmed warn ipp-error',
    'IPP, server-error-version-not-supported',
    'IPP, server-error-version-not-supported',
  ],
  [http(401), 'open denied pass login-required', 'HTTP 401, просит вход', 'HTTP 401, asks for login'],
  [http(407), 'open mismatch fail unexpected-protocol', 'HTTP 407, не IPP', 'HTTP 407, not IPP'],
  [http(403), 'open denied warn ipp-forbidden', 'HTTP 403, не разрешено', 'HTTP 403, not allowed'],
  [http(426), 'open denied warn ipp-wants-upgrade', 'HTTP 426, не IPP', 'HTTP 426, not IPP'],
  [http(404), 'open mismatch fail ipp-only-http', 'HTTP 404, не IPP', 'HTTP 404, not IPP'],
  [
    { spoke: 'other', ipp: null, reply: null, firstBytes: 'SSH' },
    'open mismatch fail unexpected-protocol',
    'другая служба',
    'another service',
  ],
  [
    { spoke: 'nothing', ipp: null, reply: null, tls: makeTls() },
    'open silent fail silent-service',
    'TLS, молчит',
    'TLS, silent',
  ],
];

describe('the reading of IPP', () => {
  it.each(CASES)('has verdict and words in both languages: %#', (facts, line, ru, en) => {
    const observation = saw(facts);
    expect(verdictLine(observation)).toBe(line);
    const { portState, serviceState, reason } = judgement(observation);
    const row = { portState, serviceState, reason, service: 'ipp', facts: observation.facts } as const;
    expect(describeSeen(row, 'ru')).toBe(`открыт, ${ru}`);
    expect(describeSeen(row, 'en')).toBe(`open, ${en}`);
    for (const language of LANGUAGES) {
      expect(reasonMessage(reason.code, reason.params, language)).not.toMatch(/[{}]/);
      expect(reasonRemedy(reason.code, reason.params, language) ?? '').not.toMatch(/[{}]/);
    }
  });

  it('gives every reason that it has words for', () => {
    const given = new Set<ReasonCode>(CASES.map(([facts]) => judgement(saw(facts)).reason.code));
    expect(Object.keys(IPP_REASONS).filter((code) => !given.has(code as ReasonCode))).toEqual([]);
  });

  it('passes any answer before installation but that of another service', () => {
    expect(verdictLine(saw({ printer }), 'before-install')).toBe('open confirmed pass service-confirmed');
    expect(verdictLine(saw(status(0x0401, 'x')), 'before-install')).toBe(
      'open denied pass open-before-install',
    );
    expect(verdictLine(saw(http(404)), 'before-install')).toBe('open mismatch warn mismatch-before-install');
  });
});
