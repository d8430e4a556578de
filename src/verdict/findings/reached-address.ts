/** Which address a check went to. */
import type { CheckResult } from '../../contract/check.ts';
import { parseIpv4 } from '../../contract/ipv4.ts';
import { parseIpv6 } from '../../contract/ipv6.ts';
import { textFact } from './fact.ts';

export function isAddress(host: string): boolean {
  return parseIpv4(host) !== null || parseIpv6(host) !== null;
}

/** Of a name, the address that it led to; null where nothing was reached. */
export function reachedAddress(result: CheckResult): string | null {
  const { host } = result.to;
  return isAddress(host) ? host.toLowerCase() : textFact(result, ['address']);
}
