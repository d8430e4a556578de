/** What the runs together know: the newest direct result of each check, and which ports answered anybody at all. */
import type { Check, CheckResult } from '../../contract/check.ts';
import type { Run } from '../../contract/run.ts';

export interface Seen {
  readonly result: CheckResult;
  readonly run: Run;
}

export interface Evidence {
  /** By check id: the newest result that was probed where the flow starts. */
  readonly direct: ReadonlyMap<string, Seen>;
  /** Whether a run from any place found this port of the host open. */
  readonly openElsewhere: (check: Check) => boolean;
  /** Addresses that names of the profile were resolved to, by name. */
  readonly addresses: ReadonlyMap<string, string>;
}

/** A port that «opens» because something answers for everybody is no evidence. */
const UNTRUSTED: ReadonlySet<string> = new Set(['decoy-open', 'decoy-unknown']);

export function evidenceOf(runs: readonly Run[]): Evidence {
  const direct = new Map<string, Seen>();
  const open = new Set<string>();
  const addresses = new Map<string, string>();
  for (const run of runs.toSorted((a, b) => a.startedAt.localeCompare(b.startedAt))) {
    for (const result of run.checks) {
      if (result.proof === 'direct' && result.attempts > 0) direct.set(result.id, { result, run });
      if (result.portState === 'open' && !UNTRUSTED.has(result.reason.code)) open.add(portKey(result));
      const { address } = result.facts;
      if (typeof address === 'string' && address !== '') addresses.set(result.to.host, address);
    }
  }
  return { direct, openElsewhere: (check) => open.has(portKey(check)), addresses };
}

function portKey({ to, port, transport }: Check): string {
  return `${to.host.toLowerCase()} ${port}/${transport}`;
}
