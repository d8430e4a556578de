/** Every probe over TCP against an honest server whose words are cut, split or changed on their way. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Distortion, startProxy } from '../../servers/distorting-proxy.ts';
import { type ProbeBench, startProbeBench } from '../../servers/probe-bench.ts';
import { ONLY_CONNECT, PROBE_HOSTS, type ProbeHost } from '../../servers/probe-hosts.ts';
import { type BatchResult, expectHarmless, type Met, meet, TIMEOUT_MS } from '../../servers/reliability.ts';

/** For what takes its time and is right in the end. */
const PATIENT_MS = 3000;
const CHANGE_RUNS = 20;
const MAX_CHANGES = 4;
/** Too short for a word of any protocol, but for the letter with which PostgreSQL declines TLS. */
const FEW_BYTES = 3;
const SHARES = [0.25, 0.5, 0.75, 0.95];

/** The greeting is what this one has; beyond it FTP waits for logins much longer than for anything (ftp-hostile). */
const IMPATIENT_HOSTS = PROBE_HOSTS.filter(({ greeting }) => greeting === '');
const SPEAKING_HOSTS = PROBE_HOSTS.filter(({ kind }) => !ONLY_CONNECT.has(kind));

let bench: ProbeBench;
/** What each probe says of its honest server, and how many bytes that took. */
const honest = new Map<string, { readonly line: string; readonly bytes: number }>();

beforeAll(async () => {
  bench = await startProbeBench();
  const passed = new Map<string, () => number>();
  const start = async (host: ProbeHost) => {
    const { peer, passedBytes } = await distorted(host, () => ({ kind: 'none' }));
    passed.set(host.name, passedBytes);
    return peer;
  };
  await meet(bench, PROBE_HOSTS, start, { timeoutMs: PATIENT_MS });
  const batch = await meet(bench, PROBE_HOSTS, start, { timeoutMs: PATIENT_MS });
  for (const [name, { line }] of batch) honest.set(name, { line, bytes: passed.get(name)?.() ?? 0 });
});

afterAll(() => bench.close());

async function distorted(host: ProbeHost, distortion: (bytes: number) => Distortion) {
  const server = await host.startHonest();
  const proxy = await startProxy(server, distortion(honest.get(host.name)?.bytes ?? 0));
  const peer: Met = {
    ...proxy,
    close: async () => {
      await proxy.close();
      await server.close();
    },
  };
  return { peer, passedBytes: proxy.passedBytes };
}

function meetDistorted(
  hosts: readonly ProbeHost[],
  distortion: (bytes: number) => Distortion,
  timeoutMs = TIMEOUT_MS,
): Promise<BatchResult> {
  return meet(bench, hosts, async (host) => (await distorted(host, distortion)).peer, { timeoutMs });
}

/** A fault of the talk, or the same as of all the words. FTP may have been about to take its file away. */
const CUT_OFF = / \| \S+ \S+ fail | warn ftp-test-file-left$/;
/** Some letters mean something else; a fault of the tool they are not. */
const CHANGED = / \| (?:open|unreachable) \S+ (?:fail|warn|pass) /;

function expectSane(batch: BatchResult, expected: RegExp): void {
  for (const [name, cell] of batch) {
    if (cell.line !== honest.get(name)?.line) expect(cell.line, name).toMatch(expected);
    expectHarmless(cell, name);
  }
}

describe('an honest server', () => {
  it.each(PROBE_HOSTS)('is recognised by the probe $name', ({ name }) => {
    expect(honest.get(name)?.line).toMatch(/^answered \| open (?:confirmed|not-checked) (?:pass|warn) /);
  });

  it('is recognised just as well when each byte comes in a segment of its own', async () => {
    const batch = await meetDistorted(PROBE_HOSTS, () => ({ kind: 'split' }), PATIENT_MS);
    const lines = (cells: ReadonlyMap<string, { readonly line: string }>) =>
      [...cells].map(([name, { line }]) => `${name}: ${line}`);
    expect(lines(batch)).toEqual(lines(honest));
    for (const [name, cell] of batch) expectHarmless(cell, name);
  });

  it('is found too slow, and not waited for, when its bytes come too slowly', async () => {
    const hosts = IMPATIENT_HOSTS.filter(({ kind }) => !ONLY_CONNECT.has(kind));
    const batch = await meetDistorted(hosts, () => ({ kind: 'drip', everyMs: 60 }));
    for (const [name, { line }] of batch) expect(line, name).toMatch(/ \| \S+ \S+ fail /);
    expectSane(batch, CUT_OFF);
  });
});

describe.each(['reset', 'end', 'stay'] as const)('an honest server that is cut off with «%s»', (then) => {
  const hosts = then === 'stay' ? IMPATIENT_HOSTS : PROBE_HOSTS;

  it('does not pass when only a few bytes came', async () => {
    const speaking = SPEAKING_HOSTS.filter((host) => hosts.includes(host));
    const batch = await meetDistorted(speaking, () => ({ kind: 'cut', afterBytes: FEW_BYTES, then }));
    for (const [name, { line }] of batch) expect(line, name).toMatch(/ \| \S+ \S+ fail /);
    expectSane(batch, CUT_OFF);
  });

  it.each(SHARES)('is told from a broken tool, in time, when %f of its bytes came', async (share) => {
    const cut = (bytes: number): Distortion => ({ kind: 'cut', afterBytes: Math.ceil(bytes * share), then });
    const batch = await meetDistorted(hosts, cut);
    expectSane(batch, CUT_OFF);
  });
});

describe('an honest server whose words are changed on the way', () => {
  it('breaks nothing', async () => {
    const change = fc.record({ place: fc.double({ min: 0, max: 0.999, noNaN: true }), to: fc.nat(255) });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: MAX_CHANGES }), async (changes) => {
        const batch = await meetDistorted(IMPATIENT_HOSTS, (bytes) => ({
          kind: 'change',
          places: changes.map(({ place, to }) => ({ at: Math.floor(place * bytes), to })),
        }));
        expectSane(batch, CHANGED);
      }),
      { numRuns: CHANGE_RUNS },
    );
  });
});
