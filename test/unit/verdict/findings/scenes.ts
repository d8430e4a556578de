/** Made-up visits for tests of rules: a site, what each check sees, and what the rules make of it. */
import type { PlannedCheck } from '../../../../src/contract/check.ts';
import type { Observation, ProbeFacts, TlsFacts } from '../../../../src/contract/facts.ts';
import type { Finding, Run } from '../../../../src/contract/run.ts';
import type { Site } from '../../../../src/contract/site.ts';
import type { Language, Stage, Viewpoint } from '../../../../src/contract/words.ts';
import { romashka } from '../../../fixtures/romashka.ts';
import { failed, makeRun, type Sight, seeGood } from '../../../support/make-run.ts';
import { makeReply, makeTls } from '../observations.ts';

export const STARTED_AT = '2026-11-22T08:20:00.000Z';
const RUN_ID = 'b64017ee-5a3f-4f0e-9c59-0a1b2c3d4e5f';
const ADDRESSES: Readonly<Record<Viewpoint, string>> = {
  workstation: '10.77.10.57',
  device: '10.77.20.143',
  server: '10.77.30.99',
};

export interface SceneRecipe {
  readonly site?: Site;
  readonly viewpoint?: Viewpoint;
  readonly stage?: Stage;
  readonly address?: string;
  readonly indirect?: boolean;
  readonly decoys?: 'pass' | 'fail' | 'error' | 'none';
  readonly language?: Language;
  readonly ownHosts?: ReadonlySet<string>;
  /** Null: it answers as it should. */
  readonly see: (check: PlannedCheck) => Sight | null;
}

/** A site whose server is known by its name. */
export const NAMED = romashka(2, {
  servers: [
    {
      id: 'app1',
      host: 'prn-app01.corp.example',
      roles: ['personalAccount', 'printManager', 'monitoring', 'cups', 'scanFtp', 'networkAgent'],
    },
  ],
});

/** What goes wrong, in words; how it is seen; code and number of checks of each cause, the first on top. */
export type RuleCase = readonly [title: string, recipe: SceneRecipe, codes: readonly string[]];

/** A run from the server network to a site with six devices, unless the recipe says otherwise. */
export function makeScene(recipe: SceneRecipe): Run {
  const { site = romashka(6), viewpoint = 'server', see, address, ...others } = recipe;
  return makeRun({
    ...others,
    site,
    viewpoint,
    id: RUN_ID,
    startedAt: STARTED_AT,
    address: address ?? ADDRESSES[viewpoint],
    see: (check) => see(check) ?? seeGood(check),
  });
}

/** Code and number of checks of each finding, the first as it stands on top. */
export function codesOf({ findings }: { readonly findings: readonly Finding[] }): readonly string[] {
  return findings.map(({ code, checks }) => `${code} ${checks.length}`);
}

export function silence(check: PlannedCheck): Observation {
  const observation = failed(check, 'connect', 'timeout');
  return { ...observation, durationMs: 4000 };
}

export function refusal(check: PlannedCheck): Observation {
  return failed(check, 'connect', 'ECONNREFUSED');
}

/** `durationMs`: a firewall answers at once, a dead neighbour after three seconds. */
export function unreachable(check: PlannedCheck, durationMs = 1): Observation {
  return { ...failed(check, 'connect', 'EHOSTUNREACH'), durationMs };
}

/** A page over HTTPS with this certificate, told at this time. */
export function securePage(tls: Partial<TlsFacts> = {}, date: string | null = null): Observation {
  const trusted = { verificationError: null, selfSigned: false, nameMatches: true };
  return answered('https', {
    address: '',
    localAddress: '',
    spoke: 'tls',
    tls: makeTls({ ...trusted, ...tls }),
    reply: makeReply({ date }),
    firstBytes: null,
  });
}

export function plainPage(spoke: 'http' | 'tls', date: string | null = null): Observation {
  const reply = spoke === 'tls' ? null : makeReply({ date });
  return answered('http', { address: '', localAddress: '', spoke, reply, firstBytes: null });
}

export function downloadPage(tls: Partial<TlsFacts>): Observation {
  return answered('online-install', {
    address: '',
    localAddress: '',
    proxy: null,
    spoke: 'tls',
    tls: makeTls({ verificationError: null, selfSigned: false, nameMatches: true, ...tls }),
    reply: makeReply(),
    firstBytes: null,
    error: null,
  });
}

function answered<K extends 'http' | 'https' | 'online-install'>(kind: K, facts: ProbeFacts<K>): Observation {
  const measured = { rttMs: 1, attempts: 1, durationMs: 10, startedAt: STARTED_AT, trace: [] };
  return { ...measured, kind, outcome: 'answered', facts } as unknown as Observation;
}
