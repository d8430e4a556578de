/** Runs tasks first come, first served, with a cap in total and a cap for each host. */

export interface Schedule {
  /** Resolves with the task's result, or with null where the schedule was cancelled before it began. */
  readonly add: <T>(host: string, task: () => Promise<T>) => Promise<T | null>;
}

export interface ScheduleOptions {
  readonly total: number;
  readonly perHost: number;
  /**
   * Whether nothing has come from a host yet. Its checks only wait: after `SILENCE_MS` they hold no place in `total`,
   * else many silent hosts would be waited for one group after the other. At most three times `total` step aside.
   */
  readonly isSilent?: (host: string) => boolean;
  /** Empties the queue; tasks that have begun see the signal themselves. */
  readonly signal: AbortSignal;
}

/** A printer's small network stack drops connections that come in greater numbers. */
export const PER_HOST_CONCURRENCY = 32;

/** A host that answers at all has done so by now; so its other checks never step aside. */
const SILENCE_MS = 250;
const ASIDE_FACTOR = 3;

interface Waiting {
  readonly host: string;
  readonly start: () => void;
  readonly drop: () => void;
}

/** A queue for one run. A host at its cap does not hold up the hosts behind it. */
export function createSchedule({ total, perHost, isSilent, signal }: ScheduleOptions): Schedule {
  const fresh = createQueue<Waiting>();
  /** Seen already while their host was at its cap; a freed place of that host moves one to `freed`. */
  const parked = new Map<string, Queue<Waiting>>();
  const freed = createQueue<Waiting>();
  const running = new Map<string, number>();
  let runningInTotal = 0;
  let aside = 0;

  signal.addEventListener('abort', () => {
    for (const queue of [freed, ...parked.values(), fresh]) {
      for (let entry = queue.take(); entry !== undefined; entry = queue.take()) entry.drop();
    }
  });

  function startNext(): void {
    while (runningInTotal < total) {
      const entry = freed.take() ?? fresh.take();
      if (entry === undefined) return;
      const runningOnHost = running.get(entry.host) ?? 0;
      if (runningOnHost >= perHost) park(entry);
      else {
        runningInTotal += 1;
        running.set(entry.host, runningOnHost + 1);
        entry.start();
      }
    }
  }

  function park(entry: Waiting): void {
    const queue = parked.get(entry.host) ?? createQueue<Waiting>();
    parked.set(entry.host, queue);
    queue.add(entry);
  }

  /** The answer gives the place back, wherever the task stands; it is called once, at the task's end. */
  function watchSilence(host: string): () => void {
    let isAside = false;
    const stepAside = () => {
      if (isSilent?.(host) !== true || aside >= ASIDE_FACTOR * total) return;
      isAside = true;
      aside += 1;
      runningInTotal -= 1;
      startNext();
    };
    const timer = isSilent === undefined ? undefined : setTimeout(stepAside, SILENCE_MS);
    return () => {
      clearTimeout(timer);
      if (isAside) aside -= 1;
      else runningInTotal -= 1;
    };
  }

  function finish(host: string): void {
    const left = (running.get(host) ?? 1) - 1;
    if (left === 0) running.delete(host);
    else running.set(host, left);
    const next = parked.get(host)?.take();
    if (next === undefined) parked.delete(host);
    else freed.add(next);
    startNext();
  }

  return {
    add: (host, task) => {
      if (signal.aborted) return Promise.resolve(null);
      return new Promise((resolve, reject) => {
        fresh.add({
          host,
          start: () => {
            const giveBack = watchSilence(host);
            task()
              .then(resolve, reject)
              .finally(() => {
                giveBack();
                finish(host);
              });
          },
          drop: () => resolve(null),
        });
        startNext();
      });
    },
  };
}

interface Queue<T> {
  readonly add: (entry: T) => void;
  readonly take: () => T | undefined;
}

/** `Array.shift` copies the rest of a long array; a moving head does not. */
function createQueue<T>(): Queue<T> {
  let entries: T[] = [];
  let head = 0;
  return {
    add: (entry) => {
      entries.push(entry);
    },
    take: () => {
      const entry = entries[head];
      if (entry === undefined) return undefined;
      head += 1;
      if (head > 1024 && head * 2 > entries.length) {
        entries = entries.slice(head);
        head = 0;
      }
      return entry;
    },
  };
}
