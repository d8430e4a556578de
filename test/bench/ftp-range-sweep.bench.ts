/** The 200 ports of the passive range, every one of them dropped, as the one check that they are. */

import { createRunner } from '../../src/probes/runner.ts';
import { findCatalogue } from '../../src/requirements/load.ts';
import { createSiteNetworkAroundMe, SERVER_ADDRESS } from '../lab/site-network.ts';
import { runIsolated } from './isolated.ts';
import { limit, median } from './ratios.ts';

/** The limit of the issue: so many times the attempts, each of a whole timeout. */
const ALLOWED = 1.3;
const ROUNDS = 3;
/** The first is the shortest wait that the sweep ever makes; with the second, a known round trip makes it shorter. */
const PATIENCES = [
  { timeoutMs: 300, attempts: 2 },
  { timeoutMs: 2000, attempts: 2 },
];

await runIsolated(async () => {
  const flow = findCatalogue('printum-r12')?.requirements.find(({ id }) => id === 'scan-ftp-passive')
    ?.flows[0];
  const range = flow?.dataPorts;
  if (flow === undefined || range === undefined) throw new Error('the catalogue names no passive range');
  const network = await createSiteNetworkAroundMe();
  try {
    // Nobody serves port 21 and its refusal gets through: the sweep is all that takes time.
    await network.setForwardRules([`ip daddr ${SERVER_ADDRESS} tcp dport ${range.from}-${range.to} drop`]);
    for (const patience of PATIENCES) {
      const timesMs: number[] = [];
      for (let round = 0; round < ROUNDS; round += 1) timesMs.push(await sweep(patience));
      const most = ALLOWED * patience.attempts * patience.timeoutMs;
      const title = `200 ports dropped, ${patience.attempts} × ${patience.timeoutMs} ms`;
      limit(title, median(timesMs), most, 'ms');
    }
  } finally {
    await network.close();
  }

  async function sweep(patience: (typeof PATIENCES)[number]): Promise<number> {
    const { signal } = new AbortController();
    const runner = createRunner({ ...patience, localAddress: null, signal });
    const target = { host: SERVER_ADDRESS, port: 21, transport: 'tcp', dataPorts: range } as const;
    const startMs = performance.now();
    const seen = await runner.observe('ftp-passive', target, { user: '', password: '', directory: '/' });
    const elapsedMs = performance.now() - startMs;
    if (seen.outcome !== 'answered' || seen.kind !== 'ftp-passive' || seen.facts.counts.filtered !== 200) {
      throw new Error(`not the 200 silent ports that were set up: ${JSON.stringify(seen).slice(0, 300)}`);
    }
    return elapsedMs;
  }
});
