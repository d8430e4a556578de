/** What the answer to a TCP connection says about the port: one table for the verdict and for swept ranges. */
import type { PortState } from './words.ts';

/**
 * errno of connect(2) → state, after nmap's scan_engine_connect.cc. Where nmap says `filtered` for a network
 * that is not reachable at all or a host known to be down, this product says `unreachable`.
 */
const CONNECT_STATES = {
  ECONNREFUSED: 'closed',
  timeout: 'filtered',
  ETIMEDOUT: 'filtered',
  EHOSTUNREACH: 'filtered',
  EACCES: 'filtered',
  EPERM: 'filtered',
  ENOPROTOOPT: 'filtered',
  ENETUNREACH: 'unreachable',
  ENETDOWN: 'unreachable',
  EHOSTDOWN: 'unreachable',
  ENONET: 'unreachable',
  // A reset ends connect(2) with ECONNREFUSED; the next two mean that the handshake had been completed before it.
  ECONNRESET: 'open',
  EPIPE: 'open',
} as const satisfies Readonly<Record<string, PortState>>;

/** Null for a code that does not come from connecting. */
export function connectStateOf(code: string): (typeof CONNECT_STATES)[keyof typeof CONNECT_STATES] | null {
  return Object.hasOwn(CONNECT_STATES, code) ? CONNECT_STATES[code as keyof typeof CONNECT_STATES] : null;
}
