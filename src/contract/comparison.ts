/** Two runs of one site from one place, side by side: what each check came to, then and now. */
import type { Check, CheckResult } from './check.ts';
import type { LocalText } from './words.ts';

/** In the order in which a person wants to read them. */
export const CHANGES = ['newly-failing', 'fixed', 'unchanged', 'not-comparable'] as const;
/**
 * `newly-failing`: it stands worse than before (a failure after none, a remark after a pass). `fixed`: it stands
 * better. `unchanged`: the same verdict, whatever the reason.
 */
export type Change = (typeof CHANGES)[number];

export const INCOMPARABLE = [
  'no-longer-planned',
  'not-planned-before',
  'other-address',
  'other-stage',
  'other-requirement',
  'not-probed-before',
  'not-probed-now',
  'not-probed',
  'other-proof',
] as const;
/** Why two results say nothing about each other. */
export type Incomparable = (typeof INCOMPARABLE)[number];

export interface ComparedCheck {
  /** As in the later run; as in the earlier one where the later has none. */
  readonly check: Check;
  readonly earlier: CheckResult | null;
  readonly later: CheckResult | null;
  readonly change: Change;
  /** Set where the change is `not-comparable`. */
  readonly why: Incomparable | null;
}

export interface Comparison {
  /** In the order of the later run, then what only the earlier one has. */
  readonly checks: readonly ComparedCheck[];
  readonly counts: Readonly<Record<Change, number>>;
}

export const INCOMPARABLE_TEXTS: Readonly<Record<Incomparable, LocalText>> = {
  'no-longer-planned': {
    ru: 'такого направления в профиле больше нет',
    en: 'the profile no longer has this flow',
  },
  'not-planned-before': { ru: 'раньше такого направления не было', en: 'there was no such flow before' },
  'other-address': { ru: 'в профиле другой адрес или порт', en: 'the profile has another address or port' },
  'other-stage': { ru: 'запуски разных этапов', en: 'the runs are of different stages' },
  'other-requirement': {
    ru: 'в другой редакции каталога требование другое',
    en: 'the requirement is another one in the other revision of the catalogue',
  },
  'not-probed-before': { ru: 'в прошлый раз не проверялось', en: 'not checked the last time' },
  'not-probed-now': { ru: 'в этот раз не проверялось', en: 'not checked this time' },
  'not-probed': { ru: 'оба раза не проверялось', en: 'not checked either time' },
  'other-proof': {
    ru: 'раз увидели напрямую, раз косвенно',
    en: 'seen directly once and indirectly the other time',
  },
};
