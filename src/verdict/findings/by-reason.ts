/** The last stage: what no rule has taken over is grouped by host and reason, in the reason's own words. */
import type { CheckResult } from '../../contract/check.ts';
import { type ReasonCode, type ReasonParams, reasonMessage, reasonRemedy } from '../../contract/reasons.ts';
import type { Finding } from '../../contract/run.ts';
import { lowerFirst } from '../../contract/sentence.ts';
import type { Language } from '../../contract/words.ts';
import { andMore, countHosts, HOSTS_NAMED_MAX, hostsPhrase, portList } from './host-words.ts';
import { reasonAddressee } from './reason-addressees.ts';
import { groupBy } from './scene.ts';

/** So many hosts with the same trouble are one trouble on the way to them, not one for each. */
const SHARED_BY_MIN = 3;

/** The laptop or the program is the cause, so the same words about several hosts are one cause. */
const CAUSED_HERE: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  'not-implemented',
  'local-address-unavailable',
  'blocked-on-this-computer',
  'ftp-listen-failed',
  'ftp-listener-blocked',
  'tool-failed',
]);

type Group = readonly [CheckResult, ...CheckResult[]];

/**
 * One finding for each host and reason; one for all hosts of a role where the same reason stops the same ports of at
 * least three of them.
 */
export function findingsByReason(sick: readonly CheckResult[], language: Language): readonly Finding[] {
  const byHost = groupBy(sick, (result) => {
    const host = CAUSED_HERE.has(result.reason.code) ? '' : result.to.host;
    return JSON.stringify([host, result.reason.code, messageOf(result, language)]);
  });
  const alike = groupBy([...byHost.values()], (group) => signatureOf(group, language));
  return [...alike.values()].flatMap((groups) => {
    if (groups.length < SHARED_BY_MIN) return groups.map((group) => hostFinding(group, language));
    const [first, ...others] = groups;
    return [sharedFinding([...first, ...others.flat()], language)];
  });
}

/** Equal where nothing but the host differs: cause and words, and for each check its way, port and remedy. */
function signatureOf(group: Group, language: Language): string {
  const [first] = group;
  if (CAUSED_HERE.has(first.reason.code)) return JSON.stringify([first.reason.code, first.id, first.to.host]);
  const checks = group.map((result) => [
    result.from,
    result.to.role,
    result.transport,
    result.port,
    result.requirement,
    result.verdict,
    reasonRemedy(result.reason.code, { ...result.reason.params, host: '' }, language),
  ]);
  return JSON.stringify([first.reason.code, messageOf(first, language, ''), checks]);
}

function hostFinding(group: Group, language: Language): Finding {
  const [first] = group;
  const hosts = [...new Set(group.map((result) => result.to.host))];
  const where = hosts.length === 1 ? `${first.to.host}, ${portList(group)}` : portList(group);
  return findingOf(group, where, messageOf(first, language), null, language);
}

/** «299 МФУ: 80, 443/tcp: ответа нет…». */
function sharedFinding(group: Group, language: Language): Finding {
  const [first] = group;
  const hosts = [...new Set(group.map((result) => result.to.host))];
  const message = messageOf(first, language, andMore(hosts, language));
  const roles = [...new Set(group.map((result) => result.to.role))];
  const where = `${countHosts(hosts.length, roles, language)}: ${portList(group)}`;
  const phrase = hosts.length <= HOSTS_NAMED_MAX ? hosts.join(', ') : hostsPhrase(hosts, roles, language);
  return findingOf(group, where, message, phrase, language);
}

/** `hosts` stands for the host in the remedy; null where the words of the checks say it. */
function findingOf(
  group: Group,
  where: string,
  message: string,
  hosts: string | null,
  language: Language,
): Finding {
  const { code } = group[0].reason;
  return {
    code,
    severity: severityOf(group),
    title: `${where}: ${lowerFirst(headOf(message))}`,
    explanation: `${where}: ${lowerFirst(message)}.`,
    remedy: remedyOf(group, hosts, language),
    addressee: reasonAddressee(code, group[0].to.role),
    checks: group.map((result) => result.id),
  };
}

/** The worst verdict among checks that are no pass. */
export function severityOf(checks: readonly Pick<CheckResult, 'verdict'>[]): Finding['severity'] {
  if (checks.some(({ verdict }) => verdict === 'fail')) return 'fail';
  return checks.some(({ verdict }) => verdict === 'error') ? 'error' : 'warn';
}

/** The first statement of a message, as far as it holds together without the rest. */
export function headOf(message: string): string {
  const end = /[.:] (?=\p{Lu}|\p{Ll})/u.exec(message)?.index ?? message.length;
  const head = message.slice(0, end);
  const isWhole = head.split('(').length === head.split(')').length && !/["«]/.test(head);
  return isWhole ? head : message;
}

/** One sentence for each start and transport, with all ports of it in one list. */
function remedyOf(group: Group, hosts: string | null, language: Language): string | null {
  const ways = groupBy(group, (result) => `${result.from} ${result.transport}`);
  const sentences = [...ways.values()].flatMap((same) => {
    const { code, params } = same[0].reason;
    const common: ReasonParams = {
      ...params,
      ...(hosts === null ? {} : { host: hosts }),
      port: [...new Set(same.map((result) => String(result.port)))].join(', '),
    };
    const remedy = reasonRemedy(code, common, language);
    return remedy === null ? [] : [remedy];
  });
  return sentences.length === 0 ? null : [...new Set(sentences)].join('; ');
}

/** Of another host than its own where one is given. */
function messageOf(result: CheckResult, language: Language, host?: string): string {
  const { code, params } = result.reason;
  return reasonMessage(code, host === undefined ? params : { ...params, host }, language);
}
