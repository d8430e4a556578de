/** «Что увидели» of the `raw` probe: the model, where the device was asked for it. */
import { factsOf } from './facts.ts';
import type { Language, LocalText, ProbeKind } from './words.ts';

const NO_MODEL: LocalText = { ru: 'модель не названа', en: 'model not named' };

/** For example «HP LaserJet 4250»; empty where nothing was asked, null for other probes. */
export function describeRaw(
  result: { readonly service: ProbeKind; readonly facts: Readonly<Record<string, unknown>> },
  language: Language,
): string | null {
  const facts = factsOf(result, 'raw');
  if (facts === null) return null;
  return facts.asked ? (facts.model ?? NO_MODEL[language]) : '';
}
