/** Many hosts in the words of one cause: counted, or the first of them named. */
import { PARTY_LABELS } from '../contract/labels.ts';
import type { Language, Party } from '../contract/words.ts';

/** So many hosts of one cause are named in its remedy, more are only counted. */
export const HOSTS_NAMED_MAX = 3;

const HOST_FORMS = {
  ru: { one: 'узел', few: 'узла', many: 'узлов' },
  en: { one: 'host', few: 'hosts', many: 'hosts' },
} as const;

const RULES: Readonly<Record<Language, Intl.PluralRules>> = {
  ru: new Intl.PluralRules('ru'),
  en: new Intl.PluralRules('en'),
};

/** «299 МФУ»; «4 узла, ПринтМенеджер», because the names of the other roles have no plural. */
export function countHosts(count: number, roles: readonly Party[], language: Language): string {
  if (isDevices(roles)) return countDevices(count, language);
  const category = RULES[language].select(count);
  const form = category === 'one' || category === 'few' ? category : 'many';
  return `${count}\u00A0${HOST_FORMS[language][form]}, ${roles.map((role) => PARTY_LABELS[role][language]).join(', ')}`;
}

/** In the place of a host in a remedy, so in every case of the language: «299 МФУ из списка». */
export function hostsPhrase(hosts: readonly string[], roles: readonly Party[], language: Language): string {
  if (!isDevices(roles)) return andMore(hosts, language);
  const devices = countDevices(hosts.length, language);
  return language === 'ru' ? `${devices} из списка` : `the ${devices} in the list`;
}

/** «mfu-201 и ещё 298»: stands in every case, because it declines nothing. */
export function andMore(hosts: readonly string[], language: Language): string {
  const [first = '', ...others] = hosts;
  if (others.length === 0) return first;
  return language === 'ru' ? `${first} и ещё ${others.length}` : `${first} and ${others.length} more`;
}

function isDevices(roles: readonly Party[]): boolean {
  return roles.every((role) => role === 'device');
}

function countDevices(count: number, language: Language): string {
  const word = PARTY_LABELS.device[language];
  return `${count}\u00A0${language === 'en' && count !== 1 ? `${word}s` : word}`;
}
