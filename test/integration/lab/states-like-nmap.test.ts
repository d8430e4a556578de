/** The whole command line against a real nginx behind a real firewall, compared with nmap from the same place. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runSchema } from '../../../src/contract/run.ts';
import type { Daemon } from '../../lab/daemon.ts';
import { startNginx } from '../../lab/daemons/nginx.ts';
import { labSite } from '../../lab/lab-site.ts';
import { runOn } from '../../lab/namespace.ts';
import { nmapStates } from '../../lab/nmap.ts';
import { createSiteNetwork, SERVER_ADDRESS, type SiteNetwork } from '../../lab/site-network.ts';
import { describeIf, needs } from '../../support/needs.ts';

const CLI = join(import.meta.dirname, '../../../out/cli/sitecheck.mjs');
const PLAIN_PORTS = [80, 8000, 8010];
const TLS_PORTS = [443, 8001, 8080];
const ALL_PORTS = [...PLAIN_PORTS, ...TLS_PORTS];

describeIf(
  needs.all(needs.root(), needs.tool('nft'), needs.tool('nmap')),
  'sitecheck run from the workstation',
  () => {
    let network: SiteNetwork;
    let nginx: Daemon;
    let folder: string;
    let siteFile: string;

    beforeAll(async () => {
      network = await createSiteNetwork();
      nginx = await startNginx(
        { host: network.server, address: SERVER_ADDRESS },
        { plainPorts: PLAIN_PORTS, tlsPorts: TLS_PORTS },
      );
      folder = await mkdtemp(join(tmpdir(), 'sitecheck-states-'));
      siteFile = join(folder, 'lab.site.json');
      await writeFile(siteFile, JSON.stringify(labSite(), null, 2));
    });

    afterAll(async () => {
      await nginx?.close();
      await network?.close();
      if (folder !== undefined) await rm(folder, { recursive: true });
    });

    async function runFromWorkstation() {
      const output = await runOn(network.workstation, process.execPath, [
        CLI,
        'run',
        siteFile,
        '--from',
        'workstation',
        '--json',
        '-',
      ]);
      const run = runSchema.parse(JSON.parse(output.stdout));
      const probed = run.checks.filter((check) => check.proof === 'direct' && ALL_PORTS.includes(check.port));
      return { output, run, states: new Map(probed.map((check) => [check.port, check.portState])), probed };
    }

    const faults = [
      { title: 'everything is open', rules: [] },
      {
        title: 'one port is dropped and one rejected with a reset',
        rules: ['tcp dport 8010 drop', 'tcp dport 8000 reject with tcp reset'],
      },
      {
        title: 'ports are rejected by ICMP in several ways',
        rules: [
          'tcp dport 8001 reject with icmp type admin-prohibited',
          'tcp dport 8080 reject with icmp type host-unreachable',
          'tcp dport 8000 reject with icmp type port-unreachable',
        ],
      },
    ];
    for (const fault of faults) {
      it(`gives every port the state that nmap gives it when ${fault.title}`, async () => {
        await network.setForwardRules(fault.rules);
        const { states } = await runFromWorkstation();
        expect(Object.fromEntries(states)).toEqual(
          await nmapStates(network.workstation, SERVER_ADDRESS, ALL_PORTS),
        );
      });
    }

    it('passes every open port with its protocol confirmed and exits with 1 for a dropped one', async () => {
      await network.setForwardRules(['tcp dport 8010 drop']);
      const { output, probed } = await runFromWorkstation();
      const verdicts = probed.map((check) => [check.port, check.verdict, check.serviceState]);
      expect(verdicts.sort()).toEqual(
        [
          ...ALL_PORTS.filter((port) => port !== 8010).map((port) => [port, 'pass', 'confirmed']),
          [8010, 'fail', 'not-checked'],
        ].sort(),
      );
      expect(output.exitCode).toBe(1);
    });

    it('tells that TLS stands on a plain port and plain HTTP on a TLS port when the pair is swapped', async () => {
      await network.setForwardRules([]);
      const swapped = labSite({ 'monitoring-http': 8001, 'monitoring-https': 8000 });
      await writeFile(siteFile, JSON.stringify(swapped));
      const { probed } = await runFromWorkstation();
      await writeFile(siteFile, JSON.stringify(labSite()));
      const reasons = new Map(probed.map((check) => [check.requirement, check.reason.code]));
      expect(reasons.get('monitoring-http')).toBe('tls-on-plain-port');
      expect(reasons.get('monitoring-https')).toBe('plain-http-on-tls-port');
    });
  },
);
