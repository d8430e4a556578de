/** Catalogue × site × viewpoint → checks: every flow that applies, and what a run from here does about it. */
import type { Catalogue, Flow, Requirement } from '../contract/catalogue.ts';
import type { CheckAction, PlannedCheck } from '../contract/check.ts';
import type { Site } from '../contract/site.ts';
import { placeOf, type Stage, type Viewpoint } from '../contract/words.ts';
import { isInside, type Target, targetsOf } from './targets.ts';

export interface PlanRequest {
  readonly site: Site;
  readonly catalogue: Catalogue;
  readonly viewpoint: Viewpoint;
  /** Both stages look at the same flows: the stage changes what an answer means, never what is asked. */
  readonly stage: Stage;
  /** Probe flows that start elsewhere too, as indirect evidence about the service. */
  readonly indirect: boolean;
  /** Names and addresses under which the profile may know this computer. */
  readonly ownHosts: ReadonlySet<string>;
  /** Requirement ids and hosts to limit the run to; absent means all. */
  readonly onlyRequirements?: ReadonlySet<string>;
  readonly onlyHosts?: ReadonlySet<string>;
  /** Check ids to limit the run to, as those of a request that is tested again. */
  readonly onlyChecks?: ReadonlySet<string>;
}

/** The requirements that apply to the installation scheme of this site. */
export function applicableRequirements(site: Site, catalogue: Catalogue): readonly Requirement[] {
  return catalogue.requirements.filter((requirement) => requirement.schemes.includes(site.scheme));
}

/** One check for each flow and each address it leads to, in the order of the catalogue; the same every time. */
export function planChecks(request: PlanRequest): readonly PlannedCheck[] {
  const { site } = request;
  return applicableRequirements(site, request.catalogue).flatMap((requirement) =>
    requirement.flows.flatMap((flow) =>
      targetsOf(flow, site).map((target) => planCheck(requirement, flow, target, request)),
    ),
  );
}

/** Every flow of a site, whatever a run would do about it: every viewpoint has them all, and this names none. */
export function everyFlow(site: Site, catalogue: Catalogue): readonly PlannedCheck[] {
  return planChecks({
    site,
    catalogue,
    viewpoint: 'workstation',
    stage: 'after-install',
    indirect: false,
    ownHosts: new Set(),
  });
}

function planCheck(requirement: Requirement, flow: Flow, target: Target, request: PlanRequest): PlannedCheck {
  const port = target.port ?? request.site.portOverrides[requirement.id] ?? flow.port;
  const place = placeOf(flow.from) ?? 'server';
  const check = {
    id: `${requirement.id}:${flow.from}>${target.id}:${port}/${flow.transport}`,
    requirement: requirement.id,
    from: flow.from,
    to: { role: flow.to, id: target.id, host: target.host },
    transport: flow.transport,
    port,
    ...(flow.dataPorts === undefined ? {} : { dataPorts: flow.dataPorts }),
    ...(flow.callbackFrom === undefined ? {} : { callbackFrom: flow.callbackFrom }),
    service: requirement.service,
    required: true,
    inside: isInside(flow, target, request.site),
    place,
  };
  return { ...check, action: chooseAction(check, target, request) };
}

function chooseAction(
  check: Omit<PlannedCheck, 'action'>,
  target: Target,
  request: PlanRequest,
): CheckAction {
  const { onlyRequirements, onlyHosts, onlyChecks } = request;
  const selected =
    (onlyRequirements?.has(check.requirement) ?? true) &&
    (onlyHosts?.has(check.to.host) ?? true) &&
    (onlyChecks?.has(check.id) ?? true);
  if (!selected) return { kind: 'skip', reason: 'not-selected' };
  if (check.place === request.viewpoint) {
    const own = check.to.role !== 'device' && isOwn(check.to.host, request);
    if (check.inside && !own) return elsewhere(check, target, request, 'inside-one-server');
    // On the server itself a flow from other servers is asked without ever leaving it: that proves no path.
    if (!check.inside && own && check.place === 'server') {
      return elsewhere(check, target, request, 'other-viewpoint');
    }
    return { kind: 'probe', proof: 'direct' };
  }
  return elsewhere(check, target, request, 'other-viewpoint');
}

/**
 * External resources are never probed from another place: nobody there expects a path to the database, and
 * knocking on it from a user's network looks like an attack. A trap receiver never answers, so it cannot be
 * probed for its service at all.
 */
function elsewhere(
  check: Omit<PlannedCheck, 'action'>,
  target: Target,
  request: PlanRequest,
  reason: 'other-viewpoint' | 'inside-one-server',
): CheckAction {
  const hasEvidence = check.service !== 'snmp-trap' && (!target.external || reason === 'inside-one-server');
  return request.indirect && hasEvidence ? { kind: 'probe', proof: 'indirect' } : { kind: 'skip', reason };
}

function isOwn(host: string, request: PlanRequest): boolean {
  return request.ownHosts.has(host) || request.ownHosts.has(host.toLowerCase());
}
