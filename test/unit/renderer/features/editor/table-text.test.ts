import { describe, expect, it } from 'vitest';
import {
  isTable,
  readCsvTable,
  readPastedTable,
} from '../../../../../renderer/features/editor/table-text.ts';

const cells = (text: string) => readPastedTable(text).rows.map((row) => row.cells);
const csv = (text: string) => readCsvTable(text).rows.map((row) => row.cells);

describe('isTable', () => {
  it.each([
    ['10.77.20.21', false],
    ['10.77.20.21\r\n', false],
    ['МФУ\t10.77.20.21', true],
    ['10.77.20.21\n10.77.20.22', true],
  ])('takes %j for a table: %s', (text, expected) => {
    expect(isTable(text)).toBe(expected);
  });
});

describe('readPastedTable', () => {
  it.each([
    [
      'Windows line ends',
      'a\t1\r\nb\t2\r\n',
      [
        ['a', '1'],
        ['b', '2'],
      ],
    ],
    [
      'Unix and old Mac line ends',
      'a\t1\nb\t2\rc\t3',
      [
        ['a', '1'],
        ['b', '2'],
        ['c', '3'],
      ],
    ],
    ['a byte order mark', '\uFEFFa\t1', [['a', '1']]],
    [
      'a quoted cell with a line break',
      '"МФУ\r\n2 этаж"\t1\r\nb\t2',
      [
        ['МФУ\r\n2 этаж', '1'],
        ['b', '2'],
      ],
    ],
    ['doubled quotes in a quoted cell', '"МФУ ""у окна""\n2"\t1', [['МФУ "у окна"\n2', '1']]],
    [
      'quotes that Excel left in a plain cell',
      '"Ромашка" офис\t1\n"склад\t2',
      [
        ['"Ромашка" офис', '1'],
        ['"склад', '2'],
      ],
    ],
    ['a tab in a quoted cell', '"a\tb"\t1', [['a\tb', '1']]],
    [
      'empty cells and empty rows',
      'a\t\t1\n\t\t\n\nb\t\t2',
      [
        ['a', '', '1'],
        ['b', '', '2'],
      ],
    ],
  ])('reads %s', (_what, text, expected) => {
    expect(cells(text)).toEqual(expected);
  });

  it('names the line a row begins on when cells before it had line breaks', () => {
    const { rows } = readPastedTable('"a\nb"\t1\n\nc\t2');
    expect(rows.map(({ line }) => line)).toEqual([1, 4]);
  });

  it('reads a list of addresses, and CSV text, when there is no tab', () => {
    expect(cells('10.0.0.1\n10.0.0.2\n')).toEqual([['10.0.0.1'], ['10.0.0.2']]);
    expect(cells('МФУ, 2 этаж;10.0.0.1\nМФУ, 3 этаж;10.0.0.2')).toEqual([
      ['МФУ, 2 этаж', '10.0.0.1'],
      ['МФУ, 3 этаж', '10.0.0.2'],
    ]);
  });

  it('takes time in proportion to the text when a quote never closes', () => {
    const rows = Array.from({ length: 5000 }, (_, index) => `"МФУ ${index}\t10.0.0.1`).join('\n');
    expect(cells(rows)).toHaveLength(5000);
  });
});

describe('readCsvTable', () => {
  it.each([
    ['commas', 'a,1\nb,2'],
    ['semicolons', 'a;1\nb;2'],
    ['tabs', 'a\t1\nb\t2'],
    ['bars', 'a|1\nb|2'],
    ['a byte order mark and Windows line ends', '\uFEFFa;1\r\nb;2\r\n'],
    ['the line sep= of Excel', 'sep=;\r\na;1\r\nb;2'],
    ['quotes', '"a";"1"\n"b";"2"'],
  ])('finds the columns of %s', (_what, text) => {
    expect(csv(text)).toEqual([
      ['a', '1'],
      ['b', '2'],
    ]);
  });

  it('keeps delimiters, quotes and breaks inside quotes', () => {
    expect(csv('"МФУ; ""у окна""\r\n2 этаж";10.0.0.1\nb;2')).toEqual([
      ['МФУ; "у окна"\r\n2 этаж', '10.0.0.1'],
      ['b', '2'],
    ]);
  });

  it('names the line of a row after quoted breaks, and after sep=', () => {
    const lines = readCsvTable('sep=;\n"a\nb";1\n;\nc;2').rows.map(({ line }) => line);
    expect(lines).toEqual([2, 5]);
  });

  it('names the lines whose quotes do not close', () => {
    expect(readCsvTable('a;1\n"b;2\nc;3').brokenLines).toEqual([2]);
    expect(readCsvTable('a;1\nb;2').brokenLines).toEqual([]);
  });

  it('reads an empty text as no rows', () => {
    expect(readCsvTable('')).toEqual({ rows: [], brokenLines: [] });
  });
});
