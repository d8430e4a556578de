/** The small print in a section's heading: from which socket, address and time its rows were proven. */

import type { Entry } from '../contract/collate.ts';
import { VIEWPOINT_ORIGINS } from '../contract/labels.ts';
import type { Run } from '../contract/run.ts';
import { fillText } from './fill.ts';
import { groupBy } from './group-by.ts';
import { type Clock, dateAndTime, shortDate, timeOfDay } from './moments.ts';
import { PAPER } from './paper-texts.ts';
import { SECTION_PLACES, type SectionId } from './sections.ts';

export interface SectionOrigin {
  readonly text: string;
  /** What alone proved the section, for «оттуда же» in the next; null where there was none or several. */
  readonly only: Origin | null;
}

/** `previous` is what alone proved the section before. */
export function sectionOrigin(
  id: SectionId,
  entries: readonly Entry[],
  previous: Origin | null,
  clock: Clock,
): SectionOrigin {
  const { language } = clock;
  const direct = originsOf(entries, 'direct');
  const indirect = originsOf(entries, 'indirect');
  const parts: string[] = [];
  if (id === 'inside-server' && direct.length === 0) parts.push(PAPER.onlyServerProves[language]);
  else if (direct.length + indirect.length === 0) parts.push(notVisited(id, entries, clock));
  const only = direct.length === 1 && indirect.length === 0 ? direct[0] : undefined;
  if (only !== undefined && only.run === previous?.run && only.addresses === previous.addresses) {
    const sameDay = shortDate(only.at, clock) === shortDate(previous.run.startedAt, clock);
    const time = sameDay ? timeOfDay(only.at, clock) : dateAndTime(only.at, clock);
    parts.push(`${PAPER.sameOrigin[language]}, ${time}`);
  } else {
    parts.push(...direct.map((origin) => originText(origin, clock)));
  }
  const indirectly = parts.length === 0 ? PAPER.onlyIndirectly : PAPER.seenIndirectly;
  parts.push(
    ...indirect.map((origin) => fillText(indirectly[language], { origin: originText(origin, clock) })),
  );
  return { text: parts.filter((part) => part !== '').join('; '), only: only ?? null };
}

interface Origin {
  readonly run: Run;
  /** Empty where no check of the section was answered and the run was not bound to an address. */
  readonly addresses: string;
  /** ISO time of the first result. */
  readonly at: string;
}

function originsOf(entries: readonly Entry[], proof: 'direct' | 'indirect'): readonly Origin[] {
  const groups = groupBy(
    entries.filter((entry) => entry.result.proof === proof),
    (entry) => entry.run,
  );
  return [...groups].map(([run, group]) => {
    const times = group.flatMap((entry) => entry.result.startedAt ?? []);
    return { run, addresses: addressesOf(group, run), at: times.toSorted()[0] ?? run.startedAt };
  });
}

/** The source addresses that answered checks really had, not all that the laptop has. */
function addressesOf(entries: readonly Entry[], run: Run): string {
  const seen = entries.flatMap(({ result }) => {
    const { localAddress } = result.facts;
    return typeof localAddress === 'string' && localAddress !== '' ? [localAddress] : [];
  });
  return seen.length === 0 ? (run.place.localAddress ?? '') : [...new Set(seen)].join(', ');
}

/** Empty where somebody was at the place but the rows are skipped for another reason. */
function notVisited(id: SectionId, entries: readonly Entry[], clock: Clock): string {
  const place = SECTION_PLACES[id];
  if (entries.some((entry) => entry.run.viewpoint === place)) return '';
  const origin = VIEWPOINT_ORIGINS[place][clock.language];
  return fillText(PAPER.notVisited[clock.language], { origin });
}

/** «из розетки АРМ 10.77.10.57, 22.11.2026, 10:12». */
function originText({ run, addresses, at }: Origin, clock: Clock): string {
  const place = VIEWPOINT_ORIGINS[run.viewpoint][clock.language];
  const origin = `${addresses === '' ? place : `${place} ${addresses}`}, ${dateAndTime(at, clock)}`;
  const { reason } = run.place;
  if (reason === undefined || reason.trim() === '') return origin;
  return `${origin}; ${fillText(PAPER.placeReason[clock.language], { reason })}`;
}
