/** Causes that explain several verdicts at once: by the rules first, by reason where no rule knows better. */
import type { CheckResult } from '../../contract/check.ts';
import type { Finding } from '../../contract/run.ts';
import type { Language } from '../../contract/words.ts';
import { findingsByReason } from './by-reason.ts';
import { fillText } from './cause-text.ts';
import { CAUSE_TEXTS } from './cause-texts.ts';
import type { Evidence } from './evidence.ts';
import type { Cause, Rule } from './rule.ts';
import { RULES } from './rules.ts';
import { isSick, sceneOf } from './scene.ts';

const SEVERITIES = ['fail', 'error', 'warn'] as const;

/**
 * Every sick direct result is explained by exactly one finding that takes it over. Failures first, then what the tool
 * could not do, then remarks; within each, what stops more required checks comes first, and what stops none last.
 */
export function findingsOf(
  evidence: Evidence,
  language: Language,
  rules: readonly Rule[] = RULES,
): Finding[] {
  const { causes, open } = causesOf(evidence, rules);
  const byId = new Map(evidence.results.map((result) => [result.id, result]));
  const blocked = (ids: readonly string[]) => ids.filter((id) => byId.get(id)?.required === true).length;
  const explaining = causes.filter(({ takes }) => takes.length > 0);
  const remarks = causes.filter(({ takes }) => takes.length === 0);
  return [
    ...[...explaining.map((cause) => findingOf(cause, language)), ...findingsByReason(open, language)].map(
      (finding) => ({ finding, weight: blocked(finding.checks) }),
    ),
    ...remarks.map((cause) => ({ finding: findingOf(cause, language), weight: -1 })),
  ]
    .sort(
      (one, other) => severityRank(one.finding) - severityRank(other.finding) || other.weight - one.weight,
    )
    .map(({ finding }) => finding);
}

function severityRank({ severity }: Finding): number {
  return SEVERITIES.indexOf(severity);
}

interface Explained {
  readonly causes: readonly Cause[];
  /** What no rule has taken over. */
  readonly open: readonly CheckResult[];
}

/** What the rules find, in their order; every check is taken over at most once. */
export function causesOf(evidence: Evidence, rules: readonly Rule[] = RULES): Explained {
  const scene = sceneOf(evidence);
  const isWaived = ({ id }: CheckResult) => evidence.waived?.has(id) === true;
  const causes: Cause[] = [];
  let open = scene.results.filter((result) => isSick(result) && !isWaived(result));
  for (const rule of rules) {
    const taken = new Set<CheckResult>();
    const free = new Set(open);
    for (const cause of rule.find(scene, open)) {
      const takes = cause.takes.filter((result) => free.has(result) && !taken.has(result));
      const checks = cause.checks.filter((result) => !isWaived(result));
      if (checks.length === 0 || (takes.length === 0 && cause.takes.length > 0)) continue;
      for (const result of takes) taken.add(result);
      causes.push({ ...cause, checks, takes });
    }
    if (taken.size > 0) open = open.filter((result) => !taken.has(result));
  }
  return { causes, open };
}

function findingOf(cause: Cause, language: Language): Finding {
  const { title, explanation, remedy, addressee } = CAUSE_TEXTS[cause.code];
  return {
    code: cause.code,
    severity: cause.severity,
    title: fillText(title, cause.params, language),
    explanation: fillText(explanation, cause.params, language),
    remedy: fillText(remedy, cause.params, language),
    addressee: cause.addressee ?? addressee,
    checks: [...new Set(cause.checks.map(({ id }) => id))],
  };
}
