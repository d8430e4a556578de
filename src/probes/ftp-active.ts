/** The `ftp-active` probe: does the server connect back to a listener of ours, from which port, and does a file get through? */
import type { FtpActiveFacts, FtpActiveMode, FtpStep, FtpTransfer } from '../contract/facts-ftp.ts';
import { type ActiveWay, createActiveWay } from './ftp-active-mode.ts';
import { exchange } from './ftp-data.ts';
import { type FtpSession, openSession } from './ftp-session.ts';
import { activeTalkMs } from './ftp-times.ts';
import { transferTestFile } from './ftp-transfer.ts';
import { type Probe, type ProbeContext, ProbeError } from './probe.ts';

export const ftpActiveProbe: Probe<'ftp-active'> = {
  talkMs: activeTalkMs,
  run: async (target, options, context) => {
    const { callbackFrom } = target;
    if (callbackFrom === undefined) throw new ProbeError('internal', 'the flow names no port to come from');
    const session = await openSession(target, options, context);
    const { address, localAddress, facts: control, login } = session;
    const base = { address, localAddress, control, login, callbackFrom };
    try {
      if (login.outcome !== 'accepted') return { ...base, modes: [], transfer: null };
      context.enter('transfer');
      return { ...base, ...(await talkIn(session, context)) };
    } finally {
      session.close();
    }
  },
};

interface Trial {
  readonly way: ActiveWay;
  readonly use: FtpStep | null;
}

/** A server that cannot connect back may hold its session for a minute: the next mode then gets a session of its own. */
async function talkIn(
  first: FtpSession,
  context: ProbeContext,
): Promise<Pick<FtpActiveFacts, 'modes' | 'transfer'>> {
  const { address, localAddress } = first;
  const trials: Trial[] = [];
  let session = first;
  try {
    // PORT cannot say an IPv6 address (RFC 2428, 1).
    for (const command of address.includes(':') ? (['EPRT'] as const) : (['PORT', 'EPRT'] as const)) {
      if (session.control.broken() !== null) {
        const next = await session.again();
        if (session !== first) session.close();
        session = next;
        if (session.login.outcome !== 'accepted') break;
      }
      const way = createActiveWay(command, { address, localAddress, context });
      trials.push({ way, use: await tryList(session, way, context) });
    }
    if (session.control.broken() !== null && trials.some(isWorthwhile)) {
      const next = await session.again();
      if (session !== first) session.close();
      session = next;
    }
    const transfer = await transferBack(session, trials, context);
    return { modes: trials.map(({ way, use }): FtpActiveMode => way.seen(use)), transfer };
  } catch (error) {
    if (context.signal.aborted || trials.length === 0) throw error;
    // The second session was refused: what the first showed stands.
    return { modes: trials.map(({ way, use }) => way.seen(use)), transfer: null };
  } finally {
    if (session !== first) session.close();
  }
}

/** LIST first: where the connection back is blocked, vsftpd would leave an empty file of STOR behind. */
async function tryList(session: FtpSession, way: ActiveWay, context: ProbeContext): Promise<FtpStep | null> {
  const list = await exchange(session.control, way, 'LIST', null, context);
  return list.sent ? list.step : null;
}

/** Also where LIST is forbidden, as in a drop folder: then STOR is the first that needs the connection. */
async function transferBack(
  session: FtpSession,
  trials: readonly Trial[],
  context: ProbeContext,
): Promise<FtpTransfer | null> {
  if (
    session.login.outcome !== 'accepted' ||
    session.login.directoryRefused !== null ||
    session.control.broken() !== null
  )
    return null;
  const usable = trials.filter(isWorthwhile);
  const store = usable[0];
  const retrieve = usable.at(-1);
  if (store === undefined || retrieve === undefined) return null;
  return transferTestFile(session, { store: store.way, retrieve: retrieve.way }, context);
}

function isWorthwhile({ way, use }: Trial): boolean {
  return way.hasConnected() || (use?.reply?.code ?? 0) >= 450;
}
