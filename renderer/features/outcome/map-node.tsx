/** What stands on the map: a network, a server with its components, an external resource. */

import { IconArrowsSplit2, IconDeviceDesktop, IconPrinter, IconServer2 } from '@tabler/icons-react';
import { Handle, type NodeProps, Position } from '@xyflow/react';
import type { ReactElement } from 'react';
import type { GraphNode } from './site-graph.ts';

export interface MapNodeData extends Record<string, unknown> {
  readonly node: GraphNode;
  readonly title: string;
  readonly lines: readonly string[];
  readonly components: string;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

const ICON = { size: 16, stroke: 1.75, 'aria-hidden': true } as const;

export function MapNode({ data, width, height }: NodeProps): ReactElement {
  const { node, title, lines, components, chosen, onChoose } = data as MapNodeData;
  return (
    <>
      <Fasteners />
      <button
        type="button"
        className="map-node nodrag nopan"
        data-kind={node.kind}
        aria-pressed={chosen}
        style={{ width, height }}
        onClick={onChoose}
      >
        <span className="map-node-head">
          {iconOf(node)}
          <span className="one-line" title={title}>
            {title}
          </span>
        </span>
        {lines.map((line) => (
          <span key={line} className="map-node-line numbers one-line" title={line}>
            {line}
          </span>
        ))}
        {components === '' ? null : <span className="map-node-line map-components">{components}</span>}
      </button>
    </>
  );
}

/** Edges know their own path, but the library draws none without a place to fasten it to. */
function Fasteners(): ReactElement {
  return (
    <>
      <Handle className="map-fastener" type="source" position={Position.Left} isConnectable={false} />
      <Handle className="map-fastener" type="target" position={Position.Left} isConnectable={false} />
    </>
  );
}

function iconOf(node: GraphNode): ReactElement | null {
  if (node.kind === 'external') return null;
  if (node.kind === 'server') {
    return node.components.includes('loadBalancer') ? (
      <IconArrowsSplit2 {...ICON} />
    ) : (
      <IconServer2 {...ICON} />
    );
  }
  return node.id === 'devices' ? <IconPrinter {...ICON} /> : <IconDeviceDesktop {...ICON} />;
}

/** Around several servers: what any of them may set up starts at its border. */
export function MapFrame({ data, width, height }: NodeProps): ReactElement {
  return (
    <div className="map-frame" style={{ width, height }}>
      <Fasteners />
      {String(data.title)}
    </div>
  );
}
