import { describe, expect, it } from 'vitest';
import { groupDevices } from '../../../../../renderer/features/coverage/device-groups.ts';
import type { Device } from '../../../../../src/contract/site.ts';

function devices(count: number, of: (index: number) => Partial<Device>): readonly Device[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `d${index}`,
    name: '',
    host: `10.0.0.${index % 250}`,
    model: '',
    location: '',
    ...of(index),
  }));
}

const labels = (list: readonly Device[]) =>
  groupDevices(list).map(({ label, devices: { length } }) => [label, length]);

describe('devices in groups', () => {
  it('fold by location where few locations hold them', () => {
    expect(labels(devices(30, (index) => ({ location: index < 12 ? '1 этаж' : 'Склад' })))).toEqual([
      ['1 этаж', 12],
      ['Склад', 18],
    ]);
  });

  it('fold by the first part of a location where every room is its own', () => {
    expect(
      labels(
        devices(30, (index) => ({ location: `${index < 10 ? 'Корпус А' : 'Корпус Б'}, каб. ${index}` })),
      ),
    ).toEqual([
      ['Корпус А', 10],
      ['Корпус Б', 20],
    ]);
  });

  it('fold by /24 where locations do not fold them', () => {
    const list = devices(40, (index) => ({
      location: `каб. ${index}`,
      host: `10.77.${20 + (index % 2)}.${index}`,
    }));
    expect(labels(list)).toEqual([
      ['10.77.20.0/24', 20],
      ['10.77.21.0/24', 20],
    ]);
  });

  it('fold by /16 where there are too many networks', () => {
    const list = devices(300, (index) => ({ host: `10.${index % 3}.${index % 100}.7` }));
    expect(labels(list).map(([label]) => label)).toEqual(['10.0.0.0/16', '10.1.0.0/16', '10.2.0.0/16']);
  });

  it('become the fullest groups and one of the rest where nothing folds them', () => {
    const list = devices(2000, (index) => ({ host: `${10 + (index % 40)}.${index % 250}.1.${index % 200}` }));
    const groups = groupDevices(list);
    expect(groups.length).toBeLessThanOrEqual(10);
    expect(groups.at(-1)?.label).toBeNull();
    expect(groups.reduce((sum, group) => sum + group.devices.length, 0)).toBe(2000);
  });

  it('known by name alone have a group without a label', () => {
    expect(labels(devices(20, (index) => ({ host: `mfu-${index}.corp.example` })))).toEqual([[null, 20]]);
  });

  it('are no group at all on a site without devices', () => {
    expect(groupDevices([])).toEqual([]);
  });
});
