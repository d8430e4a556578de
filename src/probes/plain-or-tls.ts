/** One protocol that may stand on a port plainly or within TLS: asked plainly first, within TLS where that leaves a doubt. */
import type { Duplex } from 'node:stream';
import type { TlsFacts } from '../contract/facts.ts';
import { dial, dialAddress } from './dial.ts';
import { toProbeError } from './errors.ts';
import { inBackground, type ProbeContext, type ProbeError, type ProbeTarget } from './probe.ts';
import { lookTwice } from './second-look.ts';
import { shakeHands } from './tls.ts';

/** Opens one more connection of the same kind; the first costs nothing, because it stands already. */
export type Open = () => Promise<Duplex>;

export interface Asking<T> {
  readonly target: ProbeTarget;
  readonly context: ProbeContext;
  readonly ask: (open: Open, context: ProbeContext) => Promise<T>;
  /** Whether an answer that came plainly may be that of a port that wants TLS. Silence always may. */
  readonly mayWantTls: (answer: T) => boolean;
}

export interface Asked<T> {
  readonly address: string;
  readonly localAddress: string;
  /** Set where the answer came within TLS. */
  readonly tls: TlsFacts | null;
  /** Null where TLS stood and nothing was said within it. */
  readonly answer: T | null;
}

/** The peer spoke, if not well: that is told, and not that nothing came. */
const SAID_SOMETHING: ReadonlySet<string> = new Set(['too-large', 'incomplete', 'protocol']);

/** Rejects as the plain talk does, where TLS does not stand either, and as the talk within TLS where that breaks off. */
export async function askPlainOrTls<T>({ target, context, ask, mayWantTls }: Asking<T>): Promise<Asked<T>> {
  const { socket, address, localAddress } = await dial(target, context);
  const again = async (): Promise<Duplex> => (await dialAddress(address, target.port, context)).socket;
  const seen = await lookTwice({
    first: ask(startingWith(socket, again), context),
    isDoubtful: (answer) => answer === null || mayWantTls(answer),
    look: () => askWithinTls(address, target, ask, inBackground(context)),
    patienceMs: context.remainingMs() / 2,
    signal: context.signal,
  });
  if (seen.by === 'first') return { address, localAddress, tls: null, answer: seen.answer };
  const { tls, answer, failure } = seen.answer;
  if (failure !== null && SAID_SOMETHING.has(failure.code)) throw failure;
  return { address, localAddress, tls, answer };
}

/** Rejects where no TLS stands. */
async function askWithinTls<T>(
  address: string,
  target: ProbeTarget,
  ask: Asking<T>['ask'],
  context: ProbeContext,
): Promise<Pick<Asked<T>, 'tls' | 'answer'> & { readonly failure: ProbeError | null }> {
  const open = async () => shakeHands(await dialAddress(address, target.port, context), target.host, context);
  const { socket, facts } = await open();
  const again = async (): Promise<Duplex> => (await open()).socket;
  try {
    return { tls: facts, answer: await ask(startingWith(socket, again), context), failure: null };
  } catch (error) {
    return { tls: facts, answer: null, failure: toProbeError(error) };
  }
}

function startingWith(ready: Duplex, again: Open): Open {
  let first: Duplex | null = ready;
  return async () => {
    if (first === null) return again();
    const socket = first;
    first = null;
    return socket;
  };
}
