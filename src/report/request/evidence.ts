/** What the runs together know: the newest direct result of each check, and which ports answered anybody at all. */
import type { Check, CheckResult } from '../../contract/check.ts';
import type { Run } from '../../contract/run.ts';
import { placeOf, type Viewpoint } from '../../contract/words.ts';

export interface Seen {
  readonly result: CheckResult;
  readonly run: Run;
}

export interface Evidence {
  /** By check id: the newest result that was probed where the flow starts; where the tool failed, the one before. */
  readonly direct: ReadonlyMap<string, Seen>;
  /** Whether another place than the check's own found this port of the host open when it last looked. */
  readonly openElsewhere: (check: Check) => boolean;
  /** Addresses that names of the profile were resolved to, by name. */
  readonly addresses: ReadonlyMap<string, string>;
}

/** A port that «opens» because something answers for everybody is no evidence. */
const UNTRUSTED: ReadonlySet<string> = new Set(['decoy-open', 'decoy-unknown']);

export function evidenceOf(runs: readonly Run[]): Evidence {
  const direct = new Map<string, Seen>();
  const places = new Map<string, Map<Viewpoint, boolean>>();
  const addresses = new Map<string, string>();
  for (const run of runs.toSorted((a, b) => a.startedAt.localeCompare(b.startedAt))) {
    for (const result of run.checks) {
      const isDirect = result.proof === 'direct' && result.attempts > 0;
      if (isDirect && isBetter(result, direct.get(result.id)?.result)) direct.set(result.id, { result, run });
      // Behind a proxy it is the proxy that was connected to.
      const { address, proxy } = result.facts;
      if (typeof address === 'string' && address !== '' && proxy == null)
        addresses.set(result.to.host, address);
    }
    for (const [port, isOpen] of portsOf(run)) {
      places.set(port, new Map(places.get(port)).set(run.viewpoint, isOpen));
    }
  }
  return {
    direct,
    openElsewhere: (check) =>
      [...(places.get(portKey(check)) ?? [])].some(
        ([place, isOpen]) => isOpen && place !== placeOf(check.from),
      ),
    addresses,
  };
}

/** Where the tool failed nothing was seen; else the later look, for a run may carry older results over. */
function isBetter(result: CheckResult, held: CheckResult | undefined): boolean {
  if (held === undefined) return true;
  if ((result.verdict === 'error') !== (held.verdict === 'error')) return held.verdict === 'error';
  return (result.startedAt ?? '') >= (held.startedAt ?? '');
}

/** The ports that the run has looked at, true where one of its checks found it open. */
function portsOf({ checks }: Run): ReadonlyMap<string, boolean> {
  const ports = new Map<string, boolean>();
  for (const result of checks) {
    if (result.portState === null) continue;
    const isOpen = result.portState === 'open' && !UNTRUSTED.has(result.reason.code);
    ports.set(portKey(result), isOpen || ports.get(portKey(result)) === true);
  }
  return ports;
}

function portKey({ to, port, transport }: Check): string {
  return `${to.host.toLowerCase()} ${port}/${transport}`;
}
