/** Hosts and ports in the words of a cause: counted, or the first of them named. */
import type { CheckResult } from '../../contract/check.ts';
import { PARTY_LABELS } from '../../contract/labels.ts';
import { counted, type PluralForms } from '../../contract/plural.ts';
import { LANGUAGES, type Language, type LocalText, type Party, TRANSPORTS } from '../../contract/words.ts';

/** So many hosts of one cause are named in its remedy, more are only counted. */
export const HOSTS_NAMED_MAX = 3;

const HOST_FORMS: PluralForms = {
  ru: { one: 'узел', few: 'узла', many: 'узлов' },
  en: { one: 'host', other: 'hosts' },
};
const HOST_TO_FORMS: PluralForms = {
  ru: { one: 'узлу', few: 'узлам', many: 'узлам' },
  en: { one: 'host', other: 'hosts' },
};
const HOST_AT_FORMS: PluralForms = {
  ru: { one: 'узле', few: 'узлах', many: 'узлах' },
  en: { one: 'host', other: 'hosts' },
};
const DEVICE_FORMS: PluralForms = {
  ru: { one: 'МФУ', few: 'МФУ', many: 'МФУ' },
  en: { one: 'MFP', other: 'MFPs' },
};

/** A text made for each language, for a parameter of a cause. */
export function inEachLanguage(make: (language: Language) => string): LocalText {
  return Object.fromEntries(LANGUAGES.map((language) => [language, make(language)])) as Record<
    Language,
    string
  >;
}

/** Number and word as a parameter: «2 порта», “2 ports”. */
export function countedText(count: number, forms: PluralForms): LocalText {
  return inEachLanguage((language) => counted(count, forms, language));
}

/** «299 МФУ»; «4 узла, ПринтМенеджер», because the names of the other roles have no plural. */
export function countHosts(count: number, roles: readonly Party[], language: Language): string {
  if (isDevices(roles)) return counted(count, DEVICE_FORMS, language);
  const names = roles.map((role) => PARTY_LABELS[role][language]);
  return `${counted(count, HOST_FORMS, language)}, ${names.join(', ')}`;
}

/** In the place of a host in a remedy, so in every case of the language: «299 МФУ из списка». */
export function hostsPhrase(hosts: readonly string[], roles: readonly Party[], language: Language): string {
  if (!isDevices(roles)) return andMore(hosts, language);
  const devices = counted(hosts.length, DEVICE_FORMS, language);
  return language === 'ru' ? `${devices} из списка` : `the ${devices} in the list`;
}

/** «mfu-201 и ещё 298»: stands in every case, because it declines nothing. */
export function andMore(hosts: readonly string[], language: Language): string {
  const [first = '', ...others] = hosts;
  if (others.length === 0) return first;
  return language === 'ru' ? `${first} и ещё ${others.length}` : `${first} and ${others.length} more`;
}

/** Short, for a title: the one host, or how many of them: «10.77.30.10», «4 МФУ», «2 узла». */
export function hostsShort(results: readonly CheckResult[]): LocalText {
  return shortText(results, HOST_FORMS);
}

/** The same after «к»: «к 2 узлам». */
export function hostsShortTo(results: readonly CheckResult[]): LocalText {
  return shortText(results, HOST_TO_FORMS);
}

/** The same after «на»: «на 2 узлах». */
export function hostsShortAt(results: readonly CheckResult[]): LocalText {
  return shortText(results, HOST_AT_FORMS);
}

function shortText(results: readonly CheckResult[], hostForms: PluralForms): LocalText {
  const hosts = hostsOf(results);
  const [first = ''] = hosts;
  if (hosts.length === 1) return { ru: first, en: first };
  const forms = isDevices(results.map(({ to }) => to.role)) ? DEVICE_FORMS : hostForms;
  return countedText(hosts.length, forms);
}

/** «10.77.20.22 и ещё 12» as a parameter. */
export function andMoreText(values: readonly string[]): LocalText {
  return inEachLanguage((language) => andMore(values, language));
}

/** For a remedy: up to three hosts by address, more counted; fits after «на», «к», «проверить». */
export function hostsNamed(results: readonly CheckResult[]): LocalText {
  const hosts = hostsOf(results);
  const roles = [...new Set(results.map(({ to }) => to.role))];
  return inEachLanguage((language) =>
    hosts.length <= HOSTS_NAMED_MAX ? hosts.join(', ') : hostsPhrase(hosts, roles, language),
  );
}

/** Each host once, in the order of the results. */
export function hostsOf(results: readonly CheckResult[]): readonly string[] {
  return [...new Set(results.map(({ to }) => to.host))];
}

/** «80, 443, 9100/tcp, 161/udp». */
export function portList(results: readonly Pick<CheckResult, 'port' | 'transport'>[]): string {
  return TRANSPORTS.flatMap((transport) => {
    const ports = results.filter((result) => result.transport === transport).map(({ port }) => port);
    const sorted = [...new Set(ports)].sort((a, b) => a - b);
    return sorted.length === 0 ? [] : [`${sorted.join(', ')}/${transport}`];
  }).join(', ');
}

function isDevices(roles: readonly Party[]): boolean {
  return roles.every((role) => role === 'device');
}
