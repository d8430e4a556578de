/** What every reading of a service's facts must have: verdict, words in both languages, no place unfilled. */
import { expect } from 'vitest';
import type { Observation } from '../../../../src/contract/facts.ts';
import { reasonMessage, reasonRemedy } from '../../../../src/contract/reasons.ts';
import { describeSeen } from '../../../../src/contract/seen.ts';
import { LANGUAGES } from '../../../../src/contract/words.ts';
import { judgement, verdictLine } from '../../../servers/service-observe.ts';

export interface Reading {
  /** `open confirmed pass service-confirmed` */
  readonly line: string;
  /** «Что увидели» */
  readonly ru: string;
  readonly en: string;
}

export function expectReading(observation: Observation, { line, ru, en }: Reading): void {
  expect(verdictLine(observation)).toBe(line);
  const { portState, serviceState, reason } = judgement(observation);
  const facts = observation.outcome === 'answered' ? observation.facts : {};
  const row = { portState, serviceState, reason, service: observation.kind, facts };
  expect(describeSeen(row, 'ru')).toBe(ru);
  expect(describeSeen(row, 'en')).toBe(en);
  for (const language of LANGUAGES) {
    expect(reasonMessage(reason.code, reason.params, language)).not.toMatch(/[{}]/);
    expect(reasonRemedy(reason.code, reason.params, language) ?? '').not.toMatch(/[{}]/);
  }
}

export function reasonsIn(observations: readonly Observation[]): ReadonlySet<string> {
  return new Set(observations.map((observation) => judgement(observation).reason.code));
}
