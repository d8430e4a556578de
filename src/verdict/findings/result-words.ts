/** What a rule reads from the reason of a check. */
import type { CheckResult } from '../../contract/check.ts';

/** What the reason was filled with; a dash where an older document does not hold it. */
export function paramOf(result: CheckResult, name: string): string {
  return String(result.reason.params?.[name] ?? '—');
}

/** The words of a server, to stand in quotation marks: their full stop would meet that of the sentence. */
export function saidBy(result: CheckResult): string {
  return paramOf(result, 'reply').replace(/\.$/, '');
}
