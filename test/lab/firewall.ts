/** The rules of the firewall between the networks: data → nftables. What nothing allows is dropped. */
import { HOSTS, type HostName, NETWORKS, type NetworkName } from './addresses.ts';

/** What happens to a packet. A plain `accept` needs no words; the rejections are named as nmap's reasons are. */
export type Action =
  | 'accept'
  | 'drop'
  | 'reset'
  | 'admin-prohibited'
  | 'host-unreachable'
  | 'port-unreachable';

/** A single port, or a range with both ends. */
type Ports = readonly (number | readonly [number, number])[];

/** A whole network, a host, or an address that stands in no list. */
type End = NetworkName | HostName | { readonly address: string };

/** Replies are always let through, so a rule speaks of the side that begins. */
export interface Rule {
  readonly from: End;
  readonly to: End;
  readonly transport: 'tcp' | 'udp';
  readonly ports: Ports;
  readonly sourcePort?: number;
  /** Only what a translation has led to its end: whoever asks for the inside address itself does not get there. */
  readonly translated?: true;
  readonly action: Action;
}

/** TCP to these ports of `outside` is led to `inside`, and what `inside` begins seems to come from `outside`. */
export interface AddressTranslation {
  readonly outside: string;
  readonly inside: string;
  readonly ports: Ports;
}

/** What the vendor's table asks for, typed by hand from it. */
export const VENDOR_RULES: readonly Rule[] = [
  accept('workstation', 'server', 'tcp', [80, 443, 8000, 8001, 8010, 8080, 1631, 7000]),
  accept('device', 'server', 'tcp', [8010, 8080, 21, [30_000, 30_199]]),
  accept('device', 'server', 'udp', [162]),
  accept('server', 'device', 'tcp', [80, 443, 631, 9100]),
  accept('server', 'device', 'udp', [161]),
  { ...accept('server', 'device', 'tcp', [[1, 65_535]]), sourcePort: 20 },
  // Not the vendor's: the laptops and the servers ask the domain for names.
  accept('workstation', 'external', 'udp', [53]),
  accept('device', 'external', 'udp', [53]),
];

function accept(from: End, to: End, transport: Rule['transport'], ports: Ports): Rule {
  return { from, to, transport, ports, action: 'accept' };
}

/** A complete ruleset; the first rule that fits decides. */
export function firewallRuleset(
  rules: readonly Rule[],
  translations: readonly AddressTranslation[] = [],
): string {
  return `table ip site {
  chain forward {
    type filter hook forward priority 0; policy drop;
    ct state established,related accept
${rules.map((rule) => `    ${ruleText(rule)}`).join('\n')}
  }
  chain prerouting {
    type nat hook prerouting priority -100;
${translations.map(({ outside, inside, ports }) => `    ip daddr ${outside} tcp dport ${portSet(ports)} dnat to ${inside}`).join('\n')}
  }
  chain postrouting {
    type nat hook postrouting priority 100;
${translations.map(({ outside, inside }) => `    ip saddr ${inside} snat to ${outside}`).join('\n')}
  }
}`;
}

function ruleText({ from, to, transport, ports, sourcePort, translated, action }: Rule): string {
  const source = sourcePort === undefined ? '' : `${transport} sport ${sourcePort} `;
  const state = translated === undefined ? '' : 'ct status dnat ';
  const where = `${state}ip saddr ${addressOf(from)} ip daddr ${addressOf(to)}`;
  return `${where} ${source}${transport} dport ${portSet(ports)} ${ACTIONS[action]}`;
}

function portSet(ports: Ports): string {
  return `{ ${ports.map((port) => (typeof port === 'number' ? port : port.join('-'))).join(', ')} }`;
}

/** A laptop carries the name of its network: the network is meant, as a firewall knows no laptops. */
function addressOf(end: End): string {
  if (typeof end === 'object') return end.address;
  return isNetwork(end) ? `${NETWORKS[end]}.0/24` : HOSTS[end].address;
}

function isNetwork(name: string): name is NetworkName {
  return name in NETWORKS;
}

const ACTIONS: Readonly<Record<Action, string>> = {
  accept: 'accept',
  drop: 'drop',
  reset: 'reject with tcp reset',
  'admin-prohibited': 'reject with icmp type admin-prohibited',
  'host-unreachable': 'reject with icmp type host-unreachable',
  'port-unreachable': 'reject with icmp type port-unreachable',
};
