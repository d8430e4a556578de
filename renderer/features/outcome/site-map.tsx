/** The site map: what stands where, and how each way between was seen. Loaded when a result is looked at. */
import { type Edge, type Node, ReactFlow, ReactFlowProvider, useReactFlow, useStore } from '@xyflow/react';
import { type ReactElement, useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import '@xyflow/react/dist/base.css';
import { IconMinus, IconPlus, IconZoomScan } from '@tabler/icons-react';
import type { Box } from './layout-columns.ts';
import { MapEdge, type MapEdgeData } from './map-edge.tsx';
import { MapFrame, MapNode, type MapNodeData } from './map-node.tsx';
import type { MapWords } from './map-words.ts';
import type { SiteGraph } from './site-graph.ts';
import { layOutSite, type PlacedNode } from './site-layout.ts';
import './site-map.css';

export interface SiteMapProps {
  readonly graph: SiteGraph;
  readonly words: MapWords;
  readonly chosen: string | null;
  /** An edge by its id, or every way of a node. */
  readonly onChoose: (id: string) => void;
}

const NODE_TYPES = { map: MapNode, frame: MapFrame } as const;
const EDGE_TYPES = { map: MapEdge } as const;
const FIT = { padding: 0.03, maxZoom: 1.4 } as const;
/** The buttons on the map say in words what is where; the drawing around them has nothing to add for a screen reader. */
const DRAWN_ONLY = { 'aria-hidden': true, 'aria-roledescription': undefined } as const;
const NO_ROLE_DESCRIPTION = { 'aria-roledescription': undefined } as const;
const MIN_ZOOM = 0.3;
const MAX_ZOOM = 2;
const ICON = { size: 16, stroke: 1.75, 'aria-hidden': true } as const;
/** Sign, padding and border around the words of a label. */
const LABEL_EXTRA = 42;
const LETTER = 6.9;
const LABEL_MAX = 176;
/** Letters of the smaller type that fit into a line of a server. */
const LINE_LETTERS = 21;

function labelWidth(text: string): number {
  return Math.min(LABEL_MAX, Math.ceil(text.length * LETTER) + LABEL_EXTRA);
}

/** As a browser breaks it: no word is cut. */
function linesFor(text: string): number {
  let lines = 1;
  let used = 0;
  for (const word of text.split(' ')) {
    if (used > 0 && used + 1 + word.length > LINE_LETTERS) {
      lines += 1;
      used = word.length;
    } else used += (used > 0 ? 1 : 0) + word.length;
  }
  return text === '' ? 0 : lines;
}

export function SiteMap(props: SiteMapProps): ReactElement {
  return (
    <ReactFlowProvider>
      <Drawing {...props} />
    </ReactFlowProvider>
  );
}

function Drawing({ graph, words, chosen, onChoose }: SiteMapProps): ReactElement {
  const { t } = useTranslation();
  const layout = useMemo(
    () =>
      layOutSite(graph, {
        labelWidth: (edge) => labelWidth(words.labelOf(edge)),
        componentLines: (server) => linesFor(words.componentsOf(server)),
      }),
    [graph, words],
  );
  const nodes = useMemo(
    () => [
      ...(layout.frame === null ? [] : [frameNode(layout.frame, t('outcome.map.servers'))]),
      ...layout.nodes.map((placed) => mapNode(placed, words, chosen, onChoose)),
    ],
    [layout, words, chosen, onChoose, t],
  );
  const edges = useMemo(
    () =>
      layout.edges.map(
        ({ edge, path, label }): Edge<MapEdgeData> => ({
          id: edge.id,
          type: 'map',
          source: nodes[0]?.id ?? '',
          target: nodes.at(-1)?.id ?? '',
          ariaRole: 'presentation',
          domAttributes: DRAWN_ONLY,
          data: {
            path,
            label,
            state: edge.state,
            text: words.labelOf(edge),
            sentence: words.sentenceOf(edge),
            chosen: edge.id === chosen,
            onChoose: () => onChoose(edge.id),
          },
        }),
      ),
    [layout, nodes, words, chosen, onChoose],
  );
  return (
    <section className="site-map" aria-label={t('outcome.map.label')}>
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={NODE_TYPES}
        edgeTypes={EDGE_TYPES}
        fitView
        fitViewOptions={FIT}
        minZoom={MIN_ZOOM}
        maxZoom={MAX_ZOOM}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable={false}
        zoomOnScroll={false}
        preventScrolling={false}
        zoomOnDoubleClick={false}
        disableKeyboardA11y
        proOptions={{ hideAttribution: true }}
      >
        <KeepFitted shape={`${layout.width} ${layout.height}`} />
        <Zoom />
      </ReactFlow>
    </section>
  );
}

/** Fits again when the pane or the drawing takes another size. */
function KeepFitted({ shape }: { readonly shape: string }): null {
  const { fitView } = useReactFlow();
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the sizes are not used, their change is
  useEffect(() => {
    void fitView(FIT);
  }, [fitView, shape, width, height]);
  return null;
}

function Zoom(): ReactElement {
  const { t } = useTranslation();
  const { zoomIn, zoomOut, fitView } = useReactFlow();
  const buttons = [
    { label: t('outcome.map.zoomIn'), icon: <IconPlus {...ICON} />, press: () => zoomIn() },
    { label: t('outcome.map.zoomOut'), icon: <IconMinus {...ICON} />, press: () => zoomOut() },
    { label: t('outcome.map.fit'), icon: <IconZoomScan {...ICON} />, press: () => fitView(FIT) },
  ];
  return (
    <div className="map-zoom nodrag nopan">
      {buttons.map(({ label, icon, press }) => (
        <button key={label} type="button" aria-label={label} title={label} onClick={() => void press()}>
          {icon}
        </button>
      ))}
    </div>
  );
}

function boxed(box: Box) {
  return {
    domAttributes: NO_ROLE_DESCRIPTION,
    position: { x: box.x, y: box.y },
    width: box.width,
    height: box.height,
  };
}

function frameNode(box: Box, title: string): Node {
  return { id: 'frame', type: 'frame', data: { title }, zIndex: -1, ...boxed(box) };
}

function mapNode(
  { node, box }: PlacedNode,
  words: MapWords,
  chosen: string | null,
  onChoose: (id: string) => void,
): Node<MapNodeData> {
  return {
    id: node.id,
    type: 'map',
    data: {
      node,
      title: words.titleOf(node),
      lines: words.linesOf(node),
      components: node.kind === 'server' ? words.componentsOf(node) : '',
      chosen: node.id === chosen,
      onChoose: () => onChoose(node.id),
    },
    ...boxed(box),
  };
}
