/** The task store of the fault-tolerant scheme: a real Redis, with a Sentinel beside it. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Daemon, type Place, startProgram } from '../daemon.ts';
import { listensOnTcp } from '../listening.ts';
import { makeFolder } from '../maker.ts';
import { runOn } from '../namespace.ts';

export interface RedisOptions {
  /** The address of the master where this one is a replica. */
  readonly replicaOf?: string;
  /** Without it anybody may ask. */
  readonly password?: string;
}

/** A replica is ready once it follows its master. */
export async function startRedis(place: Place, options: RedisOptions): Promise<Daemon> {
  const folder = await makeFolder('redis');
  const file = join(folder, 'redis.conf');
  const { replicaOf, password } = options;
  const lines = [
    `bind ${place.address}`,
    'port 6379',
    'protected-mode no',
    `dir ${folder}`,
    'save ""',
    'appendonly no',
    // It would wait five seconds for further replicas.
    'repl-diskless-sync-delay 0',
    ...(replicaOf === undefined ? [] : [`replicaof ${replicaOf} 6379`]),
    ...(password === undefined ? [] : [`requirepass ${password}`, `masterauth ${password}`]),
  ];
  await writeFile(file, `${lines.join('\n')}\n`);
  return startProgram('redis-server', {
    host: place.host,
    folder,
    program: 'redis-server',
    arguments: [file],
    isReady: async (pid) => (await listensOnTcp(pid, [6379])) && (await follows(place, options)),
    endSignal: 'SIGKILL',
  });
}

async function follows(place: Place, { replicaOf, password }: RedisOptions): Promise<boolean> {
  if (replicaOf === undefined) return true;
  const login = password === undefined ? [] : ['--no-auth-warning', '-a', password];
  const { stdout } = await runOn(place.host, 'redis-cli', ['-h', place.address, ...login, 'ROLE']);
  return stdout.split('\n')[3] === 'connected';
}

/** Watches one master, which it names `printum`. */
export async function startSentinel(
  place: Place,
  { master, password }: { readonly master: string; readonly password?: string },
): Promise<Daemon> {
  const folder = await makeFolder('sentinel');
  const file = join(folder, 'sentinel.conf');
  const lines = [
    `bind ${place.address}`,
    'port 26379',
    'protected-mode no',
    `dir ${folder}`,
    `sentinel monitor printum ${master} 6379 1`,
    ...(password === undefined ? [] : [`sentinel auth-pass printum ${password}`]),
  ];
  await writeFile(file, `${lines.join('\n')}\n`);
  return startProgram('redis-sentinel', {
    host: place.host,
    folder,
    program: 'redis-sentinel',
    arguments: [file],
    isReady: (pid) => listensOnTcp(pid, [26_379]),
    endSignal: 'SIGKILL',
  });
}
