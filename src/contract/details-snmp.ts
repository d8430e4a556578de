/** What the SNMP probes saw, as names and values for a person: versions, what the device says of itself, traps. */
import { factsOf } from './facts.ts';
import type { SnmpDevice, SnmpTrapFacts, SnmpVersionFact, SnmpVersionsFacts } from './facts-snmp.ts';
import type { Language, LocalText, ProbeKind } from './words.ts';

export interface Detail {
  readonly name: string;
  readonly value: string;
}

const WORDS = {
  answered: { ru: 'ответил за {time} мс', en: 'answered in {time} ms' },
  answeredLate: { ru: 'ответил', en: 'answered' },
  refused: { ru: 'сообщество не принято: {detail}', en: 'community refused: {detail}' },
  unreadable: { ru: 'ответ не читается: {detail}', en: 'unreadable reply: {detail}' },
  silent: { ru: 'молчит, запросов: {asked}', en: 'silent, requests: {asked}' },
  engine: { ru: 'отвечает, движок {detail}', en: 'answers, engine {detail}' },
  noEngine: { ru: 'молчит', en: 'silent' },
  strangers: { ru: 'Ответ с другого адреса', en: 'Reply from another address' },
  sent: { ru: 'Отправлено', en: 'Sent' },
  acknowledged: { ru: 'Подтверждение', en: 'Acknowledgement' },
  yes: { ru: 'есть', en: 'yes' },
  no: { ru: 'нет', en: 'no' },
} as const satisfies Record<string, LocalText>;

const DEVICE_NAMES = {
  model: { ru: 'Модель', en: 'Model' },
  printerName: { ru: 'Имя принтера', en: 'Printer name' },
  name: { ru: 'Имя в сети', en: 'System name' },
  serialNumber: { ru: 'Серийный номер', en: 'Serial number' },
  pageCount: { ru: 'Счётчик страниц', en: 'Page count' },
  printerState: { ru: 'Состояние печати', en: 'Printer state' },
  deviceState: { ru: 'Состояние устройства', en: 'Device state' },
  description: { ru: 'Описание', en: 'Description' },
  objectId: { ru: 'sysObjectID', en: 'sysObjectID' },
} as const satisfies Record<keyof SnmpDevice, LocalText>;

/** States of RFC 2790 that both lists share are said once. */
const STATES: Readonly<Record<string, LocalText>> = {
  other: { ru: 'другое', en: 'other' },
  unknown: { ru: 'неизвестно', en: 'unknown' },
  idle: { ru: 'готов', en: 'idle' },
  printing: { ru: 'печатает', en: 'printing' },
  warmup: { ru: 'прогревается', en: 'warming up' },
  running: { ru: 'работает', en: 'running' },
  warning: { ru: 'работает с предупреждением', en: 'running with a warning' },
  testing: { ru: 'проверяет себя', en: 'testing' },
  down: { ru: 'не работает', en: 'down' },
};

const TRAPS = {
  'v1-trap': { ru: 'ловушка v1', en: 'v1 trap' },
  'v2c-trap': { ru: 'ловушка v2c', en: 'v2c trap' },
} as const;

/** Empty for other probes and where nothing was seen. */
export function describeSnmpDetails(
  result: { readonly service: ProbeKind; readonly facts: Readonly<Record<string, unknown>> },
  language: Language,
): readonly Detail[] {
  const trap = factsOf(result, 'snmp-trap');
  if (trap !== null) return trapDetails(trap, language);
  const poll = factsOf(result, 'snmp');
  const look = poll ?? factsOf(result, 'snmp-versions');
  if (look === null) return [];
  return [...lookDetails(look, language), ...(poll?.device ? deviceDetails(poll.device, language) : [])];
}

function lookDetails({ versions, v3, strangers }: SnmpVersionsFacts, language: Language): readonly Detail[] {
  const details = versions.map((fact) => ({
    name: `SNMP ${fact.version}`,
    value: versionWords(fact, language),
  }));
  if (v3 !== null) {
    const value = say(v3.answered ? 'engine' : 'noEngine', language, { detail: v3.engineId ?? '?' });
    details.push({ name: 'SNMP v3', value });
  }
  if (strangers.length > 0) {
    const value = strangers.map(({ address, port }) => `${address}, ${port}`).join('; ');
    details.push({ name: say('strangers', language), value });
  }
  return details;
}

function versionWords({ outcome, rttMs, detail, asked }: SnmpVersionFact, language: Language): string {
  const known = outcome === 'answered' && rttMs === null ? 'answeredLate' : outcome;
  const time = new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(rttMs ?? 0);
  return say(known, language, { time, asked: String(asked), detail: detail ?? '?' });
}

function deviceDetails(device: SnmpDevice, language: Language): readonly Detail[] {
  return (Object.keys(DEVICE_NAMES) as (keyof SnmpDevice)[]).flatMap((key) => {
    const value = device[key];
    if (value === null) return [];
    const shown =
      typeof value === 'number'
        ? new Intl.NumberFormat(language).format(value)
        : key === 'printerState' || key === 'deviceState'
          ? (STATES[value]?.[language] ?? value)
          : value;
    return [{ name: DEVICE_NAMES[key][language], value: shown }];
  });
}

function trapDetails({ sent, asked, acknowledged }: SnmpTrapFacts, language: Language): readonly Detail[] {
  const shown = sent.map((kind) => (kind === 'inform' ? `inform × ${asked}` : TRAPS[kind][language]));
  return [
    { name: say('sent', language), value: shown.join(', ') },
    { name: say('acknowledged', language), value: say(acknowledged ? 'yes' : 'no', language) },
  ];
}

function say(
  word: keyof typeof WORDS,
  language: Language,
  places: Readonly<Record<string, string>> = {},
): string {
  return WORDS[word][language].replace(/\{(\w+)\}/g, (place, name: string) => places[name] ?? place);
}
