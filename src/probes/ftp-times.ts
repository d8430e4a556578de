/** How long an FTP talk may take: everything that waits in an FTP probe waits by these. */
import type { Patience } from './probe.ts';

/** A wrong password is held back on purpose: by PAM about 2 s, by vsftpd 1 s more. */
const LOGIN_FLOOR_MS = 8000;
/** The server's first SYN may be lost; it is sent again after one second (RFC 6298, 2). */
const CALLBACK_FLOOR_MS = 1500;
/** As the runner does for every port of a host whose round trip is known. */
const CONNECT_FLOOR_MS = 300;
const RTT_FACTOR = 3;
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

/** Budget of one connection to a host that answered in `rttMs` before. */
export function connectBudgetMs({ timeoutMs }: Patience, rttMs: number): number {
  return Math.min(timeoutMs, Math.max(CONNECT_FLOOR_MS, RTT_FACTOR * rttMs));
}

/** Enough for a server that is slow in everything; a healthy one takes a small part of it. */
export function passiveTalkMs(patience: Patience): number {
  const connections = DATA_CONNECTIONS + SWEEP_SLACK;
  return sessionsMs(patience) + connections * patience.attempts * patience.timeoutMs;
}

export function activeTalkMs(patience: Patience): number {
  return sessionsMs(patience) + 4 * callbackWaitMs(patience);
}

function sessionsMs(patience: Patience): number {
  return SESSIONS * loginWaitMs(patience) + COMMANDS * patience.timeoutMs;
}
