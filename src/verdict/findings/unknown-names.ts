/** Names that lead nowhere: DNS does not know them, or its server is silent. One cause, however many hosts and checks. */
import type { CheckResult } from '../../contract/check.ts';
import { counted, type PluralForms } from '../../contract/plural.ts';
import { severityOf } from './by-reason.ts';
import { andMoreText, hostsOf, inEachLanguage } from './host-words.ts';
import { NETWORK_ORIGINS } from './places.ts';
import type { Cause, Rule } from './rule.ts';
import { groupBy, startOf } from './scene.ts';

const NAME_FORMS: PluralForms = {
  ru: { one: 'имя', few: 'имени', many: 'имён' },
  en: { one: 'name', other: 'names' },
};

export const unknownNamesRule: Rule = {
  codes: ['name-unknown', 'name-server-silent'],
  find: (_scene, open) => [
    ...causesOf('name-unknown', 'name-not-found', open),
    ...causesOf('name-server-silent', 'name-service-failed', open),
  ],
};

/** One for each place: every place is given a name server of its own. */
function causesOf(
  code: Cause['code'],
  reason: 'name-not-found' | 'name-service-failed',
  open: readonly CheckResult[],
): readonly Cause[] {
  const lost = open.filter((result) => result.reason.code === reason);
  return [...groupBy(lost, startOf).values()].map((results) => {
    const names = hostsOf(results);
    const [first = ''] = names;
    return {
      code,
      severity: severityOf(results),
      params: {
        what: inEachLanguage((language) =>
          names.length > 1 ? counted(names.length, NAME_FORMS, language) : inSentence(first)[language],
        ),
        list: andMoreText(names),
        count: results.length,
        origin: NETWORK_ORIGINS[startOf(results[0])],
      },
      checks: results,
      takes: results,
    };
  });
}

function inSentence(name: string) {
  return { ru: `имя ${name}`, en: name };
}
