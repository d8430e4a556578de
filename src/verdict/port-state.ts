/** The state of a port from what the operating system said, as nmap's connect scan reads it. */
import type { ProbeFailure } from '../contract/check.ts';
import { connectStateOf } from '../contract/connect-states.ts';
import type { PortState, Transport } from '../contract/words.ts';

const NAME_NOT_FOUND: ReadonlySet<string> = new Set([
  'ENOTFOUND',
  'ENODATA',
  'EAI_NONAME',
  'EAI_NODATA',
  'EAI_ADDRFAMILY',
  'EBADNAME',
]);

/** Failures of this computer or program, in whatever phase: they say nothing about the port. */
const OWN_FAILURES: ReadonlySet<string> = new Set([
  'EADDRNOTAVAIL',
  'EADDRINUSE',
  'EAFNOSUPPORT',
  'EINVAL',
  'EMFILE',
  'ENFILE',
  'ENOBUFS',
  'ENOMEM',
  'internal',
  'not-implemented',
]);

export function isOwnFailure(failure: ProbeFailure): boolean {
  return OWN_FAILURES.has(failure.code);
}

/** Null where the failure says nothing about the port: this computer's own fault, or no answer about the name. */
export function portStateOf(transport: Transport, failure: ProbeFailure): PortState | null {
  if (isOwnFailure(failure)) return null;
  if (failure.phase === 'resolve') return NAME_NOT_FOUND.has(failure.code) ? 'unresolved' : null;
  if (transport === 'udp') return udpState(failure);
  return failure.phase === 'connect' ? connectStateOf(failure.code) : 'open';
}

/** Something came back, though not the whole reply that was asked for. */
const UDP_SAID_SOMETHING: ReadonlySet<string> = new Set(['protocol', 'incomplete', 'too-large']);

/** UDP has no handshake: only an ICMP message or a reply tells anything, in whatever phase the probe was. */
function udpState({ code }: ProbeFailure): PortState | null {
  if (code === 'timeout' || code === 'ETIMEDOUT') return 'open|filtered';
  if (UDP_SAID_SOMETHING.has(code)) return 'open';
  // A connected UDP socket reports «port unreachable» as a refusal; Windows calls the same a reset.
  if (code === 'ECONNRESET') return 'closed';
  const state = connectStateOf(code);
  return state === 'open' ? null : state;
}
