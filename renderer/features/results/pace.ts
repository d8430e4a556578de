/** How fast a run goes, seen over the last seconds, and so how long the rest will take. */

export interface PaceSample {
  /** Milliseconds since the epoch. */
  readonly atMs: number;
  /** Planned probes that have been settled by then. */
  readonly done: number;
}

/** Oldest first; the first one is kept for as long as the run goes on. */
export type Pace = readonly PaceSample[];

/** Long enough to hold several timeouts of silent ports, short enough to forget the answers that came at once. */
const WINDOW_MS = 10_000;
const KNOWN_AFTER_MS = 3000;
const KNOWN_AFTER_PART = 0.05;

/** Adds a sample and drops those that no later estimate will need. */
export function withSample(pace: Pace, sample: PaceSample): Pace {
  const [first, ...later] = pace;
  if (first === undefined) return [sample];
  return [first, ...later.filter(({ atMs }) => sample.atMs - atMs <= WINDOW_MS), sample];
}

/** Null until enough has been seen of the run, while nothing moves, and when nothing is left. */
export function secondsLeft(pace: Pace, total: number): number | null {
  const first = pace[0];
  const last = pace.at(-1);
  if (first === undefined || last === undefined || last.done >= total) return null;
  const seen = last.done - first.done;
  if (last.atMs - first.atMs < KNOWN_AFTER_MS || seen < (total - first.done) * KNOWN_AFTER_PART) return null;
  const start = pace.find(({ atMs }) => last.atMs - atMs <= WINDOW_MS) ?? first;
  const settled = last.done - start.done;
  if (settled <= 0) return null;
  return (((last.atMs - start.atMs) / settled) * (total - last.done)) / 1000;
}
