/** Builds run documents as a real run would: the real plan and the real verdicts over made-up observations. */
import printumR12 from '../../assets/requirements/printum-r12.json' with { type: 'json' };
import { type Catalogue, catalogueSchema } from '../../src/contract/catalogue.ts';
import type { CheckResult, PlannedCheck } from '../../src/contract/check.ts';
import type { Observation } from '../../src/contract/facts.ts';
import { RUN_FORMAT, RUN_VERSION, type Run, runSchema } from '../../src/contract/run.ts';
import type { Site } from '../../src/contract/site.ts';
import type { Language, Stage, Viewpoint } from '../../src/contract/words.ts';
import { planChecks } from '../../src/plan/plan.ts';
import { resultOf, skippedResult } from '../../src/run/results.ts';
import { evidenceOf } from '../../src/verdict/findings/evidence.ts';
import { findingsOf } from '../../src/verdict/findings/findings.ts';
import { judge, judgeSkip } from '../../src/verdict/judge.ts';
import { summaryOf } from '../../src/verdict/summary.ts';

export const CATALOGUE: Catalogue = catalogueSchema.parse(printumR12);

/** What a check saw: an observation for the real verdict, or what the verdict will be once its probe exists. */
export type Sight = Observation | 'confirmed' | 'cancelled';

export interface RunRecipe {
  readonly site: Site;
  readonly viewpoint: Viewpoint;
  readonly id: string;
  readonly startedAt: string;
  readonly address: string;
  readonly stage?: Stage;
  readonly indirect?: boolean;
  readonly language?: Language;
  readonly ownHosts?: ReadonlySet<string>;
  readonly see?: (check: PlannedCheck) => Sight;
  readonly decoys?: 'pass' | 'fail' | 'error' | 'none';
}

export function makeRun(recipe: RunRecipe): Run {
  const language = recipe.language ?? 'ru';
  const planned = planOf(recipe);
  const see = recipe.see ?? seeGood;
  const checks = planned.map((check, index) => resultFor(check, index, see(check), recipe));
  const hosts = [
    ...new Set(planned.flatMap((check) => (check.action.kind === 'probe' ? check.to.host : []))),
  ];
  const outcome = recipe.decoys ?? 'pass';
  const run = runSchema.parse({
    format: RUN_FORMAT,
    version: RUN_VERSION,
    id: recipe.id,
    tool: { version: '0.1.0' },
    site: { id: recipe.site.id, name: recipe.site.name },
    profile: recipe.site,
    catalogue: {
      id: CATALOGUE.id,
      revision: CATALOGUE.revision,
      updated: CATALOGUE.source.updated,
      requirements: CATALOGUE.requirements.filter((requirement) =>
        planned.some((check) => check.requirement === requirement.id),
      ),
    },
    viewpoint: recipe.viewpoint,
    stage: recipe.stage ?? 'after-install',
    place: {
      hostname: 'laptop',
      addresses: [recipe.address],
      gateway: null,
      platform: 'linux',
      localAddress: recipe.address,
    },
    startedAt: recipe.startedAt,
    finishedAt: new Date(Date.parse(recipe.startedAt) + 20_000).toISOString(),
    interrupted: checks.some((check) => check.reason.code === 'interrupted'),
    checks,
    controls:
      outcome === 'none'
        ? []
        : hosts.map((target) => ({ id: 'decoy-port', outcome, target, port: 47_113, message: outcome })),
    findings: [],
    summary: summaryOf(checks),
  });
  return { ...run, findings: findingsOf(evidenceOf(run), language) };
}

export function planOf(recipe: Pick<RunRecipe, 'site' | 'viewpoint' | 'stage' | 'indirect' | 'ownHosts'>) {
  return planChecks({
    site: recipe.site,
    catalogue: CATALOGUE,
    viewpoint: recipe.viewpoint,
    stage: recipe.stage ?? 'after-install',
    indirect: recipe.indirect ?? false,
    ownHosts: recipe.ownHosts ?? new Set(),
  });
}

function resultFor(check: PlannedCheck, index: number, sight: Sight, recipe: RunRecipe): CheckResult {
  const language = recipe.language ?? 'ru';
  if (check.action.kind === 'skip') return skippedResult(check, judgeSkip(check.action.reason, language));
  if (sight === 'cancelled') return skippedResult(check, judgeSkip('interrupted', language));
  const { proof } = check.action;
  const startedAt = new Date(Date.parse(recipe.startedAt) + index * 50).toISOString();
  const seen = sight === 'confirmed' ? tcpOpen() : { ...sight, startedAt };
  const observation = betweenAddresses({ localAddress: recipe.address, address: check.to.host }, seen);
  const judged = judge({
    check: sight === 'confirmed' ? { ...check, service: 'tcp' } : check,
    proof,
    stage: recipe.stage ?? 'after-install',
    observation,
    decoy: null,
    localAddress: recipe.address,
    language,
  });
  return { ...resultOf(check, proof, observation, judged), startedAt };
}

/** What answered was reached from the address of the run, at the address of the profile. */
function betweenAddresses(
  addresses: { readonly localAddress: string; readonly address: string },
  sight: Observation,
): Observation {
  if (sight.outcome !== 'answered' || !('localAddress' in sight.facts)) return sight;
  return { ...sight, facts: { ...sight.facts, ...addresses } } as Observation;
}

/** Every protocol answers as it should, those of later probes too. */
export function seeGood(check: PlannedCheck): Sight {
  if (check.service === 'http') return httpAnswer(200);
  if (check.service === 'https') return httpsAnswer('TLSv1.3');
  if (check.service === 'raw') return rawOpen();
  return check.service === 'tcp' ? tcpOpen() : 'confirmed';
}

/** As this version sees it: what has no probe yet could not be run. */
export function seeToday(check: PlannedCheck): Sight {
  const sight = seeGood(check);
  return sight === 'confirmed' ? failed(check, 'connect', 'not-implemented') : sight;
}

const MEASURED = {
  rttMs: 1.82,
  attempts: 1,
  durationMs: 12,
  startedAt: '2026-11-22T07:12:00.000Z',
  trace: [],
} as const;
const CONNECTED = { address: '10.77.30.10', localAddress: '10.77.10.57' } as const;

function reply(status: number) {
  return {
    status,
    statusText: '',
    version: '1.1',
    server: 'nginx',
    title: null,
    location: null,
    authenticate: null,
    date: null,
  };
}

export function tcpOpen(): Observation {
  return { ...MEASURED, kind: 'tcp', outcome: 'answered', facts: CONNECTED };
}

/** A print port that was not asked for its model. */
function rawOpen(): Observation {
  return {
    ...MEASURED,
    kind: 'raw',
    outcome: 'answered',
    facts: { ...CONNECTED, asked: false, model: null },
  };
}

export function httpAnswer(status: number): Observation {
  return {
    ...MEASURED,
    kind: 'http',
    outcome: 'answered',
    facts: { ...CONNECTED, spoke: 'http', reply: reply(status), firstBytes: null },
  };
}

export function httpsAnswer(protocol: string, validTo = '2027-11-22T00:00:00.000Z'): Observation {
  return {
    ...MEASURED,
    kind: 'https',
    outcome: 'answered',
    facts: {
      ...CONNECTED,
      spoke: 'tls',
      tls: {
        protocol,
        cipher: 'TLS_AES_256_GCM_SHA384',
        subject: 'CN=prn-app01.corp.example',
        subjectAltNames: ['DNS:prn-app01.corp.example'],
        issuer: 'CN=Corp CA',
        validFrom: '2025-11-22T00:00:00.000Z',
        validTo,
        fingerprint256: 'AA',
        selfSigned: false,
        nameMatches: true,
        verificationError: null,
      },
      reply: reply(200),
      firstBytes: null,
    },
  };
}

export function plainHttpOnTlsPort(): Observation {
  return {
    ...MEASURED,
    kind: 'https',
    outcome: 'answered',
    facts: { ...CONNECTED, spoke: 'plain-http', tls: null, reply: reply(400), firstBytes: null },
  };
}

export function failed(
  check: Pick<PlannedCheck, 'service'>,
  phase: 'resolve' | 'connect' | 'tls' | 'reply',
  code: string,
): Observation {
  return {
    ...MEASURED,
    rttMs: null,
    attempts: code === 'timeout' ? 2 : 1,
    kind: check.service,
    outcome: 'failed',
    failure: { phase, code, detail: '' },
  };
}
