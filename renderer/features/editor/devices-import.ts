/** What becomes of a foreign table in the list of devices: added, updated, left as it is, or refused and why. */
import {
  DEVICES_MAX,
  type Device,
  hostSchema,
  idSchema,
  TEXT_MAX_CHARACTERS,
} from '../../../src/contract/site.ts';
import type { ColumnChoice, DeviceColumn } from './device-columns.ts';
import type { TableRow } from './table-text.ts';

export const IMPORT_KINDS = ['added', 'updated', 'same', 'refused'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** Why a row is not taken; `value` is what stands in the cell. */
export type Refusal =
  | { readonly code: 'no-host' | 'too-many' | 'broken-quotes' }
  | { readonly code: 'bad-host' | 'bad-id' | 'too-long' | 'id-taken'; readonly value: string }
  | { readonly code: 'repeated'; readonly otherLine: number };

export interface ImportRow {
  readonly line: number;
  readonly kind: ImportKind;
  /** As it will stand in the list; for a refused row what could be read of it. */
  readonly device: Device;
  readonly refusal: Refusal | null;
}

export interface ImportPlan {
  readonly rows: readonly ImportRow[];
  readonly counts: Readonly<Record<ImportKind, number>>;
}

type Given = Readonly<Partial<Record<DeviceColumn, string>>>;

/**
 * Judges every row of the table. A device with the same address is updated by the cells that are not empty and keeps
 * its id, by which earlier visits know it; other rows are added.
 */
export function planImport(
  rows: readonly TableRow[],
  columns: ColumnChoice,
  devices: readonly Device[],
  brokenLines: readonly number[],
): ImportPlan {
  const known = new Map(devices.map((device) => [addressKey(device.host), device]));
  const taken = new Set(devices.map(({ id }) => id));
  const brought = new Set(rows.map(({ cells }) => read(cells, columns).id));
  const broken = new Set(brokenLines);
  const lineOf = new Map<string, number>();
  const freeId = idMaker(devices.length, (id) => taken.has(id) || brought.has(id));
  let room = DEVICES_MAX - devices.length;

  function judge({ line, cells }: TableRow): ImportRow {
    const given = read(cells, columns);
    const host = given.host ?? '';
    const key = addressKey(host);
    const old = known.get(key);
    const device = merged(old, given);
    const refusal = broken.has(line) ? ({ code: 'broken-quotes' } as const) : problemOf(given, key, old);
    if (refusal !== null) return { line, kind: 'refused', device, refusal };
    lineOf.set(key, line);
    if (old !== undefined) {
      return { line, kind: isSame(old, device) ? 'same' : 'updated', device, refusal: null };
    }
    if (room <= 0) return { line, kind: 'refused', device, refusal: { code: 'too-many' } };
    room -= 1;
    const id = given.id ?? freeId();
    taken.add(id);
    return { line, kind: 'added', device: { ...device, id }, refusal: null };
  }

  function problemOf(given: Given, key: string, old: Device | undefined): Refusal | null {
    const { host, id } = given;
    if (host === undefined) return { code: 'no-host' };
    if (!hostSchema.safeParse(host).success) return { code: 'bad-host', value: host };
    const otherLine = lineOf.get(key);
    if (otherLine !== undefined) return { code: 'repeated', otherLine };
    const long = Object.values(given).find((value) => value.length > TEXT_MAX_CHARACTERS);
    if (long !== undefined) return { code: 'too-long', value: `${long.slice(0, 40)}…` };
    if (id === undefined || old !== undefined) return null;
    if (!idSchema.safeParse(id).success) return { code: 'bad-id', value: id };
    return taken.has(id) ? { code: 'id-taken', value: id } : null;
  }

  const judged = rows.map(judge);
  const counts = { added: 0, updated: 0, same: 0, refused: 0 };
  for (const { kind } of judged) counts[kind] += 1;
  return { rows: judged, counts };
}

/** The list after the import: updated devices in their places, added ones at the end. */
export function applyImport(devices: readonly Device[], { rows }: ImportPlan): readonly Device[] {
  const updated = new Map(
    rows.flatMap(({ kind, device }) => (kind === 'updated' ? [[device.id, device]] : [])),
  );
  const added = rows.flatMap(({ kind, device }) => (kind === 'added' ? [device] : []));
  return [...devices.map((device) => updated.get(device.id) ?? device), ...added];
}

/** The cells of a row by field, breaks and doubled spaces made one space; empty cells are absent. */
function read(cells: readonly string[], columns: ColumnChoice): Given {
  const given: Partial<Record<DeviceColumn, string>> = {};
  for (const [index, column] of columns.entries()) {
    const text = (cells[index] ?? '').replace(/[\s\u200B\uFEFF]+/g, ' ').trim();
    if (column !== null && text !== '') given[column] = text;
  }
  return given;
}

function merged(old: Device | undefined, given: Given): Device {
  const { name, host, model, location } = given;
  const base = old ?? { id: given.id ?? '', name: '', host: host ?? '', model: '', location: '' };
  return {
    ...base,
    name: name ?? base.name,
    model: model ?? base.model,
    location: location ?? base.location,
  };
}

function isSame(one: Device, other: Device): boolean {
  return one.name === other.name && one.model === other.model && one.location === other.location;
}

/** Names are the same in any case and with or without the root's dot (RFC 1035, 2.3.3 and 3.1). */
function addressKey(host: string): string {
  return host.trim().toLowerCase().replace(/\.$/, '');
}

/** Gives `device-N` that nobody has; the number only grows, so that thousands of rows take one pass. */
function idMaker(from: number, isTaken: (id: string) => boolean): () => string {
  let number = from;
  return () => {
    do number += 1;
    while (isTaken(`device-${number}`));
    return `device-${number}`;
  };
}
