/** Sentinels and replicas that all miss the same Redis master: one cause, said by each of them in its own way. */
import type { CheckResult } from '../../contract/check.ts';
import { factsOf } from '../../contract/facts.ts';
import { severityOf } from './by-reason.ts';
import { hostsOf } from './host-words.ts';
import type { Rule } from './rule.ts';
import { groupBy, hostKey } from './scene.ts';

const DOWN = /\b[so]_down\b/;

export const redisMasterRule: Rule = {
  codes: ['redis-master-down'],
  find: (scene, open) => {
    const witnesses = open.flatMap((result) => {
      const master = missedMaster(result);
      return master === null ? [] : [{ master, result }];
    });
    return [...groupBy(witnesses, ({ master }) => master)].map(([master, group]) => {
      const told = group.map(({ result }) => result);
      const itself = scene.direct.filter(
        ({ service, to, verdict }) =>
          service === 'redis' && verdict === 'fail' && hostKey(to.host) === hostKey(hostOf(master)),
      );
      return {
        code: 'redis-master-down' as const,
        severity: severityOf(told),
        params: { master, list: hostsOf(told).join(', ') },
        checks: [...told, ...itself],
        takes: told,
      };
    });
  },
};

/** `address:port` of the master that this check says is away. */
function missedMaster(result: CheckResult): string | null {
  if (result.reason.code === 'redis-replica-alone') return factsOf(result, 'redis')?.follows?.address ?? null;
  if (result.reason.code !== 'sentinel-master-down') return null;
  const masters = factsOf(result, 'redis-sentinel')?.masters ?? [];
  return masters.find(({ flags }) => DOWN.test(flags))?.address ?? null;
}

function hostOf(endpoint: string): string {
  return endpoint.replace(/:\d+$/, '').replace(/^\[|\]$/g, '');
}
