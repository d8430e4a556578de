/** What is on screen, as evidence for its causes: while a run goes on the place is known by its address only. */
import type { CheckResult } from '../../../src/contract/check.ts';
import type { Evidence } from '../../../src/verdict/findings/evidence.ts';
import type { ResultsState } from './results-store.ts';

type Shown = Pick<ResultsState, 'site' | 'choice' | 'controls' | 'run'>;

/** Null before anything was run. */
export function evidenceOnScreen(
  results: ReadonlyMap<string, CheckResult>,
  { site, choice, controls, run }: Shown,
): Evidence | null {
  if (site === null || choice === null) return null;
  const { viewpoint, stage, localAddress } = choice;
  const place = run?.place ?? { localAddress, addresses: [] };
  return { results: [...results.values()], site, stage, origins: [{ viewpoint, place, controls }] };
}
