/** Single TCP ports that do not open on hosts that answer otherwise: dropped, rejected, or not known why. */
import type { CheckResult } from '../../contract/check.ts';
import type { LocalText } from '../../contract/words.ts';
import { portGroups } from './port-groups.ts';
import { portCause, portParams } from './port-words.ts';
import type { Rule } from './rule.ts';
import { startOf, wayKey } from './scene.ts';
import { answersFrom, isRejection, isSilence } from './silence.ts';

/** A firewall that rejects; what it leaves unanswered on the same hosts is the same firewall: it counts its refusals. */
export const portRejectedRule: Rule = {
  codes: ['port-rejected'],
  find: (scene, open) => {
    const rejected = open.filter((result) => isRejection(result, scene));
    const hosts = new Set(rejected.map(wayOf));
    const silent = new Set(open.filter((result) => isSilence(result, scene) && hosts.has(wayOf(result))));
    return portGroups([...rejected, ...silent]).map((group) => ({
      ...portCause('port-rejected', group, scene),
      params: {
        ...portParams(group, scene),
        lost: group.some((result) => silent.has(result)) ? SOME_LOST : { ru: '', en: '' },
      },
    }));
  },
};

export const portFilteredRule: Rule = {
  codes: ['port-filtered', 'port-silent', 'download-blocked'],
  find: (scene, open) => {
    const silent = open.filter((result) => isSilence(result, scene));
    const onLivingHosts = silent.filter((result) => answersFrom(result, scene));
    const alone = silent.filter((result) => !answersFrom(result, scene));
    const download = alone.filter(({ to }) => to.role === 'vendorDownload');
    const others = alone.filter(({ to }) => to.role !== 'vendorDownload');
    return [
      ...portGroups(onLivingHosts).map((group) => portCause('port-filtered', group, scene)),
      ...portGroups(others).map((group) => portCause('port-silent', group, scene)),
      ...portGroups(download).map((group) => portCause('download-blocked', group, scene)),
    ];
  },
};

function wayOf(result: CheckResult): string {
  return wayKey(startOf(result), result.to.host);
}

const SOME_LOST: LocalText = {
  ru: ' На часть попыток ответа нет: брандмауэры ограничивают число отказов.',
  en: ' Some attempts had no answer: firewalls limit the number of their rejections.',
};
