/** A customer's network: a workstation and a server in networks of their own, and the firewall between them. */
import { removeLeftovers } from './leftovers.ts';
import {
  addRoute,
  CURRENT_HOST,
  connectHosts,
  createHost,
  type Host,
  loadFirewall,
  must,
  removeHost,
} from './namespace.ts';

export const WORKSTATION_ADDRESS = '10.77.10.2';
export const SERVER_ADDRESS = '10.77.30.10';

export interface SiteNetwork {
  readonly workstation: Host;
  readonly server: Host;
  /** Rules for what passes from network to network, in nftables' words; everything else is accepted. */
  readonly setForwardRules: (rules: readonly string[]) => Promise<void>;
  /** Loads a file for `nft -f` beside the rules that are there, as the firewall's administrator would. */
  readonly loadRules: (file: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** The workstation is a namespace of its own: programs are started in it. */
export async function createSiteNetwork(): Promise<SiteNetwork> {
  await removeLeftovers();
  return buildNetwork(await createHost('workstation'));
}

/** The workstation is the namespace of the test itself: for a program that the test drives over loopback. */
export async function createSiteNetworkAroundMe(): Promise<SiteNetwork> {
  await removeLeftovers();
  return buildNetwork(CURRENT_HOST);
}

async function buildNetwork(workstation: Host): Promise<SiteNetwork> {
  const firewall = await createHost('firewall');
  const server = await createHost('server');
  await connectHosts(workstation, `${WORKSTATION_ADDRESS}/24`, firewall, '10.77.10.1/24');
  await connectHosts(server, `${SERVER_ADDRESS}/24`, firewall, '10.77.30.1/24');
  await must(firewall, 'sysctl', ['-qw', 'net.ipv4.ip_forward=1']);
  await addRoute(workstation, '10.77.0.0/16', '10.77.10.1');
  await addRoute(server, '10.77.0.0/16', '10.77.30.1');
  return {
    workstation,
    server,
    setForwardRules: (rules) => loadFirewall(firewall, forwardTable(rules)),
    loadRules: async (file) => {
      await must(firewall, 'nft', ['-f', '-'], file);
    },
    close: async () => {
      // The firewall goes first: its links hold the only way out of a workstation that is the test itself.
      for (const host of [firewall, server, workstation]) await removeHost(host);
    },
  };
}

function forwardTable(rules: readonly string[]): string {
  return `table inet site {
  chain forward {
    type filter hook forward priority 0; policy accept;
    ct state established,related accept
${rules.map((rule) => `    ${rule}`).join('\n')}
  }
}`;
}
