/** What a look at the facts alone comes to, before stage, decoy and place are considered. */
import type { ReasonCode, ReasonParams } from '../contract/reasons.ts';
import type { PortState, ServiceState, Verdict } from '../contract/words.ts';

/** As after installation, seen directly. `params` adds to what every reason knows: host, port, from, … */
export interface Opinion {
  readonly portState: PortState | null;
  readonly serviceState: ServiceState;
  readonly verdict: Verdict;
  readonly code: ReasonCode;
  readonly params?: ReasonParams;
  /** The way beyond this port (data connections): stands at any stage, and says nothing from another place. */
  readonly concerns?: 'path';
}
