/** What goes wrong in the devices themselves, SNMP apart. */
import { HOSTS } from '../addresses.ts';
import { type Scenario, SINGLE_SERVICES, USUAL_DEVICE } from '../scenario.ts';
import { except, REFUSED } from '../truth.ts';
import { everythingRight, SINGLE_TRUTH } from './everything-right.ts';

export const ippOff: Scenario = {
  ...everythingRight,
  name: 'ipp-off',
  title: 'the devices print over port 9100, and IPP is switched off',
  runs: SINGLE_SERVICES.filter((name) => name !== 'device-ipp'),
  truth: except(SINGLE_TRUTH, { server: { 'device-ipp:server>mfu-*:631/tcp': REFUSED } }),
  findings: { server: [{ code: 'ipp-off', names: ['2', '631', '9100'] }] },
};

const SERIAL_NUMBER = 'LAB0000777';
const SAME_DEVICE = { ...USUAL_DEVICE, serialNumber: SERIAL_NUMBER };

export const duplicateSerial: Scenario = {
  ...everythingRight,
  name: 'duplicate-serial',
  title: 'the profile has one device twice: two addresses name the same serial number',
  devices: { 'mfu-201': SAME_DEVICE, 'mfu-202': SAME_DEVICE },
  findings: {
    server: [
      {
        code: 'duplicate-serial',
        names: [SERIAL_NUMBER],
        tells: [HOSTS['mfu-201'].address, HOSTS['mfu-202'].address],
      },
    ],
  },
};
