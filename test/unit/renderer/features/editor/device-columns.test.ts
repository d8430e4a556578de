import { describe, expect, it } from 'vitest';
import { guessColumns } from '../../../../../renderer/features/editor/device-columns.ts';

const guess = (...rows: readonly (readonly string[])[]) =>
  guessColumns(rows.map((cells, index) => ({ line: index + 1, cells })));

describe('guessColumns', () => {
  it.each([
    [
      ['Имя', 'IP', 'Модель', 'Кабинет', 'id'],
      ['name', 'host', 'model', 'location', 'id'],
    ],
    [
      ['Название', 'Адрес', 'Модель', 'Расположение'],
      ['name', 'host', 'model', 'location'],
    ],
    [
      ['Name', 'Host', 'Model', 'Location', 'ID'],
      ['name', 'host', 'model', 'location', 'id'],
    ],
    [
      ['Название', 'Имя или IP-адрес', 'Модель', 'Место'],
      ['name', 'host', 'model', 'location'],
    ],
    [
      ['№', 'IP-адрес', 'MAC-адрес', 'Серийный номер', 'Устройство'],
      [null, 'host', null, null, 'name'],
    ],
    [
      ['Device name', 'IP Address', 'Room'],
      ['name', 'host', 'location'],
    ],
  ])('knows the headings %j', (heading, columns) => {
    const values = heading.map((_, index) => (columns[index] === 'host' ? '10.0.0.1' : 'x'));
    expect(guess(heading, values)).toEqual({ columns, hasHeading: true });
  });

  it('takes the column that holds addresses when two headings could mean a host', () => {
    const rows = [
      ['Адрес', 'IP', 'Имя'],
      ['Москва, ул. Складочная, 1', '10.0.0.1', 'МФУ'],
    ];
    expect(guess(...rows).columns).toEqual([null, 'host', 'name']);
  });

  it('gives a field to one column only', () => {
    const rows = [
      ['Этаж', 'Кабинет', 'IP'],
      ['2', '201', '10.0.0.1'],
    ];
    expect(guess(...rows).columns).toEqual(['location', null, 'host']);
  });

  it('finds the addresses by what stands in the cells when there is no heading', () => {
    const rows = [
      ['10.0.0.1', 'МФУ, 2 этаж', 'M404'],
      ['10.0.0.2', 'МФУ, 3 этаж', 'M404'],
    ];
    expect(guess(...rows)).toEqual({ columns: ['host', 'name', 'model'], hasHeading: false });
  });

  it('takes the order of its own table when nothing tells', () => {
    expect(guess(['Printer one', 'prn-1', 'M404', 'x']).columns).toEqual([
      'name',
      'host',
      'model',
      'location',
    ]);
  });

  it('takes one column for hosts, names of hosts too', () => {
    expect(guess(['prn-1'], ['prn-2'])).toEqual({ columns: ['host'], hasHeading: false });
    expect(guess(['IP'], ['10.0.0.1'])).toEqual({ columns: ['host'], hasHeading: true });
  });

  it('does not take a first row with an address for a heading', () => {
    expect(guess(['МФУ', '10.0.0.1']).hasHeading).toBe(false);
  });

  it('guesses nothing of nothing', () => {
    expect(guess()).toEqual({ columns: [], hasHeading: false });
  });
});
