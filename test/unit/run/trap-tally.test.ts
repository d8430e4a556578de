import { describe, expect, it } from 'vitest';
import { hearingOf, KEPT_TRAPS } from '../../../src/contract/traps.ts';
import { createTallyKeeper } from '../../../src/run/trap-tally.ts';
import type { HeardTrap } from '../../../src/standin/trap-listener.ts';

const DEVICES = [
  { id: 'mfu-201', name: 'МФУ, 2 этаж', host: '10.77.20.21', model: '', location: '' },
  { id: 'mfu-202', name: '', host: 'mfu-202.corp.example', model: '', location: '' },
];
const ADDRESSES = new Map([
  ['mfu-201', ['10.77.20.21']],
  ['mfu-202', ['2001:DB8:0:0::22']],
]);
const AT = new Date('2026-11-22T08:00:00.000Z');

function heard(changes: Partial<HeardTrap>): HeardTrap {
  return {
    address: '10.77.20.21',
    port: 49_152,
    version: 'v2c',
    kind: 'trap',
    communityAccepted: true,
    trapId: '1.3.6.1.6.3.1.1.5.4',
    ...changes,
  };
}

describe('createTallyKeeper', () => {
  it('knows a device by its address, however it is spelt, and everybody else as a stranger', () => {
    const keeper = createTallyKeeper(DEVICES, ADDRESSES);
    expect(keeper.add(heard({}), AT)).toMatchObject({ device: 'mfu-201', receivedAt: AT.toISOString() });
    expect(keeper.add(heard({ address: '2001:db8::22' }), AT)?.device).toBe('mfu-202');
    expect(keeper.add(heard({ address: 'fe80::1%eth0' }), AT)?.device).toBeNull();
    expect(keeper.tally()).toMatchObject({ received: 3, strangers: 1, unreadable: 0 });
    expect(keeper.tally().devices.map(({ name }) => name)).toEqual(['МФУ, 2 этаж', 'mfu-202']);
  });

  it('counts a device as heard only when the community is accepted', () => {
    const keeper = createTallyKeeper(DEVICES, ADDRESSES);
    keeper.add(heard({ communityAccepted: false }), AT);
    keeper.add(heard({ version: 'v3', communityAccepted: null, kind: null, trapId: null }), AT);
    expect(keeper.tally().devices.map(hearingOf)).toEqual(['refused', 'silent']);
    keeper.add(heard({}), AT);
    expect(keeper.tally().devices.map(hearingOf)).toEqual(['heard', 'silent']);
    expect(keeper.tally().devices[0]).toMatchObject({ accepted: 1, refused: 2 });
  });

  it('keeps the first traps and counts the rest', () => {
    const keeper = createTallyKeeper(DEVICES, ADDRESSES);
    const records = Array.from({ length: KEPT_TRAPS + 5 }, () => keeper.add(heard({}), AT));
    expect(records.filter((record) => record === null)).toHaveLength(5);
    expect(keeper.traps()).toHaveLength(KEPT_TRAPS);
    expect(keeper.tally().received).toBe(KEPT_TRAPS + 5);
  });
});
