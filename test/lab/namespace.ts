/** Network namespaces: hosts on one machine, each with its own addresses, routes and firewall. */
import { type ChildProcess, execFile, type SpawnOptions, spawn } from 'node:child_process';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { markedName, PREFIX } from './maker.ts';

/** A host of the laboratory. `name` is null for the namespace that the test itself runs in. */
export interface Host {
  readonly name: string | null;
}

export interface Output {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
}

/** The namespace of the test process, as a host: for programs that must talk to the test over loopback. */
export const CURRENT_HOST: Host = { name: null };

let linkCount = 0;

/** Makes a namespace with nothing but its loopback interface. */
export async function createHost(label: string): Promise<Host> {
  const host = { name: markedName(label) };
  await must(CURRENT_HOST, 'ip', ['netns', 'add', host.name]);
  await must(CURRENT_HOST, 'ip', ['-n', host.name, 'link', 'set', 'lo', 'up']);
  return host;
}

/** Ends every process that still lives in the namespace, by its id, then the namespace with its links and files. */
export async function removeHost(host: Host): Promise<void> {
  if (host.name !== null) await removeNamespace(host.name);
}

/** As `removeHost`, for a namespace known by its name. */
export async function removeNamespace(name: string): Promise<void> {
  const { stdout } = await runOn(CURRENT_HOST, 'ip', ['netns', 'pids', name]);
  await Promise.all(stdout.split('\n').filter(Boolean).map(Number).map(endProcess));
  await must(CURRENT_HOST, 'ip', ['netns', 'delete', name]);
  await rm(filesFolder(name), { recursive: true, force: true });
}

/** Puts a file in the place of one in /etc, for the programs of one host only; `name` is that of a file in /etc. */
export async function overlayFile(host: Host, name: string, content: string): Promise<void> {
  if (host.name === null) throw new Error('the files of the machine itself are not replaced');
  await mkdir(filesFolder(host.name), { recursive: true });
  // Programs start at any time and take what is there: a file half written must never be.
  const unfinished = `${filesFolder(host.name)}-${name}`;
  await writeFile(unfinished, content);
  await rename(unfinished, join(filesFolder(host.name), name));
}

/** Runs a program on a host to its end; a non-zero exit is an answer, not an error. */
export async function runOn(
  host: Host,
  program: string,
  argumentList: readonly string[],
  options: { readonly input?: string; readonly env?: NodeJS.ProcessEnv; readonly timeoutMs?: number } = {},
): Promise<Output> {
  const [command, ...rest] = commandOn(host, program, argumentList);
  return new Promise((resolve, reject) => {
    const child = execFile(
      command,
      rest,
      {
        maxBuffer: 64 * 1024 * 1024,
        encoding: 'utf8',
        timeout: options.timeoutMs ?? 0,
        env: options.env ?? process.env,
      },
      (error, stdout, stderr) => {
        if (error !== null && typeof error.code !== 'number' && !error.killed) reject(error);
        else resolve({ stdout, stderr, exitCode: Number(error?.code ?? (error === null ? 0 : 124)) });
      },
    );
    child.stdin?.on('error', () => {
      // A program that ends without reading its input is not a failure of the laboratory.
    });
    child.stdin?.end(options.input ?? '');
  });
}

/** Starts a program on a host; it is the caller's to end, and its id is the program's own. */
export function spawnOn(
  host: Host,
  program: string,
  argumentList: readonly string[],
  options: SpawnOptions = {},
): ChildProcess {
  const [command, ...rest] = commandOn(host, program, argumentList);
  return spawn(command, rest, options);
}

/** Gives two hosts a cable between them, an address with prefix length at each end. */
export async function connectHosts(
  left: Host,
  leftAddress: string,
  right: Host,
  rightAddress: string,
): Promise<void> {
  linkCount += 1;
  const ends = [
    `${PREFIX}${process.pid % 100_000}l${linkCount}`,
    `${PREFIX}${process.pid % 100_000}r${linkCount}`,
  ] as const;
  await must(CURRENT_HOST, 'ip', ['link', 'add', ends[0], 'type', 'veth', 'peer', 'name', ends[1]]);
  await bringUp(left, ends[0], leftAddress);
  await bringUp(right, ends[1], rightAddress);
}

/** Adds a route; throws with the tool's own words when the kernel refuses. */
export async function addRoute(host: Host, network: string, gateway: string): Promise<void> {
  await must(host, 'ip', ['route', 'add', network, 'via', gateway]);
}

/** Loads a complete nftables ruleset into a host in place of the one it had. */
export async function loadFirewall(host: Host, ruleset: string): Promise<void> {
  await must(host, 'nft', ['-f', '-'], `flush ruleset\n${ruleset}\n`);
}

/** Runs a program on a host and throws with its own words when it fails. */
export async function must(
  host: Host,
  program: string,
  argumentList: readonly string[],
  input?: string,
): Promise<string> {
  const output = await runOn(host, program, argumentList, input === undefined ? {} : { input });
  if (output.exitCode === 0) return output.stdout;
  throw new Error(`${program} ${argumentList.join(' ')}: ${output.stderr.trim() || output.exitCode}`);
}

async function bringUp(host: Host, link: string, address: string): Promise<void> {
  if (host.name !== null) await must(CURRENT_HOST, 'ip', ['link', 'set', link, 'netns', host.name]);
  await must(host, 'ip', ['address', 'add', address, 'dev', link]);
  await must(host, 'ip', ['link', 'set', link, 'up']);
}

/** Where `ip netns exec` takes the files from that it lays over /etc (ip-netns(8)). */
function filesFolder(name: string): string {
  return join('/etc/netns', name);
}

/** Ends it for certain, and waits until it is gone, or until only its new parent has yet to hear of it. */
async function endProcess(pid: number): Promise<void> {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended between the list and the signal, which is what was wanted.
  }
  while (await isAlive(pid)) await pause(5);
}

async function isAlive(pid: number): Promise<boolean> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => 'State:\tX');
  return !/^State:\t[XZ]/m.test(status);
}

function commandOn(host: Host, program: string, argumentList: readonly string[]): [string, ...string[]] {
  if (host.name === null) return [program, ...argumentList];
  return ['ip', 'netns', 'exec', host.name, program, ...argumentList];
}
