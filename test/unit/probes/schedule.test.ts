/** The queue of a run: caps, order, fairness, and an end. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createSchedule } from '../../../src/probes/schedule.ts';

function scheduleOf(total: number, perHost: number) {
  const controller = new AbortController();
  return {
    schedule: createSchedule({ total, perHost, signal: controller.signal }),
    cancel: () => controller.abort(),
  };
}

/** A task that ends when told, and tells when it begins. */
function task(started: string[], name: string) {
  let finish = () => {};
  const done = new Promise<string>((resolve) => {
    finish = () => resolve(name);
  });
  return {
    run: () => {
      started.push(name);
      return done;
    },
    finish: () => finish(),
  };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('schedule', () => {
  it('runs no more than the cap in total and the rest in order', async () => {
    const { schedule } = scheduleOf(2, 2);
    const started: string[] = [];
    const tasks = ['a', 'b', 'c', 'd'].map((name) => task(started, name));
    const results = tasks.map((entry, index) => schedule.add(`host${index}`, entry.run));
    expect(started).toEqual(['a', 'b']);
    tasks[1]?.finish();
    await settle();
    expect(started).toEqual(['a', 'b', 'c']);
    for (const entry of tasks) entry.finish();
    expect(await Promise.all(results)).toEqual(['a', 'b', 'c', 'd']);
    expect(started).toEqual(['a', 'b', 'c', 'd']);
  });

  it('lets other hosts pass one that is at its cap, and gives that host its turn before later ones', async () => {
    const { schedule } = scheduleOf(2, 1);
    const started: string[] = [];
    const tasks = ['busy1', 'busy2', 'other1', 'other2'].map((name) => ({ name, ...task(started, name) }));
    for (const entry of tasks) void schedule.add(entry.name.slice(0, -1), entry.run);
    expect(started).toEqual(['busy1', 'other1']);
    tasks[0]?.finish();
    await settle();
    expect(started).toEqual(['busy1', 'other1', 'busy2']);
  });

  it('hands a failure on and goes on with the next', async () => {
    const { schedule } = scheduleOf(1, 1);
    const failing = schedule.add('a', () => Promise.reject(new Error('no')));
    const next = schedule.add('a', () => Promise.resolve(1));
    await expect(failing).rejects.toThrow('no');
    expect(await next).toBe(1);
  });

  it('answers null for everything that waits, when cancelled, and for all that comes after', async () => {
    const { schedule, cancel } = scheduleOf(1, 1);
    const started: string[] = [];
    const running = task(started, 'running');
    const first = schedule.add('a', running.run);
    const parked = schedule.add('a', task(started, 'parked').run);
    const waiting = schedule.add('b', task(started, 'waiting').run);
    cancel();
    expect(await Promise.all([parked, waiting, schedule.add('c', task(started, 'late').run)])).toEqual([
      null,
      null,
      null,
    ]);
    running.finish();
    expect(await first).toBe('running');
    expect(started).toEqual(['running']);
  });

  it('keeps both caps and loses nothing with thousands of tasks', async () => {
    const { schedule } = scheduleOf(16, 3);
    const running = new Map<string, number>();
    let inTotal = 0;
    let most = 0;
    let mostOnHost = 0;
    const results = Array.from({ length: 20_000 }, (_, index) => {
      const host = `h${index % 7 === 0 ? 0 : index % 50}`;
      return schedule.add(host, async () => {
        inTotal += 1;
        running.set(host, (running.get(host) ?? 0) + 1);
        most = Math.max(most, inTotal);
        mostOnHost = Math.max(mostOnHost, running.get(host) ?? 0);
        await Promise.resolve();
        inTotal -= 1;
        running.set(host, (running.get(host) ?? 0) - 1);
        return index;
      });
    });
    expect(await Promise.all(results)).toHaveLength(20_000);
    expect({ most, mostOnHost }).toEqual({ most: 16, mostOnHost: 3 });
  });
});

describe('schedule with silent hosts', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  function silentSchedule(total: number, silent: readonly string[]) {
    vi.useFakeTimers();
    const { signal } = new AbortController();
    const schedule = createSchedule({ total, perHost: 2, isSilent: (host) => silent.includes(host), signal });
    const started: string[] = [];
    const add = (name: string) => {
      const entry = task(started, name);
      const done = schedule.add(name.slice(0, -1), entry.run);
      return { ...entry, done };
    };
    return { started, add };
  }

  it('starts the next when a host has been silent for a while, and not while another is talked with', () => {
    const { started, add } = silentSchedule(1, ['silent']);
    for (const name of ['silent1', 'talks1', 'talks2', 'later1']) add(name);
    expect(started).toEqual(['silent1']);
    vi.advanceTimersByTime(240);
    expect(started).toEqual(['silent1']);
    vi.advanceTimersByTime(20);
    expect(started).toEqual(['silent1', 'talks1']);
    vi.advanceTimersByTime(10_000);
    expect(started).toEqual(['silent1', 'talks1']);
  });

  it('lets no more than three times the cap step aside, and counts right when they end', async () => {
    const names = Array.from({ length: 12 }, (_, index) => String.fromCharCode(97 + index));
    const { started, add } = silentSchedule(1, names);
    const entries = names.map((name) => add(`${name}1`));
    vi.advanceTimersByTime(10_000);
    expect(started).toHaveLength(4);
    for (const entry of entries.slice(0, 4)) entry.finish();
    await Promise.all(entries.slice(0, 4).map(({ done }) => done));
    vi.advanceTimersByTime(10_000);
    expect(started).toHaveLength(8);
  });

  it('keeps to the cap of a host, silent or not', () => {
    const { started, add } = silentSchedule(8, ['silent']);
    for (const name of ['silent1', 'silent2', 'silent3']) add(name);
    vi.advanceTimersByTime(10_000);
    expect(started).toEqual(['silent1', 'silent2']);
  });
});
