/** Tables as text: cells copied from a spreadsheet, and CSV files, each row with the line it begins on. */
import Papa from 'papaparse';

export interface TableRow {
  /** The first row is on line 1; a quoted cell may go over several lines. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface TextTable {
  readonly rows: readonly TableRow[];
  /** Lines whose quotes do not close: their cells may be joined wrongly. */
  readonly brokenLines: readonly number[];
}

const BYTE_ORDER_MARK = /^\uFEFF/;
/** A quoted cell ends where the cell does: Excel quotes only cells with a line break, and leaves other quotes as they are. */
const QUOTED_CELL = /"([^"]*(?:""[^"]*)*)"(?=\t|\r|\n|$)/y;
const PLAIN_CELL = /[^\t\r\n]*/y;
const LINE_END = /\r\n|\r|\n/y;
/** Excel's own first line of a CSV file: `sep=;`. */
const SEPARATOR_LINE = /^sep=(.)(?:\r\n|\r|\n)/i;
const CSV_DELIMITERS = [';', ',', '\t', '|'];
const GUESS_ROWS = 20;

/** True where a paste is more than the text of one cell. */
export function isTable(text: string): boolean {
  return /[\t\r\n]/.test(text.replace(/[\r\n]+$/, ''));
}

/** Cells copied from a spreadsheet; text without tabs is read as CSV, so that a list of addresses works as well. */
export function readPastedTable(text: string): TextTable {
  if (!text.includes('\t')) return readCsvTable(text);
  const body = text.replace(BYTE_ORDER_MARK, '');
  const rows: TableRow[] = [];
  let [position, line] = [0, 1];

  function take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = position;
    const match = pattern.exec(body);
    if (match !== null) position = pattern.lastIndex;
    return match;
  }

  while (position < body.length) {
    const cells: string[] = [];
    for (;;) {
      const quoted = take(QUOTED_CELL)?.[1];
      cells.push(quoted === undefined ? (take(PLAIN_CELL)?.[0] ?? '') : quoted.replaceAll('""', '"'));
      if (body[position] !== '\t') break;
      position += 1;
    }
    rows.push({ line, cells });
    line += heightOf(cells);
    take(LINE_END);
  }
  return { rows: rows.filter(hasText), brokenLines: [] };
}

/** CSV (RFC 4180) with the delimiter found out; a byte order mark, `sep=` and empty lines are passed over. */
export function readCsvTable(text: string): TextTable {
  const body = text.replace(BYTE_ORDER_MARK, '');
  const separator = SEPARATOR_LINE.exec(body);
  const content = body.slice(separator?.[0].length ?? 0);
  const { data, errors } = Papa.parse<string[]>(content, {
    delimiter: separator?.[1] ?? guessDelimiter(content),
    skipEmptyLines: false,
  });
  let line = separator === null ? 1 : 2;
  const rows = data.map((cells) => {
    const row = { line, cells };
    line += heightOf(cells);
    return row;
  });
  const broken = errors.flatMap(({ type, row }) => (type === 'Quotes' ? (rows[row ?? 0]?.line ?? []) : []));
  return { rows: rows.filter(hasText), brokenLines: [...new Set(broken)] };
}

/** Empty lines have one column and would spoil the guess; they stay in the table, whose lines are counted. */
function guessDelimiter(text: string): string {
  return Papa.parse(text, {
    preview: GUESS_ROWS,
    delimitersToGuess: CSV_DELIMITERS,
    skipEmptyLines: 'greedy',
  }).meta.delimiter;
}

/** Lines that a row takes, the breaks inside its cells counted. */
function heightOf(cells: readonly string[]): number {
  return cells.reduce((lines, cell) => lines + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 1);
}

function hasText({ cells }: TableRow): boolean {
  return cells.some((cell) => cell.trim() !== '');
}
