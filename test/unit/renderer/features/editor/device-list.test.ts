import { describe, expect, it } from 'vitest';
import {
  addDevice,
  changeDevice,
  pressMark,
  shownDevices,
} from '../../../../../renderer/features/editor/device-list.ts';
import { makeSite } from '../../fake-bridge.ts';

const { devices } = makeSite();

describe('shownDevices', () => {
  it('finds by any field, every word of the query, with the place in the whole list', () => {
    expect(shownDevices(devices, '20.22').map(({ index }) => index)).toEqual([1]);
    expect(shownDevices(devices, 'КАБ 201').map(({ index }) => index)).toEqual([0]);
    expect(shownDevices(devices, ' ')).toHaveLength(2);
    expect(shownDevices(devices, 'мфу 99')).toEqual([]);
  });
});

describe('changeDevice and addDevice', () => {
  it('leave the other devices the same objects, so that they are not judged or drawn again', () => {
    const changed = changeDevice(devices, 'mfu-2', { model: 'M404' });
    expect(changed[0]).toBe(devices[0]);
    expect(changed[1]).toMatchObject({ id: 'mfu-2', model: 'M404' });
    expect(addDevice(changed).slice(0, 2)).toEqual(changed);
    expect(addDevice(devices).at(-1)).toMatchObject({ id: 'device-3', host: '' });
  });
});

describe('pressMark', () => {
  const shown = shownDevices([...devices, ...addDevice([]), ...addDevice(devices).slice(-1)], '');
  const ids = shown.map(({ device }) => device.id);
  const [first = '', second = '', third = '', fourth = ''] = ids;

  it('chooses one device and lets it go again', () => {
    const one = pressMark(new Set(), shown, second, null);
    expect([...one]).toEqual([second]);
    expect(pressMark(one, shown, second, null).size).toBe(0);
  });

  it('chooses everything between two marks, in either direction', () => {
    expect([...pressMark(new Set([first]), shown, third, first)]).toEqual([first, second, third]);
    expect([...pressMark(new Set([fourth]), shown, second, fourth)].sort()).toEqual(
      [second, third, fourth].sort(),
    );
  });

  it('chooses only the pressed one when the other end is not shown any more', () => {
    expect([...pressMark(new Set(), shown, third, 'gone')]).toEqual([third]);
  });
});
