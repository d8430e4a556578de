/** What a probe is: a value that observes one target and returns typed facts, or throws. It never judges. */
import type { PortRange } from '../contract/catalogue.ts';
import type { ProbePhase } from '../contract/check.ts';
import type { ProbeFacts, ProbeOptions } from '../contract/facts.ts';
import type { ProbeKind, Transport } from '../contract/words.ts';

/** Where a probe goes. `host` is a name or an address, as the profile says it. */
export interface ProbeTarget {
  readonly host: string;
  readonly port: number;
  readonly transport: Transport;
  /** FTP passive: the range in which the server listens for data connections. */
  readonly dataPorts?: PortRange | undefined;
  /** FTP active: the port from which the server connects back. */
  readonly callbackFrom?: number | undefined;
}

/** One address of a host, after name resolution. */
export interface HostAddress {
  readonly address: string;
  readonly family: 4 | 6;
}

/** How long and how often the run is willing to wait. */
export interface Patience {
  readonly timeoutMs: number;
  readonly attempts: number;
}

/** What a probe measured where no connection is made. */
export interface Measure {
  /** Time of the first reply; null where none came. */
  readonly rttMs: number | null;
  /** How often the question was sent. */
  readonly attempts: number;
}

/** What the runner lends to a probe for one attempt. */
export interface ProbeContext {
  /** Aborted at the deadline, on cancellation, and when the attempt ends: every socket is tied to it. */
  readonly signal: AbortSignal;
  /** Bind to this address; null where the system chooses. */
  readonly localAddress: string | null;
  /** Addresses of a host in the order of the system; rejects with the resolver's code. */
  readonly resolve: (host: string) => Promise<readonly HostAddress[]>;
  /** Says how far the probe has come. Entering `connect` again (next address) starts its deadline anew. */
  readonly enter: (phase: ProbePhase) => void;
  /** Milliseconds left of the budget of the current phase; all phases after `connect` share one budget. */
  readonly remainingMs: () => number;
  /** For a probe that makes further connections of its own. */
  readonly patience: Patience;
  /** Without a handshake there is nothing the runner could measure or repeat: such a probe tells itself. */
  readonly measured: (measure: Measure) => void;
  /** One line of what was sent or came back. The caller leaves secrets out. */
  readonly trace: (line: string) => void;
}

export interface Probe<K extends ProbeKind> {
  /** Budget of all phases after `connect` together, in milliseconds; without it, one timeout. */
  readonly talkMs?: (patience: Patience) => number;
  readonly run: (
    target: ProbeTarget,
    options: ProbeOptions<K>,
    context: ProbeContext,
  ) => Promise<ProbeFacts<K>>;
}

/** The same attempt without its phases: for a second look beside the first. */
export function inBackground(context: ProbeContext): ProbeContext {
  return { ...context, enter: () => {} };
}

/** A failure with a code of `ProbeFailure`; `message` is its detail. */
export class ProbeError extends Error {
  readonly code: string;

  constructor(code: string, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'ProbeError';
    this.code = code;
  }
}
