/** A customer site in network namespaces, brought up from a scenario. */
import { randomBytes } from 'node:crypto';
import type { Site } from '../../src/contract/site.ts';
import type { Viewpoint } from '../../src/contract/words.ts';
import { type HostName, INSIDE_ADDRESS } from './addresses.ts';
import type { Daemon } from './daemon.ts';
import { firewallRuleset, VENDOR_RULES } from './firewall.ts';
import { createLabNetwork, type LabNetwork } from './lab-network.ts';
import { profileOf } from './lab-profile.ts';
import { type Passwords, serviceStarts, type Witnessed } from './lab-services.ts';
import { removeLeftovers } from './leftovers.ts';
import type { Host } from './namespace.ts';
import { type Scenario, SERVICES, type ServiceName } from './scenario.ts';

export interface Lab extends Witnessed {
  readonly scenario: Scenario;
  readonly site: Site;
  readonly network: LabNetwork;
  readonly passwords: Passwords;
  /** Where a run from this viewpoint takes place: a laptop, or the first server itself. */
  readonly placeOf: (viewpoint: Viewpoint) => Host;
  /** What the command line reads: passwords, and whom it trusts. */
  readonly environment: Readonly<Record<string, string>>;
  /** Ends every daemon and takes the networks down. */
  readonly close: () => Promise<void>;
}

const HOSTS_OF_VIEWPOINTS: Readonly<Record<Viewpoint, HostName>> = {
  workstation: 'workstation',
  device: 'device',
  server: 'app1',
};

/**
 * Starts what the scenario runs, or only the services named; resolves when all of them are ready. Clears away
 * laboratories whose makers were killed. Leaves nothing behind when it throws.
 */
export async function startLab(scenario: Scenario, only: readonly ServiceName[] = SERVICES): Promise<Lab> {
  await removeLeftovers();
  const network = await createLabNetwork(hostsOf(scenario));
  const witnessed: Witnessed = {
    rawPorts: new Map(),
    trapReceivers: new Map(),
    ftpServers: new Map(),
    vendorDownloads: new Map(),
  };
  const passwords = { ftp: randomBytes(12).toString('hex'), postgresql: randomBytes(12).toString('hex') };
  const daemons: Daemon[] = [];
  const close = async () => {
    await Promise.all(daemons.map((daemon) => daemon.close()));
    await network.close();
  };
  try {
    await network.setFirewall(firewallRuleset([...scenario.rules, ...VENDOR_RULES], scenario.translations));
    if (scenario.ftp.behindTranslation) await network.hideBehindFirewall('app1', INSIDE_ADDRESS);
    const starts = serviceStarts(scenario, new Set(only), network, passwords, witnessed);
    const started = await Promise.allSettled(starts.map((start) => start()));
    daemons.push(...started.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : [])));
    const failure = started.find((result) => result.status === 'rejected');
    if (failure !== undefined) throw failure.reason;
  } catch (error) {
    await close();
    throw error;
  }
  return {
    ...witnessed,
    scenario,
    site: profileOf(scenario),
    network,
    passwords,
    placeOf: (viewpoint) => network.host(HOSTS_OF_VIEWPOINTS[viewpoint]),
    environment: {
      SITECHECK_FTP_PASSWORD: passwords.ftp,
      SITECHECK_PG_PASSWORD: passwords.postgresql,
      // A proxy of the machine that the tests run on is none of the laboratory's.
      NO_PROXY: '*',
      no_proxy: '*',
      ...trusting(witnessed),
    },
    close,
  };
}

/** The vendor's site shows a certificate that the world trusts; its stand-in's is trusted by the runs here only. */
function trusting({ vendorDownloads }: Witnessed): Readonly<Record<string, string>> {
  const certificate = vendorDownloads.get('external')?.certificate;
  return certificate === undefined ? {} : { NODE_EXTRA_CA_CERTS: certificate };
}

function hostsOf({ scheme }: Scenario): readonly HostName[] {
  const hosts: readonly HostName[] = ['workstation', 'device', 'mfu-201', 'mfu-202', 'app1', 'external'];
  return scheme === 'ha' ? [...hosts, 'app2', 'balancer'] : hosts;
}
