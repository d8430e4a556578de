/** Facts of RAW printing → verdict and words. */
import { describe, expect, it } from 'vitest';
import type { Observation } from '../../../../src/contract/facts.ts';
import { type RawFacts, rawFactsSchema } from '../../../../src/contract/facts-raw.ts';
import { RAW_REASONS } from '../../../../src/contract/raw-reasons.ts';
import { type ReasonCode, reasonMessage, reasonRemedy } from '../../../../src/contract/reasons.ts';
import { describeSeen } from '../../../../src/contract/seen.ts';
import { LANGUAGES } from '../../../../src/contract/words.ts';
import { judge } from '../../../../src/verdict/judge.ts';
import { judgement, serviceCheck, verdictLine } from '../../../servers/service-observe.ts';

function saw(facts: Partial<RawFacts>): Observation {
  const whole = { address: '10.77.20.21', localAddress: '10.77.30.2', asked: true, model: null, ...facts };
  return {
    outcome: 'answered',
    kind: 'raw',
    rttMs: 1,
    attempts: 1,
    durationMs: 5,
    startedAt: '2026-11-22T06:00:00.000Z',
    trace: [],
    facts: rawFactsSchema.parse(whole),
  };
}

const named = saw({ model: 'HP LaserJet 4250' });
const silent = saw({});
const unasked = saw({ asked: false });

const CASES: readonly (readonly [Observation, string, string, string, string])[] = [
  [unasked, 'open not-checked pass port-open', 'open not-checked pass open-before-install', '', ''],
  [
    named,
    'open confirmed pass raw-model',
    'open confirmed pass raw-model',
    ', HP LaserJet 4250',
    ', HP LaserJet 4250',
  ],
  [
    silent,
    'open not-checked pass raw-no-model',
    'open not-checked pass open-before-install',
    ', модель не названа',
    ', model not named',
  ],
];

describe('the reading of RAW printing', () => {
  it.each(CASES)('has verdict and words in both languages: %#', (observation, line, before, ru, en) => {
    expect(verdictLine(observation)).toBe(line);
    expect(verdictLine(observation, 'before-install')).toBe(before);
    const { portState, serviceState, reason } = judgement(observation);
    const facts = observation.outcome === 'answered' ? observation.facts : {};
    const row = { portState, serviceState, reason, service: observation.kind, facts };
    expect(describeSeen(row, 'ru')).toBe(`открыт${ru}`);
    expect(describeSeen(row, 'en')).toBe(`open${en}`);
    for (const language of LANGUAGES) {
      expect(reasonMessage(reason.code, reason.params, language)).not.toMatch(/[{}]/);
      expect(reasonRemedy(reason.code, reason.params, language) ?? '').not.toMatch(/[{}]/);
    }
  });

  it('gives every reason that it has words for', () => {
    const given = new Set<ReasonCode>(CASES.map(([observation]) => judgement(observation).reason.code));
    expect(Object.keys(RAW_REASONS).filter((code) => !given.has(code as ReasonCode))).toEqual([]);
  });

  it.each([
    [unasked, 'warn decoy-open'],
    [silent, 'warn decoy-open'],
    [named, 'pass raw-model'],
  ])('trusts a mere connection no more where a decoy port is open: %#', (observation, line) => {
    const { verdict, reason } = judge({
      check: serviceCheck('raw'),
      proof: 'direct',
      stage: 'after-install',
      observation,
      decoy: { outcome: 'fail', port: 61_234 },
      language: 'en',
    });
    expect(`${verdict} ${reason.code}`).toBe(line);
  });
});
