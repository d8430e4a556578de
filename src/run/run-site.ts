/** One run, from the plan to the finished document: the same engine behind the window and the command line. */
import type { CheckResult, PlannedCheck } from '../contract/check.ts';
import type { WebProxy } from '../contract/facts-online-install.ts';
import type { Control, Place, Run, RunEvent } from '../contract/run.ts';
import type { RunOpening } from '../contract/run-journal.ts';
import { planChecks } from '../plan/plan.ts';
import { type Decoy, probeDecoy } from '../probes/decoy.ts';
import { describePlace, findOwnHosts } from '../probes/place.ts';
import { createRunner } from '../probes/runner.ts';
import { createSchedule, PER_HOST_CONCURRENCY } from '../probes/schedule.ts';
import { judge } from '../verdict/judge.ts';
import { controlOf } from './controls.ts';
import { probeOptions } from './probe-options.ts';
import { resultOf } from './results.ts';
import { assembleRun, openRun } from './run-document.ts';
import type { RunRequest } from './run-request.ts';

/** What a run takes over from the one it continues; empty for a run of its own. */
export interface CarriedOver {
  readonly results: readonly CheckResult[];
  readonly controls: readonly Control[];
}

export interface RunHooks {
  /** Told once, before anything is probed; the run waits for it. */
  readonly onOpen?: (opening: RunOpening, carried: CarriedOver) => Promise<void>;
  /** Aborting it ends every socket at once; what was measured so far still becomes a document. */
  readonly signal: AbortSignal;
  readonly onEvent: (event: RunEvent) => void;
}

/**
 * Plans the checks of a request, probes those that this place can say something about, and judges them.
 * Resolves to the run document, also after an interruption; rejects only on a fault of the program itself, and
 * leaves no socket behind then either.
 */
export async function runSite(request: RunRequest, hooks: RunHooks): Promise<Run> {
  const { site, language, stage } = request;
  const startedAt = new Date().toISOString();
  const place: Place = {
    ...(await describePlace(request.localAddress)),
    ...(request.placeReason === undefined ? {} : { reason: request.placeReason }),
  };
  const planned = planChecks({
    ...request,
    ownHosts: await findOwnHosts(
      site.servers.map((server) => server.host),
      place.addresses,
    ),
  });
  const opening = openRun(request, { place, startedAt, planned });
  const results = new Map(carriedOver(request, planned).map((result) => [result.id, result]));
  const hosts = new Set(planned.map((check) => check.to.host));
  const controls = new Map<string, Control>(
    (request.again?.previous.controls ?? [])
      .filter((control) => hosts.has(control.target))
      .map((control) => [control.target, control]),
  );
  await hooks.onOpen?.(opening, { results: [...results.values()], controls: [...controls.values()] });

  const breakdown = new AbortController();
  const signal = AbortSignal.any([hooks.signal, breakdown.signal]);
  const { timeoutMs, attempts, concurrency } = site.probe;
  const runner = createRunner({ timeoutMs, attempts, localAddress: request.localAddress, signal });
  const schedule = createSchedule({
    total: concurrency,
    perHost: PER_HOST_CONCURRENCY,
    isSilent: runner.isSilent,
    signal,
  });

  const again = request.again === undefined ? null : new Set(request.again.checkIds);
  const toProbe = planned.filter(
    (check) => check.action.kind === 'probe' && (again === null || again.has(check.id)),
  );
  const decoys = startDecoys();
  await Promise.all([...toProbe.map(probeOne), ...decoys.values()]).catch((error: unknown) => {
    breakdown.abort();
    throw error;
  });

  return assembleRun(opening, {
    results,
    controls: [...controls.values()],
    interrupted: signal.aborted,
    finishedAt: new Date().toISOString(),
  });

  /** One decoy for each host, queued before the host's checks, because an open port is trusted only after it. */
  function startDecoys(): ReadonlyMap<string, Promise<Decoy | null>> {
    const used = new Set(planned.map((check) => check.port));
    const hosts = new Set(toProbe.filter(wantsDecoy).map((check) => check.to.host));
    return new Map([...hosts].map((host) => [host, schedule.add(host, () => controlHost(host, used))]));
  }

  async function controlHost(host: string, usedPorts: ReadonlySet<number>): Promise<Decoy> {
    const decoy = await probeDecoy(runner, host, usedPorts);
    if (!signal.aborted) {
      const control = controlOf(host, decoy, language);
      controls.set(host, control);
      hooks.onEvent({ kind: 'control', control });
    }
    return decoy;
  }

  async function probeOne(check: PlannedCheck): Promise<void> {
    if (check.action.kind !== 'probe') return;
    const { proof } = check.action;
    const proxy = await proxyOf(check, request);
    const observation = await schedule.add(check.to.host, async () => {
      hooks.onEvent({ kind: 'started', checkId: check.id });
      const options = probeOptions(check, site, request.secrets, proxy);
      return runner.observe(check.service, targetOf(check), options);
    });
    // A schedule that was emptied by an interruption has not probed the check: it is reported as not reached.
    if (observation === null || observation.outcome === 'cancelled') return;
    const decoy = (await decoys.get(check.to.host)) ?? null;
    const judgement = judge({
      check,
      proof,
      stage,
      observation,
      decoy,
      language,
      localAddress: request.localAddress,
    });
    const result = resultOf(check, proof, observation, judgement);
    results.set(check.id, result);
    hooks.onEvent({ kind: 'result', result });
  }
}

/** The vendor's site says by its certificate who it is, and knocking on other ports of a public host is rude. */
function wantsDecoy({ transport, service }: PlannedCheck): boolean {
  return transport === 'tcp' && service !== 'online-install';
}

/** Only what lies outside of the customer's network is reached through a proxy. */
async function proxyOf(
  { service, to, port }: PlannedCheck,
  { proxyFor }: RunRequest,
): Promise<WebProxy | null> {
  if (service !== 'online-install' || proxyFor === undefined) return null;
  return proxyFor(`https://${to.host}:${port}/`);
}

function targetOf(check: PlannedCheck) {
  const { to, port, transport, dataPorts, callbackFrom } = check;
  return {
    host: to.host,
    port,
    transport,
    ...(dataPorts === undefined ? {} : { dataPorts }),
    ...(callbackFrom === undefined ? {} : { callbackFrom }),
  };
}

/**
 * The results of the earlier run that this one does not probe again. A host that has got another address in the
 * profile since then keeps its id: what was seen at the old address says nothing of the new one.
 */
function carriedOver({ again }: RunRequest, planned: readonly PlannedCheck[]): readonly CheckResult[] {
  if (again === undefined) return [];
  const probed = new Set(again.checkIds);
  const hosts = new Map(planned.map((check) => [check.id, check.to.host]));
  return again.previous.checks.filter(({ id, to }) => !probed.has(id) && hosts.get(id) === to.host);
}
