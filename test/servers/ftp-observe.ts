/** Runs the FTP probes as the product does, and reads their verdicts, for tests. */
import type { Check } from '../../src/contract/check.ts';
import type { Observation } from '../../src/contract/facts.ts';
import type { FtpActiveFacts, FtpOptions, FtpPassiveFacts } from '../../src/contract/facts-ftp.ts';
import type { Stage } from '../../src/contract/words.ts';
import { ftpActiveProbe } from '../../src/probes/ftp-active.ts';
import { ftpPassiveProbe } from '../../src/probes/ftp-passive.ts';
import { PROBES } from '../../src/probes/registry.ts';
import { createRunner } from '../../src/probes/runner.ts';
import { judge } from '../../src/verdict/judge.ts';

export interface FtpPlace {
  readonly host: string;
  readonly port: number;
  readonly user?: string;
  readonly password?: string;
  readonly directory?: string;
  readonly timeoutMs?: number;
  readonly attempts?: number;
  readonly range?: { readonly from: number; readonly to: number };
  readonly localAddress?: string;
  readonly signal?: AbortSignal;
}

const TABLE = { ...PROBES, 'ftp-passive': ftpPassiveProbe, 'ftp-active': ftpActiveProbe };
export const PASSIVE_RANGE = { from: 30_000, to: 30_199 };

export function observeFtp(kind: 'ftp-passive' | 'ftp-active', place: FtpPlace): Promise<Observation> {
  const { host, port, timeoutMs = 500, attempts = 2, range = PASSIVE_RANGE } = place;
  const signal = place.signal ?? new AbortController().signal;
  const localAddress = place.localAddress ?? null;
  const runner = createRunner({ timeoutMs, attempts, localAddress, signal }, TABLE);
  const options: FtpOptions = {
    user: place.user ?? 'scan',
    password: place.password ?? 's3cret-word',
    directory: place.directory ?? '/',
  };
  const target = { host, port, transport: 'tcp', dataPorts: range, callbackFrom: 20 } as const;
  return runner.observe(kind, target, options);
}

/** The facts of an answer; throws with the observation where there are none. */
export function passiveFacts(observation: Observation): FtpPassiveFacts {
  if (observation.outcome === 'answered' && observation.kind === 'ftp-passive') return observation.facts;
  throw new Error(JSON.stringify(observation));
}

export function activeFacts(observation: Observation): FtpActiveFacts {
  if (observation.outcome === 'answered' && observation.kind === 'ftp-active') return observation.facts;
  throw new Error(JSON.stringify(observation));
}

export function ftpCheck(kind: 'ftp-passive' | 'ftp-active', host: string, port: number): Check {
  return {
    id: `scan-${kind}:device>app1:${port}/tcp`,
    requirement: `scan-${kind}`,
    from: 'device',
    to: { role: 'scanFtp', id: 'app1', host },
    transport: 'tcp',
    port,
    service: kind,
    required: true,
    inside: false,
    ...(kind === 'ftp-passive' ? { dataPorts: PASSIVE_RANGE } : { callbackFrom: 20 }),
  };
}

/** `open confirmed pass ftp-passive-works` */
export function verdictOf(observation: Observation, place: FtpPlace, stage: Stage = 'after-install'): string {
  const kind = observation.kind === 'ftp-active' ? 'ftp-active' : 'ftp-passive';
  const { portState, serviceState, verdict, reason } = judge({
    check: ftpCheck(kind, place.host, place.port),
    proof: 'direct',
    stage,
    observation,
    decoy: { outcome: 'pass', port: 47_113 },
    language: 'ru',
  });
  return `${portState} ${serviceState} ${verdict} ${reason.code}`;
}
