import { describe, expect, it } from 'vitest';
import { ANY_SERVER, buildSiteGraph } from '../../../../../renderer/features/outcome/site-graph.ts';
import { deviceRun, romashka, serverRun, workstationRun } from '../../../../fixtures/romashka.ts';
import { coverageFor, makeWaiver } from '../../coverage-of-visit.ts';

const site = romashka(40);
const RUNS = [workstationRun({ site }), deviceRun({ site }), serverRun({ site })];
const graph = buildSiteGraph({ cells: coverageFor(site, RUNS).cells, site, runs: RUNS });
const between = (from: string, to: string) =>
  graph.edges.filter((edge) => edge.from === from && edge.to === to);

describe('the graph of a site', () => {
  it('has both networks, every server and every external resource that a flow leads to', () => {
    expect(graph.nodes.map(({ id }) => id)).toEqual([
      'workstations',
      'server:app1',
      'external:pg',
      'external:ch',
      'external:ad',
      'external:nfs',
      'external:s3.printum.io',
      'devices',
    ]);
  });

  it('folds the devices into their networks', () => {
    const large = romashka(300);
    const { nodes } = buildSiteGraph({ cells: coverageFor(large, []).cells, site: large, runs: [] });
    expect(nodes.find(({ id }) => id === 'devices')).toMatchObject({
      devices: 300,
      networks: [
        { cidr: '10.77.20.0/24', devices: 200 },
        { cidr: '10.77.21.0/24', devices: 100 },
      ],
    });
  });

  it('has one edge for each way and state, the worst first', () => {
    const states = between('server:app1', 'devices').map(({ state }) => state);
    expect(new Set(states).size).toBe(states.length);
    expect(states[0]).toBe('failed');
  });

  it('counts the devices behind an edge, and names each port once', () => {
    const [failed] = between('server:app1', 'devices');
    expect(failed).toMatchObject({ devices: 4, ports: ['80', '443'] });
  });

  it('loses no flow', () => {
    const { cells } = coverageFor(site, RUNS);
    expect(graph.edges.reduce((sum, edge) => sum + edge.cells.length, 0)).toBe(cells.length);
  });

  it('tells what stays inside one server from what goes between servers', () => {
    expect(between('server:app1', 'server:app1').every(({ inner }) => inner === 'inside')).toBe(true);
    const two = romashka(1, {
      scheme: 'distributed',
      servers: [
        {
          id: 'a',
          host: '10.77.30.10',
          roles: ['personalAccount', 'printManager', 'scanFtp', 'networkAgent'],
        },
        { id: 'b', host: '10.77.30.11', roles: ['monitoring', 'cups'] },
      ],
    });
    const { edges } = buildSiteGraph({ cells: coverageFor(two, []).cells, site: two, runs: [] });
    expect(edges.find(({ from, to }) => from === 'server:a' && to === 'server:b')?.inner).toBe('between');
    expect(edges.filter(({ to }) => to === 'devices').every(({ from }) => from === ANY_SERVER)).toBe(true);
  });

  it('shows a waived way as an edge of its own', () => {
    const waivers = [makeWaiver({ requirement: 'online-install' })];
    const { edges } = buildSiteGraph({ cells: coverageFor(site, RUNS, waivers).cells, site, runs: RUNS });
    expect(edges.find(({ to }) => to === 'external:s3.printum.io')?.state).toBe('waived');
  });

  it('knows the network of the workstations from a run there, and does not guess it without one', () => {
    expect(graph.nodes[0]).toMatchObject({ networks: [{ cidr: '10.77.10.57' }] });
    const unseen = buildSiteGraph({ cells: coverageFor(site, []).cells, site, runs: [] });
    expect(unseen.nodes[0]).toMatchObject({ networks: [] });
  });
});
