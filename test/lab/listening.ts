/** What a process's network namespace listens on, read from the kernel's own tables (proc(5), /proc/PID/net). */
import { readFile } from 'node:fs/promises';

const TCP_LISTEN = '0A';
const UDP_UNCONNECTED = '07';

/** True once every TCP port is being listened on in the namespace of that process. */
export async function listensOnTcp(pid: number, ports: readonly number[]): Promise<boolean> {
  const open = await portsIn(pid, ['tcp', 'tcp6'], TCP_LISTEN);
  return ports.every((port) => open.has(port));
}

/** True once every UDP port is bound in the namespace of that process. */
export async function listensOnUdp(pid: number, ports: readonly number[]): Promise<boolean> {
  const bound = await portsIn(pid, ['udp', 'udp6'], UDP_UNCONNECTED);
  return ports.every((port) => bound.has(port));
}

async function portsIn(pid: number, tables: readonly string[], state: string): Promise<ReadonlySet<number>> {
  const ports = new Set<number>();
  for (const table of tables) {
    const text = await readFile(`/proc/${pid}/net/${table}`, 'utf8').catch(() => '');
    for (const line of text.split('\n').slice(1)) {
      const [, local, , seen] = line.trim().split(/\s+/);
      if (seen === state) ports.add(Number.parseInt(local?.split(':')[1] ?? '', 16));
    }
  }
  return ports;
}
