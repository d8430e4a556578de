/** IPv6 addresses as eight groups (RFC 4291, 2.2), enough to tell which network a host stands in. */
import { parseIpv4 } from './ipv4.ts';

const GROUPS = 8;

/** Eight numbers of 16 bits, or null where the text is no IPv6 address; a zone (`%eth0`) is left out. */
export function parseIpv6(text: string): readonly number[] | null {
  const address = text.replace(/%.*$/, '');
  const halves = address.split('::');
  if (halves.length > 2 || !address.includes(':')) return null;
  const [head, tail] = halves.map(parseGroups);
  if (head === undefined || head === null || tail === null) return null;
  if (tail === undefined) return head.length === GROUPS ? head : null;
  const missing = GROUPS - head.length - tail.length;
  return missing < 1 ? null : [...head, ...Array<number>(missing).fill(0), ...tail];
}

/** The shortest text of RFC 5952 is not needed to compare: groups without leading zeros, the tail of zeros as `::`. */
export function formatIpv6Network(groups: readonly number[], prefixLength: number): string {
  const kept = groups.map((group, index) => maskGroup(group, prefixLength - index * 16));
  const last = kept.findLastIndex((group) => group !== 0);
  const shown = kept.slice(0, last + 1).map((group) => group.toString(16));
  const text = shown.length === GROUPS ? shown.join(':') : `${shown.join(':')}::`;
  return `${text}/${prefixLength}`;
}

function maskGroup(group: number, bits: number): number {
  const kept = Math.max(0, Math.min(16, bits));
  return group & (0xffff << (16 - kept)) & 0xffff;
}

/** Null where one group is wrong; the last may be an IPv4 address in dots. */
function parseGroups(text: string): readonly number[] | null {
  if (text === '') return [];
  const groups: number[] = [];
  for (const [index, part] of text.split(':').entries()) {
    const isLast = index === text.split(':').length - 1;
    const ipv4 = isLast ? parseIpv4(part) : null;
    if (ipv4 !== null) groups.push(Math.floor(ipv4 / 65_536), ipv4 % 65_536);
    else if (/^[0-9a-f]{1,4}$/i.test(part)) groups.push(Number.parseInt(part, 16));
    else return null;
  }
  return groups;
}
