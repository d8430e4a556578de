/** Causes that explain several verdicts at once. */

import type { CheckResult } from '../contract/check.ts';
import { type ReasonCode, type ReasonParams, reasonMessage, reasonRemedy } from '../contract/reasons.ts';
import type { Finding } from '../contract/run.ts';
import { lowerFirst } from '../contract/sentence.ts';
import { type Language, TRANSPORTS } from '../contract/words.ts';
import { andMore, countHosts, HOSTS_NAMED_MAX, hostsPhrase } from './finding-words.ts';

const SEVERITIES = ['fail', 'error', 'warn'] as const;

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
 * One finding for each host and cause among the direct results that are no pass; one for all hosts of a role where
 * the same cause stops the same ports of at least three of them. What was seen from the wrong place and what was not
 * probed explains nothing. Failures first, then what the tool could not do, then remarks.
 */
export function findingsOf(results: readonly CheckResult[], language: Language): Finding[] {
  const sick = results.filter(
    (result) => result.proof === 'direct' && result.verdict !== 'pass' && result.verdict !== 'skip',
  );
  const byHost = groupsBy(sick, (result) => {
    const host = CAUSED_HERE.has(result.reason.code) ? '' : result.to.host;
    return JSON.stringify([host, result.reason.code, messageOf(result, language)]);
  });
  const alike = new Map<string, [Group, ...Group[]]>();
  for (const group of byHost) {
    const key = signatureOf(group, language);
    const known = alike.get(key);
    if (known === undefined) alike.set(key, [group]);
    else known.push(group);
  }
  const findings = [...alike.values()].flatMap((groups) => {
    if (groups.length < SHARED_BY_MIN) return groups.map((group) => hostFinding(group, language));
    const [first, ...others] = groups;
    return [sharedFinding([...first, ...others.flat()], language)];
  });
  return SEVERITIES.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
}

function groupsBy(results: readonly CheckResult[], keyOf: (result: CheckResult) => string): readonly Group[] {
  const groups = new Map<string, [CheckResult, ...CheckResult[]]>();
  for (const result of results) {
    const key = keyOf(result);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [result]);
    else group.push(result);
  }
  return [...groups.values()];
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
  const hosts = unique(group.map((result) => result.to.host));
  const ports = unique(group.map((result) => `${result.port}/${result.transport}`)).join(', ');
  const where = hosts.length === 1 ? `${first.to.host}, ${ports}` : ports;
  return findingOf(group, `${where}: ${lowerFirst(messageOf(first, language))}`, null, language);
}

/** «299 МФУ: 80, 443/tcp: ответа нет…». */
function sharedFinding(group: Group, language: Language): Finding {
  const [first] = group;
  const hosts = unique(group.map((result) => result.to.host));
  const message = messageOf(first, language, andMore(hosts, language));
  const roles = [...new Set(group.map((result) => result.to.role))];
  const title = `${countHosts(hosts.length, roles, language)}: ${portsOf(group)}: ${lowerFirst(message)}`;
  const phrase = hosts.length <= HOSTS_NAMED_MAX ? hosts.join(', ') : hostsPhrase(hosts, roles, language);
  return findingOf(group, title, phrase, language);
}

/** `hosts` stands for the host in the remedy; null where the words of the checks say it. */
function findingOf(group: Group, title: string, hosts: string | null, language: Language): Finding {
  return {
    code: group[0].reason.code,
    severity: SEVERITIES.find((severity) => group.some((result) => result.verdict === severity)) ?? 'warn',
    title,
    remedy: remedyOf(group, hosts, language),
    checks: group.map((result) => result.id),
  };
}

/** One sentence for each start and transport, with all ports of it in one list. */
function remedyOf(group: Group, hosts: string | null, language: Language): string | null {
  const ways = groupsBy(group, (result) => `${result.from} ${result.transport}`);
  const sentences = ways.flatMap((same) => {
    const { code, params } = same[0].reason;
    const common: ReasonParams = {
      ...params,
      ...(hosts === null ? {} : { host: hosts }),
      port: unique(same.map((result) => String(result.port))).join(', '),
    };
    const remedy = reasonRemedy(code, common, language);
    return remedy === null ? [] : [remedy];
  });
  return sentences.length === 0 ? null : unique(sentences).join('; ');
}

/** «80, 443, 9100/tcp, 161/udp». */
function portsOf(group: Group): string {
  return TRANSPORTS.flatMap((transport) => {
    const ports = group.filter((result) => result.transport === transport).map((result) => result.port);
    const sorted = [...new Set(ports)].sort((a, b) => a - b);
    return sorted.length === 0 ? [] : [`${sorted.join(', ')}/${transport}`];
  }).join(', ');
}

/** Of another host than its own where one is given. */
function messageOf(result: CheckResult, language: Language, host?: string): string {
  const { code, params } = result.reason;
  return reasonMessage(code, host === undefined ? params : { ...params, host }, language);
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}
