import { describe, expect, it } from 'vitest';
import { placeAnswer } from '../../../../../renderer/features/visit/place-answer.ts';
import { createPlaceStore } from '../../../../../renderer/features/visit/place-store.ts';
import { createVisitStore } from '../../../../../renderer/features/visit/visit-store.ts';
import type { Bridge, NetworkInterface } from '../../../../../src/contract/bridge.ts';
import type { Visit } from '../../../../../src/contract/visit.ts';
import { planOf } from '../../../../support/make-run.ts';
import { makeVisit } from '../../../../support/make-visit.ts';
import { fakeBridge, makeSite, ok, SITE_ID } from '../../fake-bridge.ts';

const site = makeSite();
const card: NetworkInterface = {
  name: 'Ethernet',
  address: '10.77.20.143',
  prefixLength: 24,
  family: 'IPv4',
  mac: '',
  internal: false,
  link: 'wired',
  vlan: null,
};
const placeWith = (interfaces: readonly NetworkInterface[]) => ({
  hostname: 'laptop',
  gateway: null,
  dns: [],
  proxy: null,
  interfaces,
});

async function setUp(visit: Partial<Visit>, answers: Partial<Bridge> = {}) {
  const bridge = fakeBridge({
    getSite: () => ok(site),
    listRuns: () => ok({ runs: [], unreadable: [] }),
    listVisits: () => ok({ visits: [makeVisit({ siteId: SITE_ID, ...visit })], unreadable: [] }),
    saveVisit: ({ visit: changed }) => ok(changed),
    listInterfaces: () => ok(placeWith([card])),
    planRun: ({ viewpoint, stage, indirect }) => ok({ checks: planOf({ site, viewpoint, stage, indirect }) }),
    ...answers,
  });
  const visits = createVisitStore(bridge, () => '2026-11-22T09:00:00.000Z');
  await visits.getState().open(SITE_ID);
  return { visits, places: createPlaceStore(bridge, visits) };
}

describe('createPlaceStore', () => {
  it('offers an address that fits the place of a new visit, and plans every place', async () => {
    const { visits, places } = await setUp({ viewpoint: 'device' });
    await places.getState().open();
    expect(visits.getState().visit?.localAddress).toBe('10.77.20.143');
    expect(Object.keys(places.getState().plans)).toEqual(['workstation', 'device', 'server']);
  });

  it('keeps the choice of the system when the step is opened again', async () => {
    const { visits, places } = await setUp({ viewpoint: 'device' });
    await places.getState().open();
    await places.getState().chooseAddress(null);
    await places.getState().open();
    expect(visits.getState().visit?.localAddress).toBeNull();
  });

  it('chooses anew when the address is gone', async () => {
    const { visits, places } = await setUp({ viewpoint: 'device', localAddress: '10.77.10.57' });
    await places.getState().refresh();
    expect(visits.getState().visit?.localAddress).toBe('10.77.20.143');
  });

  it('drops a plan that answers an earlier choice', async () => {
    const waiting: (() => void)[] = [];
    const { places } = await setUp(
      {},
      {
        planRun: ({ viewpoint, stage, indirect }) => {
          const reply = ok({ checks: planOf({ site, viewpoint, stage, indirect }) });
          if (indirect) return reply;
          return new Promise((resolve) => waiting.push(() => resolve(reply)));
        },
      },
    );
    const opening = places.getState().open();
    while (waiting.length < 3) await Promise.resolve();
    await places.getState().chooseIndirect(true);
    const current = places.getState().plans;
    for (const answer of waiting) answer();
    await opening;
    expect(places.getState().plans).toBe(current);
  });
});

describe('placeAnswer', () => {
  const place = placeWith([card]);
  const visit = makeVisit({ siteId: SITE_ID, viewpoint: 'server', localAddress: card.address });

  it('asks until a reason is given for this address at this place', () => {
    expect(placeAnswer(visit, site, place, false)).toMatchObject({ reason: null });
    const reason = {
      viewpoint: 'server',
      address: card.address,
      reason: 'NAT',
      at: visit.startedAt,
    } as const;
    const given = { ...visit, placeReasons: [reason] };
    expect(placeAnswer(given, site, place, false)).toMatchObject({ reason: 'NAT' });
    const elsewhere = { ...given, viewpoint: 'workstation' } as const;
    expect(placeAnswer(elsewhere, site, place, false)).toMatchObject({ reason: null });
  });

  it('asks nothing where the address fits, or on the demo', () => {
    expect(placeAnswer({ ...visit, viewpoint: 'device' }, site, place, false)).toBeNull();
    expect(placeAnswer(visit, site, place, true)).toBeNull();
  });
});
