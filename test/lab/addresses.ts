/** The addresses of the laboratory, as in the vendor's kind of site: users, devices and servers in networks of their own. */

export const DOMAIN = 'corp.example';
export const NFS_EXPORT = '/srv/scans';

/** Networks behind the firewall; it is the first address in each. */
export const NETWORKS = {
  workstation: '10.77.10',
  device: '10.77.20',
  server: '10.77.30',
} as const;
export type NetworkName = keyof typeof NETWORKS;

/** Every host that a scenario may have: the network it stands in and its address. */
export const HOSTS = {
  /** The engineer's laptop in the place of a user's workstation. */
  workstation: { network: 'workstation', address: '10.77.10.2' },
  /** The engineer's laptop in the place of a printing device. */
  device: { network: 'device', address: '10.77.20.2' },
  'mfu-201': { network: 'device', address: '10.77.20.21' },
  'mfu-202': { network: 'device', address: '10.77.20.22' },
  app1: { network: 'server', address: '10.77.30.10' },
  app2: { network: 'server', address: '10.77.30.11' },
  balancer: { network: 'server', address: '10.77.30.5' },
  /** External resources: databases, domain, network folder. */
  external: { network: 'server', address: '10.77.30.20' },
} as const satisfies Record<string, { readonly network: NetworkName; readonly address: string }>;
export type HostName = keyof typeof HOSTS;

/** The address that only the server itself and its firewall know, where NAT stands between it and the devices. */
export const INSIDE_ADDRESS = '172.30.77.10';
