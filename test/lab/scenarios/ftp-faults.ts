/** What goes wrong with the delivery of scans over FTP although the login works. */
import { HOSTS, INSIDE_ADDRESS } from '../addresses.ts';
import { PASSIVE_RANGE } from '../passive-range.ts';
import type { Scenario } from '../scenario.ts';
import { CONFIRMED, type Expected, except } from '../truth.ts';
import { everythingRight, SINGLE_TRUTH } from './everything-right.ts';

export const passiveRangeHalfClosed: Scenario = {
  ...everythingRight,
  name: 'passive-range-half-closed',
  title: 'the firewall lets only the first half of the passive range through',
  rules: [{ from: 'device', to: 'app1', transport: 'tcp', ports: [[30_100, 30_199]], action: 'drop' }],
  truth: except(SINGLE_TRUTH, {
    device: {
      'scan-ftp-passive:device>app1:21/tcp': {
        ...CONFIRMED,
        verdict: 'fail',
        reason: 'ftp-range-partly-filtered',
        seen: 'announces its own address; 30100-30199 filtered',
      },
    },
  }),
  findings: {
    device: [{ code: 'ftp-range-partly-blocked', names: ['100', '200', '30100–30199'] }],
  },
};

export const announcesInsideAddress: Scenario = {
  ...everythingRight,
  name: 'announces-inside-address',
  title: 'the FTP server stands behind address translation and announces its inside address',
  ftp: { activePort: 20, behindTranslation: true },
  rules: [
    {
      from: 'device',
      to: { address: INSIDE_ADDRESS },
      transport: 'tcp',
      ports: [21, [PASSIVE_RANGE.from, PASSIVE_RANGE.to]],
      translated: true,
      action: 'accept',
    },
    {
      from: { address: INSIDE_ADDRESS },
      to: 'device',
      transport: 'tcp',
      ports: [[1, 65_535]],
      sourcePort: 20,
      action: 'accept',
    },
  ],
  translations: [
    {
      outside: HOSTS.app1.address,
      inside: INSIDE_ADDRESS,
      ports: [21, [PASSIVE_RANGE.from, PASSIVE_RANGE.to]],
    },
  ],
  truth: except(SINGLE_TRUTH, {
    device: {
      'scan-ftp-passive:device>app1:21/tcp': {
        ...CONFIRMED,
        verdict: 'fail',
        reason: 'ftp-pasv-address-unreachable',
        seen: `announces ${INSIDE_ADDRESS}, where nothing can be stored; 30000-30199 reachable`,
      },
    },
  }),
  findings: {
    device: [{ code: 'ftp-other-address', names: [INSIDE_ADDRESS] }],
  },
};

export const connectBackBlocked: Scenario = {
  ...everythingRight,
  name: 'connect-back-blocked',
  title: 'the firewall drops the connection that the FTP server opens back to the device',
  rules: [
    {
      from: 'server',
      to: 'device',
      transport: 'tcp',
      ports: [[1, 65_535]],
      sourcePort: 20,
      action: 'drop',
    },
  ],
  truth: except(SINGLE_TRUTH, {
    device: {
      'scan-ftp-active:device>app1:21/tcp': {
        ...CONFIRMED,
        verdict: 'fail',
        reason: 'ftp-callback-blocked',
        seen: 'does not connect back',
      },
    },
  }),
  findings: {
    device: [{ code: 'ftp-connect-back-blocked', names: [HOSTS.app1.address, '20'] }],
  },
};

export const connectBackFromOtherPort: Scenario = {
  ...everythingRight,
  name: 'connect-back-from-other-port',
  title: 'the FTP server connects back, but from port 2020 in place of 20',
  ftp: { activePort: 2020, behindTranslation: false },
  rules: [
    {
      from: 'server',
      to: 'device',
      transport: 'tcp',
      ports: [[1, 65_535]],
      sourcePort: 2020,
      action: 'accept',
    },
  ],
  truth: except(SINGLE_TRUTH, {
    device: {
      'scan-ftp-active:device>app1:21/tcp': {
        ...CONFIRMED,
        verdict: 'warn',
        reason: 'ftp-callback-other-port',
        seen: 'connects back from another port than 20',
      },
    },
  }),
  findings: {
    device: [{ code: 'ftp-connect-back-other-port', names: ['2020', '20'] }],
  },
};

const MAY_NOT_WRITE: Expected = { ...CONFIRMED, verdict: 'fail', reason: 'ftp-no-write-permission' };

export const scansMayNotBeWritten: Scenario = {
  ...everythingRight,
  name: 'scans-may-not-be-written',
  title: 'the account of the scans may log in to FTP and not write',
  ftp: { activePort: 20, behindTranslation: false, settings: ['write_enable=NO'] },
  truth: except(SINGLE_TRUTH, {
    device: {
      // The witness sends a file and nothing else: refused at once, the server has no reason to connect back.
      'scan-ftp-active:device>app1:21/tcp': { ...MAY_NOT_WRITE, seen: 'does not connect back' },
      'scan-ftp-passive:device>app1:21/tcp': {
        ...MAY_NOT_WRITE,
        seen: 'announces its own address; 30000-30199 reachable',
      },
    },
  }),
  findings: {
    device: [{ code: 'ftp-no-write-permission', names: [HOSTS.app1.address], tells: ['550'] }],
  },
};

const OTHER_RANGE = [31_000, 31_199] as const;

export const passivePortsOutsideRange: Scenario = {
  ...everythingRight,
  name: 'passive-ports-outside-range',
  title:
    'the FTP server announces data ports outside the promised range, which the firewall happens to allow',
  ftp: {
    activePort: 20,
    behindTranslation: false,
    settings: [`pasv_min_port=${OTHER_RANGE[0]}`, `pasv_max_port=${OTHER_RANGE[1]}`],
  },
  rules: [{ from: 'device', to: 'app1', transport: 'tcp', ports: [OTHER_RANGE], action: 'accept' }],
  truth: except(SINGLE_TRUTH, {
    device: {
      'scan-ftp-passive:device>app1:21/tcp': {
        ...CONFIRMED,
        verdict: 'warn',
        reason: 'ftp-port-outside-range',
        seen: 'announces its own address; 30000-30199 reachable',
      },
    },
  }),
  findings: { device: [{ code: 'ftp-port-outside', names: ['30000–30199'], tells: [HOSTS.app1.address] }] },
};
