/** The parts of the checklist: flows grouped by the place that proves them. */
import type { Check } from '../contract/check.ts';
import { isExternalKind, type LocalText, placeOf, type Viewpoint } from '../contract/words.ts';
import { groupBy } from './group-by.ts';

export const SECTION_IDS = [
  'workstation-to-server',
  'device-to-server',
  'server-to-device',
  'server-to-external',
  'between-servers',
  'inside-server',
] as const;
export type SectionId = (typeof SECTION_IDS)[number];

export const SECTION_TITLES: Readonly<Record<SectionId, LocalText>> = {
  'workstation-to-server': {
    ru: 'От рабочих мест (АРМ) к серверу',
    en: 'From workstations to the server',
  },
  'device-to-server': { ru: 'От МФУ к серверу', en: 'From MFPs to the server' },
  'server-to-device': { ru: 'От сервера к МФУ', en: 'From the server to MFPs' },
  'server-to-external': {
    ru: 'От сервера к внешним ресурсам',
    en: 'From the server to external resources',
  },
  'between-servers': { ru: 'Между серверами', en: 'Between servers' },
  'inside-server': { ru: 'Внутри сервера', en: 'Inside the server' },
};

export const SECTION_PLACES: Readonly<Record<SectionId, Viewpoint>> = {
  'workstation-to-server': 'workstation',
  'device-to-server': 'device',
  'server-to-device': 'server',
  'server-to-external': 'server',
  'between-servers': 'server',
  'inside-server': 'server',
};

export function sectionOf(check: Pick<Check, 'from' | 'to' | 'inside'>): SectionId {
  const place = placeOf(check.from);
  if (place === 'workstation') return 'workstation-to-server';
  if (place === 'device') return 'device-to-server';
  if (check.inside) return 'inside-server';
  if (check.to.role === 'device') return 'server-to-device';
  return isExternalKind(check.to.role) ? 'server-to-external' : 'between-servers';
}

/** Sections that have a member, in the order of the paper, members in the order given. */
export function groupBySection<T>(
  members: readonly T[],
  checkOf: (member: T) => Pick<Check, 'from' | 'to' | 'inside'>,
): readonly { readonly id: SectionId; readonly members: readonly T[] }[] {
  const groups = groupBy(members, (member) => sectionOf(checkOf(member)));
  return SECTION_IDS.flatMap((id) => {
    const found = groups.get(id);
    return found === undefined ? [] : [{ id, members: found }];
  });
}
