/** Which column of a foreign table is which field of a device: by its heading, else by what stands in it. */
import { hostSchema } from '../../../src/contract/site.ts';
import type { TableRow } from './table-text.ts';

export const DEVICE_COLUMNS = ['name', 'host', 'model', 'location', 'id'] as const;
export type DeviceColumn = (typeof DEVICE_COLUMNS)[number];
/** For each column of the table: the field, or null where it is left out. */
export type ColumnChoice = readonly (DeviceColumn | null)[];

export interface ColumnGuess {
  readonly columns: ColumnChoice;
  /** The first row names the columns and is no device. */
  readonly hasHeading: boolean;
}

/** Words of headings, the first list that knows one decides: «Имя или IP-адрес» is a host, «MAC-адрес» is nothing. */
const HEADING_WORDS: readonly (readonly [DeviceColumn | null, string])[] = [
  [null, 'mac мак серийный serial инвентарный маска mask шлюз gateway порт port'],
  ['host', 'ip ipv4 ipv6 адрес address host hostname хост узел dns fqdn сетевое'],
  ['model', 'модель марка model make'],
  [
    'location',
    'расположение местоположение место кабинет каб помещение комната этаж location room place floor office',
  ],
  ['id', 'id ид идентификатор identifier'],
  ['name', 'имя название наименование устройство принтер мфу name device printer mfp'],
];
const ADDRESS = /^(\d{1,3}\.){3}\d{1,3}$|^[0-9a-f]*:[0-9a-f:]+$/i;
const SAMPLE_ROWS = 200;
/** The order of the editor's own table, for a table that says nothing of its columns. */
const OWN_ORDER: readonly DeviceColumn[] = ['name', 'host', 'model', 'location'];

/** The best guess for `rows`; the person may correct it. Every field is given to one column at most. */
export function guessColumns(rows: readonly TableRow[]): ColumnGuess {
  const width = rows.reduce((widest, { cells }) => Math.max(widest, cells.length), 0);
  const first = rows[0]?.cells ?? [];
  const named = first.map(fieldOfHeading);
  const fields = new Set(named.filter((field) => field !== null));
  // One word may as well stand in a device's name; «IP» may not.
  const hasHeading = (fields.size > 1 || fields.has('host')) && !first.some(isAddress);
  const sample = rows.slice(hasHeading ? 1 : 0, SAMPLE_ROWS);
  const columns: (DeviceColumn | null)[] = Array.from({ length: width }, () => null);

  function give(field: DeviceColumn, index: number): void {
    if (index >= 0 && !columns.includes(field) && columns[index] === null) columns[index] = field;
  }

  if (hasHeading) {
    // Of «Адрес» and «IP» the one that holds addresses is the host.
    const hosts = named.flatMap((field, index) => (field === 'host' ? [index] : []));
    give(
      'host',
      best(hosts, (index) => shareOf(sample, index, isHost)),
    );
    for (const [index, field] of named.entries()) if (field !== null) give(field, index);
  }
  const all = columns.map((_, index) => index);
  if (!columns.includes('host')) {
    const likely = best(all, (index) => (columns[index] === null ? shareOf(sample, index, isAddress) : 0));
    if (shareOf(sample, likely, isAddress) > 0.5) give('host', likely);
    else if (width === 1) give('host', 0);
  }
  if (!hasHeading) {
    const order = columns.includes('host') ? OWN_ORDER.filter((field) => field !== 'host') : OWN_ORDER;
    const free = all.filter((index) => columns[index] === null);
    for (const [place, field] of order.entries()) give(field, free[place] ?? -1);
  }
  return { columns, hasHeading };
}

function fieldOfHeading(heading: string): DeviceColumn | null {
  const words = heading
    .toLowerCase()
    .replaceAll('ё', 'е')
    .split(/[^\p{L}\p{N}]+/u);
  // A heading is short; a long text is a device's name that happens to hold such a word.
  if (words.length > 6) return null;
  for (const [field, known] of HEADING_WORDS) {
    if (known.split(' ').some((word) => words.includes(word))) return field;
  }
  return null;
}

/** The index with the highest score, the first of equals; -1 of none. */
function best(indexes: readonly number[], score: (index: number) => number): number {
  let winner = -1;
  let highest = -1;
  for (const index of indexes) {
    const points = score(index);
    if (points > highest) [winner, highest] = [index, points];
  }
  return winner;
}

function shareOf(rows: readonly TableRow[], index: number, test: (cell: string) => boolean): number {
  const cells = rows.map(({ cells }) => cells[index]?.trim() ?? '').filter((cell) => cell !== '');
  return cells.length === 0 ? 0 : cells.filter(test).length / cells.length;
}

function isAddress(cell: string): boolean {
  return ADDRESS.test(cell.trim());
}

function isHost(cell: string): boolean {
  return hostSchema.safeParse(cell.trim()).success;
}
