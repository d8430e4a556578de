/** The runner with probes that behave badly: what it promises must hold whatever a probe does. */
import { describe, expect, it } from 'vitest';
import { type Probe, type ProbeContext, ProbeError } from '../../../src/probes/probe.ts';
import { PROBES } from '../../../src/probes/registry.ts';
import { createRunner, type RunnerOptions } from '../../../src/probes/runner.ts';

const TARGET = { host: '127.0.0.1', port: 1, transport: 'tcp' } as const;
const FACTS = { address: '127.0.0.1', localAddress: '127.0.0.1' };
const never = () => new Promise<never>(() => {});

function runnerWith(run: Probe<'tcp'>['run'], options: Partial<RunnerOptions> = {}) {
  return createRunner(
    { timeoutMs: 150, attempts: 2, localAddress: null, signal: new AbortController().signal, ...options },
    { ...PROBES, tcp: { run } },
  );
}

function untilAborted({ signal }: ProbeContext): Promise<never> {
  return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
}

describe('runner', () => {
  it('gives facts with time, attempts and a trace when the probe answers', async () => {
    const runner = runnerWith(async (_target, _options, context) => {
      context.enter('connect');
      context.trace('hello\u001b');
      return FACTS;
    });
    const observation = await runner.observe('tcp', TARGET, {});
    expect(observation).toMatchObject({ kind: 'tcp', outcome: 'answered', facts: FACTS, attempts: 1 });
    expect(observation.trace).toEqual(['hello\\x1b']);
    expect(observation.rttMs).not.toBeNull();
    expect(Date.parse(observation.startedAt)).not.toBeNaN();
  });

  it('knows a host as silent until it accepts or refuses a connection', async () => {
    const seen: boolean[] = [];
    const runner = runnerWith(async (_target, _options, context) => {
      context.enter('resolve');
      context.enter('connect');
      seen.push(runner.isSilent(TARGET.host));
      context.enter('request');
      seen.push(runner.isSilent(TARGET.host));
      return FACTS;
    });
    await runner.observe('tcp', TARGET, {});
    expect(seen).toEqual([true, false]);
    const refused = runnerWith(async (_target, _options, context) => {
      context.enter('connect');
      throw new ProbeError('ECONNREFUSED', 'refused');
    });
    await refused.observe('tcp', TARGET, {});
    expect(refused.isSilent(TARGET.host)).toBe(false);
    const mute = runnerWith((_target, _options, context) => {
      context.enter('connect');
      return untilAborted(context);
    });
    await mute.observe('tcp', TARGET, {});
    expect(mute.isSilent(TARGET.host)).toBe(true);
  });

  it('ends a probe that ignores its signal, at its deadline', async () => {
    const timeoutMs = 200;
    const runner = runnerWith(
      (_target, _options, context) => {
        context.enter('reply');
        return never();
      },
      { timeoutMs },
    );
    const observation = await runner.observe('tcp', TARGET, {});
    expect(observation).toMatchObject({ outcome: 'failed', failure: { phase: 'reply', code: 'timeout' } });
    expect(observation.durationMs / timeoutMs).toBeGreaterThan(0.95);
    expect(observation.durationMs / timeoutMs).toBeLessThan(1.5);
  });

  it('keeps one deadline for the whole talk, however many phases it has', async () => {
    const timeoutMs = 200;
    const runner = runnerWith(
      async (_target, _options, context) => {
        for (;;) {
          for (const phase of ['tls', 'request', 'reply'] as const) context.enter(phase);
          await new Promise((resolve) => setImmediate(resolve));
        }
      },
      { timeoutMs },
    );
    const observation = await runner.observe('tcp', TARGET, {});
    expect(observation).toMatchObject({ outcome: 'failed', failure: { code: 'timeout' } });
    expect(observation.durationMs / timeoutMs).toBeLessThan(1.5);
  });

  it('takes what a probe hands in at its deadline', async () => {
    const runner = runnerWith(async (_target, _options, context) => {
      context.enter('reply');
      await untilAborted(context).catch(() => {});
      return FACTS;
    });
    expect(await runner.observe('tcp', TARGET, {})).toMatchObject({ outcome: 'answered', attempts: 1 });
  });

  it.each([
    ['connect', 'timeout', 3],
    ['resolve', 'timeout', 3],
    ['connect', 'ETIMEDOUT', 3],
    ['connect', 'ECONNREFUSED', 1],
    ['connect', 'EHOSTUNREACH', 1],
    ['resolve', 'ENOTFOUND', 1],
    ['reply', 'timeout', 1],
    ['reply', 'closed', 1],
  ] as const)('asks again only on silence: %s %s takes %i of 3 attempts', async (phase, code, attempts) => {
    const runner = runnerWith(
      async (_target, _options, context) => {
        context.enter(phase);
        throw new ProbeError(code, 'as told');
      },
      { attempts: 3 },
    );
    const observation = await runner.observe('tcp', TARGET, {});
    expect(observation).toMatchObject({
      attempts,
      outcome: 'failed',
      failure: { phase, code, detail: 'as told' },
    });
  });

  it('gives a known host three times its best round trip, not less than 300 ms, not more than the timeout', async () => {
    const budgets: number[] = [];
    const waits = [500, 150, 20, 0];
    const runner = runnerWith(
      async (_target, _options, context) => {
        context.enter('connect');
        budgets.push(context.remainingMs());
        await new Promise((resolve) => setTimeout(resolve, waits.shift()));
        return FACTS;
      },
      { timeoutMs: 1000 },
    );
    for (let turn = 0; turn < 4; turn += 1) await runner.observe('tcp', TARGET, {});
    const [unknown = 0, far = 0, near = 0, close = 0] = budgets;
    expect(unknown / 1000).toBeCloseTo(1, 1);
    expect(far / 1000).toBeCloseTo(1, 1);
    expect(near / 450).toBeGreaterThan(0.9);
    expect(near / 450).toBeLessThan(1.6);
    expect(close / 300).toBeCloseTo(1, 1);
  });

  it('gives the talk its own budget, however short that of the connection was', async () => {
    const budgets: number[] = [];
    const runner = runnerWith(
      async (_target, _options, context) => {
        context.enter('connect');
        context.enter('tls');
        budgets.push(context.remainingMs());
        return FACTS;
      },
      { timeoutMs: 1000 },
    );
    for (let turn = 0; turn < 2; turn += 1) await runner.observe('tcp', TARGET, {});
    for (const budgetMs of budgets) expect(budgetMs / 1000).toBeCloseTo(1, 1);
  });

  it('does not learn from a host that said nothing', async () => {
    const budgets: number[] = [];
    const runner = runnerWith(
      async (_target, _options, context) => {
        context.enter('connect');
        budgets.push(Math.round(context.remainingMs()));
        throw new ProbeError('timeout', 'silence');
      },
      { timeoutMs: 400, attempts: 1 },
    );
    const first = await runner.observe('tcp', TARGET, {});
    await runner.observe('tcp', TARGET, {});
    expect(first.rttMs).toBeNull();
    expect(budgets).toEqual([400, 400]);
  });

  it.each([
    [
      'throws at once',
      () => {
        throw new TypeError('x is not a function');
      },
    ],
    ['throws something that is no error', () => Promise.reject('text')],
    [
      'throws an argument error of Node',
      () => Promise.reject(Object.assign(new TypeError('bad port'), { code: 'ERR_SOCKET_BAD_PORT' })),
    ],
  ])('reports `internal` without a stack when a probe %s', async (_what, run) => {
    const observation = await runnerWith(run).observe('tcp', TARGET, {});
    expect(observation).toMatchObject({ outcome: 'failed', failure: { code: 'internal' }, attempts: 1 });
    expect(JSON.stringify(observation)).not.toMatch(/\bat .*\.ts/);
  });

  it('keeps codes of the system and of OpenSSL', async () => {
    const runner = runnerWith(() =>
      Promise.reject(
        Object.assign(new Error('wrong version number'), { code: 'ERR_SSL_WRONG_VERSION_NUMBER' }),
      ),
    );
    const observation = await runner.observe('tcp', TARGET, {});
    expect(observation).toMatchObject({ failure: { code: 'ERR_SSL_WRONG_VERSION_NUMBER' } });
  });

  it('is cancelled at once, also where the probe ignores it', async () => {
    const controller = new AbortController();
    const runner = runnerWith(never, { signal: controller.signal, timeoutMs: 60_000 });
    const observing = runner.observe('tcp', TARGET, {});
    const start = performance.now();
    controller.abort();
    expect(await observing).toMatchObject({ outcome: 'cancelled', attempts: 1 });
    expect(performance.now() - start).toBeLessThan(100);
  });

  it('starts nothing after it was cancelled', async () => {
    let started = 0;
    const runner = runnerWith(
      async () => {
        started += 1;
        return FACTS;
      },
      { signal: AbortSignal.abort() },
    );
    expect(await runner.observe('tcp', TARGET, {})).toMatchObject({ outcome: 'cancelled' });
    expect(started).toBe(0);
  });

  it('aborts the context when the attempt is over, so that a forgotten socket ends', async () => {
    const contexts: ProbeContext[] = [];
    const runner = runnerWith(async (_target, _options, context) => {
      contexts.push(context);
      return FACTS;
    });
    await runner.observe('tcp', TARGET, {});
    expect(contexts.map(({ signal }) => signal.aborted)).toEqual([true]);
  });
});
