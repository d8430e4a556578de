/** The external analytics database, by Debian's clickhouse-server: HTTP on 8123, its own protocol on 9000. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Daemon, type Place, startProgram } from '../daemon.ts';
import { listensOnTcp } from '../listening.ts';
import { makeFolder } from '../maker.ts';

export async function startClickhouse(place: Place): Promise<Daemon> {
  const folder = await makeFolder('clickhouse');
  for (const name of ['data', 'tmp', 'files', 'formats']) await mkdir(join(folder, name));
  const [main, users] = [join(folder, 'config.xml'), join(folder, 'users.xml')];
  await writeFile(main, mainFile(folder, place.address));
  await writeFile(users, USERS_FILE);
  return startProgram('clickhouse-server', {
    host: place.host,
    folder,
    program: 'clickhouse-server',
    arguments: [`--config-file=${main}`],
    isReady: (pid) => listensOnTcp(pid, [8123, 9000]),
    endSignal: 'SIGKILL',
  });
}

function mainFile(folder: string, address: string): string {
  return `<?xml version="1.0"?>
<yandex>
  <logger><level>warning</level><console>1</console></logger>
  <http_port>8123</http_port>
  <tcp_port>9000</tcp_port>
  <listen_host>${address}</listen_host>
  <path>${folder}/data/</path>
  <tmp_path>${folder}/tmp/</tmp_path>
  <user_files_path>${folder}/files/</user_files_path>
  <format_schema_path>${folder}/formats/</format_schema_path>
  <users_config>users.xml</users_config>
  <default_profile>default</default_profile>
  <default_database>default</default_database>
  <mark_cache_size>1048576</mark_cache_size>
</yandex>
`;
}

const USERS_FILE = `<?xml version="1.0"?>
<yandex>
  <profiles><default></default></profiles>
  <users>
    <default>
      <password></password>
      <networks><ip>::/0</ip></networks>
      <profile>default</profile>
      <quota>default</quota>
    </default>
  </users>
  <quotas><default></default></quotas>
</yandex>
`;
