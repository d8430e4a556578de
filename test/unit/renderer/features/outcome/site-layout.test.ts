import { describe, expect, it } from 'vitest';
import type { Box } from '../../../../../renderer/features/outcome/layout-columns.ts';
import { buildSiteGraph } from '../../../../../renderer/features/outcome/site-graph.ts';
import { layOutSite } from '../../../../../renderer/features/outcome/site-layout.ts';
import type { Run } from '../../../../../src/contract/run.ts';
import type { Site } from '../../../../../src/contract/site.ts';
import { deviceRun, romashka, serverRun, workstationRun } from '../../../../fixtures/romashka.ts';
import { coverageFor, makeWaiver } from '../../coverage-of-visit.ts';

const DISTRIBUTED = {
  scheme: 'distributed',
  servers: [
    { id: 'a', host: '10.77.30.10', roles: ['personalAccount', 'printManager', 'scanFtp', 'networkAgent'] },
    { id: 'b', host: '10.77.30.11', roles: ['monitoring'] },
    { id: 'c', host: '10.77.30.12', roles: ['cups'] },
  ],
};
const DOUBLED = {
  scheme: 'ha',
  servers: [
    { id: 'a', host: '10.77.30.10', roles: ['personalAccount', 'printManager', 'scanFtp', 'redis', 'cups'] },
    { id: 'b', host: '10.77.30.11', roles: ['personalAccount', 'printManager', 'scanFtp', 'redis', 'cups'] },
    { id: 'c', host: '10.77.30.12', roles: ['monitoring', 'networkAgent', 'redis'] },
    { id: 'lb', host: '10.77.30.5', roles: ['loadBalancer'] },
  ],
};
const WAIVERS = [makeWaiver({ targetId: 'mfu-205' }), makeWaiver({ requirement: 'cups-ipp' })];

function layoutOf(site: Site, runs: readonly Run[]) {
  const graph = buildSiteGraph({ cells: coverageFor(site, runs, WAIVERS).cells, site, runs });
  return layOutSite(graph, {
    labelWidth: (edge) => (edge.to === 'devices' ? 170 : 60 + edge.ports.join(', ').length),
    componentLines: ({ components }) => components.length,
  });
}

const meets = (one: Box, other: Box) =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;

const holds = (outer: Box, inner: Box) =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

const SITES = {
  single: romashka(40),
  'single without devices': romashka(0),
  distributed: romashka(40, DISTRIBUTED),
  ha: romashka(40, DOUBLED),
};

describe.each(Object.entries(SITES))('the map of a site, %s', (_, site) => {
  const all = [workstationRun({ site }), deviceRun({ site }), serverRun({ site })];

  describe.each([
    ['before any run', []],
    ['after one place', all.slice(0, 1)],
    ['after every place', all],
  ] as const)('%s', (__, runs) => {
    const { nodes, edges, frame, width, height } = layoutOf(site, runs);

    it('lets no two labels meet', () => {
      for (const [index, one] of edges.entries()) {
        for (const other of edges.slice(index + 1)) {
          expect(meets(one.label, other.label), `${one.edge.id} and ${other.edge.id}`).toBe(false);
        }
      }
    });

    it('keeps labels off the nodes, and those of inner ways inside their server', () => {
      for (const { edge, label } of edges) {
        for (const { node, box } of nodes) {
          if (edge.inner !== null && node.id === edge.to) expect(holds(box, label), edge.id).toBe(true);
          else expect(meets(label, box), `${edge.id} and ${node.id}`).toBe(false);
        }
      }
    });

    it('lets no two nodes meet, and holds the servers in their frame', () => {
      for (const [index, one] of nodes.entries()) {
        for (const other of nodes.slice(index + 1)) expect(meets(one.box, other.box)).toBe(false);
        if (frame !== null && one.node.kind === 'server') expect(holds(frame, one.box)).toBe(true);
      }
    });

    it('holds everything inside its size', () => {
      const whole = { x: 0, y: 0, width, height };
      for (const { box } of nodes) expect(holds(whole, box)).toBe(true);
      for (const { label } of edges) expect(holds(whole, label)).toBe(true);
    });

    it('gives every way between nodes a line, and no two lines one lane', () => {
      const outer = edges.filter(({ edge }) => edge.inner === null);
      expect(outer.every(({ path }) => path.startsWith('M'))).toBe(true);
      expect(new Set(outer.map(({ path }) => path)).size).toBe(outer.length);
    });
  });
});
