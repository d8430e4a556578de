import { describe, expect, it } from 'vitest';
import { createRequestsStore } from '../../../../../renderer/features/requests/requests-store.ts';
import type { FirewallRequest } from '../../../../../src/contract/firewall-request.ts';
import { romashka } from '../../../../fixtures/romashka.ts';
import { requestFor, runFailing } from '../../../report/request/requests.ts';
import { fakeBridge, ok, refuse } from '../../fake-bridge.ts';

const SITE_ID = romashka(0).id;
const OLD = requestFor({
  runs: [runFailing(['printmanager-https:device>app1:8080/tcp'], { viewpoint: 'device' })],
});
const NEW: FirewallRequest = {
  ...OLD,
  id: 'aaaaaaaa-0000-4000-8000-000000000002',
  number: 'ЗП-2026-11-22-02',
  createdAt: '2026-11-22T10:00:00.000Z',
};
const CREATION = {
  basis: 'failures',
  stage: 'after-install',
  runIds: [],
  networks: { workstation: [], device: [] },
} as const;
const creation = () => ({ ...CREATION, runIds: [], networks: { workstation: [], device: [] } });

async function loaded(answers: Parameters<typeof fakeBridge>[0]) {
  const listRequests = () => ok({ requests: [OLD, NEW], unreadable: [] });
  const store = createRequestsStore(fakeBridge({ listRequests, ...answers }));
  await store.getState().load(SITE_ID);
  return store;
}

describe('createRequestsStore', () => {
  it('lists the newest first and opens it', async () => {
    const { requests, openId, status } = (await loaded({})).getState();
    expect([status, requests.map(({ number }) => number), openId]).toEqual([
      'ready',
      ['ЗП-2026-11-22-02', 'ЗП-2026-11-22-01'],
      NEW.id,
    ]);
  });

  it('says so when the list cannot be read', async () => {
    const store = await loaded({ listRequests: () => refuse('the disk') });
    expect(store.getState().failure).toMatchObject({ action: 'list', error: { message: 'the disk' } });
  });

  it('keeps the open request over a reload, and drops an answer for another site', async () => {
    const store = await loaded({});
    store.getState().choose(OLD.id);
    await store.getState().refresh(SITE_ID);
    expect(store.getState().openId).toBe(OLD.id);
    await store.getState().refresh('another');
    expect(store.getState().siteId).toBe(SITE_ID);
  });

  it('opens what it has made, and stays with a failure', async () => {
    const made = {
      ...OLD,
      id: 'aaaaaaaa-0000-4000-8000-000000000003',
      createdAt: '2026-11-22T11:00:00.000Z',
    };
    const asked: unknown[] = [];
    const store = await loaded({
      createRequest: (argument) => {
        asked.push(argument);
        return ok(made);
      },
    });
    expect(await store.getState().create(creation())).toBe(true);
    expect(asked).toEqual([{ siteId: SITE_ID, ...CREATION }]);
    expect([store.getState().openId, store.getState().requests.length]).toEqual([made.id, 3]);
    const broken = await loaded({ createRequest: () => refuse('no runs') });
    expect(await broken.getState().create(creation())).toBe(false);
    expect(broken.getState()).toMatchObject({ working: null, failure: { action: 'create' }, openId: NEW.id });
  });

  it('writes a refusal with its reason, takes it back, and shows what was written', async () => {
    const written: FirewallRequest[] = [];
    const store = await loaded({
      saveRequest: ({ request }) => {
        written.push(request);
        return ok(request);
      },
    });
    await store.getState().refuse(OLD.id, 1, ' против правил ');
    const row = () => store.getState().requests.find(({ id }) => id === OLD.id)?.rows[0];
    expect(row()).toMatchObject({ state: 'refused', refusal: 'против правил' });
    await store.getState().refuse(OLD.id, 1, '');
    expect(row()).toMatchObject({ state: 'open', refusal: '' });
    expect(written.map(({ id }) => id)).toEqual([OLD.id, OLD.id]);
  });

  it('keeps what stands on disk where a refusal cannot be written', async () => {
    const store = await loaded({ saveRequest: () => refuse('the disk') });
    await store.getState().refuse(OLD.id, 1, 'нет');
    expect(store.getState().requests.find(({ id }) => id === OLD.id)).toEqual(OLD);
    expect(store.getState().failure?.action).toBe('change');
  });

  it('removes a request and opens the next', async () => {
    const store = await loaded({ deleteRequest: ({ requestId }) => ok({ id: requestId }) });
    await store.getState().remove(NEW.id);
    expect([store.getState().requests, store.getState().openId]).toEqual([[OLD], OLD.id]);
  });

  it('shows the page of the last request asked for', async () => {
    const late: (() => void)[] = [];
    const store = await loaded({
      previewReport: ({ language }) =>
        new Promise((resolve) => {
          late.push(() => resolve({ ok: true, value: { html: language } }));
        }),
    });
    const first = store.getState().preview(OLD.id, 'ru');
    const second = store.getState().preview(OLD.id, 'en');
    late[1]?.();
    late[0]?.();
    await Promise.all([first, second]);
    expect(store.getState().html).toBe('en');
  });

  it('saves in each format as the paper of the request, and says where', async () => {
    const asked: unknown[] = [];
    const store = await loaded({
      saveReport: (argument) => {
        asked.push(argument);
        return ok({ path: '/tmp/x.nft' });
      },
    });
    await store.getState().save(OLD.id, 'ru', 'nftables');
    const paper = { kind: 'request', siteId: SITE_ID, requestId: OLD.id };
    expect(asked).toEqual([{ paper, language: 'ru', format: 'nftables' }]);
    expect(store.getState().saved).toBe('/tmp/x.nft');
  });
});
