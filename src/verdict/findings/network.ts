/** Which network a host stands in: the longest prefix that is known of the places, else the usual size. */
import { formatIpv4Network, inPrefix, parseIpv4, parseIpv4Network } from '../../contract/ipv4.ts';
import { formatIpv6Network, parseIpv6 } from '../../contract/ipv6.ts';

const USUAL_IPV4_PREFIX = 24;
const USUAL_IPV6_PREFIX = 64;

/** In CIDR notation with the host bits at zero; null for a name. `known` are networks or addresses with a prefix. */
export function networkOf(host: string, known: readonly string[]): string | null {
  if (parseIpv4(host) !== null) {
    const lengths = known.flatMap((cidr) => prefixAround(host, cidr) ?? []);
    const network = parseIpv4Network(
      `${host}/${lengths.length === 0 ? USUAL_IPV4_PREFIX : Math.max(...lengths)}`,
    );
    return network === null ? null : formatIpv4Network(network);
  }
  const groups = parseIpv6(host);
  if (groups === null) return null;
  const own = formatIpv6Network(groups, USUAL_IPV6_PREFIX);
  const around = known.flatMap((cidr) => {
    const [address = '', length] = splitCidr(cidr);
    const network = parseIpv6(address);
    if (network === null || length === null || length > 128) return [];
    return formatIpv6Network(groups, length) === formatIpv6Network(network, length) ? [length] : [];
  });
  return around.length === 0 ? own : formatIpv6Network(groups, Math.max(...around));
}

/** The host alone is no network: a point-to-point link says nothing about its neighbours. */
function prefixAround(host: string, cidr: string): number | null {
  const [address = '', length] = splitCidr(cidr);
  if (length === null || length < 1 || length > 30) return null;
  return inPrefix(host, address, length) ? length : null;
}

function splitCidr(cidr: string): readonly [string | undefined, number | null] {
  const [address, length = ''] = cidr.split('/');
  return [address, /^\d{1,3}$/.test(length) ? Number(length) : null];
}
