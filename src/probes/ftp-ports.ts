/** Connecting to data ports: the state of each, and of a whole range at once. */
import type { Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { PortRange } from '../contract/catalogue.ts';
import { connectStateOf } from '../contract/connect-states.ts';
import type { FtpBlock, FtpPortFact, FtpPortState } from '../contract/facts-ftp.ts';
import { FTP_PORT_STATES } from '../contract/facts-ftp.ts';
import { dialAddress, hangUp } from './dial.ts';
import { toProbeError } from './errors.ts';
import { inBackground, type ProbeContext } from './probe.ts';

/** A dropped first packet is asked again; every port of a firewall's rule is asked at nearly the same time. */
const TOGETHER = 256;
/** The beginnings are spread over this part of the budget: a burst looks like an attack to a firewall. */
const SPREAD = 0.2;

export type DataDial =
  | { readonly state: 'open'; readonly errno: null; readonly socket: Socket }
  | { readonly state: FtpPortState; readonly errno: string; readonly socket: null };

/** Silence is asked again as often as the run asks. Rejects on abort and where this computer itself is at fault. */
export async function dialData(
  address: string,
  port: number,
  budgetMs: number,
  context: ProbeContext,
): Promise<DataDial> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const quiet = {
        ...inBackground(context),
        remainingMs: () => Math.min(budgetMs, context.remainingMs()),
      };
      const { socket } = await dialAddress(address, port, quiet);
      return { state: 'open', errno: null, socket };
    } catch (error) {
      if (context.signal.aborted) throw context.signal.reason;
      const { code } = toProbeError(error);
      // Hanging up at once needs a handshake before it.
      const state: FtpPortState | null = code === 'closed' ? 'open' : connectStateOf(code);
      if (state === null) throw error;
      if (!isSilence(code) || attempt >= context.patience.attempts) {
        return { state, errno: code, socket: null };
      }
    }
  }
}

/**
 * The state of every port of a range, in order. Nothing is written. A range that is silent throughout takes
 * `attempts × budgetMs` and the spread of a fifth of one budget.
 */
export async function sweepRange(
  address: string,
  range: PortRange,
  budgetMs: number,
  context: ProbeContext,
): Promise<readonly FtpPortFact[]> {
  const silent = { ...context, trace: () => {} };
  const facts: FtpPortFact[] = [];
  for (let from = range.from; from <= range.to; from += TOGETHER) {
    const count = Math.min(TOGETHER, range.to - from + 1);
    const looks = Array.from({ length: count }, async (_, index): Promise<FtpPortFact> => {
      await wait((SPREAD * budgetMs * index) / count, undefined, { signal: context.signal });
      const { state, errno, socket } = await dialData(address, from + index, budgetMs, silent);
      if (socket !== null) hangUp(socket);
      return { port: from + index, state, errno };
    });
    facts.push(...(await Promise.all(looks)));
  }
  for (const block of blocksOf(facts)) {
    context.trace(`ports ${block.from}–${block.to}: ${block.state}`);
  }
  return facts;
}

/** Neighbours of one state, joined. `ports` are in order. */
export function blocksOf(ports: readonly FtpPortFact[]): readonly FtpBlock[] {
  const blocks: { from: number; to: number; state: FtpPortState }[] = [];
  for (const { port, state } of ports) {
    const last = blocks.at(-1);
    if (last !== undefined && last.state === state && last.to === port - 1) last.to = port;
    else blocks.push({ from: port, to: port, state });
  }
  return blocks;
}

export function countStates(ports: readonly FtpPortFact[]): Record<FtpPortState, number> {
  const counts = { open: 0, closed: 0, filtered: 0, unreachable: 0 };
  for (const state of FTP_PORT_STATES) {
    counts[state] = ports.filter((fact) => fact.state === state).length;
  }
  return counts;
}

function isSilence(code: string): boolean {
  return code === 'timeout' || code === 'ETIMEDOUT';
}
