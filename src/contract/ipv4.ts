/** IPv4 addresses and prefixes (RFC 4632), enough to tell whether a host stands in a network. */

const DOTTED = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/;

/** The 32 bits of a dotted address, or null where the text is a name or another family. */
export function parseIpv4(text: string): number | null {
  const match = DOTTED.exec(text);
  if (match === null) return null;
  let bits = 0;
  for (let part = 1; part <= 4; part += 1) {
    const byte = Number(match[part]);
    if (byte > 255) return null;
    bits = bits * 256 + byte;
  }
  return bits;
}

/** True where both addresses share the first `prefixLength` bits; false where one is no IPv4 address. */
export function inPrefix(host: string, network: string, prefixLength: number): boolean {
  const left = parseIpv4(host);
  const right = parseIpv4(network);
  if (left === null || right === null) return false;
  const size = 2 ** (32 - prefixLength);
  return Math.floor(left / size) === Math.floor(right / size);
}

/** A network of an address and its prefix length, its host bits zero. */
export interface Ipv4Network {
  readonly bits: number;
  readonly prefixLength: number;
}

/** «10.77.20.143/24» as the network 10.77.20.0/24; a plain address has 32 bits. Null where it is neither. */
export function parseIpv4Network(text: string): Ipv4Network | null {
  const match = /^([\d.]+)(?:\/(\d{1,2}))?$/.exec(text.trim());
  const address = parseIpv4(match?.[1] ?? '');
  const prefixLength = match?.[2] === undefined ? 32 : Number(match[2]);
  if (address === null || prefixLength > 32) return null;
  const size = 2 ** (32 - prefixLength);
  return { bits: Math.floor(address / size) * size, prefixLength };
}

/** «10.77.20.0/24»; an address alone without its length. */
export function formatIpv4Network({ bits, prefixLength }: Ipv4Network): string {
  return prefixLength === 32 ? formatIpv4(bits) : `${formatIpv4(bits)}/${prefixLength}`;
}

export function formatIpv4(bits: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(bits / 2 ** shift) % 256).join('.');
}

/** The fewest networks that hold these addresses and no other one, ascending. */
export function exactIpv4Networks(addresses: readonly number[]): readonly Ipv4Network[] {
  const held = new Set(addresses);
  const networks: Ipv4Network[] = [];
  let end = -1;
  for (const bits of [...held].sort((a, b) => a - b)) {
    if (bits <= end) continue;
    const prefixLength = widestPrefix(bits, held);
    networks.push({ bits, prefixLength });
    end = bits + 2 ** (32 - prefixLength) - 1;
  }
  return networks;
}

function widestPrefix(bits: number, held: ReadonlySet<number>): number {
  let prefixLength = 32;
  for (let size = 2; bits % size === 0 && prefixLength > 0; size *= 2) {
    for (let offset = size / 2; offset < size; offset += 1) {
      if (!held.has(bits + offset)) return prefixLength;
    }
    prefixLength -= 1;
  }
  return prefixLength;
}
