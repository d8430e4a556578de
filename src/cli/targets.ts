/** Rows grouped by what they lead to, in the order in which the plan first names it. */
import type { Check } from '../contract/check.ts';
import { PARTY_LABELS } from '../contract/labels.ts';
import type { Site } from '../contract/site.ts';
import { isExternalKind, type Language } from '../contract/words.ts';
import { plain } from './columns.ts';

export interface TargetGroup<T> {
  readonly title: string;
  readonly rows: readonly T[];
}

export function groupByTarget<T extends Check>(
  checks: readonly T[],
  site: Site,
  language: Language,
): readonly TargetGroup<T>[] {
  const groups = new Map<string, T[]>();
  for (const check of checks) {
    const key = JSON.stringify([kindOf(check), check.to.id, check.to.host]);
    const rows = groups.get(key);
    if (rows === undefined) groups.set(key, [check]);
    else rows.push(check);
  }
  return [...groups.values()].flatMap((rows) =>
    rows[0] === undefined ? [] : [{ title: titleOf(rows[0], site, language), rows }],
  );
}

function kindOf({ to }: Check): 'device' | 'external' | 'server' {
  if (to.role === 'device') return 'device';
  return isExternalKind(to.role) ? 'external' : 'server';
}

function entriesOf(
  check: Check,
  site: Site,
): readonly { readonly id: string; readonly host: string; readonly name: string }[] {
  const kind = kindOf(check);
  if (kind === 'device') return site.devices;
  return kind === 'external' ? site.external : site.servers;
}

function titleOf(first: Check, site: Site, language: Language): string {
  const { id, host, role } = first.to;
  const name = entriesOf(first, site).find((entry) => entry.id === id)?.name || PARTY_LABELS[role][language];
  return plain(name === host ? host : `${name} · ${host}`);
}
