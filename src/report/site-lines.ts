/** A site in a few words: its name and address, its servers, its devices. */
import { PARTY_LABELS } from '../contract/labels.ts';
import type { Site } from '../contract/site.ts';
import type { Language } from '../contract/words.ts';
import { html, joinMarkup, type Markup } from './markup.ts';
import { PAPER } from './paper-texts.ts';

/** More hosts than this are only counted, first and last named. */
const NAMED_MAX = 3;

/** For use inside a sentence: «Один сервер» → «один сервер», but «АРМ» and “MFP socket” stay. */
export function lowerFirst(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

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

/** «40 МФУ, 10.77.20.21 … 10.77.20.60», in the order of the profile. */
export function devicesLine(site: Site, language: Language): Markup {
  const { devices } = site;
  const first = devices[0];
  const last = devices.at(-1);
  if (first === undefined || last === undefined) return html`${PAPER.noDevices[language]}`;
  if (devices.length <= NAMED_MAX) {
    return joinMarkup(
      devices.map((device) => html`${named(device.name, device.host)}`),
      html`; `,
    );
  }
  return html`${deviceCount(devices.length, language)}, ${first.host} … ${last.host}`;
}

/** «40 МФУ»; “40 MFPs”. */
export function deviceCount(count: number, language: Language): string {
  const word = PARTY_LABELS.device[language];
  return `${count}\u00A0${language === 'en' && count !== 1 ? `${word}s` : word}`;
}

function named(name: string, host: string): string {
  return name.trim() === '' || name === host ? host : `${name}, ${host}`;
}
