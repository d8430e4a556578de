/** Faults of devices, one for each row: what a run sees of it, and the causes that must be found. */
import type { PlannedCheck } from '../../../../src/contract/check.ts';
import type { Observation } from '../../../../src/contract/facts.ts';
import { romashka } from '../../../fixtures/romashka.ts';
import { type Poll, sawPoll, sawRedis, sawSentinel, sawTrap } from './device-sights.ts';
import { sawActive, sawPassive } from './ftp-sights.ts';
import { refusal, type SceneRecipe, silence } from './scenes.ts';

export type See = SceneRecipe['see'];

export const SILENT: Poll = { v1: 'silent', v2c: 'silent', v3: false };
export const SICK = new Set(['mfu-202', 'mfu-203', 'mfu-204', 'mfu-205']);
export const FIRST_ONLY = new Set(['mfu-202']);
const ALL = new Set(['mfu-201', 'mfu-202', 'mfu-203', 'mfu-204', 'mfu-205', 'mfu-206']);

/** These devices answer a poll so, the others as they should. */
export function polled(devices: ReadonlySet<string>, poll: Poll): See {
  return (check) => {
    if (check.service !== 'snmp' && check.service !== 'snmp-versions') return null;
    return sawPoll(check.service, devices.has(check.to.id) ? poll : {});
  };
}

/** First what this one sees, then the other. */
export function both(one: See, other: See): See {
  return (check) => one(check) ?? other(check);
}

export function refusedOn(ports: readonly number[], devices: ReadonlySet<string>): See {
  return (check) => (devices.has(check.to.id) && ports.includes(check.port) ? refusal(check) : null);
}

export function silentOn(ports: readonly number[], devices: ReadonlySet<string>): See {
  return (check) => (devices.has(check.to.id) && ports.includes(check.port) ? silence(check) : null);
}

/** From the place of a device, where only traps go wrong. */
export function trapped(trap: (check: PlannedCheck) => Observation): See {
  return (check) => {
    if (check.service === 'snmp-trap') return trap(check);
    if (check.service === 'ftp-active') return sawActive();
    return check.service === 'ftp-passive' ? sawPassive() : null;
  };
}

export const HA = romashka(1, {
  scheme: 'ha',
  servers: ['app1', 'app2', 'app3'].map((id, index) => ({
    id,
    host: `10.77.30.${10 + index}`,
    roles: ['printManager', 'redis'],
  })),
});

export type Case = readonly [
  cause: string,
  recipe: SceneRecipe,
  codes: readonly string[],
  titles: readonly [ru: string, en: string],
];

export const DEVICE_CASES: readonly Case[] = [
  [
    'v1 that is off on four devices',
    { see: polled(SICK, { v1: 'silent' }) },
    ['snmp-one-version 4'],
    ['4\u00A0МФУ отвечают только по SNMP v2c', '4\u00A0MFPs answer only SNMP v2c'],
  ],
  [
    'v2c that is off on one device',
    { see: polled(FIRST_ONLY, { v2c: 'silent' }) },
    ['snmp-one-version 1'],
    ['МФУ\u00A010.77.20.22 отвечает только по SNMP v1', 'MFP\u00A010.77.20.22 answers only SNMP v1'],
  ],
  [
    'devices that answer version 3 only',
    { see: polled(SICK, { ...SILENT, v3: true }) },
    ['snmp-only-v3 8'],
    ['4\u00A0МФУ отвечают только по SNMP v3', '4\u00A0MFPs answer only SNMP v3'],
  ],
  [
    'a community that is refused',
    { see: polled(FIRST_ONLY, { v1: 'refused', v2c: 'refused' }) },
    ['snmp-community-refused 2'],
    [
      'МФУ\u00A010.77.20.22: сообщество SNMP не принято',
      'MFP\u00A010.77.20.22: the SNMP community is refused',
    ],
  ],
  [
    'silent devices that can be reached',
    { see: polled(SICK, SILENT) },
    ['snmp-silent 8'],
    ['4\u00A0МФУ: SNMP (161/udp) молчит', '4\u00A0MFPs: SNMP (161/udp) is silent'],
  ],
  [
    'silent devices on a laptop that is never told of refusals',
    { see: polled(FIRST_ONLY, { ...SILENT, refusalVisible: false }) },
    ['snmp-silent 2'],
    ['МФУ\u00A010.77.20.22: SNMP (161/udp) молчит', 'MFP\u00A010.77.20.22: SNMP (161/udp) is silent'],
  ],
  [
    'a filter of 161, where every device is silent',
    { see: polled(ALL, SILENT) },
    ['snmp-dropped 12'],
    [
      '6\u00A0МФУ: SNMP (161/udp) молчит, похоже на фильтр',
      '6\u00A0MFPs: SNMP (161/udp) is silent, a filter is likely',
    ],
  ],
  [
    'a filter of several ports, SNMP among them',
    { see: both(silentOn([80, 9100], FIRST_ONLY), polled(FIRST_ONLY, SILENT)) },
    ['snmp-dropped 2', 'port-filtered 2'],
    [
      'МФУ\u00A010.77.20.22: SNMP (161/udp) молчит, похоже на фильтр',
      'MFP\u00A010.77.20.22: SNMP (161/udp) is silent, a filter is likely',
    ],
  ],
  [
    'SNMP that is not running',
    { see: refusedOn([161], SICK) },
    ['snmp-off 8'],
    ['4\u00A0МФУ: SNMP (161/udp) не запущен', '4\u00A0MFPs: SNMP (161/udp) is not running'],
  ],
  [
    'IPP that is off before anything is installed',
    { stage: 'before-install', see: refusedOn([631], FIRST_ONLY) },
    ['ipp-off 1'],
    [
      'МФУ\u00A010.77.20.22: IPP (631) выключен, RAW (9100) работает',
      'MFP\u00A010.77.20.22: IPP (631) is off, RAW (9100) works',
    ],
  ],
  [
    'IPP that is off on four devices',
    { see: refusedOn([631], SICK) },
    ['ipp-off 4'],
    [
      '4\u00A0МФУ: IPP (631) выключен, RAW (9100) работает',
      '4\u00A0MFPs: IPP (631) is off, RAW (9100) works',
    ],
  ],
  [
    'RAW that is off',
    { see: refusedOn([9100], FIRST_ONLY) },
    ['raw-off 1'],
    [
      'МФУ\u00A010.77.20.22: RAW (9100) выключен, IPP (631) работает',
      'MFP\u00A010.77.20.22: RAW (9100) is off, IPP (631) works',
    ],
  ],
  [
    'a device that answers from another address',
    {
      see: polled(FIRST_ONLY, {
        ...SILENT,
        address: '10.77.20.22',
        strangers: [{ address: '10.77.20.99', port: 161 }],
      }),
    },
    ['device-other-address 2'],
    [
      'МФУ\u00A010.77.20.22 отвечает с другого адреса: 10.77.20.99',
      'MFP\u00A010.77.20.22 answers from another address: 10.77.20.99',
    ],
  ],
  [
    'traps that nobody acknowledges',
    { viewpoint: 'device', see: trapped(() => sawTrap(false)) },
    ['trap-unconfirmed 1'],
    [
      'Ловушки SNMP на 10.77.30.10, 162/udp: подтверждения нет',
      'SNMP traps to 10.77.30.10, 162/udp: no acknowledgement',
    ],
  ],
  [
    'a receiver of traps that is not running',
    { viewpoint: 'device', see: trapped(refusal) },
    ['trap-receiver-off 1'],
    [
      'Ловушки SNMP на 10.77.30.10, 162/udp: никто не слушает',
      'SNMP traps to 10.77.30.10, 162/udp: nobody listens',
    ],
  ],
  [
    'a Redis master that sentinels and replicas miss',
    {
      site: HA,
      see: (check) => {
        if (check.service === 'redis-sentinel') return sawSentinel('s_down,o_down,master');
        if (check.service !== 'redis') return null;
        if (check.to.id === 'app1') return refusal(check);
        return sawRedis({ follows: { address: '10.77.30.10:6379', state: 'connect' } });
      },
    },
    ['service-not-listening 1', 'redis-master-down 6'],
    ['', ''],
  ],
];
