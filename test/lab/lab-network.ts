/** The hosts of a scenario on their networks, with the firewall as the only way from one network to another. */
import { HOSTS, type HostName, NETWORKS, type NetworkName } from './addresses.ts';
import {
  CURRENT_HOST,
  createHost,
  type Host,
  loadFirewall,
  must,
  overlayFile,
  removeHost,
} from './namespace.ts';

export interface LabNetwork {
  /** Throws where the scenario has no such host. */
  readonly host: (name: HostName) => Host;
  readonly names: readonly HostName[];
  /** A complete nftables ruleset (firewall.ts). */
  readonly setFirewall: (ruleset: string) => Promise<void>;
  /** Loads a file for `nft -f` beside the rules that are there, as the firewall's administrator would. */
  readonly loadRules: (file: string) => Promise<void>;
  /** A cable from the namespace of the test itself, where its end gets this name, into a network. */
  readonly plugIn: (link: string, network: NetworkName) => Promise<void>;
  /** Gives a host one more address, on its own network card, that only the firewall has a route to. */
  readonly hideBehindFirewall: (name: HostName, address: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Every host asks the DNS of the domain for names, where the scenario has one. */
export async function createLabNetwork(names: readonly HostName[]): Promise<LabNetwork> {
  const firewall = await createHost('firewall');
  const hosts = new Map<HostName, Host>();
  const close = async () => {
    await Promise.all([firewall, ...hosts.values()].map(removeHost));
  };
  try {
    await prepareFirewall(firewall);
    await Promise.all(
      names.map(async (name) => {
        const host = await createHost(name);
        hosts.set(name, host);
        await attach(host, firewall, name);
        await overlayFile(host, 'resolv.conf', `nameserver ${HOSTS.external.address}\noptions timeout:1\n`);
      }),
    );
  } catch (error) {
    await close();
    throw error;
  }
  return {
    names,
    host: (name) => hostNamed(hosts, name),
    setFirewall: (ruleset) => loadFirewall(firewall, ruleset),
    loadRules: async (file) => {
      await must(firewall, 'nft', ['-f', '-'], file);
    },
    plugIn: async (link, network) => {
      const port = `to-${link}`;
      const ends = ['link', 'add', link, 'type', 'veth', 'peer', 'name', port, 'netns', firewall.name ?? ''];
      await must(CURRENT_HOST, 'ip', ends);
      await must(firewall, 'ip', ['link', 'set', port, 'master', bridgeOf(network), 'up']);
    },
    hideBehindFirewall: async (name, address) => {
      await must(hostNamed(hosts, name), 'ip', ['address', 'add', `${address}/32`, 'dev', 'eth0']);
      await must(firewall, 'ip', ['route', 'add', `${address}/32`, 'dev', bridgeOf(HOSTS[name].network)]);
    },
    close,
  };
}

/** A bridge for each network, so that hosts of one network reach each other without the firewall's leave. */
async function prepareFirewall(firewall: Host): Promise<void> {
  const lines = Object.entries(NETWORKS).flatMap(([name, network]) => [
    `link add ${bridgeOf(name as NetworkName)} type bridge`,
    `address add ${network}.1/24 dev ${bridgeOf(name as NetworkName)}`,
    `link set ${bridgeOf(name as NetworkName)} up`,
  ]);
  await must(firewall, 'ip', ['-batch', '-'], lines.join('\n'));
  await must(firewall, 'sysctl', ['-qw', 'net.ipv4.ip_forward=1']);
  // Where br_netfilter is loaded, frames within one network would pass the forward chain too.
  await must(firewall, 'sh', [
    '-c',
    'f=/proc/sys/net/bridge/bridge-nf-call-iptables; if [ -e $f ]; then echo 0 > $f; fi',
  ]);
  // The reports of a firewall that rejects are limited in number (icmp(7)), which would look like silence.
  await must(firewall, 'sysctl', ['-qw', 'net.ipv4.icmp_ratelimit=0']);
}

async function attach(host: Host, firewall: Host, name: HostName): Promise<void> {
  const { network, address } = HOSTS[name];
  if (host.name === null || firewall.name === null) throw new Error('hosts of the laboratory have names');
  const port = `to-${name}`;
  await must(CURRENT_HOST, 'ip', [
    ...[
      'link',
      'add',
      'eth0',
      'netns',
      host.name,
      'type',
      'veth',
      'peer',
      'name',
      port,
      'netns',
      firewall.name,
    ],
  ]);
  await must(firewall, 'ip', ['link', 'set', port, 'master', bridgeOf(network), 'up']);
  const lines = [
    `address add ${address}/24 dev eth0`,
    'link set eth0 up',
    `route add default via ${NETWORKS[network]}.1`,
  ];
  await must(host, 'ip', ['-batch', '-'], lines.join('\n'));
}

function hostNamed(hosts: ReadonlyMap<HostName, Host>, name: HostName): Host {
  const host = hosts.get(name);
  if (host === undefined) throw new Error(`this scenario has no ${name}`);
  return host;
}

function bridgeOf(network: NetworkName): string {
  return `br-${network.slice(0, 8)}`;
}
