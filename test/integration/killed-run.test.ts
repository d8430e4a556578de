/** kill -9 in the middle of a run: what was answered is there after the next start, in a run that says it was cut. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { nodeProgram } from '../../build/bundle/targets.mjs';
import { createProgram } from '../../electron/program.ts';
import { createSetAside } from '../../electron/store/set-aside.ts';
import { openSettingsStore } from '../../electron/store/settings-store.ts';
import { createSiteStore } from '../../electron/store/site-store.ts';
import type { RunProgress } from '../../src/contract/bridge.ts';
import type { CheckResult } from '../../src/contract/check.ts';
import { runSchema } from '../../src/contract/run.ts';
import { programPorts } from '../support/program-ports.ts';
import { makeSite } from '../unit/electron/documents.ts';

const BUILT = mkdtempSync(join(tmpdir(), 'sitecheck-killed-'));
const cleanups: (() => void)[] = [];

beforeAll(async () => {
  const { NODE_ENV: before } = process.env;
  const config = nodeProgram({
    entry: 'test/servers/run-until-killed.ts',
    outputFolder: 'out',
    outputFile: 'program.mjs',
  });
  await build({ ...config, build: { ...config.build, outDir: BUILT }, logLevel: 'error' });
  if (before === undefined) delete process.env.NODE_ENV;
  else process.env.NODE_ENV = before;
}, 120_000);
afterEach(() => {
  for (const clean of cleanups.splice(0).reverse()) clean();
});
afterAll(() => rmSync(BUILT, { recursive: true, force: true }));

/** Takes connections and never says a word: its check is in flight until its long time is over. */
async function startMutePort(): Promise<number> {
  const sockets: Socket[] = [];
  const server = createServer((socket) => sockets.push(socket.on('error', () => undefined)));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  cleanups.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

async function closedPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

describe('a run whose program is killed', () => {
  it('is there after the next start with every answer the window had heard, and its journal is gone', async () => {
    const userData = mkdtempSync(join(tmpdir(), 'sitecheck-userdata-'));
    cleanups.push(() => rmSync(userData, { recursive: true, force: true }));
    const setAside = createSetAside(join(userData, 'set-aside'), () => new Date());
    const site = await createSiteStore(userData, setAside, () => new Date()).save(
      makeSite({
        servers: [{ id: 'app1', name: '', host: '127.0.0.1', roles: ['personalAccount'] }],
        snmp: { community: 'tayna' },
        portOverrides: { 'account-http': await startMutePort(), 'account-https': await closedPort() },
        probe: { timeoutMs: 60_000, attempts: 1, concurrency: 4 },
      }),
    );

    const child = spawn(process.execPath, [join(BUILT, 'program.mjs'), userData, site.id], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const exited = once(child, 'exit');
    const heard: CheckResult[] = [];
    let runId = '';
    for await (const line of createInterface({ input: child.stdout })) {
      const progress = JSON.parse(line) as RunProgress;
      runId = progress.runId;
      heard.push(...progress.events.flatMap((event) => (event.kind === 'result' ? [event.result] : [])));
      if (heard.length > 0) child.kill('SIGKILL');
    }
    expect(await exited).toEqual([null, 'SIGKILL']);
    const folder = join(userData, 'runs', site.id);
    expect(readdirSync(folder)).toEqual([`${runId}.partial.jsonl`]);

    const { handlers } = createProgram({
      ...programPorts(userData),
      setAside,
      settings: await openSettingsStore(userData, setAside),
    });
    const { runs } = await handlers['runs:list']({ siteId: site.id });
    expect(runs).toMatchObject([{ id: runId, interrupted: true }]);
    const run = await handlers['runs:get']({ siteId: site.id, runId });
    expect(runSchema.parse(run)).toEqual(run);
    const rows = new Map(run.checks.map((check) => [check.id, check]));
    for (const result of heard) expect(rows.get(result.id)).toEqual(result);
    const flight = run.checks.find(({ requirement }) => requirement === 'account-http');
    expect(flight).toMatchObject({ verdict: 'skip', reason: { code: 'interrupted' } });
    expect(run.place.reason).toBe('Розетка рядом с МФУ');
    expect(JSON.stringify(run)).not.toContain('tayna');
    expect(existsSync(join(folder, `${runId}.partial.jsonl`))).toBe(false);
    expect(setAside.list('ru')).toEqual([]);
  });
});
