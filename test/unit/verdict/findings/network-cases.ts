/** Faults of the laptop, of networks, hosts and single ports, one for each row. */
import { romashka } from '../../../fixtures/romashka.ts';
import { failed } from '../../../support/make-run.ts';
import { NAMED, type RuleCase, refusal, type SceneRecipe, silence, unreachable } from './scenes.ts';

const TWO_FLOORS = romashka(203);

/** What goes wrong with networks, hosts and ports, and the causes that must be found: code and number of checks. */
export const NETWORK_CASES: readonly RuleCase[] = [
  ['nothing is wrong', { see: () => null }, []],
  // This laptop
  [
    'no packet leaves the laptop',
    { see: (check) => failed(check, 'connect', 'ENETUNREACH') },
    ['laptop-without-network 41'],
  ],
  [
    'only one network has no route',
    { see: (check) => (check.to.role === 'device' ? failed(check, 'connect', 'ENETUNREACH') : null) },
    ['no-route-to-network 36'],
  ],
  // Names
  [
    'DNS does not know the server’s name',
    { site: NAMED, viewpoint: 'workstation', see: (check) => failed(check, 'resolve', 'ENOTFOUND') },
    ['name-unknown 7'],
  ],
  [
    'DNS knows neither the download site nor a database',
    {
      site: romashka(1, {
        external: [
          { id: 'pg', kind: 'postgresql', host: 'db.corp.example', database: 'printum', user: 'printum' },
        ],
      }),
      see: (check) => (/[a-z]/.test(check.to.host) ? failed(check, 'resolve', 'ENOTFOUND') : null),
    },
    ['name-unknown 2'],
  ],
  [
    'the name server is silent',
    { site: NAMED, viewpoint: 'workstation', see: (check) => failed(check, 'resolve', 'ETIMEOUT') },
    ['name-server-silent 7'],
  ],
  // Networks
  [
    'every device is silent',
    { see: (check) => (check.to.role === 'device' ? silence(check) : null) },
    ['network-silent 36'],
  ],
  [
    'the devices of one of two networks are silent',
    { site: TWO_FLOORS, see: (check) => (check.to.host.startsWith('10.77.21.') ? silence(check) : null) },
    ['network-silent 18'],
  ],
  [
    'the silent network is the laptop’s own',
    { address: '10.77.20.200', see: (check) => (check.to.role === 'device' ? silence(check) : null) },
    ['own-network-silent 36'],
  ],
  [
    'a router gives the devices up one by one, after three seconds each',
    { see: (check) => (check.to.role === 'device' ? unreachable(check, 3070) : null) },
    ['network-silent 36'],
  ],
  [
    'nothing at all answers',
    { see: silence, site: romashka(6, { onlineInstall: false }) },
    ['nothing-answers 40'],
  ],
  // Hosts
  [
    'one device is silent among its neighbours',
    { see: (check) => (check.to.id === 'mfu-203' ? silence(check) : null) },
    ['host-silent 6'],
  ],
  [
    'two devices are silent among their neighbours',
    { see: (check) => (['mfu-203', 'mfu-205'].includes(check.to.id) ? silence(check) : null) },
    ['host-silent 12'],
  ],
  [
    'the server is silent and has no neighbours',
    { viewpoint: 'workstation', see: silence },
    ['host-silent-alone 7'],
  ],
  [
    'a host of which one port was asked is silent',
    { see: (check) => (check.to.id === 'ad' ? silence(check) : null) },
    ['port-silent 1'],
  ],
  [
    'a neighbour on the laptop’s own network does not answer ARP',
    {
      viewpoint: 'device',
      address: '10.77.30.143',
      see: (check) => unreachable(check),
    },
    ['host-silent-alone 5'],
  ],
  // Ports
  [
    'one port is dropped',
    { viewpoint: 'workstation', see: (check) => (check.port === 8080 ? silence(check) : null) },
    ['port-filtered 1'],
  ],
  [
    'two ports of one host are dropped',
    { viewpoint: 'workstation', see: (check) => ([8080, 8001].includes(check.port) ? silence(check) : null) },
    ['port-filtered 2'],
  ],
  [
    'one port of several devices is dropped',
    { see: (check) => (check.port === 9100 && check.to.id !== 'mfu-201' ? silence(check) : null) },
    ['port-filtered 5'],
  ],
  [
    'two ports are dropped for different devices',
    {
      see: (check) => {
        if (check.to.id === 'mfu-201' && check.port === 443) return silence(check);
        return check.to.id === 'mfu-202' && check.port === 80 ? silence(check) : null;
      },
    },
    ['port-filtered 1', 'port-filtered 1'],
  ],
  [
    'a firewall rejects a port',
    { viewpoint: 'workstation', see: (check) => (check.port === 8080 ? unreachable(check) : null) },
    ['port-rejected 1'],
  ],
  [
    'a firewall rejects two ports and spares its refusal for one of them',
    {
      viewpoint: 'workstation',
      see: (check) => {
        if (check.port === 8080) return unreachable(check);
        return check.port === 8001 ? silence(check) : null;
      },
    },
    ['port-rejected 2'],
  ],
  [
    'a firewall rejects everything at once',
    { viewpoint: 'workstation', see: (check) => unreachable(check) },
    ['port-rejected 7'],
  ],
  [
    'one port refuses while others open',
    { viewpoint: 'workstation', see: (check) => (check.port === 8080 ? refusal(check) : null) },
    ['service-not-listening 1'],
  ],
  ['every port refuses', { viewpoint: 'workstation', see: refusal }, ['host-refuses 7']],
  [
    'every port refuses before the installation',
    { viewpoint: 'workstation', stage: 'before-install', see: refusal },
    ['nothing-installed-yet 7'],
  ],
  [
    'the download site is silent',
    { see: (check) => (check.service === 'online-install' ? silence(check) : null) },
    ['download-blocked 1'],
  ],
  // Everything «open»
  [
    'a decoy opens in place of every host',
    { viewpoint: 'server', decoys: 'fail', see: (check) => hungUpOnPlainPorts(check) },
    ['everything-open 6'],
  ],
  [
    'decoys open and every service speaks for itself',
    { viewpoint: 'workstation', decoys: 'fail', see: () => null },
    [],
  ],
  [
    'a service is silent and no decoy opens',
    {
      viewpoint: 'workstation',
      see: (check) => (check.port === 80 ? failed(check, 'reply', 'timeout') : null),
    },
    ['silent-service 1'],
  ],
];

function hungUpOnPlainPorts(check: Parameters<SceneRecipe['see']>[0]) {
  const isSilent = check.service === 'http' && (check.to.role === 'device' || check.port === 8000);
  return isSilent ? failed(check, 'reply', 'timeout') : null;
}
