/** The task store of the fault-tolerant scheme: a real Redis, with a Sentinel beside it. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Daemon, type Place, startProgram } from '../daemon.ts';
import { listensOnTcp } from '../listening.ts';
import { makeFolder } from '../maker.ts';

export interface RedisOptions {
  /** The address of the master where this one is a replica. */
  readonly replicaOf?: string;
  /** Without it anybody may ask. */
  readonly password?: string;
}

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
    ...(replicaOf === undefined ? [] : [`replicaof ${replicaOf} 6379`]),
    ...(password === undefined ? [] : [`requirepass ${password}`, `masterauth ${password}`]),
  ];
  await writeFile(file, `${lines.join('\n')}\n`);
  return startProgram('redis-server', {
    host: place.host,
    folder,
    program: 'redis-server',
    arguments: [file],
    isReady: (pid) => listensOnTcp(pid, [6379]),
    endSignal: 'SIGKILL',
  });
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
