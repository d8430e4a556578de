/** Listens for SNMP traps in the place of the server for a given time: the same behind the window and the command line. */
import type { Catalogue } from '../contract/catalogue.ts';
import type { Site } from '../contract/site.ts';
import { TRAPS_FORMAT, type TrapRecord, type TrapReport, type TrapTally } from '../contract/traps.ts';
import { createResolver, type Resolve } from '../probes/resolve.ts';
import { startTrapListener } from '../standin/trap-listener.ts';
import { explainListenError, type ListenProblem } from './listen-problem.ts';
import { createTallyKeeper } from './trap-tally.ts';

export interface TrapRequest {
  readonly site: Site;
  readonly catalogue: Catalogue;
  /** Null: every address of this computer. */
  readonly address: string | null;
  readonly seconds: number;
  readonly toolVersion: string;
}

export interface TrapHooks {
  /** Aborting it ends the listening; what was heard is still reported. */
  readonly signal: AbortSignal;
  /** A trap that is kept. */
  readonly onTrap: (trap: TrapRecord) => void;
  /** After anything that came, also what is only counted. */
  readonly onChange: () => void;
}

export interface TrapListening {
  readonly addresses: readonly string[];
  readonly port: number;
  readonly startedAt: string;
  readonly tally: () => TrapTally;
  /** Resolves when the time is over or the signal aborted; rejects with a `ListenProblem`. No socket is left then. */
  readonly done: Promise<TrapReport>;
}

const EVERY_IPV4 = '0.0.0.0';
const EVERY_IPV6 = '::';
const RESOLVE_WAIT_MS = 3000;

/** Resolves once it listens. Rejects with a `ListenProblem` where the port cannot be had. */
export async function listenForTraps(request: TrapRequest, hooks: TrapHooks): Promise<TrapListening> {
  const { site, address } = request;
  const port = trapPortOf(request);
  const found = await findAddresses(site.devices);
  const keeper = createTallyKeeper(site.devices, found);
  const speaksIpv6 = [...found.values()].flat().some((entry) => entry.includes(':'));
  const addresses = address !== null ? [address] : speaksIpv6 ? [EVERY_IPV4, EVERY_IPV6] : [EVERY_IPV4];
  let giveUp: (problem: ListenProblem) => void = () => {};
  const broken = new Promise<never>((_resolve, reject) => {
    giveUp = reject;
  });
  broken.catch(() => {});
  const explain = (error: unknown) => explainListenError(error, { address, port });
  const listener = await startTrapListener({
    addresses,
    port,
    community: site.snmp.community,
    onTrap: (trap) => {
      const record = keeper.add(trap, new Date());
      if (record !== null) hooks.onTrap(record);
      hooks.onChange();
    },
    onUnreadable: () => {
      keeper.addUnreadable();
      hooks.onChange();
    },
    onBroken: (error) => void explain(error).then(giveUp),
  }).catch(async (error: unknown) => {
    throw await explain(error);
  });
  const startedAt = new Date().toISOString();

  async function untilTheEnd(): Promise<TrapReport> {
    try {
      const interrupted = await Promise.race([waitFor(request.seconds, hooks.signal), broken]);
      return {
        format: TRAPS_FORMAT,
        version: 1,
        tool: { version: request.toolVersion },
        site: { id: site.id, name: site.name },
        listened: { addresses, port: listener.port },
        startedAt,
        finishedAt: new Date().toISOString(),
        interrupted,
        ...keeper.tally(),
        traps: [...keeper.traps()],
      };
    } finally {
      await listener.close();
    }
  }

  const done = untilTheEnd();
  done.catch(() => {});
  return { addresses, port: listener.port, startedAt, tally: keeper.tally, done };
}

/** The port of the vendor's row about traps, or what the site uses in its place. */
export function trapPortOf({ site, catalogue }: Pick<TrapRequest, 'site' | 'catalogue'>): number {
  const requirement = catalogue.requirements.find(({ service }) => service === 'snmp-trap');
  return site.portOverrides[requirement?.id ?? 'snmp-trap'] ?? requirement?.flows[0]?.port ?? 162;
}

/** Device id → addresses; a name that leads nowhere, or not in time, has none. */
async function findAddresses(
  devices: Site['devices'],
  resolve: Resolve = createResolver(),
): Promise<ReadonlyMap<string, readonly string[]>> {
  const late = new Promise<readonly never[]>((resolve) => {
    setTimeout(() => resolve([]), RESOLVE_WAIT_MS).unref();
  });
  const entries = devices.map(async ({ id, host }) => {
    const found = await Promise.race([resolve(host).catch(() => []), late]);
    return [id, found.map(({ address }) => address)] as const;
  });
  return new Map(await Promise.all(entries));
}

/** Whether it was ended before its time. */
function waitFor(seconds: number, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const end = (interrupted: boolean) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      resolve(interrupted);
    };
    const onAbort = () => end(true);
    const timer = setTimeout(() => end(false), seconds * 1000);
    if (signal.aborted) end(true);
    else signal.addEventListener('abort', onAbort, { once: true });
  });
}
