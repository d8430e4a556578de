/** How late this computer itself is: the part of a measured time that may be the program's or the system's, not the network's. */

/** Begins to watch; the function it returns ends that and tells the longest delay seen meanwhile, in milliseconds. */
export type WatchOwnDelay = () => () => number;

/** Often enough to notice what would matter in a time of 100 ms. */
const TICK_MS = 10;

interface Watch {
  readonly startMs: number;
  longestMs: number;
}

/**
 * One timer for all watches of a run: by as much as it fires late, an answer that came in between was noticed late. It
 * runs only while somebody watches, and keeps no process alive.
 */
export function createDelayMeter(): WatchOwnDelay {
  const watches = new Set<Watch>();
  let dueMs = 0;
  let timer: NodeJS.Timeout | undefined;

  function note(): void {
    const nowMs = performance.now();
    for (const watch of watches) {
      // What was late before this watch began is nothing that it has waited for.
      watch.longestMs = Math.max(watch.longestMs, nowMs - Math.max(dueMs, watch.startMs));
    }
  }

  function schedule(): void {
    dueMs = performance.now() + TICK_MS;
    timer = setTimeout(() => {
      note();
      schedule();
    }, TICK_MS);
    timer.unref();
  }

  return () => {
    const watch: Watch = { startMs: performance.now(), longestMs: 0 };
    if (watches.size === 0) schedule();
    watches.add(watch);
    return () => {
      // The timer may be due, and its turn come only after this one.
      note();
      watches.delete(watch);
      if (watches.size === 0) clearTimeout(timer);
      return watch.longestMs;
    };
  };
}
