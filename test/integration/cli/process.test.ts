/** The built program as a process: exit codes, signals, broken pipes, and one document on standard output. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { bundle } from '../../../build/bundle.mjs';
import { runSchema } from '../../../src/contract/run.ts';
import { makeFolder } from '../../unit/cli/console.ts';
import { makeSite } from '../../unit/plan/sites.ts';

const PROGRAM = join(import.meta.dirname, '../../../out/cli/sitecheck.mjs');

let folder: Awaited<ReturnType<typeof makeFolder>>;
const servers: Server[] = [];
const sockets: Socket[] = [];

beforeAll(async () => {
  await bundle(['cli']);
  folder = await makeFolder();
});

afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
  for (const server of servers.splice(0)) server.close();
});

afterAll(() => folder.remove());

/** A service on loopback that does what `talk` does with each connection. */
async function listen(talk: (socket: Socket) => void): Promise<number> {
  const server = createServer((socket) => {
    sockets.push(socket.on('error', () => {}));
    talk(socket);
  });
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

/** A port of this computer on which nobody listens. */
async function closedPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function writeSite(name: string, portOverrides: Readonly<Record<string, number>>): Promise<string> {
  const site = makeSite({
    servers: [{ id: 'app1', name: 'Сервер', host: '127.0.0.1', roles: ['personalAccount'] }],
    devices: [],
    external: [],
    onlineInstall: false,
    portOverrides,
    probe: { timeoutMs: 60_000, attempts: 1, concurrency: 4 },
  });
  return folder.write(name, JSON.stringify(site));
}

function start(
  ...argv: string[]
): ChildProcess & { readonly finished: Promise<readonly [number, string, string]> } {
  const child = spawn(process.execPath, [PROGRAM, ...argv], { stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    err += text;
  });
  const finished = once(child, 'close').then(([code]) => [code, out, err] as const);
  return Object.assign(child, { finished });
}

const answerHttp = (socket: Socket) => {
  socket.once('data', () =>
    socket.end('HTTP/1.1 302 Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n'),
  );
};

describe('sitecheck run', () => {
  it('ends with 0 and one JSON document on standard output when every required check passed', async () => {
    const site = await writeSite('good.json', { 'account-http': await listen(answerHttp) });
    const run = start(
      'run',
      site,
      '--from',
      'workstation',
      '--only',
      'account-http',
      '--quiet',
      '--json',
      '-',
    );
    const [code, out, err] = await run.finished;
    const document = runSchema.parse(JSON.parse(out));
    expect(document.checks[0]).toMatchObject({ verdict: 'pass', proof: 'direct', portState: 'open' });
    expect([code, err]).toEqual([0, '']);
  });

  it('ends with 1, a row with its remedy and a whole file when a check failed', async () => {
    const port = await closedPort();
    const site = await writeSite('closed.json', { 'account-http': port });
    const json = join(folder.path, 'closed.run.json');
    const [code, out] = await start(
      'run',
      site,
      '--from',
      'workstation',
      '--only',
      'account-http',
      '--json',
      json,
    ).finished;
    expect(code).toBe(1);
    expect(out).toContain(`${port}/tcp  АРМ  напрямую  закрыт, отказ вернулся`);
    expect(out).toContain(`Что сделать: Запустить службу на 127.0.0.1, порт ${port}/tcp`);
    expect(out.trimEnd().split('\n').slice(-2)).toEqual([
      'Итого: Пройдено 0 · Внимание 0 · Не пройдено 1',
      'Не выбрано: 1',
    ]);
    expect(runSchema.parse(JSON.parse(await readFile(json, 'utf8'))).summary.fail).toBe(1);
    expect((await readdir(folder.path)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('prints nothing with --quiet', async () => {
    const site = await writeSite('quiet.json', { 'account-http': await closedPort() });
    const [code, out, err] = await start(
      'run',
      site,
      '--from',
      'workstation',
      '--only',
      'account-http',
      '--quiet',
    ).finished;
    expect([code, out, err]).toEqual([1, '', '']);
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'ends with 130 on %s and still writes what was measured',
    async (signal) => {
      let touched: () => void = () => {};
      const mute = new Promise<void>((resolve) => {
        touched = resolve;
      });
      const site = await writeSite('mute.json', {
        'account-http': await closedPort(),
        'account-https': await listen(() => touched()),
      });
      const run = start('run', site, '--from', 'workstation', '--json', '-');
      await mute;
      run.kill(signal);
      const [code, out] = await run.finished;
      const document = runSchema.parse(JSON.parse(out));
      expect(code).toBe(130);
      expect(document.interrupted).toBe(true);
      const reasons = Object.fromEntries(
        document.checks.map(({ requirement, reason }) => [requirement, reason.code]),
      );
      expect(reasons['account-https']).toBe('interrupted');
    },
  );

  it('says so when nothing of what was chosen starts here', async () => {
    const site = await writeSite('elsewhere.json', {});
    const [code, , err] = await start('run', site, '--from', 'device', '--lang', 'en').finished;
    expect(code).toBe(0);
    expect(err).toContain('Nothing of what was chosen starts here, so no path is proven');
  });
});

describe('sitecheck plan', () => {
  it('takes a reader that stops reading for no fault', async () => {
    const devices = Array.from({ length: 2000 }, (_, index) => ({ id: `d${index}`, host: `d${index}` }));
    const site = await folder.write('many.json', JSON.stringify(makeSite({ devices })));
    const child = start('plan', site, '--from', 'server', '--json', '-');
    child.stdout?.once('data', () => child.stdout?.destroy());
    const [code, , err] = await child.finished;
    expect([code, err]).toEqual([0, '']);
  });
});

describe('sitecheck report', () => {
  it('makes a document of a run, and only a whole one', async () => {
    const site = await writeSite('report.json', { 'account-http': await listen(answerHttp) });
    const json = join(folder.path, 'report.run.json');
    await start('run', site, '--from', 'workstation', '--only', 'account-http', '--json', json).finished;
    const [code, out, err] = await start('report', json, '--format', 'csv', '--out', '-').finished;
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('account-http');
  });
});

describe('sitecheck demo', () => {
  it('shows pass, warn and fail, says that it is a demo, and counts that as success', async () => {
    const [code, out, err] = await start('demo').finished;
    expect([code, err]).toEqual([0, '']);
    expect(out.split('\n')[0]).toContain('ДЕМО');
    for (const word of ['+ Пройдено', '! Внимание', 'x Не пройдено']) expect(out).toContain(word);
  });
});
