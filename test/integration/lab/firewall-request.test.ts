/** The request does what it says: made from the failures of a run, loaded into the firewall, it turns them green. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { FirewallRequest } from '../../../src/contract/firewall-request.ts';
import type { Run } from '../../../src/contract/run.ts';
import { VIEWPOINTS } from '../../../src/contract/words.ts';
import { NFT_TABLE, nftablesRules } from '../../../src/report/request/nftables.ts';
import { requestOf } from '../../../src/report/request/request-of.ts';
import { closeRows } from '../../../src/report/request/retest.ts';
import { NETWORKS } from '../../lab/addresses.ts';
import { type Lab, startLab } from '../../lab/lab.ts';
import { runProduct } from '../../lab/product-run.ts';
import { LAB_PROGRAMS } from '../../lab/programs.ts';
import type { Scenario, ServiceName } from '../../lab/scenario.ts';
import { firewallProhibits, firewallResets, firewallSilent } from '../../lab/scenarios/firewall-faults.ts';
import { connectBackBlocked, passiveRangeHalfClosed } from '../../lab/scenarios/ftp-faults.ts';
import { describeIf, needs } from '../../support/needs.ts';

/** What stands behind the firewall; external resources stand beside the server. */
const SERVICES: readonly ServiceName[] = [
  ...(['web', 'cups', 'ftp', 'traps'] as const),
  ...(['device-web', 'device-snmp', 'device-ipp', 'device-raw'] as const),
];
const ONLY = [
  ...['account-http', 'account-https', 'monitoring-http', 'monitoring-https'],
  ...['printmanager-http', 'printmanager-https', 'cups-ipp', 'scan-ftp-active', 'scan-ftp-passive'],
  ...['snmp-trap', 'device-http', 'device-https', 'device-snmp', 'snmp-versions', 'device-ipp', 'device-raw'],
].join(',');

interface Case {
  readonly scenario: Scenario;
  readonly rows: readonly string[];
  /** Failures that no evidence lays at the firewall's door. */
  readonly left?: readonly string[];
}

const TRAP = 'snmp-trap:device>app1:162/udp';
const BLOCKED = [
  'workstation tcp 1631,8001,8010',
  'device tcp 21,8080,30000-30199',
  'device udp 162',
  'server tcp 80,631,9100',
  'server udp 161',
  'server tcp 1024-65535 from 20',
];

const CASES: readonly Case[] = [
  { scenario: firewallSilent, rows: BLOCKED },
  { scenario: firewallProhibits, rows: BLOCKED },
  {
    scenario: firewallResets,
    // The range was seen to be free, and whether anybody listens on 162 no other place can tell.
    rows: [
      'workstation tcp 1631,8001,8010',
      'device tcp 21,8080',
      'server tcp 80,631,9100',
      'server udp 161',
      'server tcp 1024-65535 from 20',
    ],
    left: [TRAP],
  },
  { scenario: passiveRangeHalfClosed, rows: ['device tcp 30100-30199'] },
  { scenario: connectBackBlocked, rows: ['server tcp 1024-65535 from 20'] },
];

for (const { scenario, rows, left = [] } of CASES) {
  const need = needs.all(needs.root(), ...LAB_PROGRAMS.map(needs.tool));
  describeIf(need, `a request of the laboratory where ${scenario.title} (${scenario.name})`, () => {
    let lab: Lab;
    let request: FirewallRequest;
    let before: readonly Run[];
    let after: readonly Run[];

    beforeAll(async () => {
      lab = await startLab(scenario, SERVICES);
      before = await runAll(lab);
      request = madeFrom(lab, before);
      const file = nftablesRules({ request, requirements: [], language: 'ru', addresses: new Map() });
      // What the file itself says is to be replaced: the laboratory's chain stands in another table.
      await lab.network.loadRules(file.replaceAll(NFT_TABLE, 'ip site'));
      after = await runAll(lab);
    });
    afterAll(async () => {
      await lab?.close();
    });

    it('asks for what the firewall holds back, and for nothing else', () => {
      expect(request.rows.map(brief)).toEqual(rows);
    });

    it('covers every failure that is the firewall’s', () => {
      const asked = request.rows.flatMap(({ checks }) => checks);
      const failed = notPassed(before).filter((id) => !left.includes(id));
      expect(failed).not.toEqual([]);
      expect([...new Set(asked)].toSorted()).toEqual(failed);
    });

    it('turns the failures green once its rules are loaded', () => {
      expect(notPassed(after)).toEqual(left);
    });

    it('is closed row by row by the runs that follow', () => {
      const closed = after.reduce(closeRows, request);
      expect(closed.rows.map(({ state }) => state)).toEqual(rows.map(() => 'confirmed'));
      expect(before.reduce(closeRows, request)).toEqual(request);
    });
  });
}

async function runAll(lab: Lab): Promise<readonly Run[]> {
  const runs: Run[] = [];
  for (const viewpoint of VIEWPOINTS) {
    runs.push((await runProduct(lab, viewpoint, ['--indirect', '--only', ONLY])).run);
  }
  return runs;
}

function madeFrom({ site }: Lab, runs: readonly Run[]): FirewallRequest {
  const [first] = runs;
  if (first === undefined) throw new Error('no run');
  return requestOf({
    basis: 'failures',
    runs,
    checks: first.checks,
    site,
    catalogue: first.catalogue,
    networks: { workstation: [`${NETWORKS.workstation}.0/24`], device: [`${NETWORKS.device}.0/24`] },
    stage: first.stage,
    id: randomUUID(),
    number: 'ЗП-2026-11-22-01',
    requester: '',
    company: '',
    createdAt: new Date().toISOString(),
  });
}

function notPassed(runs: readonly Run[]): readonly string[] {
  return runs
    .flatMap(({ checks }) => checks.filter(({ proof, verdict }) => proof === 'direct' && verdict !== 'pass'))
    .map(({ id }) => id)
    .toSorted();
}

function brief({ from, transport, ports, sourcePort }: FirewallRequest['rows'][number]): string {
  const ranges = ports.map((port) => (port.from === port.to ? port.from : `${port.from}-${port.to}`));
  return `${from.place} ${transport} ${ranges.join(',')}${sourcePort === null ? '' : ` from ${sourcePort}`}`;
}
