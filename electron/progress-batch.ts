/** Collects the events of a run, so that the window is told every few frames and not thousands of times a second. */
import type { RunEvent } from '../src/contract/run.ts';

export interface ProgressBatch {
  readonly add: (event: RunEvent) => void;
  /** Hands over what waits and stops the timer; the batch can be filled again. */
  readonly take: () => readonly RunEvent[];
}

/** `flush` is called `intervalMs` after the first event of a batch. */
export function createProgressBatch(
  intervalMs: number,
  flush: (events: readonly RunEvent[]) => void,
): ProgressBatch {
  let waiting: RunEvent[] = [];
  let timer: NodeJS.Timeout | null = null;

  function take(): readonly RunEvent[] {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    const events = waiting;
    waiting = [];
    return events;
  }

  return {
    take,
    add(event) {
      waiting.push(event);
      timer ??= setTimeout(() => flush(take()), intervalMs);
    },
  };
}
