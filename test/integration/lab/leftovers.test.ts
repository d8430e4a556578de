/** A laboratory whose maker is killed: what it leaves is cleared away by the next one, and breaks nothing. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';
import { startLab } from '../../lab/lab.ts';
import { CURRENT_HOST, runOn } from '../../lab/namespace.ts';
import { nmapStates } from '../../lab/nmap.ts';
import { LAB_PROGRAMS } from '../../lab/programs.ts';
import { everythingRight } from '../../lab/scenarios/everything-right.ts';
import { describeIf, needs } from '../../support/needs.ts';

const BY_HAND = join(import.meta.dirname, '../../lab/up.mjs');

describeIf(
  needs.all(needs.root(), ...LAB_PROGRAMS.map(needs.tool)),
  'a laboratory whose maker was killed',
  () => {
    it('leaves namespaces, processes and folders that the next start clears away before it works as ever', async () => {
      const maker = await startInChild();
      const mark = `sck-${maker.pid}-`;
      const left = await traces(mark);
      expect(left.namespaces.length).toBeGreaterThan(5);
      expect(left.folders.length).toBeGreaterThan(10);
      expect(left.processes.length).toBeGreaterThan(20);

      maker.kill('SIGKILL');
      await once(maker, 'exit');
      expect((await traces(mark)).processes).toEqual(left.processes);

      const lab = await startLab(everythingRight, ['web']);
      try {
        expect(await traces(mark)).toEqual({ namespaces: [], folders: [], processes: [] });
        expect(left.processes.filter(isAlive)).toEqual([]);
        const states = await nmapStates(lab.placeOf('workstation'), '10.77.30.10', [80, 443]);
        expect(states).toEqual({ 80: 'open', 443: 'open' });
      } finally {
        await lab.close();
      }
      expect(await traces(`sck-${process.pid}-`)).toEqual({ namespaces: [], folders: [], processes: [] });
    }, 60_000);
  },
);

/** Resolves once the laboratory is up. */
async function startInChild(): Promise<ChildProcess> {
  const child = spawn(process.execPath, [BY_HAND, everythingRight.name], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('Up in')) return child;
  }
  throw new Error('the laboratory ended before it was up');
}

async function traces(mark: string) {
  const namespaces = (await readdir('/run/netns').catch(() => [])).filter((name) => name.startsWith(mark));
  const folders = [...(await readdir(tmpdir())), ...(await readdir('/etc/netns').catch(() => []))];
  const listings = await Promise.all(
    namespaces.map((name) => runOn(CURRENT_HOST, 'ip', ['netns', 'pids', name])),
  );
  return {
    namespaces,
    folders: folders.filter((name) => name.startsWith(mark)),
    processes: listings.flatMap(({ stdout }) => stdout.split('\n').filter(Boolean).map(Number)),
  };
}

/** One that was ended, and whose new parent has not asked for its exit code yet, is no longer alive (proc(5)). */
function isAlive(pid: number): boolean {
  if (!existsSync(`/proc/${pid}`)) return false;
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return !/^State:\tZ/m.test(status);
}
