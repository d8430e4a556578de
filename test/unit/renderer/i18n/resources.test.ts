import { describe, expect, it } from 'vitest';
import { createI18n } from '../../../../renderer/i18n/i18n.ts';
import { RESOURCES } from '../../../../renderer/i18n/resources.ts';

const PLURAL = /_(one|few|many|other)$/;

function leaves(node: object, path: readonly string[] = []): readonly (readonly [string, string])[] {
  return Object.entries(node).flatMap(([key, value]) => {
    const here = [...path, key];
    return typeof value === 'string' ? [[here.join('.'), value] as const] : leaves(value as object, here);
  });
}

const ru = leaves(RESOURCES.ru.translation);
const en = leaves(RESOURCES.en.translation);
const baseKeys = (all: typeof ru) => [...new Set(all.map(([key]) => key.replace(PLURAL, '')))].sort();
const places = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort();

describe('texts of the window', () => {
  it('exist under the same keys in both languages', () => {
    expect(baseKeys(en)).toEqual(baseKeys(ru));
  });

  it('have every plural form that their language needs', () => {
    for (const [all, forms] of [
      [ru, ['one', 'few', 'many', 'other']],
      [en, ['one', 'other']],
    ] as const) {
      const plurals = all.filter(([key]) => PLURAL.test(key)).map(([key]) => key);
      for (const base of new Set(plurals.map((key) => key.replace(PLURAL, '')))) {
        const known = plurals.filter((key) => key.replace(PLURAL, '') === base);
        expect(known.sort(), base).toEqual(forms.map((form) => `${base}_${form}`).sort());
      }
    }
  });

  it('are filled from the same places in both languages', () => {
    const english = new Map(en);
    for (const [key, text] of ru) {
      const other = english.get(key) ?? english.get(key.replace(PLURAL, '_other'));
      expect(places(other ?? ''), key).toEqual(places(text));
    }
  });

  it('are never empty, keep «ёлочки» in Russian, and have no Cyrillic in English but the name of the language', () => {
    for (const [key, text] of [...ru, ...en]) expect(text.trim(), key).not.toBe('');
    for (const [key, text] of ru) expect(text, key).not.toMatch(/["“”]/);
    for (const [key, text] of en) if (key !== 'report.russian') expect(text, key).not.toMatch(/[А-яЁё]/);
  });

  it('count in Russian as a person does', () => {
    const { t } = createI18n('ru');
    expect([1, 2, 5, 11, 21, 22, 112].map((count) => t('common.checks', { count }))).toEqual([
      '1 проверка',
      '2 проверки',
      '5 проверок',
      '11 проверок',
      '21 проверка',
      '22 проверки',
      '112 проверок',
    ]);
  });

  it('switch language at once and never show a key', async () => {
    const texts = createI18n('ru');
    expect(texts.t('common.sites')).toBe('Площадки');
    await texts.changeLanguage('en');
    expect(texts.t('common.sites')).toBe('Sites');
    expect(texts.t('common.devices', { count: 1 })).toBe('1 device');
  });
});
