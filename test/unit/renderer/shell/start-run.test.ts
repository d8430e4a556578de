import { describe, expect, it } from 'vitest';
import { startRun } from '../../../../renderer/shell/start-run.ts';
import { createStores } from '../../../../renderer/stores.ts';
import type { Bridge, NetworkInterface } from '../../../../src/contract/bridge.ts';
import type { Argument } from '../../../../src/contract/channels.ts';
import type { Visit } from '../../../../src/contract/visit.ts';
import { CATALOGUE, planOf } from '../../../support/make-run.ts';
import { makeVisit } from '../../../support/make-visit.ts';
import { fakeBridge, makeSite, ok, SETTINGS, SITE_ID } from '../fake-bridge.ts';

const site = makeSite();
const RUN_ID = '0b7c2f4e-1d2a-4c3b-8e9f-0000000000a1';
const ADDRESS = '10.77.10.57';
const card: NetworkInterface = {
  name: 'Ethernet',
  address: ADDRESS,
  prefixLength: 24,
  family: 'IPv4',
  mac: '',
  internal: false,
  link: 'wired',
  vlan: null,
};

async function setUp(visit: Partial<Visit>, answers: Partial<Bridge> = {}) {
  const started: Argument<'runs:start'>[] = [];
  const bridge = fakeBridge({
    getSite: () => ok(site),
    listRuns: () => ok({ runs: [], unreadable: [] }),
    listVisits: () => ok({ visits: [makeVisit({ siteId: SITE_ID, ...visit })], unreadable: [] }),
    saveVisit: ({ visit: changed }) => ok(changed),
    listInterfaces: () => ok({ hostname: 'laptop', gateway: null, dns: [], proxy: null, interfaces: [card] }),
    planRun: ({ viewpoint, stage, indirect }) => ok({ checks: planOf({ site, viewpoint, stage, indirect }) }),
    startRun: (argument) => {
      started.push(argument);
      return ok({ runId: RUN_ID, checks: planOf({ site, viewpoint: argument.viewpoint }) });
    },
    ...answers,
  });
  const stores = createStores(bridge, {
    version: '0.1.0',
    platform: 'linux',
    settings: SETTINGS,
    catalogues: [CATALOGUE],
    addedCatalogues: [],
    logFile: '',
    openSiteId: SITE_ID,
    openProblems: [],
  });
  await stores.visit.getState().open(SITE_ID);
  return { stores, started };
}

describe('startRun', () => {
  it('reads the place first, starts from the address of the visit, and keeps the run with it', async () => {
    const { stores, started } = await setUp({ viewpoint: 'workstation' });
    await startRun(stores, ['one']);
    expect(started).toMatchObject([
      { viewpoint: 'workstation', localAddress: ADDRESS, placeReason: null, only: ['one'], again: null },
    ]);
    expect(stores.navigation.getState().screen).toMatchObject({ name: 'visit', step: 'checks' });
    await expect.poll(() => stores.visit.getState().visit?.runIds).toEqual([RUN_ID]);
  });

  it('leads to the place instead while its address contradicts and nobody has said why', async () => {
    const { stores, started } = await setUp({ viewpoint: 'device', localAddress: ADDRESS });
    await startRun(stores, null);
    expect(started).toEqual([]);
    expect(stores.navigation.getState().screen).toMatchObject({ step: 'where' });

    stores.visit.getState().addPlaceReason({ viewpoint: 'device', address: ADDRESS, reason: 'Плоская сеть' });
    await startRun(stores, null);
    expect(started).toMatchObject([{ viewpoint: 'device', placeReason: 'Плоская сеть' }]);
  });

  it('starts nothing in a visit that is closed', async () => {
    const { stores, started } = await setUp({ closedAt: '2026-11-22T09:00:00.000Z' });
    await startRun(stores, null);
    expect(started).toEqual([]);
  });
});
