/** «Что увидели» of the two FTP probes: what of login, way and file is worth a few words. */
import { factsOf } from './facts.ts';
import type { FtpActiveFacts, FtpBlock, FtpLogin, FtpPassiveFacts, FtpTransfer } from './facts-ftp.ts';
import type { Language, LocalText, ProbeKind } from './words.ts';

const WORDS = {
  turnedAway: { ru: 'FTP не принимает', en: 'FTP turns away' },
  refused: { ru: 'вход отклонён', en: 'login refused' },
  broken: { ru: 'соединение сорвалось', en: 'connection broke' },
  skipped: { ru: 'вход не проверялся', en: 'login not checked' },
  rangeFree: { ru: 'диапазон свободен', en: 'range free' },
  rangeSilent: { ru: 'диапазон без ответа', en: 'no answer in the range' },
  rangeOpen: { ru: 'весь диапазон «открыт»', en: 'the whole range «open»' },
  noAnswer: { ru: 'без ответа', en: 'no answer' },
  cameBack: { ru: 'сервер пришёл с порта', en: 'the server came from port' },
  nobodyCame: { ru: 'сервер не пришёл', en: 'the server did not come' },
  delivered: { ru: 'файл передан', en: 'file transferred' },
  notDelivered: { ru: 'файл не передан', en: 'file not transferred' },
} as const satisfies Record<string, LocalText>;

/** For example «диапазон свободен, файл передан» or «сервер пришёл с порта 20, файл передан»; null for other probes. */
export function describeFtp(
  result: { readonly service: ProbeKind; readonly facts: Readonly<Record<string, unknown>> },
  language: Language,
): string | null {
  const passive = factsOf(result, 'ftp-passive');
  const active = factsOf(result, 'ftp-active');
  if (passive === null && active === null) return null;
  const say = (word: keyof typeof WORDS) => WORDS[word][language];
  const parts: string[] = passive === null ? [] : [rangeWords(passive, say)];
  const facts = passive ?? active;
  if (facts === null) return null;
  const login = loginWord(facts.login);
  if (login !== null) return [...parts, say(login)].join(', ');
  if (active !== null) parts.push(callbackWords(active, say));
  return [...parts, ...fileWords(facts.transfer, say)].join(', ');
}

type Say = (word: keyof typeof WORDS) => string;

function loginWord({ outcome }: FtpLogin): keyof typeof WORDS | null {
  if (outcome === 'turned-away') return 'turnedAway';
  return outcome === 'accepted' ? null : outcome;
}

function rangeWords({ ports, counts, blocks }: FtpPassiveFacts, say: Say): string {
  const silent = counts.filtered + counts.unreachable;
  if (silent === ports.length) return say('rangeSilent');
  if (silent > 0) return `${say('noAnswer')} ${firstHoles(blocks)}`;
  return say(counts.open === ports.length ? 'rangeOpen' : 'rangeFree');
}

function firstHoles(blocks: readonly FtpBlock[]): string {
  const holes = blocks.filter(({ state }) => state === 'filtered' || state === 'unreachable');
  const shown = holes.slice(0, 2).map(({ from, to }) => (from === to ? String(from) : `${from}–${to}`));
  return holes.length > 2 ? `${shown.join(', ')}, …` : shown.join(', ');
}

function callbackWords({ modes }: FtpActiveFacts, say: Say): string {
  const from = modes[0]?.connection?.port;
  return from === undefined ? say('nobodyCame') : `${say('cameBack')} ${from}`;
}

function fileWords(transfer: FtpTransfer | null, say: Say): readonly string[] {
  if (transfer === null) return [];
  return [say(transfer.stored && transfer.sameBytes !== false ? 'delivered' : 'notDelivered')];
}
