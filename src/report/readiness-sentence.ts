/** The sentence after the readiness word: how many requirements, and where to read on. */

import { counted, type PluralForms, pluralForm } from '../contract/plural.ts';
import type { Language } from '../contract/words.ts';
import { fillText } from './fill.ts';
import type { ReadinessCount } from './readiness.ts';

const REQUIREMENTS: PluralForms = {
  ru: { one: 'требование', few: 'требования', many: 'требований' },
  en: { one: 'requirement', other: 'requirements' },
};
const NOT_MET: PluralForms = {
  ru: { one: 'Не выполнено', few: 'Не выполнены', many: 'Не выполнено' },
  en: { one: '', other: '' },
};
const NOT_PROVEN: PluralForms = {
  ru: { one: 'Пока не доказано', few: 'Пока не доказаны', many: 'Пока не доказано' },
  en: { one: 'is', other: 'are' },
};
const MET: PluralForms = {
  ru: { one: 'Выполнено', few: 'Выполнены все', many: 'Выполнены все' },
  en: { one: '', other: '' },
};

/** «Не выполнены 4 требования из 23. Что сделать, указано в строках.» */
export function readinessSentence(count: ReadinessCount, language: Language): string {
  const { counts, total } = count;
  const unproven = counts.unproven + counts.indirect;
  const amounts = {
    'not-ready': counts.failed,
    'not-enough-data': unproven,
    remarks: total,
    ready: total,
    'not-checked': 0,
  };
  const amount = amounts[count.readiness];
  const values = {
    requirements: counted(amount, REQUIREMENTS, language),
    total,
    notMet: pluralForm(amount, NOT_MET, language),
    notProven: pluralForm(amount, NOT_PROVEN, language),
    met: pluralForm(amount, MET, language),
    remarks: counts.remark,
  };
  return fillText(SENTENCES[count.readiness][language], values);
}

const SENTENCES = {
  'not-ready': {
    ru: '{notMet} {requirements} из {total}. Что сделать, указано в строках.',
    en: '{requirements} of {total} failed. What to do is said in the rows.',
  },
  'not-enough-data': {
    ru: '{notProven} {requirements} из {total}. Чего не хватает, видно по разделам.',
    en: '{requirements} of {total} {notProven} not proven yet. The sections show what is missing.',
  },
  remarks: {
    ru: '{met} {requirements}, с замечаниями: {remarks}. Что сделать, указано в строках.',
    en: '{requirements} of {total} met, with remarks: {remarks}. What to do is said in the rows.',
  },
  'not-checked': { ru: 'Ни одно требование не проверялось.', en: 'No requirement was checked.' },
  ready: {
    ru: '{met} {requirements}, каждое доказано напрямую.',
    en: '{requirements} of {total} met, each proven directly.',
  },
} as const;
