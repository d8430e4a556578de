/** IPv4 addresses and prefixes (RFC 4632), enough to tell whether a host stands in a network. */

/** The 32 bits of a dotted address, or null where the text is a name or another family. */
export function parseIpv4(text: string): number | null {
  const parts = text.split('.');
  if (parts.length !== 4) return null;
  let bits = 0;
  for (const part of parts) {
    if (!/^\d{1,3}$/.test(part)) return null;
    const byte = Number(part);
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
