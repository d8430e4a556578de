/** One of a device's two print ports refuses while the other works: a service that is switched off, not the network. */
import type { CheckResult } from '../../contract/check.ts';
import type { ProbeKind } from '../../contract/words.ts';
import { severityOf } from './by-reason.ts';
import type { CauseCode } from './cause-texts.ts';
import { addressesText, listText, whoText } from './device-words.ts';
import { hostsOf } from './host-words.ts';
import type { Cause, Rule } from './rule.ts';
import { hostKey, type Scene } from './scene.ts';

export const printPortsRule: Rule = {
  codes: ['ipp-off', 'raw-off'],
  find: (scene, open) => [
    ...offBeside(scene, open, { code: 'ipp-off', off: 'ipp', on: 'raw' }),
    ...offBeside(scene, open, { code: 'raw-off', off: 'raw', on: 'ipp' }),
  ],
};

interface Pair {
  readonly code: CauseCode;
  readonly off: ProbeKind;
  readonly on: ProbeKind;
}

function offBeside(scene: Scene, open: readonly CheckResult[], { code, off, on }: Pair): readonly Cause[] {
  const refused = open.filter(
    (result) =>
      result.service === off &&
      result.to.role === 'device' &&
      (result.reason.code === 'refused' || result.reason.code === 'refused-before-install') &&
      works(scene, result.to.host, on),
  );
  const [first] = refused;
  if (first === undefined) return [];
  const hosts = hostsOf(refused);
  const params = { who: whoText(hosts), list: listText(hosts), addresses: addressesText(hosts) };
  return [{ code, severity: severityOf(refused), params, checks: refused, takes: refused }];
}

/** An open RAW port is all that there is to see of it; IPP must have spoken. */
function works(scene: Scene, host: string, service: ProbeKind): boolean {
  return (scene.byHost.get(hostKey(host)) ?? []).some(
    (result) => result.service === service && result.proof === 'direct' && result.verdict === 'pass',
  );
}
