/** 60 TCP checks of one host, silent and open, side by side with nmap: same ports, same timeout, same attempts. */

import { createRunner } from '../../src/probes/runner.ts';
import { createSchedule, PER_HOST_CONCURRENCY } from '../../src/probes/schedule.ts';
import { startNginx } from '../lab/daemons/nginx.ts';
import { runOn } from '../lab/namespace.ts';
import { nmapArguments } from '../lab/nmap.ts';
import { createSiteNetworkAroundMe, SERVER_ADDRESS } from '../lab/site-network.ts';
import { runIsolated } from './isolated.ts';
import { compare, median } from './ratios.ts';

const PORTS = Array.from({ length: 60 }, (_, index) => 20_000 + index);
const PATIENCE = { timeoutMs: 500, attempts: 2 };
const ROUNDS = 5;

await runIsolated(async () => {
  const network = await createSiteNetworkAroundMe();
  try {
    const nginx = await startNginx(
      { host: network.server, address: SERVER_ADDRESS },
      { plainPorts: PORTS, tlsPorts: [] },
    );
    await network.setForwardRules([]);
    await side('open host', 'open');
    await network.setForwardRules([`ip daddr ${SERVER_ADDRESS} drop`]);
    await side('silent host', 'filtered');
    await nginx.close();
  } finally {
    await network.close();
  }

  async function side(title: string, expected: 'open' | 'filtered'): Promise<void> {
    const ours: number[] = [];
    const theirs: number[] = [];
    // Turn about, so that whatever else the machine does falls on both.
    for (let round = 0; round < ROUNDS; round += 1) {
      ours.push(await timeOurs(expected));
      theirs.push(await timeNmap(expected));
    }
    const floorMs = expected === 'open' ? null : PATIENCE.timeoutMs * PATIENCE.attempts;
    compare(`60 TCP checks, ${title}`, { ours: median(ours), nmap: median(theirs), floorMs });
  }

  async function timeOurs(expected: 'open' | 'filtered'): Promise<number> {
    const { signal } = new AbortController();
    const startMs = performance.now();
    const runner = createRunner({ ...PATIENCE, localAddress: null, signal });
    const schedule = createSchedule({ total: 64, perHost: PER_HOST_CONCURRENCY, signal });
    const seen = await Promise.all(
      PORTS.map((port) =>
        schedule.add(SERVER_ADDRESS, () =>
          runner.observe('tcp', { host: SERVER_ADDRESS, port, transport: 'tcp' }, {}),
        ),
      ),
    );
    const elapsedMs = performance.now() - startMs;
    const open = seen.filter((observation) => observation?.outcome === 'answered').length;
    if (open !== (expected === 'open' ? PORTS.length : 0))
      throw new Error(`${open} ports open, not as set up`);
    return elapsedMs;
  }

  async function timeNmap(expected: 'open' | 'filtered'): Promise<number> {
    const { stdout } = await runOn(
      network.workstation,
      'nmap',
      nmapArguments(SERVER_ADDRESS, PORTS, PATIENCE),
    );
    const states = [...stdout.matchAll(/<state state="([^"]+)"/g)].filter(([, state]) => state === expected);
    const extra = Number(/<extraports state="(?:filtered|open)" count="(\d+)"/.exec(stdout)?.[1] ?? 0);
    if (states.length + extra !== PORTS.length) throw new Error('nmap saw other states than were set up');
    // Its own measure of the scan, without the start of its process.
    return Number(/<finished [^>]*elapsed="([\d.]+)"/.exec(stdout)?.[1]) * 1000;
  }
});
