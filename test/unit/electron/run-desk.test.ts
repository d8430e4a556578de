import { describe, expect, it } from 'vitest';
import { createRunDesk, type RunDeskOptions } from '../../../electron/run-desk.ts';
import { NO_JOURNAL } from '../../../electron/store/run-journals.ts';
import type { RunProgress } from '../../../src/contract/bridge.ts';
import type { Control, Run } from '../../../src/contract/run.ts';
import type { RunOpening } from '../../../src/contract/run-journal.ts';
import { BUILT_IN_CATALOGUES } from '../../../src/requirements/load.ts';
import type { RunRequest } from '../../../src/run/run-request.ts';
import { makeRun, makeSite } from './documents.ts';

const site = makeSite();
const CONTROL: Control = {
  id: 'decoy-port',
  outcome: 'pass',
  target: '10.0.0.1',
  port: 5,
  message: '',
};
const [catalogue] = BUILT_IN_CATALOGUES;

function requestFor(run: Run): RunRequest {
  return {
    runId: run.id,
    site,
    catalogue: catalogue!,
    viewpoint: 'workstation',
    stage: 'after-install',
    indirect: false,
    localAddress: null,
    language: 'ru',
    toolVersion: '0.1.0',
  };
}

/** A desk whose window keeps what it is told; `last` resolves with the message that ends the run. */
function open(options: Partial<RunDeskOptions> = {}) {
  const told: RunProgress[] = [];
  const awake: string[] = [];
  const fractions: (number | null)[] = [];
  const logged: unknown[] = [];
  let end: (progress: RunProgress) => void = () => undefined;
  const last = new Promise<RunProgress>((resolve) => {
    end = resolve;
  });
  const desk = createRunDesk({
    plan: async () => [],
    run: async () => makeRun(site),
    openJournal: async () => NO_JOURNAL,
    save: async () => undefined,
    tell: (progress) => {
      told.push(progress);
      if (progress.finished !== null || progress.error !== null) end(progress);
    },
    language: () => 'ru',
    log: (error) => logged.push(error),
    stayAwake: () => {
      awake.push('awake');
      return () => awake.push('asleep');
    },
    showProgress: (fraction) => fractions.push(fraction),
    ...options,
  });
  return { desk, told, awake, fractions, logged, last };
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}

describe('run desk', () => {
  it('answers the start before the window hears of the run', async () => {
    const run = makeRun(site);
    const { desk, told, last } = open({ run: async () => run });
    const answer = await desk.start(async () => requestFor(run));
    expect(answer.runId).toBe(run.id);
    expect(told).toEqual([]);
    await last;
  });

  it('saves the document before it calls the run finished', async () => {
    const run = makeRun(site);
    const order: string[] = [];
    const { desk, last } = open({
      run: async () => run,
      save: async () => {
        await new Promise((resolve) => setImmediate(resolve));
        order.push('saved');
      },
    });
    await desk.start(async () => requestFor(run));
    const { finished, error } = await last;
    order.push('told');
    expect(order).toEqual(['saved', 'told']);
    expect(finished).toBe(run);
    expect(error).toBeNull();
  });

  it('hands the document over with an error when it could not be saved', async () => {
    const run = makeRun(site);
    const { desk, last, logged } = open({
      run: async () => run,
      save: async () => {
        throw new Error('EIO');
      },
    });
    await desk.start(async () => requestFor(run));
    const { finished, error } = await last;
    expect(finished).toBe(run);
    expect(error?.code).toBe('internal');
    expect(error?.message).not.toContain('EIO');
    expect(logged).toHaveLength(1);
  });

  it('ends with an error and lets the next run start when the engine breaks', async () => {
    const run = makeRun(site);
    const { desk, last, awake } = open({
      run: async () => {
        throw new TypeError('broken');
      },
    });
    await desk.start(async () => requestFor(run));
    expect(await last).toMatchObject({ finished: null, error: { code: 'internal' } });
    expect(awake).toEqual(['awake', 'asleep']);
    expect(desk.isBusy()).toBe(false);
  });

  it('refuses a second run, also while the first is still being prepared', async () => {
    const run = makeRun(site);
    const { desk, last } = open({ run: async () => run });
    const first = desk.start(async () => requestFor(run));
    await expect(desk.start(async () => requestFor(run))).rejects.toMatchObject({ code: 'busy' });
    await first;
    await last;
  });

  it('is free again when the preparation fails', async () => {
    const { desk } = open();
    await expect(
      desk.start(async () => {
        throw new Error('no such site');
      }),
    ).rejects.toThrow('no such site');
    expect(desk.isBusy()).toBe(false);
  });

  it('batches events and loses none when they come faster than the window draws', async () => {
    const run = makeRun(site);
    const { desk, told, last } = open({
      run: async (_request, { onEvent }) => {
        for (let number = 0; number < 500; number += 1) onEvent({ kind: 'started', checkId: String(number) });
        return run;
      },
    });
    await desk.start(async () => requestFor(run));
    await last;
    expect(told.length).toBeLessThan(5);
    expect(told.flatMap(({ events }) => events)).toHaveLength(500);
  });

  it('cancels the run and delivers what was measured', async () => {
    const run = makeRun(site, { interrupted: true });
    const { desk, last } = open({
      run: async (_request, { signal }) => {
        await untilAborted(signal);
        return run;
      },
    });
    const { runId } = await desk.start(async () => requestFor(run));
    await new Promise((resolve) => setImmediate(resolve));
    expect(desk.cancel(runId)).toBe(true);
    expect((await last).finished).toBe(run);
    // A click that comes a moment too late is no error; a run nobody started is.
    expect(desk.cancel(runId)).toBe(true);
    expect(desk.cancel(makeRun(site).id)).toBe(false);
  });

  it('waits until the cancelled run is saved when the program ends', async () => {
    const run = makeRun(site, { interrupted: true });
    const saved: Run[] = [];
    const { desk } = open({
      run: async (_request, { signal }) => {
        if (!signal.aborted) await untilAborted(signal);
        return run;
      },
      save: async (finished) => void saved.push(finished),
    });
    await desk.start(async () => requestFor(run));
    await desk.close();
    expect(saved).toEqual([run]);
  });

  it('writes each answer to the journal before the window hears of it, and the end before the document', async () => {
    const run = makeRun(site);
    const order: string[] = [];
    const { desk, last } = open({
      run: async (_request, { onOpen, onEvent }) => {
        await onOpen?.({ id: run.id } as RunOpening, { results: [], controls: [CONTROL] });
        onEvent({ kind: 'started', checkId: 'x' });
        onEvent({ kind: 'control', control: { ...CONTROL, target: '10.0.0.2' } });
        return run;
      },
      openJournal: async ({ id }) => {
        order.push(`open ${id === run.id}`);
        return {
          add: (entry) => order.push(entry.kind === 'control' ? entry.control.target : entry.kind),
          close: async () => void order.push('close'),
          remove: async () => void order.push('remove'),
        };
      },
      save: async () => void order.push('save'),
    });
    await desk.start(async () => requestFor(run));
    await last;
    expect(order).toEqual(['open true', '10.0.0.1', '10.0.0.2', 'end', 'save', 'remove']);
  });

  it('keeps the journal when the document could not be saved, and runs without one that cannot be had', async () => {
    const run = makeRun(site);
    const closed: string[] = [];
    const broken = async () => {
      throw new Error('ENOSPC');
    };
    const opening = { id: run.id } as RunOpening;
    const first = open({
      run: async (_request, { onOpen }) => {
        await onOpen?.(opening, { results: [], controls: [] });
        return run;
      },
      openJournal: async () => ({
        ...NO_JOURNAL,
        close: async () => void closed.push('close'),
        remove: broken,
      }),
      save: broken,
    });
    await first.desk.start(async () => requestFor(run));
    await first.last;
    expect(closed).toEqual(['close']);
    const second = open({
      run: async (_request, { onOpen }) => {
        await onOpen?.(opening, { results: [], controls: [] });
        return run;
      },
      openJournal: broken,
    });
    await second.desk.start(async () => requestFor(run));
    expect(await second.last).toMatchObject({ finished: run, error: null });
    expect(second.logged).toHaveLength(1);
  });
});
