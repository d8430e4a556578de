/** The default gateway of this computer, asked in each operating system's own way. Null where it is not known. */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { networkInterfaces } from 'node:os';
import { promisify } from 'node:util';
import { type DefaultRoute, parseMacRoute, parseProcRoutes, parseWindowsRoutes } from './wire/route-table.ts';

const COMMAND_DEADLINE_MS = 3000;
const runCommand = promisify(execFile);

/** The gateway of the interface that carries `localAddress`; without one, of the route with the lowest metric. */
export async function findGateway(localAddress: string | null): Promise<string | null> {
  const routes = await readRoutes().catch(() => []);
  const own = localAddress === null ? routes : routes.filter((route) => belongsTo(route, localAddress));
  const [best] = [...own].sort((left, right) => left.metric - right.metric);
  return best?.gateway ?? null;
}

/** Every default gateway, the preferred first. Never rejects. */
export async function findGateways(): Promise<readonly string[]> {
  const routes = await readRoutes().catch(() => []);
  const sorted = [...routes].sort((left, right) => left.metric - right.metric);
  return [...new Set(sorted.map(({ gateway }) => gateway))];
}

async function readRoutes(): Promise<readonly DefaultRoute[]> {
  switch (process.platform) {
    case 'linux':
      return parseProcRoutes(await readFile('/proc/net/route', 'utf8'));
    case 'win32':
      return parseWindowsRoutes(await output('route', ['print', '-4', '0.0.0.0']));
    case 'darwin':
      return parseMacRoute(await output('route', ['-n', 'get', 'default']));
    default:
      return [];
  }
}

async function output(command: string, parameters: readonly string[]): Promise<string> {
  const { stdout } = await runCommand(command, [...parameters], {
    timeout: COMMAND_DEADLINE_MS,
    windowsHide: true,
    maxBuffer: 1024 * 1024,
  });
  return stdout;
}

/** Windows names a route's interface by its address, the others by its name. */
function belongsTo(route: DefaultRoute, localAddress: string): boolean {
  if (route.interface === localAddress) return true;
  return (networkInterfaces()[route.interface] ?? []).some(({ address }) => address === localAddress);
}
