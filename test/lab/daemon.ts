/** Starts a daemon on a host, waits until it really answers, and ends it by its process id. */
import { once } from 'node:events';
import { readlink, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Host, spawnOn } from './namespace.ts';

const READY_WITHIN_MS = 20_000;
const LOOK_AGAIN_AFTER_MS = 15;
const END_WITHIN_MS = 3000;
const KEPT_OUTPUT = 16_000;

export interface Daemon {
  readonly name: string;
  /** Ends the daemon and waits until it is gone. */
  readonly close: () => Promise<void>;
}

/** Where a daemon runs: a host, and the address of it that the daemon is to listen on. */
export interface Place {
  readonly host: Host;
  readonly address: string;
}

export interface Program {
  readonly host: Host;
  /** Removed when the daemon has ended. */
  readonly folder?: string;
  readonly program: string;
  readonly arguments: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  /** Asked again and again until true; given the process id. */
  readonly isReady: (pid: number) => boolean | Promise<boolean>;
  /** For a daemon that takes its time over a polite end that nobody waits for. */
  readonly endSignal?: 'SIGTERM' | 'SIGKILL' | 'SIGINT';
}

/** Starts it; throws with the program's own words when it ends or is not ready in time. */
export async function startProgram(name: string, plan: Program): Promise<Daemon> {
  const child = spawnOn(plan.host, plan.program, plan.arguments, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...plan.env },
  });
  let said = '';
  const listen = (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-KEPT_OUTPUT);
  };
  child.stdout?.on('data', listen);
  child.stderr?.on('data', listen);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await once(child, 'spawn');
  const { pid } = child;
  if (pid === undefined) throw new Error(`${name} has no process id`);
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;

  const close = async () => {
    if (!hasEnded()) {
      child.kill(plan.endSignal ?? 'SIGTERM');
      const impatience = setTimeout(() => child.kill('SIGKILL'), END_WITHIN_MS);
      await ended;
      clearTimeout(impatience);
    }
    if (plan.folder !== undefined) await rm(plan.folder, { recursive: true, force: true });
  };
  const deadline = Date.now() + READY_WITHIN_MS;
  while (!((await hasEntered(plan.host, pid)) && (await plan.isReady(pid)))) {
    if (hasEnded()) {
      await close();
      throw new Error(`${name} ended at once: ${said.trim()}`);
    }
    if (Date.now() > deadline) {
      await close();
      throw new Error(`${name} was not ready in ${READY_WITHIN_MS} ms: ${said.trim()}`);
    }
    await pause(LOOK_AGAIN_AFTER_MS);
  }
  return { name, close };
}

/** False while `ip netns exec` has not yet moved the process: until then it sees the listeners of the machine. */
async function hasEntered(host: Host, pid: number): Promise<boolean> {
  if (host.name === null) return true;
  const [link, file] = await Promise.all([
    readlink(`/proc/${pid}/ns/net`).catch(() => ''),
    stat(join('/run/netns', host.name)),
  ]);
  return link === `net:[${file.ino}]`;
}

/** Several daemons as one; they are ended in the reverse order. */
export function together(name: string, daemons: readonly Daemon[]): Daemon {
  return {
    name,
    close: async () => {
      for (const daemon of [...daemons].reverse()) await daemon.close();
    },
  };
}
