/** One protocol that may stand on a port plainly or within TLS: asked plainly first, within TLS where that leaves a doubt. */
import type { Duplex } from 'node:stream';
import type { TlsFacts } from '../contract/facts.ts';
import { dial, dialAddress } from './dial.ts';
import { inBackground, type ProbeContext, type ProbeTarget } from './probe.ts';
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

/** Rejects as the plain talk does, where TLS does not stand either. */
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
  return { address, localAddress, ...seen.answer };
}

/** Rejects where no TLS stands. */
async function askWithinTls<T>(
  address: string,
  target: ProbeTarget,
  ask: Asking<T>['ask'],
  context: ProbeContext,
): Promise<Pick<Asked<T>, 'tls' | 'answer'>> {
  const open = async () => shakeHands(await dialAddress(address, target.port, context), target.host, context);
  const { socket, facts } = await open();
  const again = async (): Promise<Duplex> => (await open()).socket;
  const answer = await ask(startingWith(socket, again), context).catch(() => null);
  return { tls: facts, answer };
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
