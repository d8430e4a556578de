/** A waiver in words: what it covers, why, by whom, when, and until when. */
import type { Requirement } from '../contract/catalogue.ts';
import type { Coverage } from '../contract/coverage.ts';
import { PARTY_LABELS } from '../contract/labels.ts';
import type { Site } from '../contract/site.ts';
import type { Waiver } from '../contract/waivers.ts';
import { ACT } from './act-texts.ts';
import { fillText } from './fill.ts';
import { type Clock, dateAndTime, shortDate } from './moments.ts';

/** «Онлайн-установка, s3.printum.io»; «mfu-206, все требования». */
export function waivedWhat(
  { requirement, from, targetId }: Pick<Waiver, 'requirement' | 'from' | 'targetId'>,
  site: Site,
  requirements: ReadonlyMap<string, Requirement>,
  { language }: Clock,
): string {
  const title = requirement === null ? null : (requirements.get(requirement)?.title[language] ?? requirement);
  const target = targetId === null ? null : nameOf(targetId, site);
  const way = from === null ? [] : [fillText(ACT.from[language], { party: PARTY_LABELS[from][language] })];
  if (title === null)
    return [fillText(ACT.wholeTarget[language], { target: target ?? '' }), ...way].join(', ');
  const named = target === null || title.includes(target) ? [] : [target];
  return [title, ...named, ...way].join(', ');
}

/** «П. Орлов, 22.11.2026, 11:02, до 30.11.2026». */
export function waivedBy(waiver: Waiver, clock: Clock): string {
  return [waiver.by, dateAndTime(waiver.at, clock), ...endOf(waiver, clock)].join(', ');
}

/** The same by the day: «П. Орлов, 22.11.2026, до 30.11.2026». */
export function waivedOn(waiver: Waiver, clock: Clock): string {
  const day = shortDate(waiver.at, clock).replaceAll(' ', '\u00A0');
  return [waiver.by, day, ...endOf(waiver, clock)].join(', ');
}

function endOf({ until }: Waiver, clock: Clock): readonly string[] {
  if (until === null) return [];
  const date = shortDate(until, { ...clock, timeZone: 'UTC' });
  return [fillText(ACT.until[clock.language], { date }).replaceAll(' ', '\u00A0')];
}

/** The first of its kind: servers before external resources before devices. */
function nameOf(id: string, site: Site): string {
  const entry = [...site.servers, ...site.external, ...site.devices].find((known) => known.id === id);
  if (entry === undefined) return id;
  return entry.name.trim() === '' ? entry.host : entry.name;
}

/** The waivers that stand over something unproven, each once, in the order of the cells. */
export function waiversOf({ cells }: Pick<Coverage, 'cells'>): readonly Waiver[] {
  const waivers = cells.flatMap(({ waiver }) => waiver ?? []);
  return [...new Map(waivers.map((waiver) => [waiver.id, waiver])).values()];
}
