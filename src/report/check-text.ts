/** A check in words: its port as the vendor writes it, and which way it goes. */
import type { Requirement } from '../contract/catalogue.ts';
import type { Check } from '../contract/check.ts';
import { PARTY_LABELS } from '../contract/labels.ts';
import { portText } from '../contract/port-text.ts';
import type { Site } from '../contract/site.ts';
import { isExternalKind, type Language, type Party, TRANSPORTS } from '../contract/words.ts';
import { withArrows } from './fill.ts';
import { html, joinMarkup, type Markup, raw } from './markup.ts';
import type { SectionId } from './sections.ts';

/** The port of a check; a line may end after the comma, never inside a range. */
export function portMarkup(check: Check): Markup {
  const parts = portText(check)
    .split(/(?<=,) /)
    .map((part) => html`<span class="nowrap">${part}</span>`);
  return joinMarkup(parts, raw(' '));
}

/** Ports of several checks in order, the transport once: «80, 443, 9100/tcp, 161/udp». */
export function portsText(checks: readonly Pick<Check, 'port' | 'transport'>[]): string {
  return TRANSPORTS.flatMap((transport) => {
    const ports = checks.filter((check) => check.transport === transport).map((check) => check.port);
    const sorted = [...new Set(ports)].sort((a, b) => a - b);
    return sorted.length === 0 ? [] : [`${sorted.join(', ')}/${transport}`];
  }).join(', ');
}

/** The name under which the profile knows a target; its host where it has none. */
export function targetName(check: Pick<Check, 'to'>, site: Site): string {
  const { role, id, host } = check.to;
  const name = namesOf(site)[kindOf(role)].get(id) ?? '';
  return name === '' ? host : name;
}

type TargetKind = 'servers' | 'devices' | 'external';
type Names = Readonly<Record<TargetKind, ReadonlyMap<string, string>>>;

/** A paper asks for thousands of names of one profile. */
const knownNames = new WeakMap<Site, Names>();

function namesOf(site: Site): Names {
  const known = knownNames.get(site);
  if (known !== undefined) return known;
  const names = {
    servers: namesById(site.servers),
    devices: namesById(site.devices),
    external: namesById(site.external),
  };
  knownNames.set(site, names);
  return names;
}

function namesById(entries: readonly { readonly id: string; readonly name: string }[]) {
  return new Map(entries.map(({ id, name }) => [id, name.trim()]));
}

/** An id is unique among the servers, among the devices and among the external resources, not beyond. */
function kindOf(role: Party): TargetKind {
  if (role === 'device') return 'devices';
  return isExternalKind(role) ? 'external' : 'servers';
}

interface RequirementCell {
  readonly requirementId: string;
  /** Undefined where the catalogue of the run does not hold it. */
  readonly requirement: Requirement | undefined;
  readonly section: SectionId;
  readonly site: Site;
  readonly language: Language;
  /** What the row leads to; empty where it stands for so many that their count is told elsewhere. */
  readonly targets: readonly Check[];
  /** Whether the section leads to more than one target, so that the row has to name its own. */
  readonly namesTarget: boolean;
}

/** The requirement's title and, where the section's heading does not say it, from where to where. */
export function requirementCell(cell: RequirementCell): Markup {
  const { language, targets } = cell;
  const [check] = targets;
  const title = cell.requirement?.title[language] ?? cell.requirementId;
  if (check === undefined) return html`${title}`;
  if (isExternalKind(check.to.role)) {
    const hosts = targets.map((target) => target.to.host).filter((host) => !title.includes(host));
    return html`${[title, ...hosts].join(', ')}`;
  }
  const way = wayText(check, cell);
  return way === '' ? html`${title}` : html`${title}<small>${withArrows(way)}</small>`;
}

/** Empty where the heading says it all. */
function wayText(check: Check, { section, targets, namesTarget, site, language }: RequirementCell): string {
  const hosts = targets.map((target) => target.to.host);
  const named = targets.length === 1 ? nameAndHost(check, site) : hosts.join(', ');
  const to = namesTarget ? named : '';
  if (section !== 'between-servers' && section !== 'inside-server') return to;
  const from = PARTY_LABELS[check.from][language];
  const role = PARTY_LABELS[check.to.role][language];
  if (from === role) return to === '' ? '' : `→ ${to}`;
  return `${from} → ${to === '' ? role : to}`;
}

function nameAndHost(check: Check, site: Site): string {
  const name = targetName(check, site);
  return name === check.to.host ? name : `${name}, ${check.to.host}`;
}

/** More than one address in a section: then its rows name theirs. */
export function hasSeveralTargets(checks: readonly Pick<Check, 'to'>[]): boolean {
  return new Set(checks.map((check) => check.to.host)).size > 1;
}
