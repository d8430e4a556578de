/** What the product must make of a scenario: its findings in their order, and the facts that they must name. */

import type { Run } from '../../src/contract/run.ts';
import { LANGUAGES, type Language } from '../../src/contract/words.ts';
import { evidenceOf } from '../../src/verdict/findings/evidence.ts';
import { findingsOf } from '../../src/verdict/findings/findings.ts';

export interface ExpectedFinding {
  readonly code: string;
  /** Ports, addresses and numbers that the title must name in every language. */
  readonly names: readonly string[];
  /** What the explanation must speak of in every language. */
  readonly tells?: readonly string[];
}

/** The certificates of the laboratory are signed by nobody, which is true in every scenario and no fault of any. */
const REMARKS_OF_THE_LABORATORY: ReadonlySet<string> = new Set(['certificate-self-signed']);

/** In each language, in the order in which the product tells them: which code, and what it does not name though it must. */
export function foundCauses(run: Run, expected: readonly ExpectedFinding[]) {
  return perLanguage((language) =>
    findingsOf(evidenceOf(run), language)
      .filter(({ code }) => !REMARKS_OF_THE_LABORATORY.has(code))
      .map(({ code, title, explanation = '', remedy }, index) => {
        const wanted = expected[index];
        return {
          code,
          unnamed: [
            ...(wanted?.names ?? []).filter((fact) => !mentions(title, fact)),
            ...(wanted?.tells ?? []).filter((fact) => !mentions(explanation, fact)),
          ],
          says: title !== '' && explanation !== '' && remedy !== null,
        };
      }),
  );
}

/** The same of what the scenario expects. */
export function expectedCauses(expected: readonly ExpectedFinding[]) {
  return perLanguage(() => expected.map(({ code }) => ({ code, unnamed: [], says: true })));
}

function perLanguage<V>(make: (language: Language) => V): Readonly<Record<Language, V>> {
  return Object.fromEntries(LANGUAGES.map((language) => [language, make(language)])) as Record<Language, V>;
}

/** As a word of its own: 20 is not named by 2020. */
function mentions(text: string, fact: string): boolean {
  const escaped = fact.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'u').test(text);
}
