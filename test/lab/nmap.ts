/** nmap as the second opinion: a connect scan from a host of the laboratory. */
import { type Host, runOn } from './namespace.ts';

/** The same timeout and number of attempts as the product's profile, so that both give up alike. */
export interface NmapOptions {
  readonly timeoutMs: number;
  readonly attempts: number;
}

/** Port → state over TCP, in nmap's words. Throws with nmap's own words when it cannot scan. */
export async function nmapStates(
  from: Host,
  address: string,
  ports: readonly number[],
  options: NmapOptions = { timeoutMs: 1000, attempts: 2 },
): Promise<Record<number, string>> {
  return scan(from, nmapArguments(address, ports, options));
}

/** Port → state over UDP, in nmap's words. */
export async function nmapUdpStates(
  from: Host,
  address: string,
  ports: readonly number[],
  options: NmapOptions = { timeoutMs: 1000, attempts: 2 },
): Promise<Record<number, string>> {
  return scan(from, scanArguments('-sU', address, ports, options));
}

async function scan(from: Host, argumentList: readonly string[]): Promise<Record<number, string>> {
  const output = await runOn(from, 'nmap', argumentList);
  if (output.exitCode !== 0) throw new Error(`nmap: ${output.stderr}`);
  const states: Record<number, string> = {};
  for (const [, port, state] of output.stdout.matchAll(
    /<port protocol="(?:tcp|udp)" portid="(\d+)"><state state="([^"]+)"/g,
  )) {
    states[Number(port)] = state ?? '';
  }
  for (const [, state, reasons] of output.stdout.matchAll(
    /<extraports state="([^"]+)"[^>]*>(.*?)<\/extraports>/gs,
  )) {
    for (const port of portsOf(reasons ?? '')) states[port] = state ?? '';
  }
  return states;
}

/** Where many ports are in one state nmap lists them together: `ports="30000-30099,30107"`. */
function portsOf(reasons: string): readonly number[] {
  const lists = [...reasons.matchAll(/ ports="([^"]+)"/g)].flatMap(([, list]) => list?.split(',') ?? []);
  return lists.flatMap((part) => {
    const [first = 0, last = first] = part.split('-').map(Number);
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  });
}

/** The command line of a connect scan without name look-ups or host discovery, result as XML. */
export function nmapArguments(
  address: string,
  ports: readonly number[],
  options: NmapOptions,
): readonly string[] {
  return scanArguments('-sT', address, ports, options);
}

function scanArguments(
  kind: '-sT' | '-sU',
  address: string,
  ports: readonly number[],
  options: NmapOptions,
): readonly string[] {
  const timeout = `${options.timeoutMs}ms`;
  return [
    ...['-n', '-Pn', kind, '-oX', '-', '-p', ports.join(',')],
    ...['--initial-rtt-timeout', timeout, '--max-rtt-timeout', timeout],
    ...['--max-retries', String(options.attempts - 1), address],
  ];
}
