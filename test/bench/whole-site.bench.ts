/** A whole site as it ships, from the start of the command line to its document: all healthy, then all silent. */
import type { Run } from '../../src/contract/run.ts';
import type { Site } from '../../src/contract/site.ts';
import { VIEWPOINTS, type Viewpoint } from '../../src/contract/words.ts';
import { HOSTS, NETWORKS } from '../lab/addresses.ts';
import { firewallRuleset } from '../lab/firewall.ts';
import { type Lab, startLab } from '../lab/lab.ts';
import { loadFirewall, must } from '../lab/namespace.ts';
import { runProduct } from '../lab/product-run.ts';
import { everythingRightHa } from '../lab/scenarios/everything-right-ha.ts';
import { limit } from './ratios.ts';

const HEALTHY_LIMIT_MS = 10_000;
/** Against the check of the same run that took longest, and none takes longer than its own deadline. */
const SILENT_LIMIT = 1.5;
const DEVICES = 20;
/** The laboratory has two devices; the second answers for the others too. */
const REAL_DEVICES = ['mfu-201', 'mfu-202'] as const;

const further = Array.from({ length: DEVICES - REAL_DEVICES.length }, (_, index) => {
  return `${NETWORKS.device}.${101 + index}`;
});

if (process.getuid?.() === 0) {
  const lab = await startLab(everythingRightHa);
  try {
    await answerForAll(lab);
    const site = wholeSite(lab.site);
    await healthy(lab, site);
    await silent(lab, site);
  } finally {
    await lab.close();
  }
} else {
  console.log('skipped: needs root on Linux for network namespaces');
}

/** One server, one balancer, four external resources, 20 devices. */
function wholeSite(site: Site): Site {
  const devices = further.map((host, index) => ({
    id: `mfu-${301 + index}`,
    name: '',
    host,
    model: '',
    location: '',
  }));
  return {
    ...site,
    servers: site.servers.filter(({ id }) => id !== 'app2'),
    devices: [...site.devices, ...devices],
  };
}

async function answerForAll(lab: Lab): Promise<void> {
  const host = lab.network.host('mfu-202');
  for (const address of further) await must(host, 'ip', ['address', 'add', `${address}/24`, 'dev', 'eth0']);
  const [first, last] = [further[0] ?? '', further.at(-1) ?? ''];
  await loadFirewall(
    host,
    `table ip others {
  chain prerouting {
    type nat hook prerouting priority -100;
    ip daddr ${first}-${last} dnat to ${HOSTS['mfu-202'].address}
  }
}`,
  );
}

async function healthy(lab: Lab, site: Site): Promise<void> {
  let total = 0;
  for (const viewpoint of VIEWPOINTS) {
    const { run, elapsedMs } = await time(lab, site, viewpoint);
    const bad = run.checks.filter(({ verdict }) => verdict === 'fail' || verdict === 'error');
    if (bad.length > 0) throw new Error(bad.map(({ id, reason }) => `${id}: ${reason.message}`).join('\n'));
    limit(`healthy, ${probed(run).length} checks from ${viewpoint}`, elapsedMs, HEALTHY_LIMIT_MS, 'ms');
    total += elapsedMs;
  }
  limit('healthy, the three viewpoints together', total, HEALTHY_LIMIT_MS, 'ms');
}

/** Every check of the site is sent off from the workstation's place, and nothing of it comes back. */
async function silent(lab: Lab, site: Site): Promise<void> {
  await lab.network.setFirewall(firewallRuleset([]));
  const { run, elapsedMs } = await time(lab, site, 'workstation', ['--indirect']);
  const checks = probed(run);
  const heard = checks.filter(({ portState }) => portState === 'open' || portState === 'closed');
  if (heard.length > 0) throw new Error(`not silent: ${heard.map(({ id }) => id).join(', ')}`);
  const slowest = checks.reduce((one, other) => (other.durationMs > one.durationMs ? other : one));
  console.log(`slowest single check: ${slowest.id}, ${slowest.durationMs.toFixed(0)} ms`);
  limit(`silent, ${checks.length} checks`, elapsedMs, SILENT_LIMIT * slowest.durationMs, 'ms');
}

async function time(lab: Lab, site: Site, viewpoint: Viewpoint, options: readonly string[] = []) {
  const startMs = performance.now();
  const { run } = await runProduct({ ...lab, site }, viewpoint, options);
  return { run, elapsedMs: performance.now() - startMs };
}

function probed(run: Run): Run['checks'] {
  return run.checks.filter(({ proof }) => proof !== 'none');
}
