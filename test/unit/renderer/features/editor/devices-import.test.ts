import { describe, expect, it } from 'vitest';
import type { ColumnChoice } from '../../../../../renderer/features/editor/device-columns.ts';
import { applyImport, planImport } from '../../../../../renderer/features/editor/devices-import.ts';
import { type Device, siteSchema } from '../../../../../src/contract/site.ts';
import { makeSite } from '../../fake-bridge.ts';

const COLUMNS: ColumnChoice = ['name', 'host', 'model', 'location', 'id'];
const known: Device = {
  id: 'mfu-1',
  name: 'МФУ',
  host: '10.0.0.1',
  model: '',
  location: '201',
  askModel: true,
};

function plan(rows: readonly (readonly string[])[], devices: readonly Device[] = [], columns = COLUMNS) {
  const table = rows.map((cells, index) => ({ line: index + 1, cells }));
  return planImport(table, columns, devices, []);
}

describe('planImport', () => {
  it('adds what is new under an id that nobody has', () => {
    const { rows, counts } = plan(
      [
        ['Первое', '10.0.0.2', 'M404', '202'],
        ['', '10.0.0.3'],
      ],
      [{ ...known, id: 'device-2' }],
    );
    expect(counts).toEqual({ added: 2, updated: 0, same: 0, refused: 0 });
    expect(rows.map(({ device }) => device)).toEqual([
      { id: 'device-3', name: 'Первое', host: '10.0.0.2', model: 'M404', location: '202' },
      { id: 'device-4', name: '', host: '10.0.0.3', model: '', location: '' },
    ]);
  });

  it('never gives away an id that the table itself brings later', () => {
    const { rows } = plan([
      ['', '10.0.0.2', '', '', 'device-1'],
      ['', '10.0.0.3'],
    ]);
    expect(rows.map(({ device }) => device.id)).toEqual(['device-1', 'device-2']);
    const reversed = plan([
      ['', '10.0.0.3'],
      ['', '10.0.0.2', '', '', 'device-1'],
    ]);
    expect(reversed.counts).toMatchObject({ added: 2, refused: 0 });
    expect(reversed.rows.map(({ device }) => device.id)).toEqual(['device-2', 'device-1']);
  });

  it('updates the device of the same address by the cells that are not empty, and keeps its id', () => {
    const { rows } = plan([['', '10.0.0.1', 'M404', '', 'other']], [known]);
    expect(rows).toEqual([{ line: 1, kind: 'updated', device: { ...known, model: 'M404' }, refusal: null }]);
  });

  it('knows a host name in any case and with the dot of the root', () => {
    const { rows } = plan([['Новое', 'PRN-1.corp.example.']], [{ ...known, host: 'prn-1.corp.example' }]);
    expect(rows[0]).toMatchObject({ kind: 'updated', device: { host: 'prn-1.corp.example' } });
  });

  it('leaves alone what says nothing new', () => {
    expect(plan([['МФУ', ' 10.0.0.1 ', '', '201']], [known]).counts).toMatchObject({ same: 1, updated: 0 });
  });

  it.each([
    ['no address', ['МФУ', ''], { code: 'no-host' }],
    ['an address with a space', ['', '10.0. 0.1'], { code: 'bad-host', value: '10.0. 0.1' }],
    ['an address that is none', ['', '10.0.0.256'], { code: 'bad-host', value: '10.0.0.256' }],
    ['a port behind the address', ['', '10.0.0.2:9100'], { code: 'bad-host', value: '10.0.0.2:9100' }],
    ['an id that is none', ['', '10.0.0.2', '', '', 'мфу 2'], { code: 'bad-id', value: 'мфу 2' }],
    ['an id of another device', ['', '10.0.0.2', '', '', 'mfu-1'], { code: 'id-taken', value: 'mfu-1' }],
    [
      'a text that is too long',
      ['x'.repeat(501), '10.0.0.2'],
      { code: 'too-long', value: `${'x'.repeat(40)}…` },
    ],
  ])('refuses %s', (_what, cells, refusal) => {
    const { rows, counts } = plan([cells], [known]);
    expect(rows[0]).toMatchObject({ kind: 'refused', refusal });
    expect(counts.refused).toBe(1);
  });

  it('refuses an address that stood in an earlier line, and says in which', () => {
    const { rows } = plan([
      ['', 'prn-1'],
      ['', 'x y'],
      ['', 'PRN-1'],
    ]);
    expect(rows[2]).toMatchObject({ line: 3, kind: 'refused', refusal: { code: 'repeated', otherLine: 1 } });
  });

  it('refuses the lines whose quotes do not close', () => {
    const table = [{ line: 7, cells: ['МФУ', '10.0.0.2'] }];
    expect(planImport(table, COLUMNS, [], [7]).rows[0]?.refusal).toEqual({ code: 'broken-quotes' });
  });

  it('adds up to 10,000 devices and refuses the rest, while it still updates', () => {
    const devices = Array.from({ length: 9999 }, (_, index) => ({
      ...known,
      id: `d${index}`,
      host: `10.1.${index >> 8}.${index & 255}`,
    }));
    const { rows } = plan(
      [
        ['', 'a'],
        ['', 'b'],
        ['Новое', '10.1.0.0'],
      ],
      devices,
    );
    expect(rows.map(({ kind }) => kind)).toEqual(['added', 'refused', 'updated']);
    expect(rows[1]?.refusal).toEqual({ code: 'too-many' });
  });

  it('makes one line of a cell with breaks, and leaves out columns nobody chose', () => {
    const { rows } = plan([['МФУ\r\n2 этаж', '10.0.0.2', 'нет']], [], ['name', 'host', null]);
    expect(rows[0]?.device).toMatchObject({ name: 'МФУ 2 этаж', model: '' });
  });
});

describe('applyImport', () => {
  it('changes devices in their places and adds the others at the end, as the schema wants them', () => {
    const site = makeSite();
    const table = [
      ['Другое', '10.77.20.22'],
      ['Новое', '10.77.20.30'],
      ['', 'нельзя здесь'],
    ];
    const devices = applyImport(site.devices, plan(table, site.devices));
    expect(devices.map(({ name }) => name)).toEqual(['МФУ, 2 этаж', 'Другое', 'Новое']);
    expect(siteSchema.safeParse({ ...site, devices }).success).toBe(true);
  });

  it('takes thousands of rows', () => {
    const table = Array.from({ length: 10_000 }, (_, index) => [`МФУ ${index}`, `prn-${index}`]);
    const devices = applyImport([], plan(table));
    expect(new Set(devices.map(({ id }) => id)).size).toBe(10_000);
  });
});
