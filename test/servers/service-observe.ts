/** Runs a probe as the product does, and reads its verdict in one line, for tests. */
import type { Check } from '../../src/contract/check.ts';
import type { Observation, ProbeOptions } from '../../src/contract/facts.ts';
import type { ProbeKind, Stage } from '../../src/contract/words.ts';
import { createRunner, type RunnerOptions } from '../../src/probes/runner.ts';
import { judge } from '../../src/verdict/judge.ts';

/** Long enough to tell a deadline from the noise of a busy machine, short enough to wait for. */
export const SERVICE_TIMEOUT_MS = 800;

export function observeService<K extends ProbeKind>(
  kind: K,
  { host, port }: { readonly host: string; readonly port: number },
  options: ProbeOptions<K>,
  runner: Partial<RunnerOptions> = {},
): Promise<Observation> {
  const settings = {
    timeoutMs: SERVICE_TIMEOUT_MS,
    attempts: 1,
    localAddress: null,
    signal: new AbortController().signal,
    ...runner,
  };
  return createRunner(settings).observe(kind, { host, port, transport: 'tcp' }, options);
}

/** `open confirmed pass service-confirmed` */
export function verdictLine(observation: Observation, stage: Stage = 'after-install'): string {
  const { portState, serviceState, verdict, reason } = judgement(observation, stage);
  return `${portState} ${serviceState} ${verdict} ${reason.code}`;
}

export function judgement(observation: Observation, stage: Stage = 'after-install') {
  return judge({
    check: serviceCheck(observation.kind),
    proof: 'direct',
    stage,
    observation,
    decoy: null,
    language: 'ru',
  });
}

export function serviceCheck(service: ProbeKind): Check {
  return {
    id: 'service:server>it:7/tcp',
    requirement: 'service',
    from: 'server',
    to: { role: 'server', id: 'it', host: '10.77.30.10' },
    transport: 'tcp',
    port: 7,
    service,
    required: true,
    inside: false,
  };
}
