/** The sentence after the readiness word: how many requirements, and where to read on. */

import type { Coverage } from '../contract/coverage.ts';
import type { Readiness } from '../contract/labels.ts';
import { counted, type PluralForms, pluralForm } from '../contract/plural.ts';
import type { Language, LocalText } from '../contract/words.ts';
import { fillText } from './fill.ts';

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

type Counted = Pick<Coverage, 'readiness' | 'requirements' | 'requirementCounts'>;

/** «Не выполнены 4 требования из 23. Что сделать, указано в строках.» */
export function readinessSentence(coverage: Counted, language: Language): string {
  const readOn = READ_ON[coverage.readiness]?.[language];
  return [readinessFact(coverage, language), ...(readOn === undefined ? [] : [readOn])].join(' ');
}

/** «Не выполнены 4 требования из 23.» */
export function readinessFact(
  { readiness, requirements, requirementCounts: counts }: Counted,
  language: Language,
): string {
  const unproven = counts['not-seen'] + counts.indirect + counts['fail-indirect'];
  const met = requirements - counts.waived;
  const amounts: Readonly<Record<Readiness, number>> = {
    'not-ready': counts.failed,
    'not-enough-data': unproven,
    remarks: met,
    ready: met,
    'not-checked': 0,
  };
  const amount = amounts[readiness];
  const facts = counts.waived > 0 && amount === met ? FACTS_WITH_WAIVED : FACTS;
  return fillText(facts[readiness][language], {
    requirements: counted(amount, REQUIREMENTS, language),
    total: requirements,
    notMet: pluralForm(amount, NOT_MET, language),
    notProven: pluralForm(amount, NOT_PROVEN, language),
    met: pluralForm(amount, MET, language),
    remarks: counts.remark,
    waived: counts.waived,
  });
}

const FACTS: Readonly<Record<Readiness, LocalText>> = {
  'not-ready': {
    ru: '{notMet} {requirements} из {total}.',
    en: '{requirements} of {total} failed.',
  },
  'not-enough-data': {
    ru: '{notProven} {requirements} из {total}.',
    en: '{requirements} of {total} {notProven} not proven yet.',
  },
  remarks: {
    ru: '{met} {requirements}, с замечаниями: {remarks}.',
    en: '{requirements} of {total} met, with remarks: {remarks}.',
  },
  'not-checked': { ru: 'Ни одно требование не проверялось.', en: 'No requirement was checked.' },
  ready: {
    ru: '{met} {requirements}, каждое доказано напрямую.',
    en: '{requirements} of {total} met, each proven directly.',
  },
};

/** Where some requirements were waived, not all are proven. */
const FACTS_WITH_WAIVED: Readonly<Record<Readiness, LocalText>> = {
  ...FACTS,
  remarks: {
    ru: 'Выполнено {requirements} из {total}, с замечаниями: {remarks}, снято: {waived}.',
    en: '{requirements} of {total} met, with remarks: {remarks}, waived: {waived}.',
  },
  ready: {
    ru: 'Доказано напрямую {requirements} из {total}, снято: {waived}.',
    en: '{requirements} of {total} proven directly, waived: {waived}.',
  },
};

const READ_ON: Readonly<Partial<Record<Readiness, LocalText>>> = {
  'not-ready': { ru: 'Что сделать, указано в строках.', en: 'What to do is said in the rows.' },
  'not-enough-data': {
    ru: 'Чего не хватает, видно по разделам.',
    en: 'The sections show what is missing.',
  },
  remarks: { ru: 'Что сделать, указано в строках.', en: 'What to do is said in the rows.' },
};
