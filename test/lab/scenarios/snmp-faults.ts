/** What goes wrong with SNMP, polling and traps. */
import { HOSTS } from '../addresses.ts';
import { type DeviceSettings, type Scenario, USUAL_DEVICE } from '../scenario.ts';
import { CONFIRMED, type Expected, except, SILENT_UDP } from '../truth.ts';
import { everythingRight, SINGLE_TRUTH } from './everything-right.ts';

/** From outside nothing tells a wrong community from switched-off versions: in both only version 3 speaks. */
const ONLY_V3: Expected = {
  portState: 'open',
  serviceState: 'denied',
  verdict: 'fail',
  reason: 'snmp-only-v3-answers',
  seen: 'only v3',
};

/** The explanation names both causes, as nobody can tell them apart. */
const ONLY_V3_FOUND: Scenario['findings'] = {
  server: [
    { code: 'snmp-only-v3', names: [HOSTS['mfu-202'].address, 'v3'], tells: ['v1', 'v2c', 'community'] },
  ],
};

export const deviceWithV3Only: Scenario = {
  ...everythingRight,
  name: 'device-with-v3-only',
  title: 'one device answers SNMP version 3 only',
  devices: withMfu202({ ...USUAL_DEVICE, snmpVersions: [] }),
  truth: except(SINGLE_TRUTH, {
    server: {
      'device-snmp:server>mfu-202:161/udp': ONLY_V3,
      'snmp-versions:server>mfu-202:161/udp': ONLY_V3,
    },
  }),
  findings: ONLY_V3_FOUND,
};

export const deviceWithV2cOnly: Scenario = {
  ...everythingRight,
  name: 'device-with-v2c-only',
  title: 'one device answers SNMP version 2c and not version 1',
  devices: withMfu202({ ...USUAL_DEVICE, snmpVersions: ['v2c'] }),
  truth: except(SINGLE_TRUTH, {
    server: {
      'device-snmp:server>mfu-202:161/udp': { ...CONFIRMED, seen: 'v2c' },
      'snmp-versions:server>mfu-202:161/udp': {
        ...CONFIRMED,
        verdict: 'fail',
        reason: 'snmp-version-silent',
        seen: 'v2c',
      },
    },
  }),
  findings: {
    server: [{ code: 'snmp-one-version', names: [HOSTS['mfu-202'].address, 'v2c'], tells: ['v1'] }],
  },
};

export const wrongCommunity: Scenario = {
  ...everythingRight,
  name: 'wrong-community',
  title: 'one device expects another community than the profile has',
  devices: withMfu202({ ...USUAL_DEVICE, community: 'not-public' }),
  truth: except(SINGLE_TRUTH, {
    server: {
      'device-snmp:server>mfu-202:161/udp': ONLY_V3,
      'snmp-versions:server>mfu-202:161/udp': ONLY_V3,
    },
  }),
  findings: ONLY_V3_FOUND,
};

/** Silence on 162 proves nothing by itself: receivers need not answer, so it is a remark and no failure. */
export const TRAP_SILENT: Expected = {
  ...SILENT_UDP,
  verdict: 'warn',
  reason: 'trap-not-acknowledged',
};

export const trapsFiltered: Scenario = {
  ...everythingRight,
  name: 'traps-filtered',
  title: 'the firewall drops what devices send to port 162',
  rules: [{ from: 'device', to: 'app1', transport: 'udp', ports: [162], action: 'drop' }],
  truth: except(SINGLE_TRUTH, { device: { 'snmp-trap:device>app1:162/udp': TRAP_SILENT } }),
  findings: {
    device: [{ code: 'trap-unconfirmed', names: [HOSTS.app1.address, '162/udp'] }],
  },
};

function withMfu202(settings: DeviceSettings): Scenario['devices'] {
  return { ...everythingRight.devices, 'mfu-202': settings };
}
