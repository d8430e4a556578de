/** The columns of the matrix: servers and external resources each, devices folded into groups of which one may be open. */
import type { CoverageCell } from '../../../src/contract/coverage.ts';
import type { Device, Site } from '../../../src/contract/site.ts';
import { isExternalKind, type Party } from '../../../src/contract/words.ts';
import { type DeviceGroup, groupDevices } from './device-groups.ts';

export interface Column {
  readonly key: string;
  /** `count`: a folded group of so many devices. */
  readonly kind: 'target' | 'device' | 'group';
  readonly label: string;
  readonly title: string;
  readonly count: number;
  readonly widthPx: number;
}

/** A column that is drawn, at its distance from the edge of the matrix. */
export interface PlacedColumn {
  readonly column: Column;
  readonly startPx: number;
}

/** Columns under one heading. */
export interface ColumnBand {
  readonly key: string;
  readonly kind: 'fixed' | 'devices';
  /** Null: devices that nothing names. */
  readonly label: string | null;
  readonly count: number;
  readonly opened: boolean;
  readonly columns: readonly Column[];
}

const WIDTHS_PX = { target: 36, device: 29, group: 54 } as const;
/** As many letters stand upright in the head. */
const SHORT_ENOUGH = 14;
/** So few devices need no folding. */
const OPEN_BELOW = 12;

interface ColumnRequest {
  readonly site: Site;
  /** What an external resource without a name is called. */
  readonly partyName: (party: Party) => string;
  readonly cells: readonly CoverageCell[];
  readonly openedGroup: string | null;
}

interface Columns {
  readonly bands: readonly ColumnBand[];
  /** The key of the column that holds a cell. */
  readonly columnOf: (cell: CoverageCell) => string;
}

export function columnBands({ site, partyName, cells, openedGroup }: ColumnRequest): Columns {
  const fixed = new Map<string, Column>();
  const wanted = new Set<string>();
  for (const { check } of cells) {
    if (check.to.role === 'device') wanted.add(check.to.id);
    else {
      const key = targetKey(check.to);
      if (!fixed.has(key)) fixed.set(key, targetColumn(key, check.to, site, partyName));
    }
  }
  const devices = site.devices.filter(({ id }) => wanted.has(id));
  const few = devices.length <= OPEN_BELOW;
  const groups: readonly DeviceGroup[] = few
    ? devices.length === 0
      ? []
      : [{ key: '*', label: null, devices }]
    : groupDevices(devices);
  const groupOf = new Map<string, string>();
  for (const group of groups) {
    if (few || group.key === openedGroup) continue;
    for (const { id } of group.devices) groupOf.set(id, groupKey(group));
  }
  const fixedColumns = inProfileOrder([...fixed.values()], site);
  return {
    bands: [
      ...(fixedColumns.length === 0
        ? []
        : [
            {
              key: 'fixed',
              kind: 'fixed' as const,
              label: null,
              count: fixedColumns.length,
              opened: true,
              columns: fixedColumns,
            },
          ]),
      ...groups.map((group) => deviceBand(group, few || group.key === openedGroup)),
    ],
    columnOf: ({ check }) =>
      check.to.role === 'device' ? (groupOf.get(check.to.id) ?? deviceKey(check.to.id)) : targetKey(check.to),
  };
}

function deviceBand(group: DeviceGroup, opened: boolean): ColumnBand {
  const count = group.devices.length;
  const folded: Column = {
    key: groupKey(group),
    kind: 'group',
    label: '',
    title: group.label ?? '',
    count,
    widthPx: WIDTHS_PX.group + Math.max(0, String(count).length - 2) * 10,
  };
  return {
    key: group.key,
    kind: 'devices',
    label: group.label,
    count,
    opened,
    columns: opened ? group.devices.map(deviceColumn) : [folded],
  };
}

function deviceColumn({ id, name, host, location }: Device): Column {
  return {
    key: deviceKey(id),
    kind: 'device',
    label: name.trim() || host,
    title: [name.trim(), host, location.trim()].filter(Boolean).join(', '),
    count: 1,
    widthPx: WIDTHS_PX.device,
  };
}

function targetColumn(
  key: string,
  to: { readonly role: Party; readonly id: string; readonly host: string },
  site: Site,
  partyName: (party: Party) => string,
): Column {
  const list = isExternalKind(to.role) ? site.external : site.servers;
  const entry = list.find(({ id }) => id === to.id);
  const given = entry?.name.trim() ?? '';
  const name = given === '' && isExternalKind(to.role) && entry !== undefined ? partyName(to.role) : given;
  return {
    key,
    kind: 'target',
    label: shortName(name === '' ? to.host : name),
    title: name === '' ? to.host : `${name}, ${to.host}`,
    count: 1,
    widthPx: WIDTHS_PX.target,
  };
}

/** «prn-app01» of «prn-app01.corp.example»: addresses and words stay whole. */
function shortName(name: string): string {
  return /^[a-z][\w-]*(\.[\w-]+)+$/i.test(name) && name.length > SHORT_ENOUGH
    ? (name.split('.')[0] ?? name)
    : name;
}

function inProfileOrder(columns: readonly Column[], site: Site): readonly Column[] {
  const order = [
    ...site.servers.map(({ id }) => `server:${id}`),
    ...site.external.map(({ id }) => `external:${id}`),
  ];
  const place = ({ key }: Column) => (order.includes(key) ? order.indexOf(key) : order.length);
  return columns.toSorted((one, other) => place(one) - place(other));
}

/** An id is unique among the servers and among the external resources, not beyond. */
function targetKey(to: { readonly role: Party; readonly id: string }): string {
  return `${isExternalKind(to.role) ? 'external' : 'server'}:${to.id}`;
}

function deviceKey(id: string): string {
  return `device:${id}`;
}

function groupKey({ key }: DeviceGroup): string {
  return `group:${key}`;
}
