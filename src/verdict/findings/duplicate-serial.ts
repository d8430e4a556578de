/** One serial number (prtGeneralSerialNumber, RFC 3805) at several addresses: a device entered twice, or an address that was replaced. */

import { listText } from './device-words.ts';
import { textFact } from './fact.ts';
import { reachedAddress } from './reached-address.ts';
import type { Cause, Rule } from './rule.ts';
import { groupBy } from './scene.ts';

/** Shorter ones are placeholders. */
const LENGTH_MIN = 5;
/** What firmware writes where nobody wrote a number: one character over and over, or words. */
const PLACEHOLDER = /^(.)\1*$|unknown|none|default|serial|n\/a|not\s*set|to be filled/i;

export const duplicateSerialRule: Rule = {
  codes: ['duplicate-serial'],
  find: (scene) => {
    const named = scene.direct.flatMap((result) => {
      const serial = result.service === 'snmp' ? textFact(result, ['device', 'serialNumber'])?.trim() : null;
      const address = reachedAddress(result);
      if (serial == null || address === null || !isSerial(serial)) return [];
      return [{ serial, address, result }];
    });
    return [...groupBy(named, ({ serial }) => serial.toUpperCase()).values()].flatMap((group): Cause[] => {
      // At one address it is one device under two names, and said so elsewhere.
      const addresses = new Set(group.map(({ address }) => address));
      if (addresses.size < 2) return [];
      const params = { seen: group[0].serial, list: listText([...addresses]) };
      const checks = group.map(({ result }) => result);
      return [{ code: 'duplicate-serial', severity: 'warn', params, checks, takes: [] }];
    });
  },
};

function isSerial(serial: string): boolean {
  return serial.length >= LENGTH_MIN && !PLACEHOLDER.test(serial);
}
