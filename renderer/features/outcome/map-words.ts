/** What nodes and edges of the map are called, in its pictures and in its table alike. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { PARTY_LABELS } from '../../../src/contract/labels.ts';
import { useLanguage } from '../../i18n/i18n.ts';
import { ANY_SERVER, type GraphEdge, type GraphNode, type ServerNode, type SiteGraph } from './site-graph.ts';

export interface MapWords {
  readonly titleOf: (node: GraphNode) => string;
  readonly linesOf: (node: GraphNode) => readonly string[];
  readonly componentsOf: (server: ServerNode) => string;
  readonly nameOf: (nodeId: string) => string;
  readonly portsOf: (edge: GraphEdge) => string;
  /** What stands on the edge: ports and, towards devices, how many of them. */
  readonly labelOf: (edge: GraphEdge) => string;
  /** All of it in one sentence, for those who do not see the picture. */
  readonly sentenceOf: (edge: GraphEdge) => string;
}

/** «prn-app01» of «prn-app01.corp.example»: addresses and words stay whole. */
function shortName(name: string): string {
  return /^[a-z][\w-]*(\.[\w-]+)+$/i.test(name) ? (name.split('.')[0] ?? name) : name;
}

/** More are counted. */
const PORTS_NAMED = 2;
const PORTS_LENGTH = 14;
const NETWORKS_NAMED = 1;

export function useMapWords(graph: SiteGraph): MapWords {
  const { t } = useTranslation();
  const language = useLanguage();
  return useMemo(() => {
    const nodes = new Map(graph.nodes.map((node) => [node.id, node]));

    function titleOf(node: GraphNode): string {
      if (node.kind === 'network') return t(`outcome.map.${node.id}`);
      if (node.kind === 'server') return shortName(node.name === '' ? node.host : node.name);
      return node.name === '' ? PARTY_LABELS[node.role][language] : node.name;
    }

    function linesOf(node: GraphNode): readonly string[] {
      if (node.kind === 'external') return [`${node.host}:${node.port}`];
      if (node.kind === 'server') return node.name === '' ? [] : [node.host];
      const named = node.networks.slice(0, NETWORKS_NAMED).map(({ cidr }) => cidr);
      const rest = node.networks.length - named.length;
      const networks = [...named, ...(rest > 0 ? [t('outcome.map.moreNetworks', { count: rest })] : [])].join(
        ', ',
      );
      const devices = node.devices > 0 ? t('coverage.mfps', { count: node.devices }) : '';
      return [networks, devices].filter(Boolean);
    }

    function nameOf(nodeId: string): string {
      const node = nodes.get(nodeId);
      if (node !== undefined) return titleOf(node);
      return nodeId === ANY_SERVER ? t('outcome.map.servers') : nodeId;
    }

    function portsOf({ ports }: GraphEdge): string {
      const named = ports.join(', ');
      return ports.length <= PORTS_NAMED && named.length <= PORTS_LENGTH
        ? named
        : t('outcome.map.ports', { count: ports.length });
    }

    function labelOf(edge: GraphEdge): string {
      if (edge.inner !== null) {
        const [only] = edge.ports;
        const few = edge.ports.length === 1 && only !== undefined;
        const count = few ? only : t('outcome.map.ports', { count: edge.ports.length });
        return t(`outcome.map.${edge.inner}`, { ports: count });
      }
      const ports = portsOf(edge);
      if (edge.to !== 'devices') return ports;
      return t('outcome.map.toDevices', { ports, devices: t('coverage.mfps', { count: edge.devices }) });
    }

    return {
      titleOf,
      linesOf,
      componentsOf: ({ components }) => components.map((each) => PARTY_LABELS[each][language]).join(', '),
      nameOf,
      portsOf,
      labelOf,
      sentenceOf: (edge) =>
        t('outcome.map.edge', {
          from: nameOf(edge.from),
          to: nameOf(edge.to),
          state: t(`coverage.states.${edge.state}`),
          ports: edge.ports.join(', '),
          flows: t('common.flows', { count: edge.cells.length }),
        }),
    };
  }, [graph, t, language]);
}
