/** What nobody should change along with the request: what works already, and what is no firewall's fault. */
import type { CheckResult } from '../../contract/check.ts';
import type { FirewallRequest } from '../../contract/firewall-request.ts';
import type { Run } from '../../contract/run.ts';
import type { Viewpoint } from '../../contract/words.ts';
import { groupBy } from '../group-by.ts';
import { evidenceOf } from './evidence.ts';
import { networkParts } from './network-parts.ts';
import { provingPlace } from './retest.ts';

/**
 * `works`: packets come through. `service`: the port answers, the fault lies behind it. `refused`: the refusal came
 * back, so the path seems free. `name`: the name service. `unproven`: the tool could not tell, a second look is needed.
 */
export interface LeaveAlone {
  readonly kind: 'works' | 'service' | 'refused' | 'name' | 'unproven';
  readonly place: Viewpoint;
  /** All of one kind and, but for what works, of one reason; never empty. */
  readonly results: readonly CheckResult[];
}

const KINDS = ['works', 'service', 'refused', 'name', 'unproven'] as const;

/** Groups in the order of `KINDS`; a port that stands in a row of the request from the same place is in none. */
export function leaveAlone(request: FirewallRequest, runs: readonly Run[]): readonly LeaveAlone[] {
  const { direct, openElsewhere } = evidenceOf(runs);
  const asked = new Set(request.rows.flatMap(({ checks }) => checks));
  const results = [...direct.values()].map(({ result }) => result);
  const askedPorts = new Set(results.filter(({ id }) => asked.has(id)).map(placePort));
  const left = results.flatMap((result) => {
    const place = provingPlace(result.id);
    if (place === null || result.inside || asked.has(result.id) || askedPorts.has(placePort(result)))
      return [];
    return [{ result, place, kind: kindOf(result, openElsewhere(result)) }];
  });
  const groups = groupBy(left, ({ kind, place, result }) =>
    [kind, place, kind === 'works' ? '' : result.reason.code].join(' '),
  );
  const items = [...groups.values()].flatMap((members): readonly LeaveAlone[] => {
    const [first] = members;
    if (first === undefined) return [];
    return [{ kind: first.kind, place: first.place, results: members.map(({ result }) => result) }];
  });
  return items.toSorted((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind));
}

function kindOf(result: CheckResult, openElsewhere: boolean): LeaveAlone['kind'] {
  if (result.verdict === 'pass') return 'works';
  if (result.portState === 'unresolved' || result.reason.code === 'name-service-failed') return 'name';
  if (result.verdict === 'error' || result.portState === null) return 'unproven';
  if (result.portState === 'closed') return 'refused';
  const free = networkParts(result, openElsewhere).every(({ state }) => state === 'free');
  return result.portState === 'open' && (free || result.verdict === 'fail') ? 'service' : 'unproven';
}

function placePort({ from, port, transport }: CheckResult): string {
  return `${from} ${port}/${transport}`;
}
