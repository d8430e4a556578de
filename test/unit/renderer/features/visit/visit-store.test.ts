import { describe, expect, it } from 'vitest';
import { provesOf } from '../../../../../renderer/features/visit/proves.ts';
import { createVisitStore } from '../../../../../renderer/features/visit/visit-store.ts';
import type { Bridge } from '../../../../../src/contract/bridge.ts';
import { planOf } from '../../../../support/make-run.ts';
import { fakeBridge, makeRunSummary, makeSite, ok, refuse, SITE_ID } from '../../fake-bridge.ts';

const site = makeSite();
const card = {
  name: 'Ethernet',
  address: '10.77.20.143',
  prefixLength: 24,
  family: 'IPv4',
  mac: '',
  internal: false,
} as const;

function bridgeWith(answers: Partial<Bridge> = {}) {
  return fakeBridge({
    getSite: () => ok(site),
    listRuns: () => ok({ runs: [makeRunSummary('workstation', { pass: 1 })], unreadable: [] }),
    listInterfaces: () => ok({ hostname: 'laptop', gateway: null, interfaces: [card] }),
    planRun: ({ viewpoint, stage, indirect }) => ok({ checks: planOf({ site, viewpoint, stage, indirect }) }),
    ...answers,
  });
}

describe('createVisitStore', () => {
  it('offers the first place where nobody has been, with an address that fits it', async () => {
    const store = createVisitStore(bridgeWith());
    await store.getState().open(SITE_ID);
    expect(store.getState()).toMatchObject({ viewpoint: 'device', localAddress: '10.77.20.143' });
    expect(Object.keys(store.getState().plans)).toEqual(['workstation', 'device', 'server']);
  });

  it('drops a plan that answers an earlier choice', async () => {
    const waiting: (() => void)[] = [];
    const slow = bridgeWith({
      planRun: ({ viewpoint, stage, indirect }) => {
        const reply = ok({ checks: planOf({ site, viewpoint, stage, indirect }) });
        if (indirect) return reply;
        return new Promise((resolve) => waiting.push(() => resolve(reply)));
      },
    });
    const store = createVisitStore(slow);
    const opening = store.getState().open(SITE_ID);
    while (waiting.length < 3) await Promise.resolve();
    await store.getState().chooseIndirect(true);
    const current = store.getState().plans;
    for (const answer of waiting) answer();
    await opening;
    expect(store.getState().plans).toBe(current);
  });

  it('asks for a new confirmation when place or address change', async () => {
    const store = createVisitStore(bridgeWith());
    await store.getState().open(SITE_ID);
    store.getState().confirm();
    store.getState().chooseViewpoint('server');
    expect(store.getState().confirmed).toBe(false);
    store.getState().confirm();
    await store.getState().chooseAddress(null);
    expect(store.getState().confirmed).toBe(false);
  });

  it('keeps what the person chose when the same site is opened again', async () => {
    const store = createVisitStore(bridgeWith());
    await store.getState().open(SITE_ID);
    store.getState().chooseViewpoint('server');
    await store.getState().chooseAddress(null);
    await store.getState().open(SITE_ID);
    expect(store.getState()).toMatchObject({ viewpoint: 'server', localAddress: null });
  });

  it('says what could not be loaded', async () => {
    const store = createVisitStore(bridgeWith({ getSite: () => refuse('нет такой площадки') }));
    await store.getState().open(SITE_ID);
    expect(store.getState()).toMatchObject({ site: null, failure: { action: 'load' } });
  });
});

describe('provesOf', () => {
  it('counts direct, indirect and other flows apart, and names the ports of each line once', () => {
    const checks = planOf({ site, viewpoint: 'device', indirect: true });
    const proves = provesOf(checks, 'device', ({ requirement }) => requirement);
    expect(proves.direct).toBe(5);
    expect(proves.direct + proves.indirect + proves.elsewhere).toBe(checks.length);
    expect(proves.groups).toContainEqual({ name: 'scan-ftp-passive', ports: ['21', '30000–30199'] });
    expect(proves.groups).toContainEqual({ name: 'snmp-trap', ports: ['162/udp'] });
    expect(proves.otherPlaces).toEqual(['workstation', 'server']);
  });
});
