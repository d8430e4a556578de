/** The words that stand on the act only. */
import type { LocalText } from '../contract/words.ts';

export const ACT = {
  title: { ru: 'Акт проверки площадки', en: 'Site inspection act' },
  introOneDay: {
    ru: '{date} с {from} до {to} проверены сетевые условия для работы Принтум: {servers}; {devices}.',
    en: 'On {date} from {from} to {to} the network conditions for Printum were checked: {servers}; {devices}.',
  },
  introDays: {
    ru: 'С {from} до {to} проверены сетевые условия для работы Принтум: {servers}; {devices}.',
    en: 'From {from} to {to} the network conditions for Printum were checked: {servers}; {devices}.',
  },
  basis: {
    ru: 'Этап: {stage}, схема: {scheme}. Основание: требования Принтум, редакция\u00A0{revision}.',
    en: 'Stage: {stage}, scheme: {scheme}. Basis: Printum requirements, revision\u00A0{revision}.',
  },
  serverCount: { ru: 'серверов: {count}', en: '{count} servers' },
  noDevices: { ru: 'МФУ в профиле нет', en: 'no MFPs in the profile' },
  places: { ru: 'Откуда проверено', en: 'Checked from where' },
  columnPlace: { ru: 'Точка подключения', en: 'Place' },
  columnAddress: { ru: 'Адрес ноутбука', en: 'Laptop address' },
  columnTime: { ru: 'Время', en: 'Time' },
  columnProven: { ru: 'Напрямую', en: 'Directly' },
  columnUnproven: { ru: 'Не доказано', en: 'Not proven' },
  inside: { ru: 'Внутри сервера', en: 'Inside the server' },
  notTaken: { ru: 'не занималось', en: 'not taken' },
  share: { ru: '{count} из {all}', en: '{count} of {all}' },
  columnDeadline: { ru: 'Срок', en: 'Until' },
  nothingToMend: { ru: 'Исправлять нечего.', en: 'There is nothing to put right.' },
  nothingSeen: {
    ru: 'Причин не видно, но проверено ещё не всё.',
    en: 'No cause was seen, but not everything has been checked.',
  },
  more: { ru: 'и ещё {count}, см. чек-лист', en: 'and {count} more, see the checklist' },
  waived: { ru: 'Снято с проверки', en: 'Waived' },
  wholeTarget: { ru: '{target}, все требования', en: '{target}, all requirements' },
  from: { ru: 'от: {party}', en: 'from: {party}' },
  until: { ru: 'до {date}', en: 'until {date}' },
  attachments: { ru: 'Приложения: {list}.', en: 'Attached: {list}.' },
  checklist: { ru: 'чек-лист {number}', en: 'checklist {number}' },
  request: { ru: 'заявка на открытие портов {numbers}', en: 'firewall request {numbers}' },
  again: { ru: 'Повторная проверка назначена на', en: 'The next inspection is set for' },
  signatureStamp: { ru: 'подпись, место печати', en: 'signature, stamp' },
} as const satisfies Record<string, LocalText>;
