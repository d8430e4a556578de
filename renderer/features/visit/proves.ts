/** What a run from one place would prove, told from its plan. */
import type { PlannedCheck } from '../../../src/contract/check.ts';
import { isExternalKind, VIEWPOINTS, type Viewpoint } from '../../../src/contract/words.ts';

export interface Proves {
  readonly direct: number;
  readonly indirect: number;
  readonly elsewhere: number;
  /** Direct flows by the name given to them, each with its ports in order: `80`, `161/udp`, `30000–30199`. */
  readonly groups: readonly { readonly name: string; readonly ports: readonly string[] }[];
  /** Direct flows to devices, to external resources, and to servers. */
  readonly toDevices: number;
  readonly toExternal: number;
  readonly toServers: number;
  /** The other places, from which the rest must be proven. */
  readonly otherPlaces: readonly Viewpoint[];
}

/** `nameOf` says under which name a direct flow is shown; flows of one name share a line. */
export function provesOf(
  checks: readonly PlannedCheck[],
  viewpoint: Viewpoint,
  nameOf: (check: PlannedCheck) => string,
): Proves {
  const direct = checks.filter(({ action }) => action.kind === 'probe' && action.proof === 'direct');
  const indirect = checks.filter(({ action }) => action.kind === 'probe' && action.proof === 'indirect');
  const ports = new Map<string, Set<string>>();
  for (const check of direct) {
    const name = nameOf(check);
    const known = ports.get(name) ?? new Set<string>();
    for (const port of portsOf(check)) known.add(port);
    ports.set(name, known);
  }
  const toDevices = direct.filter(({ to }) => to.role === 'device').length;
  const toExternal = direct.filter(({ to }) => isExternalKind(to.role)).length;
  return {
    direct: direct.length,
    indirect: indirect.length,
    elsewhere: checks.length - direct.length - indirect.length,
    groups: [...ports].map(([name, known]) => ({ name, ports: [...known] })),
    toDevices,
    toExternal,
    toServers: direct.length - toDevices - toExternal,
    otherPlaces: VIEWPOINTS.filter(
      (place) => place !== viewpoint && checks.some((check) => check.place === place),
    ),
  };
}

function portsOf(check: PlannedCheck): readonly string[] {
  const port = check.transport === 'udp' ? `${check.port}/udp` : String(check.port);
  return check.dataPorts === undefined ? [port] : [port, `${check.dataPorts.from}–${check.dataPorts.to}`];
}
