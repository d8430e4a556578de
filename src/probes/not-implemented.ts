/** Takes the place of every protocol that this version cannot check: says so before any traffic. */
import { ProbeError } from './probe.ts';

export const notImplementedProbe = {
  run: (): Promise<never> =>
    Promise.reject(new ProbeError('not-implemented', 'this version cannot check this protocol')),
};
