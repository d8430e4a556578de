/** One fault against every probe at once, for tests: peers are started, cells run, verdicts read, peers closed. */
import { setTimeout as after } from 'node:timers/promises';
import { expect } from 'vitest';
import type { Check } from '../../src/contract/check.ts';
import type { Observation } from '../../src/contract/facts.ts';
import type { ProbeKind } from '../../src/contract/words.ts';
import { judge } from '../../src/verdict/judge.ts';
import { type CellCost, LIMITS, type ProbeBench } from './probe-bench.ts';
import { type ProbeHost, UDP_KINDS } from './probe-hosts.ts';
import type { Cell } from './probe-subject.ts';

/** Long enough that a fifth of it is more than a timer is late by, short enough to wait for. */
export const TIMEOUT_MS = 300;
/** For the last segments of a connection to arrive. */
const GRACE_MS = 2000;
/** Nobody listens there on loopback: the sweep of FTP costs next to nothing. */
const DATA_PORTS = { from: 30_000, to: 30_004 };

/** A peer that is being met; `connections` where it can say when the client was gone. */
export interface Met {
  readonly host: string;
  readonly port: number;
  readonly connections?: readonly { readonly received: () => Buffer; readonly closed: Promise<number> }[];
  readonly close: () => Promise<void>;
}

export interface CellResult extends CellCost {
  /** `reply timeout | open silent fail silent-service`, `answered | open …`. */
  readonly line: string;
  /** What the peer heard on all its connections. */
  readonly receivedBytes: number;
}

export type BatchResult = ReadonlyMap<string, CellResult>;

export type ProbedHost = Pick<ProbeHost, 'name' | 'kind' | 'options' | 'waits'>;

interface MeetOptions<H> {
  readonly timeoutMs?: number;
  /** Whoever says something else is asked once more, alone: on a busy machine even words may come too late. */
  readonly expected?: (host: H) => RegExp;
}

/** `left` also names the connections of which the peers did not see the end. */
export async function meet<H extends ProbedHost>(
  bench: ProbeBench,
  hosts: readonly H[],
  start: (host: H) => Promise<Met>,
  { timeoutMs = TIMEOUT_MS, expected = () => /./ }: MeetOptions<H> = {},
): Promise<BatchResult> {
  const met = await Promise.all(hosts.map(async (host) => ({ host, peer: await start(host) })));
  try {
    const cells = met.map(({ host, peer }) => cellOf(host, peer, timeoutMs));
    const costs = await bench.run(cells, (cell, observation, index) => {
      const [one] = met.slice(index, index + 1);
      const line = lineOf(cell, observation);
      // A pass is never forgiven.
      return one !== undefined && !expected(one.host).test(line) && !line.includes(' pass ');
    });
    const results = met.map(async ({ host, peer }, index): Promise<[string, CellResult]> => {
      const [cell, cost] = [cells[index], costs[index]];
      if (cell === undefined || cost === undefined) throw new Error(`no result of ${host.name}`);
      const left = [...cost.left, ...(await heldConnections(host, peer))];
      const receivedBytes = (peer.connections ?? []).reduce((sum, one) => sum + one.received().length, 0);
      return [host.name, { ...cost, left, line: lineOf(cell, cost.observation), receivedBytes }];
    });
    return new Map(await Promise.all(results));
  } finally {
    await Promise.all(met.map(({ peer }) => peer.close()));
  }
}

async function heldConnections({ name }: ProbedHost, { connections = [] }: Met): Promise<readonly string[]> {
  const late = new AbortController();
  const isGone = Promise.all(connections.map(({ closed }) => closed)).then(() => true);
  const isLate = after(GRACE_MS, false, { signal: late.signal }).catch(() => false);
  const gone = await Promise.race([isGone, isLate]);
  late.abort();
  return gone ? [] : [`a connection of ${name}`];
}

function cellOf({ kind, options, waits }: ProbedHost, { host, port }: Met, timeoutMs: number): Cell {
  const transport = (UDP_KINDS as readonly ProbeKind[]).includes(kind) ? 'udp' : 'tcp';
  const target = { host, port, transport, dataPorts: DATA_PORTS, callbackFrom: 20 } as const;
  return { kind, target, options: options(port), timeoutMs, waits };
}

function lineOf({ kind, target }: Cell, observation: Observation): string {
  const check: Check = {
    id: `reliability:server>it:${target.port}/${target.transport}`,
    requirement: 'reliability',
    from: 'server',
    to: { role: 'server', id: 'it', host: target.host },
    transport: target.transport,
    port: target.port,
    service: kind,
    required: true,
    inside: false,
  };
  const { portState, serviceState, verdict, reason } = judge({
    check,
    proof: 'direct',
    stage: 'after-install',
    observation,
    decoy: null,
    language: 'ru',
  });
  const { outcome } = observation;
  const seen = outcome === 'failed' ? `${observation.failure.phase} ${observation.failure.code}` : outcome;
  return `${seen} | ${portState} ${serviceState} ${verdict} ${reason.code}`;
}

/** In time, in bounds, nothing left, nothing uncaught. */
export function expectHarmless(
  { lateness, grownBytes, blockedMs, left, faults }: CellResult,
  name = '',
): void {
  expect(faults, name).toEqual([]);
  expect(left, name).toEqual([]);
  expect(lateness, name).toBeLessThan(LIMITS.lateness);
  expect(grownBytes, name).toBeLessThan(LIMITS.grownBytes);
  expect(blockedMs, name).toBeLessThan(LIMITS.blockedMs);
}
