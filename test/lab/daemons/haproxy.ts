/** The load balancer's statistics page over TLS, by a real HAProxy. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeCertificate } from '../certificate-files.ts';
import { type Daemon, type Place, startProgram } from '../daemon.ts';
import { listensOnTcp } from '../listening.ts';
import { makeFolder } from '../maker.ts';

const PORT = 7000;

export interface HaproxyOptions {
  /** `user:password` that the page asks for; none: anybody may look. */
  readonly login?: string;
  /** Addresses of the Printum servers behind the balancer. */
  readonly servers: readonly string[];
}

export async function startHaproxy(place: Place, options: HaproxyOptions): Promise<Daemon> {
  const folder = await makeFolder('haproxy');
  const { both } = await writeCertificate(folder, 'balancer.lab', place.address);
  const file = join(folder, 'haproxy.cfg');
  const lines = [
    'defaults',
    '  mode http',
    '  timeout connect 2s',
    '  timeout client 5s',
    '  timeout server 5s',
    'frontend panel',
    `  bind ${place.address}:${PORT} ssl crt ${both}`,
    '  stats enable',
    '  stats uri /',
    ...(options.login === undefined ? [] : [`  stats auth ${options.login}`]),
    'backend printum',
    ...options.servers.map((address, index) => `  server app${index + 1} ${address}:8010`),
  ];
  await writeFile(file, `${lines.join('\n')}\n`);
  return startProgram('haproxy', {
    host: place.host,
    folder,
    program: 'haproxy',
    arguments: ['-db', '-f', file],
    isReady: (pid) => listensOnTcp(pid, [PORT]),
    endSignal: 'SIGKILL',
  });
}
