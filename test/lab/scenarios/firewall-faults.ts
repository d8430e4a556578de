/** The firewall forbids a few flows in each direction, in each of the ways that firewalls have. */
import { HOSTS } from '../addresses.ts';
import type { Action, Rule } from '../firewall.ts';
import type { Scenario } from '../scenario.ts';
import { type Expected, except, REFUSED, REJECTED, SILENT, SILENT_UDP, type Truth } from '../truth.ts';
import { everythingRight, SINGLE_TRUTH } from './everything-right.ts';
import { TRAP_SILENT } from './snmp-faults.ts';

function forbid(tcp: Action, udp: Action): readonly Rule[] {
  return [
    { from: 'workstation', to: 'app1', transport: 'tcp', ports: [8001, 8010, 1631], action: tcp },
    { from: 'device', to: 'app1', transport: 'tcp', ports: [8080, 21], action: tcp },
    { from: 'device', to: 'app1', transport: 'udp', ports: [162], action: udp },
    { from: 'server', to: 'mfu-202', transport: 'tcp', ports: [80, 631, 9100], action: tcp },
    { from: 'server', to: 'mfu-202', transport: 'udp', ports: [161], action: udp },
  ];
}

function forbidden(tcp: Expected, udp: Expected, trap: Expected): Truth {
  return except(SINGLE_TRUTH, {
    workstation: {
      'monitoring-https:workstation>app1:8001/tcp': tcp,
      'printmanager-http:workstation>app1:8010/tcp': tcp,
      'cups-ipp:workstation>app1:1631/tcp': tcp,
    },
    device: {
      'printmanager-https:device>app1:8080/tcp': tcp,
      'scan-ftp-active:device>app1:21/tcp': tcp,
      'scan-ftp-passive:device>app1:21/tcp': tcp,
      'snmp-trap:device>app1:162/udp': trap,
    },
    server: {
      'device-http:server>mfu-202:80/tcp': tcp,
      'device-ipp:server>mfu-202:631/tcp': tcp,
      'device-raw:server>mfu-202:9100/tcp': tcp,
      'device-snmp:server>mfu-202:161/udp': udp,
      'snmp-versions:server>mfu-202:161/udp': udp,
    },
  });
}

export const firewallSilent: Scenario = {
  ...everythingRight,
  name: 'firewall-silent',
  title: 'the firewall drops without a word',
  rules: forbid('drop', 'drop'),
  truth: forbidden(SILENT, { ...SILENT_UDP, reason: 'snmp-no-answer' }, TRAP_SILENT),
  findings: {
    workstation: [{ code: 'port-filtered', names: ['1631', '8001', '8010'] }],
    device: [
      { code: 'port-filtered', names: ['21', '8080'] },
      { code: 'trap-unconfirmed', names: ['162/udp'] },
    ],
    server: [
      { code: 'port-filtered', names: [HOSTS['mfu-202'].address, '80', '631', '9100'] },
      { code: 'snmp-dropped', names: [HOSTS['mfu-202'].address, '161/udp'] },
    ],
  },
};

/** Over UDP the refusal comes from the firewall's own address. */
const REFUSED_BY_FIREWALL: Expected = { ...REFUSED, nmapState: 'filtered' };

export const firewallResets: Scenario = {
  ...everythingRight,
  name: 'firewall-resets',
  title: 'the firewall answers in the place of the host, as if nobody listened',
  rules: forbid('reset', 'port-unreachable'),
  truth: forbidden(REFUSED, REFUSED_BY_FIREWALL, REFUSED_BY_FIREWALL),
  findings: {
    workstation: [{ code: 'service-not-listening', names: ['1631', '8001', '8010'], tells: ['RST'] }],
    device: [
      { code: 'service-not-listening', names: ['21', '8080'], tells: ['RST'] },
      { code: 'trap-receiver-off', names: ['162/udp'], tells: ['ICMP'] },
    ],
    server: [
      {
        code: 'service-not-listening',
        names: [HOSTS['mfu-202'].address, '80', '631', '9100'],
        tells: ['RST'],
      },
      { code: 'snmp-off', names: [HOSTS['mfu-202'].address, '161/udp'], tells: ['ICMP'] },
    ],
  },
};

export const firewallProhibits: Scenario = {
  ...everythingRight,
  name: 'firewall-prohibits',
  title: 'the firewall says by ICMP that it forbids',
  rules: forbid('admin-prohibited', 'admin-prohibited'),
  truth: forbidden(REJECTED, REJECTED, REJECTED),
  findings: {
    workstation: [{ code: 'port-rejected', names: ['1631', '8001', '8010'], tells: ['ICMP'] }],
    device: [{ code: 'port-rejected', names: ['21', '8080', '162/udp'], tells: ['ICMP'] }],
    server: [
      {
        code: 'port-rejected',
        names: [HOSTS['mfu-202'].address, '80', '631', '9100', '161/udp'],
        tells: ['ICMP'],
      },
    ],
  },
};
