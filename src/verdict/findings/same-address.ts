/** Two hosts of the profile that come to one address, at least one of them a device: a name that leads astray, or a row too much. */
import { listText } from './device-words.ts';
import { reachedAddress } from './reached-address.ts';
import type { Cause, Rule } from './rule.ts';
import { groupBy } from './scene.ts';

export const sameAddressRule: Rule = {
  codes: ['same-address'],
  // Servers and external resources may well share a machine; a device never shares one.
  find: (scene) => {
    const reached = scene.direct.flatMap((result) => {
      const address = reachedAddress(result);
      // Everything on loopback is this computer, as in the demo.
      return address === null || isLoopback(address) ? [] : [{ address, result }];
    });
    return [...groupBy(reached, ({ address }) => address)].flatMap(([address, group]): Cause[] => {
      const results = group.map(({ result }) => result);
      const targets = [...groupBy(results, ({ to }) => to.id).values()].map(([first]) => first.to);
      if (targets.length < 2 || !targets.some(({ role }) => role === 'device')) return [];
      const list = listText(
        targets.map(({ id, host }) => (id === host || host === address ? id : `${id} (${host})`)),
      );
      const params = { seen: address, list };
      return [{ code: 'same-address', severity: 'warn', params, checks: results, takes: [] }];
    });
  },
};

function isLoopback(address: string): boolean {
  return address === '::1' || address.startsWith('127.');
}
