/** The network is right, a service is not. */
import { HOSTS } from '../addresses.ts';
import { type Scenario, SINGLE_SERVICES } from '../scenario.ts';
import { type Expected, except, REFUSED } from '../truth.ts';
import { everythingRight, SINGLE_TRUTH } from './everything-right.ts';

const PLAIN_ON_TLS: Expected = {
  portState: 'open',
  serviceState: 'mismatch',
  verdict: 'fail',
  reason: 'plain-http-on-tls-port',
};

const PLAIN_FOUND = [{ code: 'http-instead-of-https', names: ['8080'] }] as const;

export const plainHttpOn8080: Scenario = {
  ...everythingRight,
  name: 'plain-http-on-8080',
  title: 'the PrintManager speaks plain HTTP on its HTTPS port',
  web: { plainPorts: [80, 8000, 8010, 8090, 8080], tlsPorts: [443, 8001, 8091] },
  truth: except(SINGLE_TRUTH, {
    workstation: { 'printmanager-https:workstation>app1:8080/tcp': PLAIN_ON_TLS },
    device: { 'printmanager-https:device>app1:8080/tcp': PLAIN_ON_TLS },
    server: { 'printmanager-https:monitoring>app1:8080/tcp': PLAIN_ON_TLS },
  }),
  findings: { workstation: PLAIN_FOUND, device: PLAIN_FOUND, server: PLAIN_FOUND },
};

export const servicesDown: Scenario = {
  ...everythingRight,
  name: 'services-down',
  title: 'several services are not running and the hosts refuse',
  runs: SINGLE_SERVICES.filter(
    (name) => !['cups', 'ftp', 'traps', 'device-raw', 'device-snmp', 'postgresql', 'nfs'].includes(name),
  ),
  web: { plainPorts: [80, 8000, 8090], tlsPorts: [443, 8001, 8080, 8091] },
  truth: except(SINGLE_TRUTH, {
    workstation: {
      'printmanager-http:workstation>app1:8010/tcp': REFUSED,
      'cups-ipp:workstation>app1:1631/tcp': REFUSED,
    },
    device: {
      'printmanager-http:device>app1:8010/tcp': REFUSED,
      'scan-ftp-active:device>app1:21/tcp': REFUSED,
      'scan-ftp-passive:device>app1:21/tcp': REFUSED,
      'snmp-trap:device>app1:162/udp': REFUSED,
    },
    server: {
      'printmanager-http:monitoring>app1:8010/tcp': REFUSED,
      'device-raw:server>mfu-*:9100/tcp': REFUSED,
      'device-snmp:server>mfu-*:161/udp': REFUSED,
      'snmp-versions:server>mfu-*:161/udp': REFUSED,
      'external-postgresql:server>pg:5432/tcp': REFUSED,
      'external-nfs:server>nfs:2049/tcp': REFUSED,
    },
  }),
  findings: {
    workstation: [{ code: 'service-not-listening', names: [HOSTS.app1.address, '1631', '8010'] }],
    device: [
      { code: 'service-not-listening', names: [HOSTS.app1.address, '21', '8010'] },
      { code: 'trap-receiver-off', names: [HOSTS.app1.address, '162/udp'] },
    ],
    server: [
      { code: 'snmp-off', names: ['2', '161/udp'] },
      { code: 'raw-off', names: ['2', '9100'] },
      { code: 'service-not-listening', names: [HOSTS.external.address, '2049', '5432'] },
      { code: 'service-not-listening', names: [HOSTS.app1.address, '8010'] },
    ],
  },
};
