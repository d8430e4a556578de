/** The columns of the map: servers and external resources stacked, and the line of each edge that ends at them. */
import { ANY_SERVER, type GraphEdge, type GraphNode, type ServerNode, type SiteGraph } from './site-graph.ts';

/** Pixels, from the upper left corner of the map. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const LABEL_HEIGHT = 24;
export const NETWORK = { width: 178, height: 62 } as const;
/** From line to line: several servers share the height of the picture. */
const PITCHES = { one: 34, several: 29 } as const;
export const SERVER_WIDTH = 158;
export const EXTERNAL_WIDTH = 128;
const EXTERNAL = { height: 46, gap: 14 } as const;
const GAP = 12;

/** Title and address; below them the components, then the chips of inner edges. */
const SERVER_TEXT = 48;
const COMPONENT_LINE = 15;

export interface Measures {
  /** Pixels that the label of an edge takes; they decide how far apart the columns stand. */
  readonly labelWidth: (edge: GraphEdge) => number;
  /** Lines that the names of a server's components take. */
  readonly componentLines: (server: ServerNode) => number;
}

interface Stack {
  readonly bottom: number;
  readonly blockOf: (server: ServerNode | undefined) => Box;
  readonly lineOf: (edge: GraphEdge) => number;
  readonly chipOf: (edge: GraphEdge) => Box | null;
}

/** Servers one below the other, each tall enough for the lines that end at it and the chips inside it. */
export function stackServers(
  graph: SiteGraph,
  at: {
    readonly fromTop: readonly GraphEdge[];
    readonly fromBottom: readonly GraphEdge[];
    readonly x: number;
    readonly top: number;
    readonly componentLines: Measures['componentLines'];
  },
): Stack {
  const pitch = pitchOf(graph);
  const blocks = new Map<string, Box>();
  const lines = new Map<string, number>();
  const chips = new Map<string, Box>();
  let y = at.top;
  for (const server of graph.servers) {
    const mine = [
      ...at.fromTop.filter(({ to }) => to === server.id),
      ...at.fromBottom.filter(({ from, to }) => from === server.id || to === server.id),
    ];
    const inner = graph.edges.filter((edge) => edge.inner !== null && edge.to === server.id);
    const text = SERVER_TEXT + at.componentLines(server) * COMPONENT_LINE;
    // The only server begins beside the network above it: its lines begin below that network.
    const first = graph.servers.length === 1 ? y + NETWORK.height / 2 + pitch : y + pitch / 2 + 4;
    const height = Math.max(
      text + inner.length * (LABEL_HEIGHT + 4) + 8,
      first - y + mine.length * pitch + endRoom(graph),
    );
    const offset = Math.max(0, (height - (first - y) - endRoom(graph) - mine.length * pitch) / 2);
    mine.forEach((edge, index) => {
      lines.set(edge.id, first + offset + index * pitch);
    });
    inner.forEach((edge, index) => {
      chips.set(edge.id, {
        x: at.x + 8,
        y: y + text + index * (LABEL_HEIGHT + 4),
        width: SERVER_WIDTH - 16,
        height: LABEL_HEIGHT,
      });
    });
    blocks.set(server.id, { x: at.x, y, width: SERVER_WIDTH, height });
    y += height + GAP;
  }
  const shared = at.fromBottom.filter(({ from, to }) => from === ANY_SERVER || to === ANY_SERVER);
  shared.forEach((edge, index) => {
    lines.set(edge.id, y + pitch / 2 + index * pitch);
  });
  const sharedHeight = shared.length === 0 ? -GAP : shared.length * pitch + endRoom(graph);
  return {
    bottom: y + sharedHeight,
    blockOf: (server) =>
      blocks.get(server?.id ?? '') ?? { x: at.x, y: at.top, width: SERVER_WIDTH, height: SERVER_TEXT },
    lineOf: ({ id }) => lines.get(id) ?? y,
    chipOf: ({ id }) => chips.get(id) ?? null,
  };
}

/** Below the last line of the only server stands the devices' network. */
function endRoom(graph: SiteGraph): number {
  return pitchOf(graph) / 2 + (graph.servers.length === 1 ? NETWORK.height / 2 : 0);
}

function pitchOf({ servers }: SiteGraph): number {
  return servers.length > 1 ? PITCHES.several : PITCHES.one;
}

/** External resources one below the other, around the middle of the servers. */
export function stackExternals(
  externals: readonly GraphNode[],
  edges: readonly GraphEdge[],
  x: number,
  block: Box,
): {
  readonly boxOf: (id: string) => Box;
  readonly lineOf: (edge: GraphEdge) => number;
  readonly bottom: number;
} {
  const heights = externals.map(({ id }) =>
    Math.max(EXTERNAL.height, edges.filter(({ to }) => to === id).length * PITCHES.one),
  );
  const total = heights.reduce((sum, height) => sum + height + EXTERNAL.gap, -EXTERNAL.gap);
  const room = externals.length > 1 ? (block.height - total) / (externals.length - 1) : 0;
  const gap = EXTERNAL.gap + Math.min(34, Math.max(0, room));
  const wholeHeight = total + (gap - EXTERNAL.gap) * Math.max(0, externals.length - 1);
  let y = Math.max(0, block.y + (block.height - wholeHeight) / 2);
  const boxes = new Map<string, Box>();
  const lines = new Map<string, number>();
  externals.forEach(({ id }, index) => {
    const height = heights[index] ?? EXTERNAL.height;
    boxes.set(id, { x, y, width: EXTERNAL_WIDTH, height });
    const mine = edges.filter(({ to }) => to === id);
    mine.forEach((edge, at) => {
      lines.set(edge.id, y + height / 2 + (at - (mine.length - 1) / 2) * PITCHES.one);
    });
    y += height + gap;
  });
  return {
    boxOf: (id) => boxes.get(id) ?? { x, y: 0, width: EXTERNAL_WIDTH, height: EXTERNAL.height },
    lineOf: ({ id }) => lines.get(id) ?? 0,
    bottom: y - gap,
  };
}
