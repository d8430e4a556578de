/** Hands on what comes in bursts: the first at once, what follows in batches. */

export interface Pacer<T> {
  readonly add: (items: readonly T[]) => void;
  /** What waits is given back, not handed on, and nothing waits any more. */
  readonly drain: () => readonly T[];
}

export function createPacer<T>(intervalMs: number, hand: (items: readonly T[]) => void): Pacer<T> {
  let waiting: T[] = [];
  let timer: ReturnType<typeof setTimeout> | null = null;

  function pass(): void {
    timer = null;
    if (waiting.length === 0) return;
    const items = waiting;
    waiting = [];
    timer = setTimeout(pass, intervalMs);
    hand(items);
  }

  return {
    add(items) {
      waiting.push(...items);
      if (timer === null) pass();
    },
    drain() {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      const items = waiting;
      waiting = [];
      return items;
    },
  };
}
