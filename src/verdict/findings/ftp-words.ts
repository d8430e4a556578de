/** Phrases about FTP that count or decline, and what every FTP rule reads from a check. */
import type { CheckResult } from '../../contract/check.ts';
import { factsOf } from '../../contract/facts.ts';
import type { FtpLogin, FtpTransfer } from '../../contract/facts-ftp.ts';
import type { LocalText } from '../../contract/words.ts';
import type { CauseParams } from './cause-text.ts';
import type { Cause } from './rule.ts';
import { groupBy, hostKey, type Scene } from './scene.ts';

export const NOTHING: LocalText = { ru: '', en: '' };

const MODE_WORKS = {
  'ftp-active': {
    ru: ' Активный режим при этом работает.',
    en: ' Active mode works all the same.',
  },
  'ftp-passive': {
    ru: ' Пассивный режим при этом работает.',
    en: ' Passive mode works all the same.',
  },
} as const satisfies Record<string, LocalText>;

/** A cause of one host; its words hold `{hosts}` in place of the host. */
export interface HostCause extends Omit<Cause, 'params'> {
  readonly params: CauseParams;
  readonly host: string;
}

/** One cause for all hosts of which the same can be said. */
export function sharedByHosts(causes: readonly HostCause[]): readonly Cause[] {
  const alike = groupBy(causes, ({ code, severity, params }) => JSON.stringify([code, severity, params]));
  return [...alike.values()].map((group) => ({
    code: group[0].code,
    severity: group[0].severity,
    params: { ...group[0].params, hosts: [...new Set(group.map(({ host }) => host))].join(', ') },
    checks: group.flatMap(({ checks }) => checks),
    takes: group.flatMap(({ takes }) => takes),
  }));
}

/** The FTP checks of one target from one place, in both modes. */
export function ftpChecksBeside(scene: Scene, result: CheckResult): readonly CheckResult[] {
  return scene.direct.filter(
    ({ service, to, from }) =>
      (service === 'ftp-active' || service === 'ftp-passive') &&
      hostKey(to.host) === hostKey(result.to.host) &&
      from === result.from,
  );
}

/** A sentence about the other mode where it works, else nothing. */
export function otherModeWorks(scene: Scene, result: CheckResult): LocalText {
  const other = ftpChecksBeside(scene, result).find(
    ({ service, verdict }) => service !== result.service && verdict === 'pass',
  );
  return other?.service === 'ftp-active' || other?.service === 'ftp-passive'
    ? MODE_WORKS[other.service]
    : NOTHING;
}

/** Login and transfer of either mode; null where the facts are missing. */
export function ftpTalkOf(
  result: CheckResult,
): { readonly login: FtpLogin; readonly transfer: FtpTransfer | null } | null {
  return factsOf(result, 'ftp-passive') ?? factsOf(result, 'ftp-active');
}
