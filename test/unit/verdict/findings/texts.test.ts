/** Every text that a finding can show, walked through in both languages. */
import { describe, expect, it } from 'vitest';
import { ADDRESSEES } from '../../../../src/contract/addressees.ts';
import { REASON_CODES, reasonMessage, reasonRemedy } from '../../../../src/contract/reasons.ts';
import { LANGUAGES, type LocalText, PARTIES } from '../../../../src/contract/words.ts';
import { CAUSE_CODES, CAUSE_TEXTS } from '../../../../src/verdict/findings/cause-texts.ts';
import { reasonAddressee } from '../../../../src/verdict/findings/reason-addressees.ts';
import { RULES } from '../../../../src/verdict/findings/rules.ts';

const CYRILLIC = /[А-Яа-яЁё]/;
/** The longest title that fits two lines of the panel beside the checks, its places counted as ten letters. */
const TITLE_MAX = 70;

function expectLanguages({ ru, en }: LocalText): void {
  expect(ru).toMatch(CYRILLIC);
  expect(en).not.toMatch(CYRILLIC);
  expect(en).toMatch(/[A-Za-z]/);
  expect(ru).not.toMatch(/["“”]/);
  expect(en).not.toMatch(/[«»]/);
}

function wordsOf(text: string): string {
  return text.replace(/\{\w+\}/g, '');
}

describe('the text of every cause', () => {
  it.each(CAUSE_CODES)('is whole in both languages: %s', (code) => {
    const { title, explanation, remedy, addressee } = CAUSE_TEXTS[code];
    for (const text of [explanation, remedy]) {
      expectLanguages(text);
      for (const language of LANGUAGES) expect(text[language]).toMatch(/[.}]$/);
    }
    for (const language of LANGUAGES) {
      expect(title[language]).not.toMatch(/[.]$/);
      expect(wordsOf(title[language]).length).toBeGreaterThan(0);
      expect(title[language].replace(/\{\w+\}/g, '0123456789').length).toBeLessThanOrEqual(TITLE_MAX);
    }
    expect(title.en).not.toMatch(CYRILLIC);
    expect(ADDRESSEES).toContain(addressee);
  });

  it.each(CAUSE_CODES)('never shows an error number without words: %s', (code) => {
    for (const text of [CAUSE_TEXTS[code].title, CAUSE_TEXTS[code].remedy]) {
      for (const language of LANGUAGES) {
        expect(text[language]).not.toMatch(/\bE[A-Z]{4,}\b/);
        expect(text[language]).not.toMatch(/\{errno\}/);
      }
    }
    for (const language of LANGUAGES) {
      const bare = CAUSE_TEXTS[code].explanation[language].replace(/\([^()]*\)/g, '');
      expect(bare).not.toMatch(/\bE[A-Z]{4,}\b|\{errno\}/);
    }
  });

  it.each(CAUSE_CODES)('says in English what it says in Russian: the same facts in %s', (code) => {
    const { explanation, remedy } = CAUSE_TEXTS[code];
    const factsIn = (text: string) =>
      new Set(
        [...text.matchAll(/\{(ports|network|source|count|offset|issuer|names)\}/g)].map(([name]) => name),
      );
    for (const text of [explanation, remedy]) expect(factsIn(text.en)).toEqual(factsIn(text.ru));
  });

  it('belongs to exactly one rule', () => {
    const codes = RULES.flatMap((rule) => rule.codes);
    expect([...codes].sort()).toEqual([...CAUSE_CODES].sort());
  });
});

describe('the words of every reason', () => {
  it.each(REASON_CODES)('are whole in both languages and have somebody to go to: %s', (code) => {
    const [ru, en] = LANGUAGES.map((language) => reasonMessage(code, undefined, language));
    expectLanguages({ ru: ru ?? '', en: en ?? '' });
    const remedies = LANGUAGES.map((language) => reasonRemedy(code, undefined, language));
    if (remedies[0] !== null) expectLanguages({ ru: remedies[0] ?? '', en: remedies[1] ?? '' });
    for (const role of PARTIES) expect(ADDRESSEES).toContain(reasonAddressee(code, role));
  });
});
