/** The causes as plain text, for a letter to those who can do something about them. */
import { ADDRESSEE_LABELS } from '../../../src/contract/addressees.ts';
import type { Finding } from '../../../src/contract/run.ts';
import type { Language } from '../../../src/contract/words.ts';

interface LetterWords {
  /** «Площадка: Ромашка. 22 ноября, 12:40.» */
  readonly head: string;
  /** «Не готово. Не выполнены 4 требования из 23.» */
  readonly readiness: string;
  readonly addressee: (who: string) => string;
  readonly remedy: (text: string) => string;
}

/** One paragraph for each cause, in the order in which they block, with what was seen, what to do and who can. */
export function causesText(findings: readonly Finding[], words: LetterWords, language: Language): string {
  const paragraphs = findings.map(({ title, explanation, remedy, addressee }, index) =>
    [
      `${index + 1}. ${title}`,
      ...(explanation === undefined || explanation === '' ? [] : [explanation]),
      ...(remedy === null ? [] : [words.remedy(remedy)]),
      ...(addressee === undefined ? [] : [words.addressee(ADDRESSEE_LABELS[addressee][language])]),
    ].join('\n'),
  );
  return [`${words.head}\n${words.readiness}`, ...paragraphs].join('\n\n');
}
