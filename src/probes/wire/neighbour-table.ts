/** Neighbour (ARP) tables as three operating systems print them → address and MAC. */

export interface Neighbour {
  readonly address: string;
  /** Six bytes in small hexadecimal with colons. */
  readonly mac: string;
}

/** ATF_COM (linux/if_arp.h): the entry is complete. */
const COMPLETE = 0x2;
const NOBODY: ReadonlySet<string> = new Set(['00:00:00:00:00:00', 'ff:ff:ff:ff:ff:ff']);

/** Linux: /proc/net/arp. */
export function parseProcArp(text: string): Neighbour[] {
  return text.split('\n').flatMap((line) => {
    const [address = '', , flags = '', mac = ''] = line.trim().split(/\s+/);
    return (Number.parseInt(flags, 16) & COMPLETE) === 0 ? [] : neighbour(address, mac);
  });
}

/**
 * `arp -a` of Windows (`192.168.1.1  c0-56-27-aa-bb-cc  dynamic`) and of macOS, which leaves out leading zeros
 * (`? (192.168.1.1) at c0:56:27:a:bb:cc on en0`). The words are in the system's language and are not read.
 */
export function parseArpCommand(text: string): Neighbour[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const address = /(?:^|[\s(])(\d{1,3}(?:\.\d{1,3}){3})(?=[\s)]|$)/.exec(line)?.[1];
    const mac = /(?:^|\s)([0-9a-f]{1,2}(?:[:-][0-9a-f]{1,2}){5})(?=\s|$)/i.exec(line)?.[1];
    return address === undefined || mac === undefined ? [] : neighbour(address, mac);
  });
}

function neighbour(address: string, text: string): Neighbour[] {
  const bytes = text.toLowerCase().split(/[:-]/);
  if (bytes.length !== 6 || !bytes.every((byte) => /^[0-9a-f]{1,2}$/.test(byte))) return [];
  const mac = bytes.map((byte) => byte.padStart(2, '0')).join(':');
  return NOBODY.has(mac) ? [] : [{ address, mac }];
}
