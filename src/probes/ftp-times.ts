/** How long an FTP talk may take: everything that waits in an FTP probe waits by these. */
import { connectBudgetMs } from './connect-budget.ts';
import type { Patience } from './probe.ts';

/** A wrong password is held back on purpose: by PAM about 2 s, by vsftpd 1 s more. */
const LOGIN_FLOOR_MS = 8000;
/** The server's first SYN may be lost; it is sent again after one second (RFC 6298, 2). */
const CALLBACK_FLOOR_MS = 1500;
/** Commands of one session that may each take nearly a whole timeout. */
const COMMANDS = 14;
/** Sessions of one check: the first, one for the second mode, one that cleans up. */
const SESSIONS = 3;
/** Data connections by PASV (announced and control address) and EPSV, then two of the transfer. */
const DATA_CONNECTIONS = 5;
const SWEEP_SLACK = 1.3;

export function loginWaitMs({ timeoutMs }: Patience): number {
  return Math.max(timeoutMs, LOGIN_FLOOR_MS);
}

export function callbackWaitMs({ timeoutMs }: Patience): number {
  return Math.max(timeoutMs, CALLBACK_FLOOR_MS);
}

/** Enough for a server that is slow in everything; a healthy one takes a small part of it. */
export function passiveTalkMs(patience: Patience, platform: NodeJS.Platform = process.platform): number {
  const connections = DATA_CONNECTIONS + SWEEP_SLACK;
  const longestMs = connectBudgetMs(patience.timeoutMs, undefined, platform);
  return sessionsMs(patience) + connections * patience.attempts * longestMs;
}

export function activeTalkMs(patience: Patience): number {
  return sessionsMs(patience) + 4 * callbackWaitMs(patience);
}

function sessionsMs(patience: Patience): number {
  return SESSIONS * loginWaitMs(patience) + COMMANDS * patience.timeoutMs;
}
