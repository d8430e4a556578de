/** CUPS of the print server: a scheduler with raw queues that go nowhere. */
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Daemon, type Place, startProgram } from '../daemon.ts';
import { listensOnTcp } from '../listening.ts';
import { makeFolder } from '../maker.ts';

export interface CupsOptions {
  readonly port: number;
  readonly queues: readonly string[];
}

/** The first queue is the default one. */
export async function startCups(place: Place, { port, queues }: CupsOptions): Promise<Daemon> {
  const folder = await makeFolder('cups');
  for (const name of ['root', 'spool', 'cache', 'state', 'tmp', 'log', 'docs'])
    await mkdir(join(folder, name));
  // The filters and the scheduler's temporary files belong to another user than root.
  await chmod(join(folder, 'tmp'), 0o1777);
  const [main, files] = [join(folder, 'root', 'cupsd.conf'), join(folder, 'root', 'cups-files.conf')];
  await writeFile(main, mainFile(place.address, port));
  await writeFile(files, filesFile(folder));
  await writeFile(join(folder, 'root', 'printers.conf'), queues.map(queueEntry).join(''), { mode: 0o600 });
  return startProgram('cupsd', {
    host: place.host,
    folder,
    program: 'cupsd',
    arguments: ['-f', '-c', main, '-s', files],
    isReady: (pid) => listensOnTcp(pid, [port]),
  });
}

/** It wants a local listener besides the outer one, and refuses a request for a name that it does not expect. */
function mainFile(address: string, port: number): string {
  return `Listen 127.0.0.1:${port}
Listen ${address}:${port}
ServerAlias *
Browsing No
WebInterface No
DefaultAuthType None
LogLevel warn
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order allow,deny
    Allow all
  </Limit>
</Policy>
`;
}

function filesFile(folder: string): string {
  return `ServerRoot ${folder}/root
RequestRoot ${folder}/spool
CacheDir ${folder}/cache
StateDir ${folder}/state
TempDir ${folder}/tmp
DocumentRoot ${folder}/docs
AccessLog ${folder}/log/access
ErrorLog stderr
PageLog ${folder}/log/page
FileDevice Yes
`;
}

function queueEntry(name: string, index: number): string {
  const word = index === 0 ? 'DefaultPrinter' : 'Printer';
  return `<${word} ${name}>
Info ${name}
DeviceURI file:///dev/null
State Idle
Accepting Yes
Shared Yes
</${word}>
`;
}
