/** The SNMP agent of a printing device, by net-snmp's snmpd with the objects of the printer MIB laid over it. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Daemon, type Place, startProgram } from '../daemon.ts';
import { listensOnUdp } from '../listening.ts';
import { makeFolder } from '../maker.ts';

export interface SnmpdOptions {
  /** What answers without authorisation; none: only version 3, which snmpd cannot switch off. */
  readonly versions: readonly ('v1' | 'v2c')[];
  readonly community: string;
  readonly device: {
    readonly name: string;
    readonly model: string;
    readonly serialNumber: string;
    readonly pageCount: number;
  };
}

export async function startSnmpd(place: Place, options: SnmpdOptions): Promise<Daemon> {
  const folder = await makeFolder('snmpd');
  const file = join(folder, 'snmpd.conf');
  await writeFile(file, configuration(place.address, options));
  return startProgram('snmpd', {
    host: place.host,
    folder,
    program: 'snmpd',
    arguments: ['-f', '-Lo', '-C', '-c', file, '-I', '-smux'],
    env: { MIBS: '', SNMPCONFPATH: folder, SNMP_PERSISTENT_DIR: join(folder, 'persistent') },
    isReady: (pid) => listensOnUdp(pid, [161]),
  });
}

function configuration(address: string, { versions, community, device }: SnmpdOptions): string {
  const access = [
    `com2sec everyone default ${community}`,
    ...versions.map((version) => `group readers ${version} everyone`),
    'view everything included .1',
    'access readers "" any noauth exact everything none none',
  ];
  // HOST-RESOURCES-MIB (RFC 2790) and Printer-MIB (RFC 3805).
  const objects = [
    ['1.3.6.1.2.1.25.3.2.1.3.1', 'octet_str', `"${device.model}"`],
    ['1.3.6.1.2.1.25.3.5.1.1.1', 'integer', '3'],
    ['1.3.6.1.2.1.43.5.1.1.16.1', 'octet_str', `"${device.name}"`],
    ['1.3.6.1.2.1.43.5.1.1.17.1', 'octet_str', `"${device.serialNumber}"`],
    ['1.3.6.1.2.1.43.10.2.1.4.1.1', 'counter', String(device.pageCount)],
  ];
  return `agentaddress udp:${address}:161
${versions.length === 0 ? '' : access.join('\n')}
sysDescr ${device.model}
sysName ${device.name}
sysObjectID 1.3.6.1.4.1.99999.1
${objects.map((object) => `override ${object.join(' ')}`).join('\n')}
`;
}
