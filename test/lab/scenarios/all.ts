/** Every scenario, in the order in which they are tried. */
import type { Scenario } from '../scenario.ts';
import { duplicateSerial, ippOff } from './device-faults.ts';
import { everythingRight } from './everything-right.ts';
import { everythingRightHa } from './everything-right-ha.ts';
import { firewallProhibits, firewallResets, firewallSilent } from './firewall-faults.ts';
import {
  announcesInsideAddress,
  connectBackBlocked,
  connectBackFromOtherPort,
  passivePortsOutsideRange,
  passiveRangeHalfClosed,
  scansMayNotBeWritten,
} from './ftp-faults.ts';
import { loginsWanted } from './logins-wanted.ts';
import { plainHttpOn8080, servicesDown } from './service-faults.ts';
import { silentHosts, silentNetwork } from './silence-faults.ts';
import { deviceWithV2cOnly, deviceWithV3Only, trapsFiltered, wrongCommunity } from './snmp-faults.ts';

export const SCENARIOS: readonly Scenario[] = [
  everythingRight,
  everythingRightHa,
  passiveRangeHalfClosed,
  announcesInsideAddress,
  connectBackBlocked,
  connectBackFromOtherPort,
  passivePortsOutsideRange,
  scansMayNotBeWritten,
  trapsFiltered,
  deviceWithV3Only,
  deviceWithV2cOnly,
  wrongCommunity,
  ippOff,
  duplicateSerial,
  loginsWanted,
  plainHttpOn8080,
  servicesDown,
  firewallSilent,
  firewallResets,
  firewallProhibits,
  silentHosts,
  silentNetwork,
];
