/** Which devices the editor's table shows, and changes of the list that keep the other devices as they are. */
import type { Device } from '../../../src/contract/site.ts';
import { freeId } from './draft.ts';

/** A device with its place in the whole list, by which its problems are found. */
export interface ShownDevice {
  readonly device: Device;
  readonly index: number;
}

/** Every word of the query must be in one of the fields; case and «ё» do not matter. */
export function shownDevices(devices: readonly Device[], query: string): readonly ShownDevice[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  return devices
    .map((device, index) => ({ device, index }))
    .filter(({ device }) => {
      const text = words.length === 0 ? '' : textOf(device);
      return words.every((word) => text.includes(word));
    });
}

const texts = new WeakMap<Device, string>();

function textOf(device: Device): string {
  const known = texts.get(device);
  if (known !== undefined) return known;
  const { name, host, model, location } = device;
  const text = fold([name, host, model, location].join('\n'));
  texts.set(device, text);
  return text;
}

function fold(text: string): string {
  return text.toLowerCase().replaceAll('ё', 'е');
}

export function changeDevice(
  devices: readonly Device[],
  id: string,
  change: Partial<Device>,
): readonly Device[] {
  return devices.map((device) => (device.id === id ? { ...device, ...change } : device));
}

export function addDevice(devices: readonly Device[]): readonly Device[] {
  return [...devices, { id: freeId('device', devices), name: '', host: '', model: '', location: '' }];
}

/** `chosen` after a press on the mark of `id`; with `from`, everything between the two is chosen as well. */
export function pressMark(
  chosen: ReadonlySet<string>,
  shown: readonly ShownDevice[],
  id: string,
  from: string | null,
): ReadonlySet<string> {
  const next = new Set(chosen);
  const place = (wanted: string) => shown.findIndex(({ device }) => device.id === wanted);
  const start = from === null ? -1 : place(from);
  if (start === -1) {
    if (!next.delete(id)) next.add(id);
    return next;
  }
  const [low, high] = [start, place(id)].sort((one, other) => one - other);
  for (const { device } of shown.slice(low, (high ?? 0) + 1)) next.add(device.id);
  return next;
}
