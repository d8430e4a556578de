/** A site in a few words: its name and address, its servers, its devices. */
import { PARTY_LABELS } from '../contract/labels.ts';
import type { Site } from '../contract/site.ts';
import type { Language } from '../contract/words.ts';
import { fillText } from './fill.ts';
import { html, joinMarkup, type Markup } from './markup.ts';
import { PAPER } from './paper-texts.ts';

/** More hosts than this are only counted, and their addresses told together. */
const NAMED_MAX = 3;

export function siteLine(site: Site): Markup {
  const name = html`${site.name}`;
  return site.address.trim() === '' ? name : html`${name}, ${keepNumbers(site.address)}`;
}

/** «стр. 18», «д. 5» never break between word and number. */
function keepNumbers(address: string): string {
  return address.replace(/(?<=\p{L}\.) (?=\d)/gu, '\u00A0');
}

/** Every server with its address: the paper must say what exactly was checked. */
export function serversLine(site: Site): Markup {
  return joinMarkup(
    site.servers.map((server) => html`${named(server.name, server.host)}`),
    html`; `,
  );
}

/** «40 МФУ, все в 10.77.20.0/24»; the lowest and highest address where they are of several such networks. */
export function devicesLine(site: Site, language: Language): Markup {
  const { devices } = site;
  if (devices.length === 0) return html`${PAPER.noDevices[language]}`;
  if (devices.length <= NAMED_MAX) {
    return joinMarkup(
      devices.map((device) => html`${named(device.name, device.host)}`),
      html`; `,
    );
  }
  const count = deviceCount(devices.length, language);
  const addresses = devices.map((device) => octetsOf(device.host));
  if (!addresses.every((octets) => octets !== null)) return html`${count}`;
  const sorted = addresses.toSorted((a, b) => numberOf(a) - numberOf(b));
  const first = sorted[0] ?? [];
  const last = sorted.at(-1) ?? [];
  const network = first.slice(0, 3).join('.');
  if (network === last.slice(0, 3).join('.')) {
    return html`${fillText(PAPER.devicesInSubnet[language], { count, subnet: `${network}.0/24` })}`;
  }
  const ends = { first: first.join('.'), last: last.join('.') };
  return html`${fillText(PAPER.devicesBetween[language], { count, ...ends })}`;
}

/** Null where the host is a name or an IPv6 address: then no range can be told. */
function octetsOf(host: string): readonly number[] | null {
  return /^\d+(?:\.\d+){3}$/.test(host) ? host.split('.').map(Number) : null;
}

function numberOf(octets: readonly number[]): number {
  return octets.reduce((sum, octet) => sum * 256 + octet, 0);
}

/** «40 МФУ»; “40 MFPs”. */
export function deviceCount(count: number, language: Language): string {
  const word = PARTY_LABELS.device[language];
  return `${count}\u00A0${language === 'en' && count !== 1 ? `${word}s` : word}`;
}

function named(name: string, host: string): string {
  return name.trim() === '' || name === host ? host : `${name}, ${host}`;
}
