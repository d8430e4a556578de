/** The rules in their order, the widest cause first: what an earlier one takes over, a later one does not see. */

import { certificatesRule } from './certificates.ts';
import { clockRule } from './clock.ts';
import { decoyRule } from './decoy.ts';
import { deviceOtherAddressRule } from './device-other-address.ts';
import { duplicateSerialRule } from './duplicate-serial.ts';
import { ftpAccountRule } from './ftp-account.ts';
import { ftpAnnouncedRule } from './ftp-announced.ts';
import { ftpConnectBackRule } from './ftp-connect-back.ts';
import { ftpRangeRule } from './ftp-range.ts';
import { ftpRewrittenRule } from './ftp-rewritten.ts';
import { hostSilentRule } from './host-silent.ts';
import { tlsInspectedRule, untrustedRule } from './issuers.ts';
import { laptopRule } from './laptop.ts';
import { largePacketsRule } from './large-packets.ts';
import { networkSilentRule } from './network-silent.ts';
import { pathDelayRule } from './path-delay.ts';
import { portRefusedRule } from './port-refused.ts';
import { portFilteredRule, portRejectedRule } from './ports.ts';
import { printPortsRule } from './print-ports.ts';
import { redisMasterRule } from './redis-master.ts';
import type { Rule } from './rule.ts';
import { sameAddressRule } from './same-address.ts';
import { seenFromElsewhereRule } from './seen-from-elsewhere.ts';
import { snmpPollsRule } from './snmp-polls.ts';
import { snmpRefusedRule } from './snmp-refused.ts';
import { snmpTrapsRule } from './snmp-traps.ts';
import { swappedRule } from './swapped.ts';
import { unknownNamesRule } from './unknown-names.ts';

export const RULES: readonly Rule[] = [
  // This laptop
  laptopRule,
  clockRule,
  // Something on the way that answers for everybody
  decoyRule,
  unknownNamesRule,
  // Whole networks, then whole hosts
  networkSilentRule,
  hostSilentRule,
  // One protocol: what it says of itself is nearer to the cause than the state of its port
  largePacketsRule,
  ftpAccountRule,
  ftpRangeRule,
  ftpRewrittenRule,
  ftpAnnouncedRule,
  ftpConnectBackRule,
  deviceOtherAddressRule,
  snmpPollsRule,
  snmpTrapsRule,
  snmpRefusedRule,
  printPortsRule,
  redisMasterRule,
  // Single ports
  portRejectedRule,
  portFilteredRule,
  portRefusedRule,
  swappedRule,
  // Certificates
  tlsInspectedRule,
  certificatesRule,
  // Remarks of their own
  untrustedRule,
  seenFromElsewhereRule,
  sameAddressRule,
  duplicateSerialRule,
  pathDelayRule,
];
