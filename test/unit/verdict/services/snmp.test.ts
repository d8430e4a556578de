/** Facts of SNMP → verdict and words: one line for each thing that can be the matter. */
import { describe, expect, it } from 'vitest';
import type { Observation } from '../../../../src/contract/facts.ts';
import type {
  SnmpTrapFacts,
  SnmpVersionFact,
  SnmpVersionsFacts,
} from '../../../../src/contract/facts-snmp.ts';
import { type ReasonCode, reasonMessage, reasonRemedy } from '../../../../src/contract/reasons.ts';
import { describeSeen } from '../../../../src/contract/seen.ts';
import { SNMP_REASONS } from '../../../../src/contract/snmp-reasons.ts';
import { LANGUAGES, type Stage } from '../../../../src/contract/words.ts';
import { judge } from '../../../../src/verdict/judge.ts';
import { makeCheck } from '../observations.ts';

const BASE = { rttMs: null, attempts: 2, durationMs: 12, startedAt: '2026-11-22T06:00:00.000Z', trace: [] };
const DEVICE = '10.77.20.21';

function look(
  [v1, v2c]: readonly [SnmpVersionFact['outcome'], SnmpVersionFact['outcome']],
  changes: Partial<SnmpVersionsFacts> = {},
): SnmpVersionsFacts {
  const fact = { detail: null, asked: 2, rttMs: null };
  return {
    address: DEVICE,
    localAddress: '10.77.30.10',
    versions: [
      { ...fact, version: 'v1', outcome: v1 },
      { ...fact, version: 'v2c', outcome: v2c },
    ],
    v3: null,
    strangers: [],
    refusalVisible: true,
    ...changes,
  };
}

function judged(
  kind: 'snmp' | 'snmp-versions',
  facts: SnmpVersionsFacts,
  { stage = 'after-install', proof = 'direct' }: { stage?: Stage; proof?: 'direct' | 'indirect' } = {},
) {
  const observation: Observation =
    kind === 'snmp'
      ? { ...BASE, kind, outcome: 'answered', facts: { ...facts, device: null } }
      : { ...BASE, kind, outcome: 'answered', facts };
  const to = { role: 'device', id: 'mfu-201', host: DEVICE } as const;
  const check = makeCheck({ service: kind, transport: 'udp', port: 161, from: 'server', to });
  const judgement = judge({ check, proof, stage, observation, decoy: null, language: 'ru' });
  return { ...judgement, service: kind, facts };
}

const short = ({ portState, serviceState, verdict, reason }: ReturnType<typeof judged>) => {
  return [portState, serviceState, verdict, reason.code];
};

const BOTH = look(['answered', 'answered']);
const ONLY_V2C = look(['silent', 'answered']);
const ONLY_V3 = look(['silent', 'silent'], { v3: { answered: true, engineId: '80001f88' } });
const SILENT = look(['silent', 'silent'], { v3: { answered: false, engineId: null } });
const ELSEWHERE = look(['silent', 'silent'], { strangers: [{ address: '10.77.20.99', port: 161 }] });
const OTHER_PORT = look(['silent', 'silent'], { strangers: [{ address: DEVICE, port: 40_000 }] });

type Row = readonly [string, SnmpVersionsFacts, readonly unknown[], readonly unknown[]];
const PASS = ['open', 'confirmed', 'pass', 'service-confirmed'];
const same = (row: readonly unknown[]) => [row, row] as const;

describe('judge of snmp and of snmp-versions', () => {
  it.each<Row>([
    ['both versions answer', BOTH, ...same(PASS)],
    ['only v2c answers', ONLY_V2C, PASS, ['open', 'confirmed', 'fail', 'snmp-version-silent']],
    ['only v3 answers', ONLY_V3, ...same(['open', 'denied', 'fail', 'snmp-only-v3-answers'])],
    ['nobody answers', SILENT, ...same(['open|filtered', 'not-checked', 'fail', 'snmp-no-answer'])],
    [
      'nobody answers a Windows computer',
      { ...SILENT, refusalVisible: false },
      ...same(['open|filtered', 'not-checked', 'fail', 'snmp-no-answer-or-closed']),
    ],
    [
      'the reply comes from elsewhere',
      ELSEWHERE,
      ...same(['open|filtered', 'mismatch', 'fail', 'snmp-reply-from-elsewhere']),
    ],
    [
      'the community is refused in words',
      look(['silent', 'refused']),
      ...same(['open', 'denied', 'fail', 'snmp-community-refused']),
    ],
  ])('is the same at both stages when %s', (_what, facts, polled, versions) => {
    for (const stage of ['before-install', 'after-install'] as const) {
      expect(short(judged('snmp', facts, { stage }))).toEqual(polled);
      expect(short(judged('snmp-versions', facts, { stage }))).toEqual(versions);
    }
  });

  it('fails when something else answers, and before installation remarks on it', () => {
    const odd = look(['unreadable', 'unreadable']);
    expect(short(judged('snmp', odd))).toEqual(['open', 'mismatch', 'fail', 'snmp-unreadable']);
    expect(judged('snmp', odd, { stage: 'before-install' })).toMatchObject({ verdict: 'warn' });
  });

  it('keeps from elsewhere what was said, and draws nothing from silence', () => {
    const from = { proof: 'indirect' } as const;
    expect(judged('snmp-versions', BOTH, from)).toMatchObject({ verdict: 'pass' });
    expect(judged('snmp-versions', ONLY_V2C, from)).toMatchObject({
      verdict: 'fail',
      reason: { code: 'snmp-version-silent' },
    });
    expect(judged('snmp-versions', SILENT, from)).toMatchObject({ verdict: 'skip' });
  });

  it('draws nothing from a refusal seen from elsewhere, which may hang on the address of the asker', () => {
    for (const refusal of [look(['silent', 'refused']), ONLY_V3]) {
      expect(judged('snmp-versions', refusal, { proof: 'indirect' })).toMatchObject({ verdict: 'skip' });
    }
  });

  it('names the version that is missing, and both addresses of a reply from elsewhere', () => {
    expect(judged('snmp-versions', ONLY_V2C).reason.message).toBe(
      'SNMP v2c отвечает, а v1 нет: нужны обе версии',
    );
    expect(judged('snmp', ELSEWHERE).reason.message).toContain(
      'Спросили 10.77.20.21, а ответ SNMP пришёл с 10.77.20.99',
    );
    expect(judged('snmp', OTHER_PORT).reason.message).toContain('с 10.77.20.21:40000');
  });

  it('says of silence what cannot be told apart', () => {
    const { message } = judged('snmp', SILENT).reason;
    expect(message).toBe(
      'SNMP молчит, запросов: 2. Другое сообщество (community), выключенное устройство и фильтр на пути выглядят одинаково',
    );
    expect(judged('snmp', { ...SILENT, refusalVisible: false }).reason.message).toContain(
      'Windows не сообщает',
    );
  });
});

describe('judge of snmp-trap', () => {
  const facts: SnmpTrapFacts = {
    address: '10.77.30.10',
    localAddress: '10.77.20.2',
    sent: ['v1-trap', 'v2c-trap', 'inform'],
    acknowledged: false,
    oddity: null,
    asked: 2,
    refusalVisible: true,
  };

  it.each<[string, Partial<SnmpTrapFacts>, readonly unknown[]]>([
    ['the inform is acknowledged', { acknowledged: true }, PASS],
    ['nothing comes back', {}, ['open|filtered', 'not-checked', 'warn', 'trap-not-acknowledged']],
    [
      'nothing comes back to a Windows computer',
      { refusalVisible: false },
      ['open|filtered', 'not-checked', 'warn', 'trap-not-acknowledged-or-closed'],
    ],
  ])('is the same at both stages when %s', (_what, changes, expected) => {
    for (const stage of ['before-install', 'after-install'] as const) {
      const observation: Observation = {
        ...BASE,
        kind: 'snmp-trap',
        outcome: 'answered',
        facts: { ...facts, ...changes },
      };
      const check = makeCheck({ service: 'snmp-trap', transport: 'udp', port: 162, from: 'device' });
      const result = judge({ check, proof: 'direct', stage, observation, decoy: null, language: 'ru' });
      expect([result.portState, result.serviceState, result.verdict, result.reason.code]).toEqual(expected);
    }
  });
});

describe('describeSeen of SNMP', () => {
  it.each<[SnmpVersionsFacts, string, string]>([
    [BOTH, 'открыт, SNMP v1 и v2c', 'open, SNMP v1 and v2c'],
    [ONLY_V2C, 'открыт, SNMP v2c, без v1', 'open, SNMP v2c, without v1'],
    [ONLY_V3, 'открыт, отвечает только SNMP v3', 'open, only SNMP v3 answers'],
    [look(['refused', 'refused']), 'открыт, сообщество не принято', 'open, community refused'],
    [look(['unreadable', 'silent']), 'открыт, не SNMP', 'open, not SNMP'],
  ])('tells the versions in a few words', (facts, russian, english) => {
    const result = judged('snmp-versions', facts);
    expect(describeSeen(result, 'ru')).toBe(russian);
    expect(describeSeen(result, 'en')).toBe(english);
  });

  it('says of silence only what the port is', () => {
    expect(describeSeen(judged('snmp-versions', SILENT), 'en')).not.toContain('SNMP');
  });
});

describe('reasons of SNMP', () => {
  it('leave no place unfilled in either language', () => {
    const known = {
      host: DEVICE,
      port: 161,
      transport: 'udp',
      from: 'server',
      attempts: 2,
      seen: 'v1',
      other: 'v2c',
    };
    for (const language of LANGUAGES) {
      for (const code of Object.keys(SNMP_REASONS) as ReasonCode[]) {
        expect(reasonMessage(code, known, language)).not.toMatch(/[{}]/);
        expect(reasonRemedy(code, known, language)).not.toMatch(/[{}]/);
      }
    }
  });
});
