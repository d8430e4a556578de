/** The list as it is drawn: heads, section lines, rows and opened details, one after another. */
import type { PlannedCheck } from '../../../src/contract/check.ts';
import { type Chip, chipOf, type RowSources, rowSign } from './row-sign.ts';
import { type Group, SECTIONS, type Section } from './rows.ts';

export type Item =
  | { readonly kind: 'group'; readonly key: string; readonly group: Group; readonly folded: boolean }
  | { readonly kind: 'section'; readonly key: string; readonly section: Exclude<Section, 'direct'> }
  | {
      readonly kind: 'row';
      readonly key: string;
      readonly check: PlannedCheck;
      readonly section: Section;
      readonly opened: boolean;
    }
  | { readonly kind: 'detail'; readonly key: string; readonly check: PlannedCheck };

export interface Narrowing {
  readonly chip: Chip | 'all';
  /** Only these checks, where a cause was chosen. */
  readonly only: ReadonlySet<string> | null;
  readonly query: string;
}

interface ListState {
  readonly groups: readonly Group[];
  readonly folded: ReadonlySet<string>;
  readonly opened: ReadonlySet<string>;
  readonly narrowing: Narrowing;
  readonly sources: Omit<RowSources, 'checks'>;
  readonly titleOf: (check: PlannedCheck) => string;
}

export function buildItems(state: ListState): readonly Item[] {
  const narrowed = isNarrowed(state.narrowing);
  return state.groups.flatMap((group): readonly Item[] => {
    const shown = SECTIONS.map((section) => ({
      section,
      checks: group.sections[section].filter((check) => isShown(check, group, state)),
    })).filter(({ checks }) => checks.length > 0);
    if (shown.length === 0) return [];
    // What a person searched for must be seen, also in a group they had folded.
    const folded = !narrowed && state.folded.has(group.id);
    const head: Item = { kind: 'group', key: `group ${group.id}`, group, folded };
    if (folded) return [head];
    return [
      head,
      ...shown.flatMap(({ section, checks }): readonly Item[] => [
        ...(section === 'direct'
          ? []
          : [{ kind: 'section', key: `${section} ${group.id}`, section } as const]),
        ...checks.flatMap((check) => rowItems(check, section, state.opened.has(check.id))),
      ]),
    ];
  });
}

function rowItems(check: PlannedCheck, section: Section, opened: boolean): readonly Item[] {
  const row: Item = { kind: 'row', key: check.id, check, section, opened };
  return opened ? [row, { kind: 'detail', key: `detail ${check.id}`, check }] : [row];
}

/** A chip counts every row of its verdict, so choosing one lets go of a chosen cause. A second press lets go of it. */
export function chooseChip({ chip }: Narrowing, chosen: Chip | 'all'): Partial<Narrowing> {
  return { chip: chosen === chip ? 'all' : chosen, only: null };
}

/** The chip that says what is shown; none of them does while a cause is chosen. */
export function pressedChip({ chip, only }: Narrowing): Chip | 'all' | null {
  return only !== null && chip === 'all' ? null : chip;
}

export function isNarrowed({ chip, only, query }: Narrowing): boolean {
  return chip !== 'all' || only !== null || query.trim() !== '';
}

function isShown(check: PlannedCheck, group: Group, state: ListState): boolean {
  const { chip, only, query } = state.narrowing;
  if (only !== null && !only.has(check.id)) return false;
  if (chip !== 'all' && chipOf(rowSign(check, state.sources)) !== chip) return false;
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const text = [
    check.to.host,
    group.name,
    group.location,
    `${check.port}/${check.transport}`,
    check.dataPorts === undefined ? '' : `${check.dataPorts.from}-${check.dataPorts.to}`,
    state.titleOf(check),
  ]
    .join('\n')
    .toLowerCase();
  return words.every((word) => text.includes(word));
}
