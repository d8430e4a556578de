/** The words of the page of a request. */

import type { PluralForms } from '../../contract/plural.ts';
import type { LocalText } from '../../contract/words.ts';

export const REQUEST_TEXTS = {
  title: { ru: 'Заявка на открытие портов', en: 'Firewall change request' },
  audience: { ru: 'Для сетевого администратора: {site}', en: 'For the network administrator of {site}' },
  requester: { ru: 'Заявитель', en: 'Requested by' },
  basis: { ru: 'Основание', en: 'Based on' },
  revision: {
    ru: 'Требования Принтум, редакция {revision}',
    en: 'Printum requirements, revision {revision}',
  },
  checked: { ru: 'Проверено', en: 'Checked' },
  checkedFrom: { ru: '{date} с адреса {addresses}', en: '{date} from {addresses}' },
  notChecked: { ru: 'ещё нет: заявка по таблице требований', en: 'not yet: from the table of requirements' },
  needed: { ru: 'Нужно правил', en: 'Rules needed' },
  temporaryCount: { ru: 'из них временных: {count}', en: 'temporary among them: {count}' },
  rules: { ru: 'Правила', en: 'Rules' },
  none: {
    ru: 'Открывать нечего: ни одно прямое соединение не задержано сетью.',
    en: 'Nothing to open: the network holds back no direct connection.',
  },
  number: { ru: '№', en: 'No.' },
  from: { ru: 'Откуда', en: 'From' },
  to: { ru: 'Куда', en: 'To' },
  ports: { ru: 'Порты', en: 'Ports' },
  why: { ru: 'Зачем и что увидели', en: 'Why, and what was seen' },
  done: { ru: 'Сделано', en: 'Done' },
  confirmed: { ru: 'проверено', en: 'proven' },
  refusedState: { ru: 'отказано', en: 'refused' },
  sourcePort: { ru: 'порт источника {port}', en: 'source port {port}' },
  permanent: { ru: 'постоянно', en: 'permanent' },
  temporary: { ru: 'временно: на время установки', en: 'temporary: while installing' },
  writeSource: { ru: 'впишите адреса или сеть', en: 'write the addresses or the network' },
  moreEnds: {
    ru: 'и ещё {count}: все в таблице CSV и в файлах правил',
    en: 'and {count} more: all of them in the CSV table and in the files of rules',
  },
  tooLong: {
    ru: 'Для бумаги слишком длинно ({lines}): правила сохраняются отдельным файлом.',
    en: 'Too long for paper ({lines}): the rules are saved as a file of their own.',
  },
  networkOf: { ru: 'сеть: {place}', en: 'network: {place}' },
  row: { ru: 'строка {row}', en: 'row {row}' },
  silence: { ru: 'тишина, {attempts} по {seconds} с', en: 'silence, {attempts} of {seconds} s' },
  neighbour: { ru: 'соседний {port} открыт за {time} мс', en: 'its neighbour {port} is open in {time} ms' },
  rangeHeld: { ru: '{count} не пропускаются', en: '{count} held back' },
  rangeFree: {
    ru: '{ports} доходят: правило, похоже, уже есть, но неполное, нужно {range}',
    en: '{ports} come through: a rule seems to be there, but not for all of {range}',
  },
  rangeUnknown: {
    ru: 'порты {range} не видны, пока закрыт {port}',
    en: 'ports {range} cannot be seen while {port} is closed',
  },
  callbackUnknown: {
    ru: 'встречное соединение не видно, пока закрыт {port}',
    en: 'the connection back cannot be seen while {port} is closed',
  },
  refusedHere: {
    ru: 'отказ вернулся, хотя из другого места этот порт отвечает',
    en: 'a refusal came back, though from another place this port answers',
  },
  ofAll: { ru: '{count} из {all}: {text}', en: '{count} of {all}: {text}' },
  replies: {
    ru: 'Где порт источника не назван, он не закреплён. Ответные пакеты установленных соединений считаются разрешёнными. Если экран не хранит состояние, добавьте обратные правила с теми же портами источника.',
    en: 'Where no source port is named, it is not fixed. Replies of established connections are taken as allowed. If the firewall keeps no state, add the rules of the way back with the same source ports.',
  },
  nftables: { ru: 'То же для nftables', en: 'The same for nftables' },
  windows: { ru: 'То же для брандмауэра Windows', en: 'The same for the Windows firewall' },
  cisco: { ru: 'То же для Cisco', en: 'The same for Cisco' },
  further: { ru: 'Приложение. Готовые правила', en: 'Appendix. Rules ready to use' },
  leave: { ru: 'Не меняйте заодно', en: 'Leave as it is' },
  leaveTable: {
    ru: 'Других портов и направлений Принтум не требует: открывать больше, чем здесь написано, не нужно.',
    en: 'Printum needs no other ports or directions: nothing beyond this list has to be opened.',
  },
  works: { ru: '{place}. Уже работает: {ports}.', en: '{place}. Works already: {ports}.' },
  service: {
    ru: '{place}. Порт открыт, причина в самой службе, правило не нужно: {ports}. {reason}.',
    en: '{place}. The port is open, the cause is the service itself, no rule is needed: {ports}. {reason}.',
  },
  refused: {
    ru: '{place}. Отказ возвращается, путь, похоже, свободен: {ports}. Сначала запустить службу и проверить ещё раз.',
    en: '{place}. The refusal comes back, so the path seems to be free: {ports}. First start the service, then check again.',
  },
  name: {
    ru: '{place}. Имя не находится, это дело DNS, а не правила: {ports}.',
    en: '{place}. The name is not found, which is for the DNS and not for a rule: {ports}.',
  },
  unproven: {
    ru: '{place}. Не доказано, нужна вторая проверка, а не правило: {ports}. {reason}.',
    en: '{place}. Not proven, a second check is needed and not a rule: {ports}. {reason}.',
  },
  retest: { ru: 'Как проверить после изменения', en: 'How to check after the change' },
  retestWindow: {
    ru: 'Подключить ноутбук ({places}), открыть заявку и нажать «Проверить заявку»: {checks}.',
    en: 'Plug the laptop in ({places}), open the request and press “Check the request”: {checks}.',
  },
  retestServer: {
    ru: 'Из сети серверов проверять с самого сервера: правила написаны на его адрес.',
    en: 'In the server network check from the server itself: the rules are written for its address.',
  },
  retestCommand: { ru: 'Или из командной строки:', en: 'Or from the command line:' },
  siteFile: { ru: 'ПРОФИЛЬ.site.json', en: 'PROFILE.site.json' },
  refusal: { ru: 'Если отказано', en: 'If it is refused' },
  refusalReason: { ru: 'причина отказа', en: 'reason of the refusal' },
  consequence: {
    ru: 'Без {ports} недоступно: {purposes}.',
    en: 'Without {ports} not available: {purposes}.',
  },
  signRequester: { ru: 'Заявитель', en: 'Requested by' },
  signSecurity: { ru: 'Согласовано, безопасность', en: 'Agreed, security' },
  signDone: { ru: 'Выполнено', en: 'Carried out' },
  signature: { ru: 'подпись, фамилия', en: 'signature, name' },
  date: { ru: 'дата', en: 'date' },
} as const satisfies Readonly<Record<string, LocalText>>;

export const ATTEMPTS: PluralForms = {
  ru: { one: 'попытка', few: 'попытки', many: 'попыток' },
  en: { one: 'attempt', other: 'attempts' },
};
export const PORTS: PluralForms = {
  ru: { one: 'порт', few: 'порта', many: 'портов' },
  en: { one: 'port', other: 'ports' },
};
export const LINES: PluralForms = {
  ru: { one: 'строка', few: 'строки', many: 'строк' },
  en: { one: 'line', other: 'lines' },
};
export const CHECKS: PluralForms = {
  ru: { one: 'проверка', few: 'проверки', many: 'проверок' },
  en: { one: 'check', other: 'checks' },
};
