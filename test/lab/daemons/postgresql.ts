/** The external database, by a real PostgreSQL with a user and a password made for this run. */
import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeCertificate } from '../certificate-files.ts';
import { type Daemon, type Place, startProgram } from '../daemon.ts';
import { listensOnTcp } from '../listening.ts';
import { makeFolder } from '../maker.ts';
import { CURRENT_HOST, must } from '../namespace.ts';

const PORT = 5432;
const USER = 'printum';
const DATABASE = 'printum';
const PROGRAMS = '/usr/lib/postgresql';

export interface Postgresql extends Daemon {
  readonly user: string;
  readonly database: string;
  readonly password: string;
}

export async function startPostgresql(place: Place): Promise<Postgresql> {
  const folder = await makeFolder('postgresql');
  const programs = await findPrograms();
  const owner = Number((await must(CURRENT_HOST, 'id', ['-u', 'postgres'])).trim());
  const own = join(folder, 'own');
  await mkdir(own);
  const password = randomBytes(12).toString('hex');
  const passwordFile = join(own, 'password');
  await writeFile(passwordFile, password, { mode: 0o600 });
  const { key, certificate } = await writeCertificate(own, 'db.lab', place.address);
  for (const path of [own, passwordFile, key, certificate]) await chown(path, owner, owner);
  await chmod(own, 0o700);
  const data = join(own, 'data');
  await must(CURRENT_HOST, ...asOwner(join(programs, 'initdb'), initArguments(data, passwordFile)));
  await writeFile(join(data, 'pg_hba.conf'), 'host all all all scram-sha-256\n');
  await must(
    CURRENT_HOST,
    ...asOwner(join(programs, 'postgres'), ['--single', '-D', data, 'postgres']),
    `CREATE DATABASE ${DATABASE} OWNER ${USER};\n`,
  );
  const settings = {
    listen_addresses: place.address,
    unix_socket_directories: own,
    fsync: 'off',
    ssl: 'on',
    ssl_cert_file: certificate,
    ssl_key_file: key,
  };
  const [program, programArguments] = asOwner(join(programs, 'postgres'), [
    '-D',
    data,
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]);
  const daemon = await startProgram('postgres', {
    host: place.host,
    folder,
    program,
    arguments: programArguments,
    isReady: (pid) => listensOnTcp(pid, [PORT]),
    // The fast shutdown: it does not wait for clients to leave.
    endSignal: 'SIGINT',
  });
  return { ...daemon, user: USER, database: DATABASE, password };
}

function initArguments(data: string, passwordFile: string): readonly string[] {
  return [
    ...['-D', data, '-U', USER, `--pwfile=${passwordFile}`, '-A', 'scram-sha-256'],
    ...['--no-sync', '--no-locale', '-E', 'UTF8'],
  ];
}

/** PostgreSQL refuses to run as root. */
function asOwner(program: string, programArguments: readonly string[]): [string, readonly string[]] {
  return [
    'setpriv',
    ['--reuid=postgres', '--regid=postgres', '--clear-groups', program, ...programArguments],
  ];
}

/** Debian keeps each major version in a folder of its own. */
async function findPrograms(): Promise<string> {
  const versions = (await readdir(PROGRAMS)).sort((left, right) => Number(right) - Number(left));
  for (const version of versions) {
    const folder = join(PROGRAMS, version, 'bin');
    if (await stat(join(folder, 'initdb')).catch(() => null)) return folder;
  }
  throw new Error(`there is no PostgreSQL in ${PROGRAMS}`);
}
