/** What services said to the wrong place: a remark that they are set up wrongly, never a failing cause. */
import type { CheckResult } from '../../contract/check.ts';
import { reasonMessage, reasonRemedy } from '../../contract/reasons.ts';
import { lowerFirst } from '../../contract/sentence.ts';
import { headOf } from './by-reason.ts';
import { hostsNamed, hostsShort, inEachLanguage, portList } from './host-words.ts';
import { NETWORK_ORIGINS } from './places.ts';
import { type Results, sideOf } from './port-groups.ts';
import { reasonAddressee } from './reason-addressees.ts';
import type { Cause, Rule } from './rule.ts';
import { groupBy, hostKey, startOf } from './scene.ts';

export const seenFromElsewhereRule: Rule = {
  codes: ['seen-from-elsewhere'],
  find: ({ results, direct }) => {
    const seenDirectly = new Set(direct.map(portKey));
    const said = results.filter(
      (result) =>
        result.proof === 'indirect' && result.verdict === 'fail' && !seenDirectly.has(portKey(result)),
    );
    const alike = groupBy(said, (result) => {
      const target = sideOf(result) === 'device' ? '' : hostKey(result.to.host);
      return `${result.reason.code} ${startOf(result)} ${target} ${result.port}`;
    });
    return [...alike.values()].map(causeOf);
  },
};

function portKey({ to, port, transport }: CheckResult): string {
  return `${hostKey(to.host)} ${port}/${transport}`;
}

function causeOf(results: Results): Cause {
  const { reason, to } = results[0];
  const target = hostsNamed(results);
  const message = inEachLanguage((language) =>
    lowerFirst(reasonMessage(reason.code, { ...reason.params, host: target[language] }, language)),
  );
  return {
    code: 'seen-from-elsewhere',
    severity: 'warn',
    params: {
      hosts: hostsShort(results),
      ports: portList(results),
      message,
      head: inEachLanguage((language) => headOf(message[language])),
      advice: inEachLanguage((language) => {
        const remedy = reasonRemedy(reason.code, { ...reason.params, host: target[language] }, language);
        return remedy === null ? '' : `${remedy}. `;
      }),
      origin: NETWORK_ORIGINS[startOf(results[0])],
    },
    checks: results,
    takes: [],
    addressee: reasonAddressee(reason.code, to.role),
  };
}
