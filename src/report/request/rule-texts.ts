/** The words in files of firewall rules. */
import type { Requirement } from '../../contract/catalogue.ts';
import type { RequestRow } from '../../contract/firewall-request.ts';
import type { Language, LocalText } from '../../contract/words.ts';
import { fillText } from '../fill.ts';
import { cleanText } from '../markup.ts';
import type { RuleInput, RuleProblem } from './rule-ways.ts';

export const RULE_TEXTS = {
  heading: { ru: 'Заявка {number}: {site}', en: 'Request {number}: {site}' },
  empty: { ru: 'Открывать нечего: правил в заявке нет.', en: 'Nothing to open: the request has no rules.' },
  left: { ru: 'Строка {number} пропущена: {why}', en: 'Row {number} is left out: {why}' },
  partly: { ru: 'Строка {number} не вся: {why}', en: 'Row {number} is not complete: {why}' },
  sourceUnknown: {
    ru: 'не названа сеть, из которой пойдут соединения',
    en: 'nobody has named the network that the connections come from',
  },
  targetUnknown: {
    ru: 'не названо, куда пойдут соединения',
    en: 'nobody has named where the connections go to',
  },
  nameUnresolved: {
    ru: 'адрес имени {host} неизвестен, а правилу нужен адрес',
    en: 'the address of the name {host} is not known, and a rule needs an address',
  },
  familiesDiffer: {
    ru: 'у концов соединения нет общего протокола: один IPv4, другой IPv6',
    en: 'the two ends have no protocol in common: one is IPv4, the other IPv6',
  },
  row: { ru: 'стр. {row}', en: 'row {row}' },
  temporary: { ru: 'временно, на время установки', en: 'temporary, while installing' },
  nftables: {
    ru: [
      'Правила стоят в своей цепочке; в вашу цепочку первым вставляется переход в неё.',
      'Если таблица и цепочка называются иначе (nft list ruleset), замените везде «inet filter» и «forward».',
      'Цепочка с переходом должна уже пропускать ответы: ct state established,related accept.',
      'Запрет в другой базовой цепочке эти правила не отменяют.',
      'Загрузить: nft -f ФАЙЛ. Повторная загрузка безопасна.',
    ],
    en: [
      'The rules stand in a chain of their own; a jump to it is inserted first into your chain.',
      'If your table and chain have other names (nft list ruleset), replace "inet filter" and "forward" everywhere.',
      'The chain with the jump must already let replies through: ct state established,related accept.',
      'These rules do not lift a drop in another base chain.',
      'Load it with: nft -f FILE. Loading it again does no harm.',
    ],
  },
  windows: {
    ru: [
      'Для брандмауэра Windows на узлах назначения: на каждом узле выполнить его часть от имени администратора.',
      'Отменить всё: Remove-NetFirewallRule -Group {group}',
    ],
    en: [
      'For the Windows firewall of the destination hosts: run on each host its part as administrator.',
      'Take it all back: Remove-NetFirewallRule -Group {group}',
    ],
  },
  windowsHost: { ru: 'На узле {host}', en: 'On the host {host}' },
  windowsElsewhere: {
    ru: 'Строка {number}: правило на узле не нужно, соединения принимает не компьютер с Windows',
    en: 'Row {number}: no rule on a host is needed, what accepts the connections is no Windows computer',
  },
} as const satisfies Readonly<Record<string, LocalText | Readonly<Record<Language, readonly string[]>>>>;

export function headingText({ request, language }: RuleInput): string {
  const values = { number: request.number, site: request.site.name };
  return cleanText(fillText(RULE_TEXTS.heading[language], values));
}

/** «ПринтМенеджер, HTTPS (стр. 8); …». */
export function purposeText(
  row: RequestRow,
  requirements: readonly Requirement[],
  language: Language,
): string {
  const words = row.requirements.map((id) => {
    const requirement = requirements.find((entry) => entry.id === id);
    if (requirement === undefined) return id;
    return `${requirement.title[language]} (${fillText(RULE_TEXTS.row[language], { row: requirement.row })})`;
  });
  const time = row.permanent ? [] : [RULE_TEXTS.temporary[language]];
  return cleanText([...words, ...time].join('; '));
}

export function problemText(problem: RuleProblem, language: Language): string {
  switch (problem.kind) {
    case 'source-unknown':
      return RULE_TEXTS.sourceUnknown[language];
    case 'target-unknown':
      return RULE_TEXTS.targetUnknown[language];
    case 'families-differ':
      return RULE_TEXTS.familiesDiffer[language];
    case 'name-unresolved':
      return cleanText(fillText(RULE_TEXTS.nameUnresolved[language], { host: problem.host }));
  }
}

/** What could not be written as a rule, one sentence for each row; none where all of it was. */
export function leftOut(
  {
    row,
    ways,
    problems,
  }: {
    readonly row: RequestRow;
    readonly ways: readonly unknown[];
    readonly problems: readonly RuleProblem[];
  },
  language: Language,
): readonly string[] {
  if (problems.length === 0) return [];
  const why = [...new Set(problems.map((problem) => problemText(problem, language)))].join('; ');
  const text = ways.length === 0 ? RULE_TEXTS.left : RULE_TEXTS.partly;
  return [cleanText(fillText(text[language], { number: row.number, why }))];
}
