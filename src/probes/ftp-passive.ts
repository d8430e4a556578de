/** The `ftp-passive` probe: PASV and EPSV, a transfer, and every port of the promised range. */
import type {
  FtpLogin,
  FtpOptions,
  FtpPassiveFacts,
  FtpPassiveMode,
  FtpTransfer,
} from '../contract/facts-ftp.ts';
import { connectBudgetMs } from './connect-budget.ts';
import { toProbeError } from './errors.ts';
import { askPassive, type PassiveCommand, type PassivePlace, passiveWay } from './ftp-passive-mode.ts';
import { blocksOf, countStates, sweepRange } from './ftp-ports.ts';
import { type FtpSession, openSession } from './ftp-session.ts';
import { passiveTalkMs } from './ftp-times.ts';
import { transferTestFile } from './ftp-transfer.ts';
import { type Probe, type ProbeContext, ProbeError, type ProbeTarget } from './probe.ts';

const NOT_TRIED: FtpLogin = { outcome: 'skipped', step: null, directory: null, directoryRefused: null };

type Talk = Pick<FtpPassiveFacts, 'address' | 'localAddress' | 'control' | 'login' | 'modes' | 'transfer'> & {
  readonly rttMs: number;
};

export const ftpPassiveProbe: Probe<'ftp-passive'> = {
  talkMs: passiveTalkMs,
  run: async (target, options, context) => {
    const range = target.dataPorts;
    if (range === undefined) throw new ProbeError('internal', 'the flow names no data ports');
    const { rttMs, ...seen } = await talkPassive(target, options, context);
    // After the talk: while it lasts, a port of the range may be waiting for its data connection.
    context.enter('transfer');
    const budgetMs = connectBudgetMs(context.patience.timeoutMs, rttMs);
    const ports = await sweepRange(seen.address, range, budgetMs, context);
    return { ...seen, range, ports: [...ports], counts: countStates(ports), blocks: [...blocksOf(ports)] };
  },
};

/** A refused control port is an answer, and the range is worth looking at: before installation it is all there is. */
async function talkPassive(target: ProbeTarget, options: FtpOptions, context: ProbeContext): Promise<Talk> {
  const startMs = performance.now();
  let session: FtpSession;
  try {
    session = await openSession(target, options, context);
  } catch (error) {
    const addresses = await context.resolve(target.host).catch(() => []);
    const address = addresses.at(-1)?.address;
    if (toProbeError(error).code !== 'ECONNREFUSED' || address === undefined) throw error;
    const rttMs = performance.now() - startMs;
    const nothing = { control: null, login: NOT_TRIED, modes: [], transfer: null };
    return { ...nothing, address, localAddress: context.localAddress ?? '', rttMs };
  }
  try {
    const { address, localAddress, facts, login, rttMs } = session;
    const base = { address, localAddress, control: facts, login, rttMs };
    return { ...base, ...(await talkIn(session, target, context)) };
  } finally {
    session.close();
  }
}

async function talkIn(
  session: FtpSession,
  target: ProbeTarget,
  context: ProbeContext,
): Promise<{ readonly modes: FtpPassiveMode[]; readonly transfer: FtpTransfer | null }> {
  const { login, address, rttMs, control } = session;
  const range = target.dataPorts;
  if (login.outcome !== 'accepted' || range === undefined) return { modes: [], transfer: null };
  context.enter('transfer');
  const budgetMs = connectBudgetMs(context.patience.timeoutMs, rttMs);
  const place: PassivePlace = { address, range, budgetMs, context };
  const modes: FtpPassiveMode[] = [];
  const working: PassiveCommand[] = [];
  for (const command of ['PASV', 'EPSV'] as const) {
    const { mode, socket } = await askPassive(command, control, place);
    modes.push(mode);
    if (socket !== null) working.push(command);
    socket?.destroy();
  }
  const [store] = working;
  const retrieve = working.at(-1);
  if (store === undefined || retrieve === undefined || login.directoryRefused !== null) {
    return { modes, transfer: null };
  }
  const ways = { store: passiveWay(store, place), retrieve: passiveWay(retrieve, place) };
  return { modes, transfer: await transferTestFile(session, ways, context) };
}
