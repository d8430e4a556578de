/** The trap receiver of the server, by net-snmp's snmptrapd; it acknowledges informs and writes traps down. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Daemon, type Place, startProgram } from '../daemon.ts';
import { listensOnUdp } from '../listening.ts';
import { makeFolder } from '../maker.ts';

export interface Snmptrapd extends Daemon {
  /** What came so far, one trap a line: version, source, community and OIDs in snmptrapd's own words. */
  readonly traps: () => Promise<readonly string[]>;
}

export async function startSnmptrapd(
  place: Place,
  { community }: { readonly community: string },
): Promise<Snmptrapd> {
  const folder = await makeFolder('snmptrapd');
  const [file, log] = [join(folder, 'snmptrapd.conf'), join(folder, 'traps.log')];
  await writeFile(
    file,
    `authCommunity log ${community}\nformat1 %s %b %P %N %W %q %v\\n\nformat2 %s %b %P %v\\n\n`,
  );
  const daemon = await startProgram('snmptrapd', {
    host: place.host,
    folder,
    program: 'snmptrapd',
    arguments: ['-f', '-Lf', log, '-C', '-c', file, '-On', '-n', `udp:${place.address}:162`],
    env: { MIBS: '', SNMPCONFPATH: folder, SNMP_PERSISTENT_DIR: join(folder, 'persistent') },
    isReady: (pid) => listensOnUdp(pid, [162]),
  });
  return {
    ...daemon,
    traps: async () => (await readFile(log, 'utf8')).split('\n').filter((line) => line.includes('.1.3.6.1')),
  };
}
