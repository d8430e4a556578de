/** Whole hosts and a whole network answer nothing: switched off, closed by themselves, or behind a closed VLAN. */
import { HOSTS } from '../addresses.ts';
import type { Rule } from '../firewall.ts';
import type { Scenario } from '../scenario.ts';
import { except, SILENT, SILENT_UDP, type TruthTable } from '../truth.ts';
import { everythingRight, SINGLE_TRUTH } from './everything-right.ts';

const EVERY_PORT = [[1, 65_535]] as const;

/** Nothing that begins at `from` gets to `to`. */
function cut(from: Rule['from'], to: Rule['to']): readonly Rule[] {
  return [
    { from, to, transport: 'tcp', ports: EVERY_PORT, action: 'drop' },
    { from, to, transport: 'udp', ports: EVERY_PORT, action: 'drop' },
  ];
}

function silentDevice(name: string): TruthTable {
  const silentAgent = { ...SILENT_UDP, reason: 'snmp-no-answer' } as const;
  return {
    [`device-http:server>${name}:80/tcp`]: SILENT,
    [`device-https:server>${name}:443/tcp`]: SILENT,
    [`device-ipp:server>${name}:631/tcp`]: SILENT,
    [`device-raw:server>${name}:9100/tcp`]: SILENT,
    [`device-snmp:server>${name}:161/udp`]: silentAgent,
    [`snmp-versions:server>${name}:161/udp`]: silentAgent,
  };
}

export const silentHosts: Scenario = {
  ...everythingRight,
  name: 'silent-hosts',
  title: 'one device is dead while the other answers, and the server is dead to the workstations',
  rules: [...cut('server', 'mfu-202'), ...cut('workstation', 'app1')],
  truth: except(SINGLE_TRUTH, {
    workstation: Object.fromEntries(Object.keys(SINGLE_TRUTH.workstation).map((id) => [id, SILENT])),
    server: silentDevice('mfu-202'),
  }),
  findings: {
    workstation: [{ code: 'host-silent-alone', names: [HOSTS.app1.address] }],
    server: [{ code: 'host-silent', names: [HOSTS['mfu-202'].address], tells: [HOSTS['mfu-201'].address] }],
  },
};

export const silentNetwork: Scenario = {
  ...everythingRight,
  name: 'silent-network',
  title: 'no server reaches the network of the devices',
  rules: [
    // The other way round scans still arrive, in active mode too.
    {
      from: 'server',
      to: 'device',
      transport: 'tcp',
      ports: EVERY_PORT,
      sourcePort: 20,
      action: 'accept',
    },
    ...cut('server', 'device'),
  ],
  truth: except(SINGLE_TRUTH, { server: silentDevice('mfu-*') }),
  findings: {
    server: [{ code: 'network-silent', names: ['10.77.20.0/24'], tells: ['12'] }],
  },
};
