/** Web faces by a real nginx: plain and TLS ports with a certificate made for this run. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeCertificate } from '../certificate-files.ts';
import { type Daemon, type Place, startProgram } from '../daemon.ts';
import { listensOnTcp } from '../listening.ts';
import { makeFolder } from '../maker.ts';

export interface NginxOptions {
  readonly plainPorts: readonly number[];
  readonly tlsPorts: readonly number[];
  /** Default: the personal account of Printum. */
  readonly title?: string;
  /** The name in the certificate. */
  readonly name?: string;
}

export interface Nginx extends Daemon {
  /** The file of its certificate, which signs itself. */
  readonly certificate: string;
}

/** Starts nginx on a host and waits until it listens; throws with nginx's own words when it cannot. */
export async function startNginx(place: Place, options: NginxOptions): Promise<Nginx> {
  const folder = await makeFolder('nginx');
  const { certificate } = await writeCertificate(folder, options.name ?? 'printum.lab', place.address);
  await mkdir(join(folder, 'html'));
  const title = options.title ?? 'Личный кабинет';
  await writeFile(join(folder, 'html', 'index.html'), `<!doctype html><title>${title}</title>`);
  await writeFile(join(folder, 'nginx.conf'), configuration(folder, place.address, options));
  const daemon = await startProgram('nginx', {
    host: place.host,
    folder,
    program: 'nginx',
    arguments: ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', 'stderr'],
    isReady: (pid) => listensOnTcp(pid, [...options.plainPorts, ...options.tlsPorts]),
  });
  return { ...daemon, certificate };
}

function configuration(folder: string, address: string, options: NginxOptions): string {
  const plain = options.plainPorts.map((port) => server(`listen ${address}:${port};`));
  const tls = options.tlsPorts.map((port) =>
    server(`listen ${address}:${port} ssl; ssl_certificate server.crt; ssl_certificate_key server.key;`),
  );
  return `daemon off;
user root;
pid ${folder}/nginx.pid;
worker_processes 1;
events { worker_connections 256; }
http {
  access_log off;
  client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy; fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi; scgi_temp_path ${folder}/scgi;
  types { text/html html; } charset utf-8;
  root ${folder}/html;
${[...plain, ...tls].join('\n')}
}
`;
}

function server(listen: string): string {
  return `  server { ${listen} server_name _; }`;
}
