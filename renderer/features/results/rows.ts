/** The rows of a run, grouped by what they lead to; the order is set by the plan and never changes. */
import type { CheckResult, PlannedCheck } from '../../../src/contract/check.ts';
import type { Site } from '../../../src/contract/site.ts';
import { isExternalKind, type Party, placeOf, type Viewpoint } from '../../../src/contract/words.ts';

export const SECTIONS = ['direct', 'indirect', 'elsewhere'] as const;
export type Section = (typeof SECTIONS)[number];

export interface Group {
  readonly id: string;
  readonly kind: 'server' | 'device' | 'external';
  /** The name in the profile; empty where it has none. */
  readonly name: string;
  readonly role: Party;
  readonly host: string;
  readonly location: string;
  readonly sections: Readonly<Record<Section, readonly PlannedCheck[]>>;
  readonly total: number;
}

export function sectionOf({ action }: PlannedCheck): Section {
  return action.kind === 'probe' ? action.proof : 'elsewhere';
}

/** Groups that this place can prove something about first, then those seen indirectly, then the rest. */
export function groupChecks(checks: readonly PlannedCheck[], site: Site): readonly Group[] {
  const byTarget = new Map<string, PlannedCheck[]>();
  for (const check of checks) {
    const key = `${kindOf(check)} ${check.to.id}`;
    const known = byTarget.get(key);
    if (known === undefined) byTarget.set(key, [check]);
    else known.push(check);
  }
  const nodes = new Map([...site.servers, ...site.devices, ...site.external].map((node) => [node.id, node]));
  const groups = [...byTarget].map(([id, members]): Group => {
    const first = members[0] as PlannedCheck;
    const node = nodes.get(first.to.id);
    return {
      id,
      kind: kindOf(first),
      name: node?.name ?? '',
      role: first.to.role,
      host: first.to.host,
      location: node !== undefined && 'location' in node ? node.location : '',
      sections: {
        direct: members.filter((check) => sectionOf(check) === 'direct'),
        indirect: members.filter((check) => sectionOf(check) === 'indirect'),
        elsewhere: members.filter((check) => sectionOf(check) === 'elsewhere'),
      },
      total: members.length,
    };
  });
  return SECTIONS.flatMap((section) => groups.filter((group) => bestSection(group) === section));
}

export function bestSection(group: Group): Section {
  return SECTIONS.find((section) => group.sections[section].length > 0) ?? 'elsewhere';
}

function kindOf({ to }: PlannedCheck): Group['kind'] {
  if (to.role === 'device') return 'device';
  return isExternalKind(to.role) ? 'external' : 'server';
}

/** The plan of a finished run, read back from its results. */
export function plannedOf(result: CheckResult, viewpoint: Viewpoint): PlannedCheck {
  return { ...result, place: placeOf(result.from) ?? 'server', action: actionOf(result, viewpoint) };
}

function actionOf(result: CheckResult, viewpoint: Viewpoint): PlannedCheck['action'] {
  if (result.proof !== 'none') return { kind: 'probe', proof: result.proof };
  switch (result.reason.code) {
    case 'other-viewpoint':
    case 'inside-one-server':
    case 'not-selected':
      return { kind: 'skip', reason: result.reason.code };
    default:
      return { kind: 'probe', proof: placeOf(result.from) === viewpoint ? 'direct' : 'indirect' };
  }
}
