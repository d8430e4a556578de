/** The external database, by a real PostgreSQL with a password made for this run. */
import { chmod, chown, mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeCertificate } from '../certificate-files.ts';
import { type Daemon, type Place, startProgram } from '../daemon.ts';
import { listensOnTcp } from '../listening.ts';
import { makeFolder } from '../maker.ts';
import { CURRENT_HOST, must } from '../namespace.ts';

const PORT = 5432;
export const DATABASE_USER = 'printum';
export const DATABASE = 'printum';
const PROGRAMS = '/usr/lib/postgresql';

/** `password` is that of `DATABASE_USER`, who owns the server. */
export async function startPostgresql(
  place: Place,
  { password }: { readonly password: string },
): Promise<Daemon> {
  const folder = await makeFolder('postgresql');
  const programs = await findPrograms();
  const owner = Number((await must(CURRENT_HOST, 'id', ['-u', 'postgres'])).trim());
  const own = join(folder, 'own');
  await mkdir(own);
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
    `CREATE DATABASE ${DATABASE} OWNER ${DATABASE_USER};\n`,
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
  return startProgram('postgres', {
    host: place.host,
    folder,
    program,
    arguments: programArguments,
    isReady: (pid) => listensOnTcp(pid, [PORT]),
    // The fast shutdown: it does not wait for clients to leave.
    endSignal: 'SIGINT',
  });
}

function initArguments(data: string, passwordFile: string): readonly string[] {
  return [
    ...['-D', data, '-U', DATABASE_USER, `--pwfile=${passwordFile}`, '-A', 'scram-sha-256'],
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
