/** SNMP traps: only the acknowledgement of an inform proves that anything arrives. */
import type { SnmpTrapFacts } from '../../contract/facts-snmp.ts';
import type { Opinion } from '../opinion.ts';

/** The opinion after installation. A receiver need not acknowledge, so silence is a remark. */
export function judgeSnmpTrap({ acknowledged, oddity, refusalVisible }: SnmpTrapFacts): Opinion {
  if (acknowledged) {
    return { portState: 'open', serviceState: 'confirmed', verdict: 'pass', code: 'service-confirmed' };
  }
  if (oddity !== null) {
    const params = { seen: `"${oddity}"` };
    return { portState: 'open', serviceState: 'mismatch', verdict: 'fail', code: 'snmp-unreadable', params };
  }
  return {
    portState: 'open|filtered',
    serviceState: 'not-checked',
    verdict: 'warn',
    code: refusalVisible ? 'trap-not-acknowledged' : 'trap-not-acknowledged-or-closed',
  };
}
