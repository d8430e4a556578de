/** Devices in the words of a cause: one by its address, several counted, the first of them listed. */
import { PARTY_LABELS } from '../../contract/labels.ts';
import type { LocalText } from '../../contract/words.ts';
import { countHosts, inEachLanguage } from './host-words.ts';

const LISTED_MAX = 5;

const ANSWERS: LocalText = { ru: 'отвечает', en: 'answers' };
const ANSWER: LocalText = { ru: 'отвечают', en: 'answer' };

/** «МФУ 10.77.20.22», «4 МФУ». */
export function whoText(hosts: readonly string[]): LocalText {
  return inEachLanguage((language) =>
    hosts.length === 1
      ? `${PARTY_LABELS.device[language]}\u00A0${hosts.join()}`
      : countHosts(hosts.length, ['device'], language),
  );
}

/** The verb that goes with it. */
export function answerText(hosts: readonly string[]): LocalText {
  return hosts.length === 1 ? ANSWERS : ANSWER;
}

/** «a, b, c, d, e и ещё 295». */
export function listText(hosts: readonly string[]): LocalText {
  const shown = hosts.slice(0, LISTED_MAX).join(', ');
  const more = hosts.length - LISTED_MAX;
  return more > 0
    ? { ru: `${shown} и ещё ${more}`, en: `${shown} and ${more} more` }
    : { ru: shown, en: shown };
}

/** A sentence that names them where the title only counts them. */
export function addressesText(hosts: readonly string[]): LocalText {
  const { ru, en } = listText(hosts);
  return hosts.length > 1 ? { ru: ` Адреса: ${ru}.`, en: ` Addresses: ${en}.` } : { ru: '', en: '' };
}
