/** The words that stand on paper only; everything shared with the screens is in contract/labels.ts. */
import type { CoverageState } from '../contract/coverage.ts';
import type { VerdictSign } from '../contract/labels.ts';
import type { ManualState } from '../contract/visit.ts';
import type { LocalText } from '../contract/words.ts';

export const PAPER = {
  product: { ru: 'Принтум: проверка площадки', en: 'Printum Site Check' },
  title: { ru: 'Чек-лист готовности площадки', en: 'Site readiness checklist' },
  filled: {
    ru: 'Сетевые требования Принтум, редакция {revision}. Заполнен по результатам проверок.',
    en: 'Printum network requirements, revision {revision}. Filled in from the results of checks.',
  },
  blank: {
    ru: 'Бланк для заполнения от руки. Сетевые требования Принтум, редакция {revision}.',
    en: 'Blank form, to be filled in by hand. Printum network requirements, revision {revision}.',
  },
  numberPrefix: { ru: 'ЧЛ', en: 'CL' },
  actPrefix: { ru: 'АКТ', en: 'ACT' },
  blankWord: { ru: 'бланк', en: 'blank' },
  numberSign: { ru: '№', en: 'No.' },
  dated: { ru: 'от {date}', en: 'of {date}' },
  demo: { ru: 'ДЕМО', en: 'DEMO' },
  demoNotice: {
    ru: 'Демонстрация: проверялись учебные службы на этом же компьютере. Ни одна сеть заказчика не проверялась.',
    en: 'Demonstration: practice services on this very computer were checked. No network of any customer was tested.',
  },
  demoBlank: {
    ru: 'Демонстрация: это учебная площадка, а не сеть заказчика.',
    en: 'Demonstration: this is a practice site, not the network of a customer.',
  },
  customer: { ru: 'Заказчик', en: 'Customer' },
  site: { ru: 'Площадка', en: 'Site' },
  servers: { ru: 'Сервер', en: 'Server' },
  devices: { ru: 'Устройства', en: 'Devices' },
  devicesInSubnet: { ru: '{count}, все в {subnet}', en: '{count}, all in {subnet}' },
  devicesBetween: {
    ru: '{count}, адреса от {first} до {last}',
    en: '{count}, addresses from {first} to {last}',
  },
  noDevices: { ru: 'в профиле нет', en: 'none in the profile' },
  engineer: { ru: 'Инженер', en: 'Engineer' },
  fromCustomer: { ru: 'От заказчика', en: 'For the customer' },
  stageAndScheme: { ru: 'Этап, схема', en: 'Stage, scheme' },
  stage: { ru: 'Этап', en: 'Stage' },
  dateAndTime: { ru: 'Дата, время', en: 'Date, time' },
  origin: { ru: 'Откуда', en: 'From where' },
  allPlaces: { ru: 'все 3 точки', en: 'all 3 places' },
  placesOf: { ru: '{count} из 3 точек', en: '{count} of 3 places' },
  stopped: { ru: 'Остановлено: {done} из {planned}', en: 'Stopped: {done} of {planned}' },
  stoppedRest: { ru: 'остальное не проверялось.', en: 'the rest was not checked.' },
  causes: { ru: 'Что нужно исправить', en: 'What has to be put right' },
  columnCause: { ru: 'Причина и что сделать', en: 'Cause and what to do' },
  columnWho: { ru: 'Кто', en: 'Who' },
  moreCauses: {
    ru: 'И ещё причин: {count}, они видны в строках.',
    en: 'And {count} more causes, seen in the rows.',
  },
  qr: { ru: 'номер и хеш результатов', en: 'number and hash of the results' },
  signedAt: { ru: 'подписано в программе {when}', en: 'signed in the program {when}' },
  columnRow: { ru: '№', en: 'No.' },
  columnPort: { ru: 'Порт', en: 'Port' },
  columnRequirement: { ru: 'Требование', en: 'Requirement' },
  columnSeen: { ru: 'Что увидели', en: 'What was seen' },
  columnVerdict: { ru: 'Вывод', en: 'Verdict' },
  columnProof: { ru: 'Подтверждение', en: 'Proof' },
  columnAccepted: { ru: 'Принято', en: 'Accepted' },
  columnResult: { ru: 'Результат', en: 'Result' },
  columnRemark: { ru: 'Замечание', en: 'Remark' },
  optional: { ru: 'не обязательно', en: 'not required' },
  ofAll: { ru: '{count} из {all}', en: '{count} of {all}' },
  remedy: { ru: 'Что сделать:', en: 'What to do:' },
  remark: { ru: 'Замечание:', en: 'Remark:' },
  notChecked: { ru: 'Не проверено:', en: 'Not checked:' },
  cause: { ru: 'Причина:', en: 'Cause:' },
  waivedMark: { ru: 'Снято:', en: 'Waived:' },
  noteMark: { ru: 'Заметка:', en: 'Note:' },
  photoCount: { ru: 'снимков: {count}', en: 'photos: {count}' },
  placeReason: {
    ru: 'адрес точке не подходит, причина: {reason}',
    en: 'the address does not fit the place, reason: {reason}',
  },
  manual: { ru: 'Осмотр вручную', en: 'Checked by hand' },
  manualUnseen: { ru: 'не смотрели', en: 'not looked at' },
  saidBy: { ru: 'со слов: {who}', en: 'as told by {who}' },
  coverage: { ru: 'Что доказано и чем', en: 'What is proven, and by what' },
  columnServers: { ru: 'Серверы', en: 'Servers' },
  columnDevices: { ru: 'МФУ', en: 'MFPs' },
  columnExternal: { ru: 'Внешние', en: 'External' },
  columnLastProof: { ru: 'Откуда и когда', en: 'Where and when' },
  inAppendix: { ru: 'список в приложении', en: 'listed in the appendix' },
  sameOrigin: { ru: 'оттуда же', en: 'from the same place' },
  notVisited: {
    ru: 'не проверялось: {origin} запуска не было',
    en: 'not checked: there was no run {origin}',
  },
  seenIndirectly: { ru: 'косвенно {origin}', en: 'indirectly {origin}' },
  onlyIndirectly: { ru: 'только косвенно {origin}', en: 'only indirectly {origin}' },
  onlyServerProves: { ru: 'доказывает только сам сервер', en: 'only the server itself can prove it' },
  appendix: { ru: 'Приложение. МФУ с замечаниями', en: 'Appendix. MFPs with problems' },
  columnDevice: { ru: 'МФУ', en: 'MFP' },
  columnAddress: { ru: 'Адрес', en: 'Address' },
  columnPorts: { ru: 'Порты', en: 'Ports' },
  columnLocation: { ru: 'Место', en: 'Location' },
  controlsHeld: {
    ru: 'Самоконтроль: порты-приманки не открылись ({hosts}), открытым портам можно верить.',
    en: 'Self-check: no decoy port opened ({hosts}), open ports can be trusted.',
  },
  controlsFailed: {
    ru: 'Самоконтроль не прошёл: «открыты» и порты-приманки, которые должны быть закрыты: {targets}. Кто-то на пути отвечает за узел: открытому порту без ответа службы верить нельзя.',
    en: 'The self-check failed: decoy ports that must be closed are “open” as well: {targets}. Something on the path answers in place of the host: an open port without a reply of its service cannot be trusted.',
  },
  controlsUnknown: {
    ru: 'Самоконтроль не удалось провести: {hosts}.',
    en: 'The self-check could not be made: {hosts}.',
  },
  controlsNone: {
    ru: 'Самоконтроль (порты-приманки) не проводился.',
    en: 'No self-check (decoy ports) was made.',
  },
  outdated: {
    ru: 'Не показаны результаты прежних запусков для адресов, которых в профиле больше нет: {count}.',
    en: 'Results of earlier runs for addresses that are no longer in the profile are not shown: {count}.',
  },
  engineerSignature: { ru: 'Инженер', en: 'Engineer' },
  customerSignature: { ru: 'Представитель заказчика', en: 'For the customer' },
  signature: { ru: 'подпись', en: 'signature' },
  signedName: { ru: 'фамилия, должность', en: 'name, position' },
  date: { ru: 'дата', en: 'date' },
  closing: {
    ru: 'Документ {number}. Запуски: {runs}. SHA-256 результатов: {digest}.',
    en: 'Document {number}. Runs: {runs}. SHA-256 of the results: {digest}.',
  },
  footSite: { ru: 'площадка {id}', en: 'site {id}' },
  footRuns: { ru: 'результаты {ids}', en: 'results {ids}' },
  footBlank: { ru: 'бланк без результатов', en: 'blank form without results' },
  footTable: {
    ru: 'по таблице требований, без проверок',
    en: 'from the table of requirements, no checks yet',
  },
  footTool: {
    ru: 'Принтум: проверка площадки {version} · требования Принтум, ред. {revision} от {updated}',
    en: 'Printum Site Check {version} · Printum requirements, rev. {revision} of {updated}',
  },
  footPage: { ru: 'Страница {page} из {pages}', en: 'Page {page} of {pages}' },
  footMade: { ru: 'составлен {time}', en: 'made {time}' },
  yesRule: {
    ru: '«Да» ставится, только если проверка шла с той точки, которая указана в заголовке раздела. Увиденное с другой точки пишите в замечание.',
    en: 'Tick “yes” only if the check was made from the place named in the heading of the section. What was seen from another place goes under “Remark”.',
  },
  yes: { ru: 'да', en: 'yes' },
  no: { ru: 'нет', en: 'no' },
  notApplicable: { ru: 'н/п', en: 'n/a' },
  laptopAddress: { ru: 'адрес ноутбука', en: 'laptop address' },
  time: { ru: 'время', en: 'time' },
  deviceAnswers: { ru: 'устройство отвечает', en: 'the device answers' },
  howMany: { ru: 'сколько из {all}:', en: 'how many of {all}:' },
} as const satisfies Record<string, LocalText>;

/** After the number in the readiness box. */
export const STATE_WORDS: Readonly<Record<CoverageState, LocalText>> = {
  proven: { ru: 'доказано', en: 'proven' },
  failed: { ru: 'не выполнено', en: 'failed' },
  'fail-indirect': { ru: 'не пройдено косвенно', en: 'failed, seen indirectly' },
  'not-seen': { ru: 'не доказано', en: 'not proven' },
  indirect: { ru: 'только косвенно', en: 'only indirectly' },
  remark: { ru: 'с замечанием', en: 'with a remark' },
  waived: { ru: 'снято', en: 'waived' },
};

/** An item that a person looked at. */
export const MANUAL_WORDS: Readonly<Record<ManualState, LocalText>> = {
  done: { ru: 'да', en: 'yes' },
  'not-done': { ru: 'нет', en: 'no' },
  'not-applicable': { ru: 'не применимо', en: 'not applicable' },
};

export const STATE_SIGNS: Readonly<Record<CoverageState, VerdictSign>> = {
  proven: 'pass',
  failed: 'fail',
  'fail-indirect': 'fail-indirect',
  'not-seen': 'not-seen',
  indirect: 'answers',
  remark: 'warn',
  waived: 'waived',
};

/** What a sign means where the word beside it in the table does not say all. */
export const SIGN_LEGEND: Readonly<Partial<Record<VerdictSign, LocalText>>> = {
  pass: { ru: 'пройдено, напрямую', en: 'passed, direct' },
  answers: { ru: 'отвечает, путь не доказан', en: 'answers, path not proven' },
  warn: { ru: 'внимание', en: 'attention' },
  fail: { ru: 'не пройдено', en: 'failed' },
  'fail-indirect': { ru: 'не пройдено, увидено косвенно', en: 'failed, seen indirectly' },
  skip: { ru: 'пропущено', en: 'skipped' },
  'other-place': { ru: 'не отсюда: доказывается в другом месте', en: 'not from here: proven elsewhere' },
  error: {
    ru: 'не удалось: программа не умеет или не смогла проверить',
    en: 'could not run: the program cannot or could not check it',
  },
  'not-seen': { ru: 'не смотрели', en: 'not looked at' },
  waived: { ru: 'снято с причиной', en: 'waived with a reason' },
};
