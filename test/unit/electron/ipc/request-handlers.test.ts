import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createReportHandlers } from '../../../../electron/ipc/report-handlers.ts';
import { createRequestHandlers } from '../../../../electron/ipc/request-handlers.ts';
import { createSiteHandlers } from '../../../../electron/ipc/site-handlers.ts';
import { settingsSchema } from '../../../../src/contract/settings.ts';
import { DEMO_SITE_ID } from '../../../../src/contract/site.ts';
import { BUILT_IN_CATALOGUES } from '../../../../src/requirements/load.ts';
import { romashka } from '../../../fixtures/romashka.ts';
import { LATER, runFailing } from '../../report/request/requests.ts';
import { makeArchive } from '../stand-ins.ts';
import { temporaryFolders } from '../temporary-folder.ts';

const folder = temporaryFolders();
const NO_NETWORKS = { workstation: [], device: [] };
const DEVICE = { viewpoint: 'device', address: '10.77.20.143' } as const;
const BLOCKED = 'printmanager-https:device>app1:8080/tcp';

async function open() {
  const userData = folder();
  const archive = makeArchive(userData);
  const site = await archive.sites.save(romashka(2));
  const run = runFailing([BLOCKED], DEVICE);
  await archive.runs.save(run);
  const options = {
    ...archive,
    catalogues: () => BUILT_IN_CATALOGUES,
    settings: () =>
      settingsSchema.parse({
        format: 'printum-sitecheck/settings',
        version: 1,
        engineer: 'Орлов П. А.',
        company: 'ООО «Сети»',
      }),
    now: () => new Date('2026-11-22T09:04:00.000Z'),
    toolVersion: '0.1.0',
    printer: { renderPdf: async () => new TextEncoder().encode('%PDF-'), printPage: async () => true },
  };
  const handlers = {
    ...createSiteHandlers(archive),
    ...createRequestHandlers(options),
    ...createReportHandlers(options),
  };
  const create = (changes: object = {}) =>
    handlers['requests:create']({
      siteId: site.id,
      basis: 'failures',
      stage: 'after-install',
      runIds: [run.id],
      networks: NO_NETWORKS,
      ...changes,
    });
  return { ...archive, userData, site, run, handlers, create };
}

describe('requests:create', () => {
  it('asks for what a run has seen blocked, in the name of the settings', async () => {
    const { create, handlers, site, run } = await open();
    const request = await create();
    expect(request).toMatchObject({
      number: expect.stringMatching(/^ЗП-2026-11-22-01$/),
      requester: 'Орлов П. А.',
      company: 'ООО «Сети»',
      runIds: [run.id],
    });
    expect(request.rows.map(({ checks }) => checks)).toEqual([[BLOCKED]]);
    expect((await handlers['requests:list']({ siteId: site.id })).requests).toEqual([request]);
  });

  it('asks for the whole table before any run, from the networks that the person gave', async () => {
    const { create } = await open();
    const networks = { workstation: ['10.77.10.0/24'], device: [' 10.77.20.0/24 '] };
    const request = await create({ basis: 'table', runIds: [], stage: 'before-install', networks });
    expect(request.rows.length).toBeGreaterThan(5);
    expect(request.rows.flatMap(({ from }) => from.ends.map(({ address }) => address))).toContain(
      '10.77.20.0/24',
    );
  });

  it('never gives a number twice, also to another site, at once, or after a removal', async () => {
    const { create, handlers, sites, site } = await open();
    const other = await sites.save({ ...romashka(2), id: '1f0e4b0a-5a3f-4f0e-9c59-0a1b2c3d4e01' });
    const [first, second] = await Promise.all([
      create(),
      create({ siteId: other.id, basis: 'table', runIds: [] }),
    ]);
    await handlers['requests:delete']({ siteId: site.id, requestId: first.id });
    const third = await create();
    expect(new Set([first, second, third].map(({ number }) => number)).size).toBe(3);
    expect((await handlers['requests:list']({ siteId: site.id })).requests).toEqual([third]);
  });

  it('names a network that is none, and wants runs where it is about failures', async () => {
    const { create } = await open();
    const networks = { ...NO_NETWORKS, device: ['10.77.20.0/99'] };
    await expect(create({ networks })).rejects.toMatchObject({
      code: 'invalid-argument',
      text: { ru: expect.stringContaining('10.77.20.0/99') },
    });
    await expect(create({ runIds: [] })).rejects.toMatchObject({ code: 'invalid-argument' });
  });

  it('keeps a request of the demo in memory', async () => {
    const { create, handlers, userData } = await open();
    await handlers['sites:open-demo']({});
    await create({ siteId: DEMO_SITE_ID, basis: 'table', runIds: [] });
    expect((await handlers['requests:list']({ siteId: DEMO_SITE_ID })).requests).toHaveLength(1);
    expect(existsSync(join(userData, 'requests'))).toBe(false);
  });
});

describe('the rows of a request', () => {
  it('close by a later run that sees the way free', async () => {
    const { create, requests, handlers, site } = await open();
    await create();
    await requests.closeBy(runFailing([], { ...DEVICE, startedAt: LATER }));
    const [request] = (await handlers['requests:list']({ siteId: site.id })).requests;
    expect(request?.rows.map(({ state }) => state)).toEqual(['confirmed']);
  });

  it('stay confirmed when the window saves what it had read before the run', async () => {
    const { create, requests, handlers } = await open();
    const request = await create();
    await requests.closeBy(runFailing([], { ...DEVICE, startedAt: LATER }));
    const saved = await handlers['requests:save']({ request: { ...request, number: 'ЗП-1' } });
    expect(saved.number).toBe(request.number);
    expect(saved.rows.map(({ state }) => state)).toEqual(['confirmed']);
  });

  it('stay open anew when the window saves what it had read while they were confirmed', async () => {
    const { create, requests, handlers, site } = await open();
    await create();
    await requests.closeBy(runFailing([], { ...DEVICE, startedAt: LATER }));
    const [confirmed] = (await handlers['requests:list']({ siteId: site.id })).requests;
    await requests.closeBy(runFailing([BLOCKED], { ...DEVICE, startedAt: '2026-11-22T11:00:00.000Z' }));
    if (confirmed === undefined) throw new Error('The request is gone');
    const saved = await handlers['requests:save']({ request: confirmed });
    expect(saved.rows.map(({ state, confirmedBy }) => [state, confirmedBy])).toEqual([['open', null]]);
  });

  it('are open when the window takes a refusal back', async () => {
    const { create, handlers } = await open();
    const request = await create();
    const refused = request.rows.map((row) => ({ ...row, state: 'refused' as const, refusal: 'Нельзя' }));
    await handlers['requests:save']({ request: { ...request, rows: refused } });
    const saved = await handlers['requests:save']({ request });
    expect(saved.rows).toEqual(request.rows);
  });

  it('keep their addresses and ports whatever the window sends', async () => {
    const { create, handlers } = await open();
    const request = await create();
    const rows = request.rows.map((row) => ({ ...row, to: [{ address: '0.0.0.0/0', name: 'any' }] }));
    expect(await handlers['requests:save']({ request: { ...request, rows } })).toEqual(request);
  });

  it('take a refusal with its words', async () => {
    const { create, handlers, site } = await open();
    const request = await create();
    const rows = request.rows.map((row) => ({
      ...row,
      state: 'refused' as const,
      refusal: 'Запрещено политикой',
    }));
    await handlers['requests:save']({ request: { ...request, rows } });
    const [kept] = (await handlers['requests:list']({ siteId: site.id })).requests;
    expect(kept?.rows).toEqual(rows);
  });

  it('cannot be saved for a request that is not there', async () => {
    const { create, handlers, site } = await open();
    const request = await create();
    await handlers['requests:delete']({ siteId: site.id, requestId: request.id });
    await expect(handlers['requests:save']({ request })).rejects.toMatchObject({ code: 'not-found' });
    await expect(
      handlers['requests:delete']({ siteId: site.id, requestId: request.id }),
    ).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('a request on paper', () => {
  it('is a page with its number', async () => {
    const { create, handlers, site } = await open();
    const { id, number } = await create();
    const paper = { kind: 'request', siteId: site.id, requestId: id } as const;
    expect((await handlers['report:preview']({ paper, language: 'ru' })).html).toContain(number);
  });

  it.each([
    ['nftables', 'nft', 'dport'],
    ['windows', 'ps1', 'New-NetFirewallRule'],
    ['cisco', 'txt', 'permit'],
    ['csv', 'csv', '8080'],
    ['json', 'json', 'printum-sitecheck/firewall-request'],
  ] as const)('is saved as %s in a .%s file', async (format, extension, content) => {
    const { create, handlers, site, person, userData } = await open();
    const request = await create({ networks: { ...NO_NETWORKS, device: ['10.77.20.0/24'] } });
    person.savesTo = join(userData, 'saved');
    const paper = { kind: 'request', siteId: site.id, requestId: request.id } as const;
    await handlers['report:save']({ paper, language: 'ru', format });
    expect(readFileSync(person.savesTo, 'utf8')).toContain(content);
    expect(person.suggestedNames).toEqual([`Заявка ${request.number} Головной офис.${extension}`]);
  });
});
