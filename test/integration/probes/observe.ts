/** A runner for the tests of this folder: one deadline, one attempt unless said otherwise. */
import type { Observation } from '../../../src/contract/facts.ts';
import { createRunner, type Runner, type RunnerOptions } from '../../../src/probes/runner.ts';

/** Long enough to tell a deadline from the noise of a busy machine, short enough to wait for. */
export const TIMEOUT_MS = 600;

export interface Address {
  readonly host: string;
  readonly port: number;
}

export function makeRunner(options: Partial<RunnerOptions> = {}): Runner {
  return createRunner({
    timeoutMs: TIMEOUT_MS,
    attempts: 1,
    localAddress: null,
    signal: new AbortController().signal,
    ...options,
  });
}

export function observe(
  kind: 'tcp' | 'http' | 'https',
  { host, port }: Address,
  runner: Runner = makeRunner(),
): Promise<Observation> {
  const target = { host, port, transport: 'tcp' } as const;
  return kind === 'tcp' ? runner.observe('tcp', target, {}) : runner.observe(kind, target, { path: '/' });
}
