/** The decoy control: a random high port that nothing should answer, so that an «open» elsewhere can be trusted. */
import { randomInt } from 'node:crypto';
import type { Runner } from './runner.ts';

export interface Decoy {
  readonly port: number;
  /** `fail`: the port opened, so something on the path answers in place of the host. `error`: the tool could not try. */
  readonly outcome: 'pass' | 'fail' | 'error';
}

/** Above the ports that Linux gives to its own programs (32768–60999) and those where Windows puts its RPC services. */
const FIRST_PORT = 61_000;
const LAST_PORT = 65_535;
/** Codes that say nothing about the far end: this computer could not send. */
const OWN_FAULTS = new Set([
  'EADDRNOTAVAIL',
  'EAFNOSUPPORT',
  'EMFILE',
  'ENFILE',
  'EACCES',
  'EPERM',
  'internal',
]);

/**
 * Connects to one random port in 61000–65535 that is not among `avoidPorts`, as often as the runner asks silence
 * again. Never throws.
 */
export async function probeDecoy(
  runner: Runner,
  host: string,
  avoidPorts: ReadonlySet<number>,
): Promise<Decoy> {
  const port = pickPort(avoidPorts);
  const observation = await runner.observe('tcp', { host, port, transport: 'tcp' }, {});
  if (observation.outcome === 'answered') return { port, outcome: 'fail' };
  const broken = observation.outcome === 'cancelled' || OWN_FAULTS.has(observation.failure.code);
  return { port, outcome: broken ? 'error' : 'pass' };
}

function pickPort(avoidPorts: ReadonlySet<number>): number {
  for (;;) {
    const port = randomInt(FIRST_PORT, LAST_PORT + 1);
    if (!avoidPorts.has(port)) return port;
  }
}
