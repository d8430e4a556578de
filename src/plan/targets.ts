/** Which addresses of a site a flow leads to, and whether it leaves the server it starts on. */
import type { Flow } from '../contract/catalogue.ts';
import type { Server, Site } from '../contract/site.ts';
import { type Component, isComponent, type Party } from '../contract/words.ts';

export interface Target {
  readonly id: string;
  readonly host: string;
  /** The port of an external resource, which the profile and not the catalogue knows. */
  readonly port: number | null;
  readonly external: boolean;
}

/** None where the site has nothing of the kind. */
export function targetsOf(flow: Flow, site: Site): readonly Target[] {
  const { to } = flow;
  if (to === 'server') return serversWith(site, flow.servedBy ?? null).map(ownTarget);
  if (isComponent(to)) return serversWith(site, to).map(ownTarget);
  if (to === 'device') return site.devices.map(ownTarget);
  if (to === 'vendorDownload') {
    if (!site.onlineInstall || flow.host === undefined) return [];
    return [{ id: flow.host, host: flow.host, port: null, external: true }];
  }
  return site.external
    .filter((external) => external.kind === to)
    .map(({ id, host, port }) => ({ id, host, port, external: true }));
}

/** True where every server that could start the flow is the one it leads to; servers are told apart by address. */
export function isInside(flow: Flow, target: Target, site: Site): boolean {
  if (flow.to === 'device') return false;
  const sources = sourcesOf(flow.from, site);
  return sources.length > 0 && sources.every((server) => sameHost(server.host, target.host));
}

function sourcesOf(from: Party, site: Site): readonly Server[] {
  if (from === 'server') return site.servers;
  return isComponent(from) ? serversWith(site, from) : [];
}

function serversWith(site: Site, component: Component | null): readonly Server[] {
  return site.servers.filter((server) => component === null || server.roles.includes(component));
}

function ownTarget(entry: { readonly id: string; readonly host: string }): Target {
  return { id: entry.id, host: entry.host, port: null, external: false };
}

function sameHost(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}
