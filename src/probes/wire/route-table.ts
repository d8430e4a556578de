/** Routing tables as three operating systems print them → the default routes of IPv4. */

export interface DefaultRoute {
  readonly gateway: string;
  /** The interface's name; on Windows its address. */
  readonly interface: string;
  /** The lowest wins. */
  readonly metric: number;
}

const ANYWHERE = '00000000';
/** RTF_UP | RTF_GATEWAY (linux/route.h). */
const UP_AND_GATEWAY = 0x3;
const IPV4 = /^\d{1,3}(?:\.\d{1,3}){3}$/;

/** Linux: /proc/net/route, addresses in hexadecimal, low byte first. */
export function parseProcRoutes(text: string): DefaultRoute[] {
  return text.split('\n').flatMap((line) => {
    const [name = '', destination, gateway = '', flags = '', , , metric = '', mask] = line
      .trim()
      .split(/\s+/);
    const isDefault = destination === ANYWHERE && mask === ANYWHERE;
    const usable = (Number.parseInt(flags, 16) & UP_AND_GATEWAY) === UP_AND_GATEWAY;
    if (!isDefault || !usable || !/^[0-9A-Fa-f]{8}$/.test(gateway)) return [];
    return [{ interface: name, gateway: fromLittleEndian(gateway), metric: Number(metric) }];
  });
}

function fromLittleEndian(hex: string): string {
  const bytes = [6, 4, 2, 0].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return bytes.join('.');
}

/** Windows: `route print -4 0.0.0.0`. Column titles are in the system's language; the rows are not. */
export function parseWindowsRoutes(text: string): DefaultRoute[] {
  const routes = new Map<string, DefaultRoute>();
  for (const line of text.split(/\r?\n/)) {
    const [destination, mask, gateway = '', address = '', metric = ''] = line.trim().split(/\s+/);
    if (destination !== '0.0.0.0' || mask !== '0.0.0.0') continue;
    // A persistent route has no interface column, and an on-link one has a word in place of the gateway.
    if (!IPV4.test(gateway) || !IPV4.test(address) || !/^\d+$/.test(metric)) continue;
    routes.set(`${gateway} ${address}`, { gateway, interface: address, metric: Number(metric) });
  }
  return [...routes.values()];
}

/** macOS: `route -n get default`, one default route. */
export function parseMacRoute(text: string): DefaultRoute[] {
  const field = (name: string) => new RegExp(`^\\s*${name}:\\s*(\\S+)`, 'm').exec(text)?.[1];
  const gateway = field('gateway');
  if (gateway === undefined || !IPV4.test(gateway)) return [];
  return [{ gateway, interface: field('interface') ?? '', metric: 0 }];
}
