/** A device that answers from another address than it was asked at: a stale DNS record, a second address, a NAT. */
import type { LocalText } from '../../contract/words.ts';
import { severityOf } from './by-reason.ts';
import { whoText } from './device-words.ts';
import { isAddress } from './reached-address.ts';
import { paramOf } from './result-words.ts';
import type { Rule } from './rule.ts';
import { groupBy, hostKey } from './scene.ts';

const NOTHING: LocalText = { ru: '', en: '' };

export const deviceOtherAddressRule: Rule = {
  codes: ['device-other-address'],
  find: (_scene, open) => {
    const told = open.filter(({ reason }) => reason.code === 'snmp-reply-from-elsewhere');
    return [...groupBy(told, ({ to }) => hostKey(to.host)).values()].map((group) => {
      const [first] = group;
      const { host } = first.to;
      const other = paramOf(first, 'other');
      const named = !isAddress(host);
      return {
        code: 'device-other-address' as const,
        severity: severityOf(group),
        params: {
          who: whoText([host]),
          seen: paramOf(first, 'seen'),
          other,
          beside: named ? nameText(host, other) : NOTHING,
        },
        checks: group,
        takes: group,
        ...(named ? { addressee: 'network-admin' as const } : {}),
      };
    });
  },
};

function nameText(host: string, address: string): LocalText {
  return {
    ru: ` Имя ${host} указывает на ${address}: запись DNS устарела, или у устройства два адреса.`,
    en: ` The name ${host} leads to ${address}: the DNS record is out of date, or the device has two addresses.`,
  };
}
