/** The inside of the program with its real engine: demo site, run, repeat, paper, all through the handlers. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { createProgram, type Program, type ProgramOptions } from '../../electron/program.ts';
import type { KeyStore } from '../../electron/store/secrets.ts';
import { createSetAside } from '../../electron/store/set-aside.ts';
import { openSettingsStore } from '../../electron/store/settings-store.ts';
import type { RunProgress } from '../../src/contract/bridge.ts';
import { DEMO_SITE_ID, type Site } from '../../src/contract/site.ts';
import { startFtpServer } from '../servers/ftp-server.ts';
import { programPorts } from '../support/program-ports.ts';
import { makeSite } from '../unit/electron/documents.ts';

const cleanups: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const clean of cleanups.splice(0).reverse()) await clean();
});

async function open(ports: Partial<ProgramOptions> = {}) {
  const userData = mkdtempSync(join(tmpdir(), 'sitecheck-program-'));
  cleanups.push(() => rmSync(userData, { recursive: true, force: true }));
  const setAside = createSetAside(join(userData, 'set-aside'), () => new Date());
  const waiting: ((progress: RunProgress) => void)[] = [];
  const told: RunProgress[] = [];
  const program: Program = createProgram({
    ...programPorts(userData),
    ...ports,
    setAside,
    settings: await openSettingsStore(userData, setAside),
    tell: (progress) => {
      told.push(progress);
      if (progress.finished !== null || progress.error !== null) waiting.shift()?.(progress);
    },
  });
  cleanups.push(async () => {
    await program.desk.close();
    await program.demo.close();
  });
  const end = () => new Promise<RunProgress>((resolve) => waiting.push(resolve));
  return { userData, told, end, ...program };
}

function fromWorkstation(site: Site) {
  return {
    siteId: site.id,
    viewpoint: 'workstation',
    stage: 'after-install',
    indirect: false,
    localAddress: null,
    placeReason: null,
    only: null,
    again: null,
  } as const;
}

describe('program', () => {
  it('runs the demo, tells every result and keeps the demo out of userData', async () => {
    const { handlers, told, end, userData } = await open();
    const site = await handlers['sites:open-demo']({});
    const ended = end();
    const { runId, checks } = await handlers['runs:start'](fromWorkstation(site));
    const { finished, error } = await ended;
    expect(error).toBeNull();
    expect(finished?.checks.map(({ id }) => id)).toEqual(checks.map(({ id }) => id));
    expect(finished?.summary).toMatchObject({ pass: expect.any(Number), fail: 1, warn: 1 });
    const results = told.flatMap(({ events }) => events.filter(({ kind }) => kind === 'result'));
    expect(results).toHaveLength(checks.filter(({ action }) => action.kind === 'probe').length);
    expect((await handlers['runs:list']({ siteId: DEMO_SITE_ID })).runs.map(({ id }) => id)).toEqual([runId]);
    expect(existsSync(join(userData, 'sites'))).toBe(false);
    expect(existsSync(join(userData, 'runs'))).toBe(false);
  });

  it('runs one check again and carries the others over', async () => {
    const { handlers, end } = await open();
    const site = await handlers['sites:open-demo']({});
    const firstEnd = end();
    const { runId, checks } = await handlers['runs:start'](fromWorkstation(site));
    const first = (await firstEnd).finished;
    const probed = checks.find(({ action }) => action.kind === 'probe');
    const secondEnd = end();
    await handlers['runs:start']({
      ...fromWorkstation(site),
      again: { runId, checkIds: [probed?.id ?? ''] },
    });
    const second = (await secondEnd).finished;
    expect(second?.continues).toBe(runId);
    const changed = second?.checks.filter(
      (result) => first?.checks.find(({ id }) => id === result.id)?.startedAt !== result.startedAt,
    );
    expect(changed?.map(({ id }) => id)).toEqual([probed?.id]);
  });

  it('probes only the checks that are asked for, and keeps why the place was taken', async () => {
    const { handlers, end } = await open();
    const site = await handlers['sites:open-demo']({});
    const { checks } = await handlers['runs:plan']({ ...fromWorkstation(site) });
    const wanted = checks
      .filter(({ action }) => action.kind === 'probe')
      .slice(0, 2)
      .map(({ id }) => id);
    const ended = end();
    await handlers['runs:start']({
      ...fromWorkstation(site),
      only: wanted,
      placeReason: 'Другой розетки нет',
    });
    const { finished } = await ended;
    expect(finished?.checks.filter(({ attempts }) => attempts > 0).map(({ id }) => id)).toEqual(wanted);
    expect(finished?.checks.find(({ id }) => !wanted.includes(id))?.reason.code).toBe('not-selected');
    expect(finished?.checks).toHaveLength(checks.length);
    expect(finished?.place).toMatchObject({ reason: 'Другой розетки нет', networks: expect.any(Array) });
  });

  it('refuses to carry results over from another viewpoint', async () => {
    const { handlers, end } = await open();
    const site = await handlers['sites:open-demo']({});
    const ended = end();
    const { runId } = await handlers['runs:start'](fromWorkstation(site));
    await ended;
    await expect(
      handlers['runs:start']({
        ...fromWorkstation(site),
        viewpoint: 'device',
        again: { runId, checkIds: ['x'] },
      }),
    ).rejects.toMatchObject({ code: 'invalid-argument' });
  });

  it('saves the run of a saved site and prints it after a new start', async () => {
    const { handlers, end, userData } = await open();
    const demo = await handlers['sites:open-demo']({});
    const site = await handlers['sites:save']({
      site: { ...demo, id: '0b7c1f7e-6f7e-4a3c-9a53-0f3f0f3f0f3f', name: 'Настоящая' },
    });
    const ended = end();
    const { runId } = await handlers['runs:start'](fromWorkstation(site));
    await ended;
    expect(existsSync(join(userData, 'runs', site.id, `${runId}.run.json`))).toBe(true);
    const { html } = await handlers['report:preview']({
      paper: { kind: 'runs', siteId: site.id, runIds: [runId], visitId: null },
      language: 'ru',
    });
    expect(html).toContain('Настоящая');
    expect((await handlers['sites:list']({})).sites.map((entry) => [entry.demo, entry.runs.length])).toEqual([
      [true, 0],
      [false, 1],
    ]);
  });

  it('tells the first question of the window everything it needs to begin', async () => {
    const { handlers } = await open();
    const bootstrap = await handlers['app:bootstrap']({});
    expect(bootstrap).toMatchObject({ version: '0.1.0', openSiteId: null, openProblems: [] });
    expect(bootstrap.catalogues.map(({ id }) => id)).toContain('printum-r12');
    const { interfaces } = await handlers['place:interfaces']({});
    expect(interfaces.some(({ internal }) => internal)).toBe(true);
  });

  it('logs in with the password of the site and writes it nowhere', async () => {
    let folder = '';
    const journals: string[] = [];
    const server = await startFtpServer({
      password: 'Пароль-скана-7',
      on: () => {
        journals.push(...journalsIn(folder));
        return undefined;
      },
    });
    cleanups.push(server.close);
    const logged: string[] = [];
    const { handlers, end, told, userData } = await open({
      keyStore: BIT_FLIPPER,
      log: (message, error) => logged.push(`${message} ${inspect(error)}`),
    });
    folder = userData;
    const site = await handlers['sites:save']({
      site: makeSite({
        servers: [{ id: 'app1', name: '', host: '127.0.0.1', roles: ['scanFtp'] }],
        devices: [],
        ftp: { user: 'scan', directory: '/' },
        portOverrides: { 'scan-ftp-passive': server.port, 'scan-ftp-active': server.port },
        probe: { timeoutMs: 2000, attempts: 1, concurrency: 8 },
      }),
    });
    const password = 'Пароль-скана-7';
    expect(await handlers['secrets:set']({ siteId: site.id, kind: 'ftp', password })).toMatchObject({
      place: 'kept',
    });
    const ended = end();
    await handlers['runs:start']({ ...fromWorkstation(site), viewpoint: 'device' });
    const { finished } = await ended;
    expect(server.commands).toContain(`PASS ${password}`);
    expect(finished?.checks.find(({ requirement }) => requirement === 'scan-ftp-passive')?.verdict).not.toBe(
      'skip',
    );
    const files = readdirSync(userData, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    expect(files.map(({ name }) => name)).toContain('secrets.json');
    for (const { parentPath, name } of files) {
      expect(readFileSync(join(parentPath, name), 'utf8'), name).not.toContain(password);
    }
    expect(journals.length).toBeGreaterThan(0);
    expect(
      JSON.stringify([told, logged, journals, await handlers['secrets:status']({ siteId: site.id })]),
    ).not.toContain(password);
  });
});

/** The text of every journal of a run that goes on. */
function journalsIn(userData: string): string[] {
  return readdirSync(userData, { recursive: true, withFileTypes: true })
    .filter(({ name }) => name.endsWith('.partial.jsonl'))
    .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8'));
}

/** Stands in the place of the system's key store: what it gives back is no plain text. */
const BIT_FLIPPER: KeyStore = {
  isAvailable: async () => true,
  encrypt: async (text) => Buffer.from(text).map((byte) => byte ^ 0xff),
  decrypt: async (bytes) => Buffer.from(bytes.map((byte) => byte ^ 0xff)).toString(),
};
