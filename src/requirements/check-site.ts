/** What only profile and catalogue together can tell: a catalogue nobody has, an override of nothing, a role nobody carries. */
import type { Catalogue, Flow, Requirement } from '../contract/catalogue.ts';
import { shorten, show } from '../contract/problem-texts.ts';
import type { ReadResult } from '../contract/problems.ts';
import type { Site } from '../contract/site.ts';
import { type Component, isComponent, isExternalKind, type Language } from '../contract/words.ts';
import { BUILT_IN_CATALOGUES, findCatalogue } from './load.ts';

export interface SiteRemarks {
  /** The profile cannot mean what it says: one sentence each, the file's name first. */
  readonly problems: readonly string[];
  /** The profile is usable, but something of the vendor's table will not be checked. */
  readonly warnings: readonly string[];
}

/** The catalogue that the profile names: a built-in one, or one of those that were found for it. */
export function catalogueOf(
  site: Site,
  file: string,
  language: Language,
  found: readonly Catalogue[] = [],
): ReadResult<Catalogue> {
  const catalogue = findCatalogue(site.catalogue, found);
  if (catalogue !== null) return { ok: true, value: catalogue };
  const known = [...BUILT_IN_CATALOGUES, ...found].map(({ id }) => id).join(', ');
  return {
    ok: false,
    problems: [`${shorten(file, 200)}: ${TEXTS[language].catalogue(show(site.catalogue, language), known)}`],
  };
}

/** Compares a profile with the catalogue it names. */
export function checkAgainstCatalogue(
  site: Site,
  catalogue: Catalogue,
  file: string,
  language: Language,
): SiteRemarks {
  const texts = TEXTS[language];
  const applicable = catalogue.requirements.filter(({ schemes }) => schemes.includes(site.scheme));
  const overrides = Object.keys(site.portOverrides);
  const known = new Set(catalogue.requirements.map(({ id }) => id));
  const external = new Set(
    catalogue.requirements.filter(({ flows }) => flows.every(leadsOutside)).map(({ id }) => id),
  );
  const problems = overrides
    .filter((id) => !known.has(id))
    .map((id) => texts.unknownOverride(shorten(id, 40), catalogue.id));
  const warnings = [
    ...overrides.filter((id) => external.has(id)).map((id) => texts.externalOverride(id)),
    ...missingRoles(site, applicable).map(({ role, ids }) => texts.noRole(role, ids.join(', '))),
    ...(site.devices.length === 0 ? [texts.noDevices] : []),
  ];
  const withFile = (line: string) => `${shorten(file, 200)}: ${line}`;
  return { problems: problems.map(withFile), warnings: warnings.map(withFile) };
}

function missingRoles(
  site: Site,
  requirements: readonly Requirement[],
): readonly { readonly role: Component; readonly ids: readonly string[] }[] {
  const carried = new Set(site.servers.flatMap(({ roles }) => roles));
  const missing = new Map<Component, string[]>();
  for (const { id, flows } of requirements) {
    for (const role of new Set(flows.map(answeringRole))) {
      if (role !== null && !carried.has(role)) missing.set(role, [...(missing.get(role) ?? []), id]);
    }
  }
  return [...missing].map(([role, ids]) => ({ role, ids }));
}

function answeringRole(flow: Flow): Component | null {
  return isComponent(flow.to) ? flow.to : (flow.servedBy ?? null);
}

/** An external resource has its own port in the profile; the download site's can be overridden. */
function leadsOutside(flow: Flow): boolean {
  return isExternalKind(flow.to) && flow.to !== 'vendorDownload';
}

const TEXTS = {
  ru: {
    catalogue: (seen: string, known: string) =>
      `catalogue: стоит ${seen}; нужно одно из: ${known}, или файл каталога с этим именем и .json рядом с профилем`,
    unknownOverride: (id: string, catalogue: string) =>
      `portOverrides.${id}: такого требования в каталоге ${catalogue} нет; список: sitecheck plan`,
    externalOverride: (id: string) =>
      `portOverrides.${id}: не действует: порт внешнего ресурса задаётся в external`,
    noRole: (role: string, ids: string) =>
      `servers: роли ${role} нет ни у одного сервера, поэтому не проверяются: ${ids}`,
    noDevices: 'devices: список пуст, поэтому направления к МФУ не проверяются',
  },
  en: {
    catalogue: (seen: string, known: string) =>
      `catalogue: is ${seen}; must be one of: ${known}, or the name of a catalogue file .json beside the profile`,
    unknownOverride: (id: string, catalogue: string) =>
      `portOverrides.${id}: the catalogue ${catalogue} has no such requirement; list them with: sitecheck plan`,
    externalOverride: (id: string) =>
      `portOverrides.${id}: has no effect: the port of an external resource is set in external`,
    noRole: (role: string, ids: string) =>
      `servers: no server carries the role ${role}, so these are not checked: ${ids}`,
    noDevices: 'devices: the list is empty, so the flows to MFPs are not checked',
  },
} as const;
