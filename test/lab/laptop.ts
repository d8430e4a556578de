/** The engineer's laptop, which is the test's own namespace: a cable that is moved from network to network. */
import { NETWORKS, type NetworkName } from './addresses.ts';
import type { LabNetwork } from './lab-network.ts';
import { CURRENT_HOST, must } from './namespace.ts';

const LINK = 'laptop0';
/** In each network the same last byte, which no host of the laboratory has. */
const LAST_BYTE = 77;

export function laptopAddress(network: NetworkName): string {
  return `${NETWORKS[network]}.${LAST_BYTE}`;
}

/** Pulls the cable out where it was, and puts it into this network: new address, new gateway. */
export async function plugLaptop(lab: LabNetwork, network: NetworkName): Promise<void> {
  await unplugLaptop();
  await lab.plugIn(LINK, network);
  const lines = [
    `address add ${laptopAddress(network)}/24 dev ${LINK}`,
    `link set ${LINK} up`,
    `route add default via ${NETWORKS[network]}.1`,
  ];
  await must(CURRENT_HOST, 'ip', ['-batch', '-'], lines.join('\n'));
}

export async function unplugLaptop(): Promise<void> {
  await must(CURRENT_HOST, 'sh', ['-c', `ip link delete ${LINK} 2>/dev/null || true`]);
}
