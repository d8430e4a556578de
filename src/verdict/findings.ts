/** Causes that explain several verdicts at once. */
import type { CheckResult } from '../contract/check.ts';
import { type ReasonCode, type ReasonParams, reasonMessage, reasonRemedy } from '../contract/reasons.ts';
import type { Finding } from '../contract/run.ts';
import type { Language } from '../contract/words.ts';

const SEVERITIES = ['fail', 'error', 'warn'] as const;

/** The laptop or the program is the cause, so the same words about several hosts are one cause. */
const CAUSED_HERE: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  'not-implemented',
  'local-address-unavailable',
  'blocked-on-this-computer',
  'ftp-listen-failed',
  'ftp-listener-blocked',
  'tool-failed',
]);

/**
 * One finding for each host and cause among the direct results that are no pass. What was seen from the wrong
 * place and what was not probed explains nothing. Failures first, then what the tool could not do, then remarks.
 */
export function findingsOf(results: readonly CheckResult[], language: Language): Finding[] {
  const groups = new Map<string, [CheckResult, ...CheckResult[]]>();
  for (const result of results) {
    if (result.proof !== 'direct' || result.verdict === 'pass' || result.verdict === 'skip') continue;
    const host = CAUSED_HERE.has(result.reason.code) ? '' : result.to.host;
    const key = JSON.stringify([host, result.reason.code, messageOf(result, language)]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [result]);
    else group.push(result);
  }
  const findings = [...groups.values()].map((group) => toFinding(group, language));
  return SEVERITIES.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
}

function toFinding(group: readonly [CheckResult, ...CheckResult[]], language: Language): Finding {
  const [first] = group;
  const hosts = unique(group.map((result) => result.to.host));
  const ports = unique(group.map((result) => `${result.port}/${result.transport}`)).join(', ');
  const where = hosts.length === 1 ? `${first.to.host}, ${ports}` : ports;
  return {
    code: first.reason.code,
    severity: SEVERITIES.find((severity) => group.some((result) => result.verdict === severity)) ?? 'warn',
    title: `${where}: ${lowerFirst(messageOf(first, language))}`,
    remedy: remedyOf(group, language),
    checks: group.map((result) => result.id),
  };
}

/** One sentence for each start and transport, with all ports of it in one list. */
function remedyOf(group: readonly CheckResult[], language: Language): string | null {
  const ways = unique(group.map((result) => `${result.from} ${result.transport}`));
  const sentences = ways.flatMap((way) => {
    const same = group.filter((result) => `${result.from} ${result.transport}` === way);
    const params: ReasonParams = {
      ...same[0]?.reason.params,
      port: unique(same.map((result) => String(result.port))).join(', '),
    };
    const remedy = same[0] === undefined ? null : reasonRemedy(same[0].reason.code, params, language);
    return remedy === null ? [] : [remedy];
  });
  return sentences.length === 0 ? null : unique(sentences).join('; ');
}

function messageOf(result: CheckResult, language: Language): string {
  return reasonMessage(result.reason.code, result.reason.params, language);
}

/** An abbreviation at the start keeps its capitals: «TLS работает». */
function lowerFirst(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}
