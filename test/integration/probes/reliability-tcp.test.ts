/** Every probe over TCP against every fault of a peer: no pass, in time, in bounds, and nothing left behind. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROBES } from '../../../src/probes/registry.ts';
import { replyWith } from '../../servers/behaviours.ts';
import { FAULTS } from '../../servers/hostile-peers.ts';
import { startPeer } from '../../servers/peer.ts';
import { type ProbeBench, startProbeBench } from '../../servers/probe-bench.ts';
import { ONLY_CONNECT, PROBE_HOSTS, type ProbeHost, UDP_KINDS } from '../../servers/probe-hosts.ts';
import { type BatchResult, expectHarmless, meet } from '../../servers/reliability.ts';

/** To learn to shake hands and to compile is no part of what a peer can cost. */
const WARM_UP_MS = 2000;
const NOISE_RUNS = 20;
/** An accepted connection is all that this probe looks for. */
const OF_TCP =
  /^answered \| open not-checked pass port-open$|^request (?:ECONNRESET|EPIPE) \| open silent fail hung-up$/;

let bench: ProbeBench;

beforeAll(async () => {
  bench = await startProbeBench();
  await meet(bench, PROBE_HOSTS, ({ startHonest }) => startHonest(), { timeoutMs: WARM_UP_MS });
});

afterAll(() => bench.close());

function expectedOf({ kind, broken }: Pick<ProbeHost, 'kind' | 'broken'>, expected: RegExp): RegExp {
  return ONLY_CONNECT.has(kind) ? OF_TCP : (broken ?? expected);
}

describe('the matrix of probes and hostile peers', () => {
  it('has a row for every kind of probe', () => {
    const rows = new Set([...PROBE_HOSTS.map(({ kind }) => kind), ...UDP_KINDS]);
    expect([...rows].sort()).toEqual(Object.keys(PROBES).sort());
  });
});

describe.each(FAULTS)('a peer that $name', ({ start, expected }) => {
  let batch: BatchResult;

  beforeAll(async () => {
    batch = await meet(bench, PROBE_HOSTS, start, { expected: (host) => expectedOf(host, expected) });
  });

  it.each(PROBE_HOSTS)('does not deceive, delay or burden the probe $name', ({ name, kind, broken }) => {
    const cell = batch.get(name);
    if (cell === undefined) throw new Error(`${name} did not run`);
    expect(cell.line).toMatch(expectedOf({ kind, broken }, expected));
    // Not one byte may be written: 9100 prints what it gets.
    if (ONLY_CONNECT.has(kind)) expect(cell.receivedBytes).toBe(0);
    expectHarmless(cell);
  });
});

describe('a peer that answers with noise', () => {
  it('never earns a pass and breaks nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 400 }), async (noise) => {
        const batch = await meet(bench, PROBE_HOSTS, ({ greeting }) =>
          startPeer((socket) => {
            if (greeting !== '') socket.write(greeting);
            replyWith(Buffer.from(noise))(socket);
          }),
        );
        for (const [name, cell] of batch) {
          if (!ONLY_CONNECT.has(name)) expect(cell.line, name).toMatch(/ \| \S+ \S+ fail /);
          expectHarmless(cell, name);
        }
      }),
      { numRuns: NOISE_RUNS },
    );
  });
});
