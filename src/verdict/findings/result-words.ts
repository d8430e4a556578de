/** What a rule reads from the reason of a check. */
import type { CheckResult } from '../../contract/check.ts';

/** What the reason was filled with; a dash where an older document does not hold it. */
export function paramOf(result: CheckResult, name: string): string {
  return String(result.reason.params?.[name] ?? '—');
}
