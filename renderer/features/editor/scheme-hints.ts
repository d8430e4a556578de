/** What speaks against the servers as they are written, by scheme: advice, never an obstacle. */
import type { Server } from '../../../src/contract/site.ts';
import { COMPONENTS, type Component, type Scheme } from '../../../src/contract/words.ts';

export type SchemeHint =
  | {
      readonly code:
        | 'single-one-server'
        | 'distributed-several-servers'
        | 'ha-two-servers'
        | 'ha-redis'
        | 'ha-sentinel-majority'
        | 'ha-balancer'
        | 'ha-balancer-apart'
        | 'cups-in-printmanager';
    }
  /** These components stand on no server, so what is asked of them is not checked. */
  | { readonly code: 'missing'; readonly components: readonly Component[] }
  /** These are of the fault-tolerant scheme (rows 17 and 18 of the table). */
  | { readonly code: 'only-ha'; readonly components: readonly Component[] }
  | { readonly code: 'same-host'; readonly host: string };

const HA_COMPONENTS: readonly Component[] = ['redis', 'loadBalancer'];
/** Sentinel elects by majority, and of two nodes none is one. */
const SENTINEL_MAJORITY = 3;

/** In the order of importance. Rows: vendor's table, 5–9 (PrintManager, Monitoring, CUPS), 17 (Redis), 18 (HAProxy). */
export function schemeHints(scheme: Scheme, servers: readonly Server[]): readonly SchemeHint[] {
  const carriers = (component: Component) => servers.filter(({ roles }) => roles.includes(component));
  const hints: SchemeHint[] = [...hostHints(servers), ...countHints(scheme, servers.length)];
  const stray = HA_COMPONENTS.filter((component) => carriers(component).length > 0);
  if (scheme !== 'ha' && stray.length > 0) hints.push({ code: 'only-ha', components: stray });
  if (scheme === 'ha') {
    const redis = carriers('redis').length;
    if (redis < 2) hints.push({ code: 'ha-redis' });
    else if (redis < SENTINEL_MAJORITY) hints.push({ code: 'ha-sentinel-majority' });
    const balancers = carriers('loadBalancer');
    if (balancers.length === 0) hints.push({ code: 'ha-balancer' });
    else if (balancers.every(({ roles }) => roles.length > 1)) hints.push({ code: 'ha-balancer-apart' });
  }
  const missing = COMPONENTS.filter(
    (component) => !HA_COMPONENTS.includes(component) && carriers(component).length === 0,
  );
  if (missing.length > 0) hints.push({ code: 'missing', components: missing });
  const apart = carriers('cups').some(({ roles }) => !roles.includes('printManager'));
  if (apart && carriers('printManager').length > 0) hints.push({ code: 'cups-in-printmanager' });
  return hints;
}

function countHints(scheme: Scheme, count: number): readonly SchemeHint[] {
  if (scheme === 'single') return count > 1 ? [{ code: 'single-one-server' }] : [];
  if (count > 1) return [];
  return [{ code: scheme === 'ha' ? 'ha-two-servers' : 'distributed-several-servers' }];
}

function hostHints(servers: readonly Server[]): readonly SchemeHint[] {
  const hosts = servers.map(({ host }) => host.trim().toLowerCase());
  const twice = hosts.filter((host, index) => host !== '' && hosts.indexOf(host) !== index);
  return [...new Set(twice)].map((host) => ({ code: 'same-host', host }));
}
