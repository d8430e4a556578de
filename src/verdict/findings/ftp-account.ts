/** The FTP account of the scans: its login, its right to write, its space. One cause for both modes, which share it. */
import type { CheckResult } from '../../contract/check.ts';
import { severityOf } from './by-reason.ts';
import type { CauseCode } from './cause-texts.ts';
import { ftpChecksBeside, ftpTalkOf } from './ftp-words.ts';
import { saidBy } from './result-words.ts';
import type { Cause, Rule } from './rule.ts';
import { groupBy, hostKey, type Scene } from './scene.ts';

const CAUSE_OF = {
  'ftp-login-refused': 'ftp-login-refused',
  'ftp-no-write-permission': 'ftp-no-write-permission',
  'ftp-disk-full': 'ftp-disk-full',
} as const satisfies Record<string, CauseCode>;

export const ftpAccountRule: Rule = {
  codes: ['ftp-login-refused', 'ftp-no-write-permission', 'ftp-disk-full'],
  find: (scene, open) => {
    const told = open.filter(({ reason }) => Object.hasOwn(CAUSE_OF, reason.code));
    const groups = groupBy(told, ({ to, from, reason }) =>
      JSON.stringify([hostKey(to.host), from, reason.code]),
    );
    return [...groups.values()].map((group) => causeOf(scene, group));
  },
};

function causeOf(scene: Scene, group: readonly [CheckResult, ...CheckResult[]]): Cause {
  const [first] = group;
  const code = CAUSE_OF[first.reason.code as keyof typeof CAUSE_OF];
  const directory = group.map((result) => ftpTalkOf(result)?.login.directory ?? null).find(isText);
  return {
    code,
    severity: severityOf(group),
    params: {
      hosts: first.to.host,
      reply: saidBy(first),
      directory: directory ?? '/',
    },
    checks: code === 'ftp-login-refused' ? [...group, ...alsoRefused(scene, group)] : group,
    takes: group,
  };
}

/** The other mode may have stumbled over its range before, and its login was refused all the same. */
function alsoRefused(scene: Scene, group: readonly [CheckResult, ...CheckResult[]]): readonly CheckResult[] {
  return ftpChecksBeside(scene, group[0]).filter(
    (result) => !group.includes(result) && ftpTalkOf(result)?.login.outcome === 'refused',
  );
}

function isText(value: string | null): value is string {
  return value !== null;
}
