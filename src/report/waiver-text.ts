/** A waiver in words: what it covers, why, by whom, when, and until when. */
import type { Requirement } from '../contract/catalogue.ts';
import type { Site } from '../contract/site.ts';
import type { Waiver } from '../contract/waivers.ts';
import { ACT } from './act-texts.ts';
import { fillText } from './fill.ts';
import { type Clock, dateAndTime, shortDate } from './moments.ts';

/** «Онлайн-установка, s3.printum.io»; «mfu-206, все требования». */
export function waivedWhat(
  { requirement, targetId }: Pick<Waiver, 'requirement' | 'targetId'>,
  site: Site,
  requirements: ReadonlyMap<string, Requirement>,
  { language }: Clock,
): string {
  const title = requirement === null ? null : (requirements.get(requirement)?.title[language] ?? requirement);
  const target = targetId === null ? null : nameOf(targetId, site);
  if (title === null) return fillText(ACT.wholeTarget[language], { target: target ?? '' });
  return target === null || title.includes(target) ? title : `${title}, ${target}`;
}

/** «П. Орлов, 22.11.2026, 11:02, до 30.11.2026». */
export function waivedBy({ by, at, until }: Waiver, clock: Clock): string {
  const end =
    until === null
      ? []
      : [fillText(ACT.until[clock.language], { date: shortDate(until, { ...clock, timeZone: 'UTC' }) })];
  return [by, dateAndTime(at, clock), ...end].join(', ');
}

/** The first of its kind: servers before external resources before devices. */
function nameOf(id: string, site: Site): string {
  const entry = [...site.servers, ...site.external, ...site.devices].find((known) => known.id === id);
  if (entry === undefined) return id;
  return entry.name.trim() === '' ? entry.host : entry.name;
}
