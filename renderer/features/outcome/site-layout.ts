/**
 * Where everything of the map stands. Networks left, servers in the middle, external resources right; an edge leaves
 * its network in a lane of its own and turns to its server in a line of its own, so that no two labels can meet.
 */
import {
  type Box,
  EXTERNAL_WIDTH,
  LABEL_HEIGHT,
  type Measures,
  NETWORK,
  SERVER_WIDTH,
  stackExternals,
  stackServers,
} from './layout-columns.ts';
import { ANY_SERVER, type GraphEdge, type GraphNode, type SiteGraph } from './site-graph.ts';

export interface PlacedNode {
  readonly node: GraphNode;
  readonly box: Box;
}

export interface PlacedEdge {
  readonly edge: GraphEdge;
  /** SVG path from start to end; empty for edges that are drawn inside their server. */
  readonly path: string;
  readonly label: Box;
}

export interface SiteLayout {
  readonly nodes: readonly PlacedNode[];
  /** Around all servers where there are several. */
  readonly frame: Box | null;
  readonly edges: readonly PlacedEdge[];
  readonly width: number;
  readonly height: number;
}

const LANE = 13;
const FRAME = { side: 10, head: 26 } as const;
const MARGIN = 14;
const TURN = 10;

/** The whole picture; pure, so that a test can look for labels that meet. */
export function layOutSite(graph: SiteGraph, { labelWidth, componentLines }: Measures): SiteLayout {
  const several = graph.servers.length > 1;
  const outer = graph.edges.filter(({ inner }) => inner === null);
  const fromTop = outer.filter(({ from }) => from === 'workstations');
  const fromBottom = outer.filter(({ from, to }) => from === 'devices' || to === 'devices');
  const toRight = outer.filter(({ to }) => to.startsWith('external:'));
  const externals = graph.nodes.filter(({ kind }) => kind === 'external');

  const lanes = several ? fromTop.length + fromBottom.length : Math.max(fromTop.length, fromBottom.length);
  const labelX = MARGIN + lanes * LANE + 4;
  const leftLabels = Math.max(60, ...[...fromTop, ...fromBottom].map(labelWidth));
  const stackX = Math.max(labelX + leftLabels + 18, NETWORK.width + 24);
  const serverX = stackX + (several ? FRAME.side : 0);

  const top = NETWORK.height / 2;
  const stack = stackServers(graph, {
    fromTop,
    fromBottom,
    componentLines,
    x: serverX,
    top: top + (several ? FRAME.head : 0),
  });
  const frame: Box | null = several
    ? {
        x: stackX,
        y: top,
        width: SERVER_WIDTH + FRAME.side * 2,
        height: stack.bottom + FRAME.side - top,
      }
    : null;
  const block = frame ?? stack.blockOf(graph.servers[0]);
  const blockBottom = block.y + block.height;

  const rightEdge = block.x + block.width;
  const rightLabels = Math.max(0, ...toRight.map(labelWidth));
  const externalX = rightEdge + rightLabels + 44;
  const right = stackExternals(externals, toRight, externalX, block);
  const networkWidth = Math.max(NETWORK.width, Math.min(labelX, stackX - 24));
  const bottomY =
    Math.max(blockBottom, NETWORK.height + 40) - NETWORK.height / 2 + (several ? FRAME.side * 2 : 0);

  const nodes: PlacedNode[] = graph.nodes.map((node) => {
    if (node.kind === 'server') return { node, box: stack.blockOf(node) };
    if (node.kind === 'external') return { node, box: right.boxOf(node.id) };
    const y = node.id === 'workstations' ? 0 : bottomY;
    return { node, box: { x: 0, y, width: networkWidth, height: NETWORK.height } };
  });
  const labelBox = (edge: GraphEdge, x: number, y: number): Box => ({
    x,
    y: y - LABEL_HEIGHT / 2,
    width: labelWidth(edge),
    height: LABEL_HEIGHT,
  });
  const leftEnd = (edge: GraphEdge) =>
    edge.from === ANY_SERVER || edge.to === ANY_SERVER ? (frame?.x ?? serverX) : serverX;

  const edges: PlacedEdge[] = [
    // The lowest line takes the outermost lane, so that lines of one network never cross.
    ...inLanes(fromTop, stack.lineOf, 'down', several ? fromBottom.length : 0).map(({ edge, lane }) => {
      const y = stack.lineOf(edge);
      const x = MARGIN + lane * LANE;
      return {
        edge,
        path: bend(edge, { x, from: NETWORK.height, y, to: leftEnd(edge) }),
        label: labelBox(edge, labelX, y),
      };
    }),
    ...inLanes(fromBottom, stack.lineOf, 'up', 0).map(({ edge, lane }) => {
      const y = stack.lineOf(edge);
      const x = MARGIN + lane * LANE;
      return {
        edge,
        path: bend(edge, { x, from: bottomY, y, to: leftEnd(edge) }),
        label: labelBox(edge, labelX, y),
      };
    }),
    ...toRight.map((edge, index) => {
      const y = right.lineOf(edge);
      const startX = edge.from === ANY_SERVER ? rightEdge : serverX + SERVER_WIDTH;
      const startY = spread(block, index, toRight.length);
      const width = labelWidth(edge);
      return {
        edge,
        path: curve({ x: startX, y: startY }, { x: externalX, y }, width + 16),
        label: labelBox(edge, externalX - width - 12, y),
      };
    }),
    ...graph.edges.flatMap((edge) => {
      const label = stack.chipOf(edge);
      return label === null ? [] : [{ edge, path: '', label }];
    }),
  ];
  return {
    nodes,
    frame,
    edges,
    width: externals.length === 0 ? rightEdge : externalX + EXTERNAL_WIDTH,
    height: Math.max(bottomY + NETWORK.height, right.bottom, blockBottom),
  };
}

function inLanes(
  edges: readonly GraphEdge[],
  lineOf: (edge: GraphEdge) => number,
  direction: 'down' | 'up',
  firstLane: number,
): readonly { readonly edge: GraphEdge; readonly lane: number }[] {
  const outermostFirst = edges.toSorted((one, other) =>
    direction === 'down' ? lineOf(other) - lineOf(one) : lineOf(one) - lineOf(other),
  );
  return outermostFirst.map((edge, index) => ({ edge, lane: firstLane + index }));
}

/** Down or up its lane, round the corner and along its line; towards the devices it runs the other way. */
function bend(
  edge: GraphEdge,
  { x, from, y, to }: { readonly x: number; readonly from: number; readonly y: number; readonly to: number },
): string {
  const turnY = y > from ? y - TURN : y + TURN;
  return edge.to === 'devices'
    ? `M${to} ${y}H${x + TURN}Q${x} ${y} ${x} ${turnY}V${from}`
    : `M${x} ${from}V${turnY}Q${x} ${y} ${x + TURN} ${y}H${to}`;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Bends in the gap before the label, then runs straight through it. */
function curve(start: Point, end: Point, straight: number): string {
  const bendEnd = end.x - straight;
  const middle = (start.x + bendEnd) / 2;
  return `M${start.x} ${start.y}C${middle} ${start.y} ${middle} ${end.y} ${bendEnd} ${end.y}H${end.x}`;
}

/** Evenly along the right side of the block, around its middle. */
function spread(block: Box, index: number, count: number): number {
  const pitch = Math.min(18, (block.height - 24) / Math.max(1, count));
  return block.y + block.height / 2 + (index - (count - 1) / 2) * pitch;
}
