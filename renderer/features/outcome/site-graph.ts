/** The site as a graph: networks, servers and external resources, and one edge for each way and state between them. */
import { COVERAGE_STATES, type CoverageCell, type CoverageState } from '../../../src/contract/coverage.ts';
import { parseIpv4 } from '../../../src/contract/ipv4.ts';
import { portText } from '../../../src/contract/port-text.ts';
import type { Run } from '../../../src/contract/run.ts';
import type { External, Server, Site } from '../../../src/contract/site.ts';
import { type Component, isComponent, isExternalKind, type Party } from '../../../src/contract/words.ts';

export interface NetworkNode {
  readonly id: 'workstations' | 'devices';
  readonly kind: 'network';
  /** In CIDR notation (RFC 4632), with the devices of the profile in each; empty where none is known. */
  readonly networks: readonly { readonly cidr: string; readonly devices: number }[];
  readonly devices: number;
}

export interface ServerNode {
  readonly id: string;
  readonly kind: 'server';
  readonly name: string;
  readonly host: string;
  readonly components: readonly Component[];
}

export interface ExternalNode {
  readonly id: string;
  readonly kind: 'external';
  readonly role: Party;
  readonly name: string;
  readonly host: string;
  readonly port: number;
}

export type GraphNode = NetworkNode | ServerNode | ExternalNode;

/** Where flows start that any server may set up: the only server, or all of them together. */
export const ANY_SERVER = 'servers';

export interface GraphEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly state: CoverageState;
  /** As the vendor writes them, without repetitions: «8001», «161/udp», «30000–30199». */
  readonly ports: readonly string[];
  /** Devices that the flows lead to. */
  readonly devices: number;
  readonly cells: readonly CoverageCell[];
  /** From server to server: drawn at the server it leads to. */
  readonly inner: 'inside' | 'between' | null;
}

export interface SiteGraph {
  readonly nodes: readonly GraphNode[];
  readonly servers: readonly ServerNode[];
  readonly edges: readonly GraphEdge[];
}

interface GraphRequest {
  readonly cells: readonly CoverageCell[];
  readonly site: Site;
  /** Those that the cells were seen in: they tell the workstations' network. */
  readonly runs: readonly Pick<Run, 'viewpoint' | 'place'>[];
}

/** Edges in the order of their nodes, the worst state first. */
export function buildSiteGraph({ cells, site, runs }: GraphRequest): SiteGraph {
  const servers = site.servers.map(serverNode);
  const external = externalNodes(cells, site.external);
  const nodes: GraphNode[] = [
    { id: 'workstations', kind: 'network', networks: workstationNetworks(runs), devices: 0 },
    ...servers,
    ...external,
  ];
  if (site.devices.length > 0 || cells.some(({ check }) => check.from === 'device')) {
    nodes.push({
      id: 'devices',
      kind: 'network',
      networks: deviceNetworks(site.devices.map(({ host }) => host)),
      devices: site.devices.length,
    });
  }
  const known = new Set([...nodes.map(({ id }) => id), ANY_SERVER]);
  const edges = edgesOf(cells, site.servers).filter(({ from, to }) => known.has(from) && known.has(to));
  const order = [...known];
  return {
    nodes,
    servers,
    edges: edges.toSorted(
      (one, other) =>
        order.indexOf(one.from) - order.indexOf(other.from) ||
        order.indexOf(one.to) - order.indexOf(other.to) ||
        COVERAGE_STATES.indexOf(one.state) - COVERAGE_STATES.indexOf(other.state),
    ),
  };
}

function serverNode({ id, name, host, roles }: Server): ServerNode {
  return { id: `server:${id}`, kind: 'server', name: name.trim(), host, components: roles };
}

/** One for each resource that a flow leads to, in the order of the catalogue. */
function externalNodes(
  cells: readonly CoverageCell[],
  external: readonly External[],
): readonly ExternalNode[] {
  const nodes = new Map<string, ExternalNode>();
  for (const { check } of cells) {
    const { role, id, host } = check.to;
    if (!isExternalKind(role) || nodes.has(id)) continue;
    const name = external.find((entry) => entry.id === id)?.name.trim() ?? '';
    nodes.set(id, { id: `external:${id}`, kind: 'external', role, name, host, port: check.port });
  }
  return [...nodes.values()];
}

function edgesOf(cells: readonly CoverageCell[], servers: readonly Server[]): readonly GraphEdge[] {
  const groups = new Map<string, CoverageCell[]>();
  for (const cell of cells) {
    const key = JSON.stringify([startOf(cell.check.from, servers), endOf(cell), cell.state]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [cell]);
    else group.push(cell);
  }
  return [...groups].flatMap(([key, members]) => {
    const [first] = members;
    if (first === undefined) return [];
    const from = startOf(first.check.from, servers);
    const to = endOf(first);
    const devices = new Set(
      members.flatMap(({ check }) => (check.to.role === 'device' ? [check.to.id] : [])),
    );
    const inner =
      !isServerSide(from) || !to.startsWith('server:') ? null : first.check.inside ? 'inside' : 'between';
    return [
      {
        id: key,
        from,
        to,
        state: first.state,
        ports: portsOf(members),
        devices: devices.size,
        cells: members,
        inner,
      },
    ];
  });
}

/** A component that runs on one server starts there; what any server may start, starts at all of them. */
function startOf(from: Party, servers: readonly Server[]): string {
  if (from === 'workstation') return 'workstations';
  if (from === 'device') return 'devices';
  const carriers = isComponent(from) ? servers.filter(({ roles }) => roles.includes(from)) : servers;
  const [only] = carriers;
  return carriers.length === 1 && only !== undefined ? `server:${only.id}` : ANY_SERVER;
}

function endOf({ check }: CoverageCell): string {
  if (check.to.role === 'device') return 'devices';
  return `${isExternalKind(check.to.role) ? 'external' : 'server'}:${check.to.id}`;
}

function isServerSide(node: string): boolean {
  return node === ANY_SERVER || node.startsWith('server:');
}

function portsOf(cells: readonly CoverageCell[]): readonly string[] {
  return [...new Set(cells.map(({ check }) => portText(check).replace(/\/tcp$/, '')))];
}

/** The /24 networks of the hosts, the fullest first; hosts known by name count as one more, without a network. */
function deviceNetworks(hosts: readonly string[]): NetworkNode['networks'] {
  const counts = new Map<string, number>();
  for (const host of hosts) {
    const cidr = parseIpv4(host) === null ? '' : `${host.split('.').slice(0, 3).join('.')}.0/24`;
    counts.set(cidr, (counts.get(cidr) ?? 0) + 1);
  }
  return [...counts]
    .filter(([cidr]) => cidr !== '')
    .map(([cidr, devices]) => ({ cidr, devices }))
    .toSorted((one, other) => other.devices - one.devices);
}

/** As the runs from a workstation's socket saw their own network. */
function workstationNetworks(runs: GraphRequest['runs']): NetworkNode['networks'] {
  const seen = runs
    .filter(({ viewpoint }) => viewpoint === 'workstation')
    .flatMap(({ place }) => place.networks ?? place.localAddress ?? []);
  return [...new Set(seen)].map((cidr) => ({ cidr, devices: 0 }));
}
