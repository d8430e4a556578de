/** The rules in their order, the widest cause first: what an earlier one takes over, a later one does not see. */
import { networkSilentRule } from './network-silent.ts';
import type { Rule } from './rule.ts';

export const RULES: readonly Rule[] = [
  // This laptop
  // Something on the way that answers for everybody
  // Whole networks, then whole hosts
  networkSilentRule,
  // One protocol: what it says of itself is nearer to the cause than the state of its port
  // Single ports
  // Certificates
];
