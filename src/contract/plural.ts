/** Counted words: «1 проверка, 2 проверки, 5 проверок». */
import type { Language } from './words.ts';

/** `few` and `many` are the Russian forms; English has `one` and `other`. */
export interface PluralForms {
  readonly ru: { readonly one: string; readonly few: string; readonly many: string };
  readonly en: { readonly one: string; readonly other: string };
}

const RULES: Readonly<Record<Language, Intl.PluralRules>> = {
  ru: new Intl.PluralRules('ru'),
  en: new Intl.PluralRules('en'),
};

/** The form that agrees with a whole number (CLDR plural rules). */
export function pluralForm(count: number, forms: PluralForms, language: Language): string {
  const category = RULES[language].select(count);
  if (language === 'en') return category === 'one' ? forms.en.one : forms.en.other;
  if (category === 'one') return forms.ru.one;
  return category === 'few' ? forms.ru.few : forms.ru.many;
}

/** Number and word, kept on one line: «2 проверки». */
export function counted(count: number, forms: PluralForms, language: Language): string {
  return `${count}\u00A0${pluralForm(count, forms, language)}`;
}
