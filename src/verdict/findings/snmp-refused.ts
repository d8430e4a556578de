/** Refusals over UDP: nobody listens for polls on a device, or for traps on the server. */
import type { CheckResult } from '../../contract/check.ts';
import { severityOf } from './by-reason.ts';
import { addressesText, listText, whoText } from './device-words.ts';
import { hostsOf } from './host-words.ts';
import type { Cause, Rule } from './rule.ts';
import { groupBy, hostKey } from './scene.ts';

type Group = readonly [CheckResult, ...CheckResult[]];

export const snmpRefusedRule: Rule = {
  codes: ['snmp-off', 'trap-receiver-off'],
  find: (_scene, open) => {
    const polls = open.filter((result) => isRefusedPoll(result));
    const traps = open.filter(({ service, reason }) => service === 'snmp-trap' && reason.code === 'refused');
    const byServer = groupBy(traps, ({ to }) => hostKey(to.host));
    return [...groupBy(polls, () => '').values()]
      .map((group) => causeOf('snmp-off', group))
      .concat([...byServer.values()].map((group) => causeOf('trap-receiver-off', group)));
  },
};

/** Devices are there before anything is installed. */
function isRefusedPoll({ service, to, reason }: CheckResult): boolean {
  const isPoll = service === 'snmp' || service === 'snmp-versions';
  const isRefusal = reason.code === 'refused' || reason.code === 'refused-before-install';
  return isPoll && isRefusal && to.role === 'device';
}

function causeOf(code: 'snmp-off' | 'trap-receiver-off', group: Group): Cause {
  const hosts = hostsOf(group);
  const params = { who: whoText(hosts), list: listText(hosts), addresses: addressesText(hosts) };
  return { code, severity: severityOf(group), params, checks: group, takes: group };
}
