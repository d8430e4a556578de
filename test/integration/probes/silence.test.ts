/** Silence: how long it is waited for, how often it is asked, and what is learned from answers. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HostAddress } from '../../../src/probes/probe.ts';
import { PROBES } from '../../../src/probes/registry.ts';
import { createRunner } from '../../../src/probes/runner.ts';
import { mute } from '../../servers/behaviours.ts';
import { startPeer } from '../../servers/peer.ts';
import { type SilentPeer, startSilentPeer } from '../../servers/silent-peer.ts';
import { makeRunner, observe, TIMEOUT_MS } from './observe.ts';

const FLOOR_MS = 300;
let silent: SilentPeer;

beforeAll(async () => {
  silent = await startSilentPeer();
});

afterAll(() => silent.close());

describe('silence', () => {
  it.each([1, 2, 3])(
    'is asked %i times, each for the whole timeout when the host is unknown',
    async (attempts) => {
      const observation = await observe('tcp', silent, makeRunner({ attempts }));
      expect(observation).toMatchObject({
        outcome: 'failed',
        attempts,
        rttMs: null,
        failure: { phase: 'connect', code: 'timeout' },
      });
      expect(observation.durationMs / (TIMEOUT_MS * attempts)).toBeGreaterThan(0.95);
      expect(observation.durationMs / (TIMEOUT_MS * attempts)).toBeLessThan(1.2);
    },
  );

  it('is waited for only 300 ms on a host that answered fast before', async () => {
    const peer = await startPeer(mute);
    const runner = makeRunner({ attempts: 2 });
    await observe('tcp', peer, runner);
    const { durationMs } = await observe('tcp', silent, runner);
    await peer.close();
    expect(durationMs / (FLOOR_MS * 2)).toBeGreaterThan(0.95);
    expect(durationMs / (FLOOR_MS * 2)).toBeLessThan(1.3);
  });

  it('of the first address of a name does not hide the second', async () => {
    const address = '127.0.0.1';
    const addresses: HostAddress[] = [
      { address, family: 4 },
      { address: '::1', family: 6 },
    ];
    const options = {
      timeoutMs: TIMEOUT_MS,
      attempts: 2,
      localAddress: null,
      signal: new AbortController().signal,
    };
    const runner = createRunner(options, PROBES, async () => addresses);
    const observation = await runner.observe(
      'tcp',
      { host: 'two.example', port: silent.port, transport: 'tcp' },
      {},
    );
    expect(observation.trace.filter((line) => line.startsWith('connect '))).toEqual([
      `connect ${address}:${silent.port}`,
      `connect [::1]:${silent.port}`,
    ]);
    expect(observation).toMatchObject({ attempts: 1, failure: { phase: 'connect', code: 'ECONNREFUSED' } });
  });

  it('ends within the promised time when cancelled', async () => {
    const controller = new AbortController();
    const observing = observe('tcp', silent, makeRunner({ signal: controller.signal, timeoutMs: 30_000 }));
    await new Promise((resolve) => setImmediate(resolve));
    const cancelledAt = performance.now();
    controller.abort();
    expect(await observing).toMatchObject({ outcome: 'cancelled' });
    expect(performance.now() - cancelledAt).toBeLessThan(100);
  });
});
