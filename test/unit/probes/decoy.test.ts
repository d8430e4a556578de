/** The decoy control: what each outcome of its connection means. */
import { describe, expect, it } from 'vitest';
import { probeDecoy } from '../../../src/probes/decoy.ts';
import { ProbeError } from '../../../src/probes/probe.ts';
import { PROBES } from '../../../src/probes/registry.ts';
import { createRunner } from '../../../src/probes/runner.ts';

function runnerThat(code: string | null, ports: number[] = []) {
  return createRunner(
    { timeoutMs: 100, attempts: 1, localAddress: null, signal: new AbortController().signal },
    {
      ...PROBES,
      tcp: {
        run: async ({ port }, _options, context) => {
          ports.push(port);
          context.enter('connect');
          if (code !== null) throw new ProbeError(code, code);
          return { address: '127.0.0.1', localAddress: '127.0.0.1' };
        },
      },
    },
  );
}

describe('probeDecoy', () => {
  it.each([
    [null, 'fail'],
    ['ECONNREFUSED', 'pass'],
    ['timeout', 'pass'],
    ['EHOSTUNREACH', 'pass'],
    ['EADDRNOTAVAIL', 'error'],
    ['internal', 'error'],
  ] as const)('takes %s for %s', async (code, outcome) => {
    expect(await probeDecoy(runnerThat(code), '127.0.0.1', new Set())).toMatchObject({ outcome });
  });

  it('picks a high port that is not to be avoided', async () => {
    const ports: number[] = [];
    const runner = runnerThat('ECONNREFUSED', ports);
    const free = 61_234;
    const avoid = new Set(Array.from({ length: 65_535 - 61_000 + 1 }, (_, index) => 61_000 + index));
    avoid.delete(free);
    expect(await probeDecoy(runner, '127.0.0.1', avoid)).toMatchObject({ port: free });
    await probeDecoy(runner, '127.0.0.1', new Set());
    expect(ports.every((port) => port >= 61_000 && port <= 65_535)).toBe(true);
  });
});
