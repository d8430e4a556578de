/** How long checks would take, from how long they took before. */
import type { CoverageCell } from '../src/contract/coverage.ts';
import type { ProbeSettings } from '../src/contract/site.ts';

/** In seconds; what was never looked at may stay silent to the end of every attempt. */
export function secondsFor(cells: readonly Pick<CoverageCell, 'result'>[], probe: ProbeSettings): number {
  const silenceMs = probe.timeoutMs * probe.attempts;
  let totalMs = 0;
  let longestMs = 0;
  for (const { result } of cells) {
    const durationMs = result !== null && result.attempts > 0 ? result.durationMs : silenceMs;
    totalMs += durationMs;
    longestMs = Math.max(longestMs, durationMs);
  }
  return Math.max(totalMs / probe.concurrency, longestMs) / 1000;
}
