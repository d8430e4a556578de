/** Coverage as a matrix: requirements grouped by the place that proves them, against what they lead to. */
import { COVERAGE_STATES, type CoverageCell, type CoverageState } from '../../../src/contract/coverage.ts';
import { portText } from '../../../src/contract/port-text.ts';
import type { Site } from '../../../src/contract/site.ts';
import type { Party, Viewpoint } from '../../../src/contract/words.ts';
import { SECTION_IDS, SECTION_PLACES, type SectionId, sectionOf } from '../../../src/report/sections.ts';
import { isLeft } from '../../coverage-signs.ts';
import { type Column, type ColumnBand, columnBands } from './columns.ts';

/** What one square shows: one cell, or those of a folded group with the worst of their states. */
export interface Square {
  readonly state: CoverageState;
  /** How many of the cells are in that state. */
  readonly count: number;
  readonly cells: readonly CoverageCell[];
}

export interface MatrixRow {
  readonly key: string;
  readonly requirement: string;
  readonly title: string;
  readonly ports: string;
  /** Squares by column key; what is absent does not apply. */
  readonly squares: ReadonlyMap<string, Square>;
}

export interface MatrixSection {
  readonly id: SectionId;
  readonly place: Viewpoint;
  readonly rows: readonly MatrixRow[];
  /** Rows of which nothing is left: they hide while the section is folded. */
  readonly finished: number;
  readonly folded: boolean;
  readonly done: number;
  readonly total: number;
  /** Every cell is known only from elsewhere or not at all. */
  readonly untouched: boolean;
  /** When its newest direct answer was seen; null before the first. */
  readonly seenAt: string | null;
}

export interface Matrix {
  readonly bands: readonly ColumnBand[];
  readonly columns: readonly Column[];
  readonly sections: readonly MatrixSection[];
}

export interface MatrixRequest {
  readonly cells: readonly CoverageCell[];
  readonly site: Site;
  readonly titleOf: (requirement: string) => string;
  readonly partyName: (party: Party) => string;
  readonly openedGroup: string | null;
  readonly onlyLeft: boolean;
  readonly query: string;
  /** Sections whose folding the person has changed. */
  readonly turned: ReadonlySet<SectionId>;
}

interface Entry {
  readonly cell: CoverageCell;
  readonly section: SectionId;
  readonly rowKey: string;
}

/** Everything that the screen draws, from the state of every flow; pure, and quick for 2,000 devices. */
export function buildMatrix(request: MatrixRequest): Matrix {
  const entries = entriesOf(request.cells);
  const found = search(entries, request);
  const { bands, columnOf } = columnBands({
    site: request.site,
    partyName: request.partyName,
    cells: found.map(({ cell }) => cell),
    openedGroup: request.openedGroup,
  });
  const sections = SECTION_IDS.flatMap((id) => {
    const ofSection = entries.filter(({ section }) => section === id);
    const shown = found.filter(({ section }) => section === id);
    if (ofSection.length === 0 || (shown.length === 0 && found.length < entries.length)) return [];
    return [sectionFrom(id, ofSection, shown, columnOf, request)];
  });
  return { bands, columns: bands.flatMap((band) => band.columns), sections };
}

/** Each search and each opened group draws the same thousands of cells anew. */
const knownEntries = new WeakMap<readonly CoverageCell[], readonly Entry[]>();

function entriesOf(cells: readonly CoverageCell[]): readonly Entry[] {
  const known = knownEntries.get(cells);
  if (known !== undefined) return known;
  const entries = cells.map((cell) => {
    const section = sectionOf(cell.check);
    return { cell, section, rowKey: `${section}|${cell.check.requirement}|${cell.check.from}` };
  });
  knownEntries.set(cells, entries);
  return entries;
}

/** Rows whose title or port, or targets whose name or address, hold the words asked for. */
function search(entries: readonly Entry[], request: MatrixRequest): readonly Entry[] {
  const { query, onlyLeft, titleOf, site } = request;
  const words = query.trim().toLowerCase();
  const left = onlyLeft ? entries.filter(({ cell }) => isLeft(cell.state)) : entries;
  if (words === '') return left;
  const names = new Map(
    [...site.servers, ...site.external, ...site.devices].map(({ id, name }) => [id, name]),
  );
  return left.filter(({ cell: { check } }) =>
    [titleOf(check.requirement), portText(check), names.get(check.to.id) ?? '', check.to.host].some((text) =>
      text.toLowerCase().includes(words),
    ),
  );
}

function sectionFrom(
  id: SectionId,
  all: readonly Entry[],
  shown: readonly Entry[],
  columnOf: (cell: CoverageCell) => string,
  request: MatrixRequest,
): MatrixSection {
  const done = all.filter(({ cell }) => !isLeft(cell.state)).length;
  const mostlyDone = done * 2 > all.length;
  const rows = rowsFrom(shown, columnOf, request);
  const open = rows.filter(({ squares }) => [...squares.values()].some(hasLeft));
  const mayFold = !request.onlyLeft && request.query.trim() === '' && open.length < rows.length;
  const folded = mayFold && mostlyDone !== request.turned.has(id);
  const seenAt = newestDirect(all);
  return {
    id,
    place: SECTION_PLACES[id],
    rows: folded ? open : rows,
    finished: rows.length - open.length,
    folded,
    done,
    total: all.length,
    untouched: seenAt === null,
    seenAt,
  };
}

function newestDirect(entries: readonly Entry[]): string | null {
  let newest: string | null = null;
  for (const { cell } of entries) {
    if (cell.seen === null || cell.result?.proof !== 'direct') continue;
    if (newest === null || cell.seen.at > newest) newest = cell.seen.at;
  }
  return newest;
}

function rowsFrom(
  entries: readonly Entry[],
  columnOf: (cell: CoverageCell) => string,
  { titleOf }: MatrixRequest,
): readonly MatrixRow[] {
  const rows = new Map<
    string,
    { readonly first: CoverageCell; readonly byColumn: Map<string, CoverageCell[]> }
  >();
  for (const { cell, rowKey } of entries) {
    const row = rows.get(rowKey) ?? { first: cell, byColumn: new Map<string, CoverageCell[]>() };
    rows.set(rowKey, row);
    const column = columnOf(cell);
    const held = row.byColumn.get(column);
    if (held === undefined) row.byColumn.set(column, [cell]);
    else held.push(cell);
  }
  return [...rows].map(([key, { first, byColumn }]) => ({
    key,
    requirement: first.check.requirement,
    title: titleOf(first.check.requirement),
    ports: portText(first.check).replace(/\/tcp$/, ''),
    squares: new Map([...byColumn].map(([column, cells]) => [column, squareOf(cells)])),
  }));
}

/** The worst state stands for all, and the count says how many are in it. */
export function squareOf(cells: readonly CoverageCell[]): Square {
  const state = COVERAGE_STATES.find((each) => cells.some((cell) => cell.state === each)) ?? 'not-seen';
  return { state, count: cells.filter((cell) => cell.state === state).length, cells };
}

function hasLeft({ cells }: Square): boolean {
  return cells.some(({ state }) => isLeft(state));
}
