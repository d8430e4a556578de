/** What the command line says while it listens in the place of the server. */
import type { HeardDevice } from '../contract/traps.ts';
import type { Language } from '../contract/words.ts';

const RU = {
  listening: (where: string, port: number, seconds: number) =>
    `Слушаю ловушки SNMP: ${where}, порт ${port}/udp, секунд: ${seconds}. Ctrl+C: закончить раньше`,
  everyAddress: 'все адреса',
  left: (clock: string, received: number) => `осталось ${clock}, пришло: ${received}`,
  headings: { device: 'Устройство', host: 'Адрес', state: 'Ловушки' },
  states: (device: HeardDevice, state: 'heard' | 'refused' | 'silent') =>
    ({
      heard: `пришли: ${device.accepted}`,
      refused: `пришли с другим сообществом или в v3: ${device.refused}`,
      silent: 'ни одной',
    })[state],
  stranger: 'не из профиля',
  community: { accepted: 'сообщество принято', refused: 'сообщество другое', none: 'SNMP v3' },
  kinds: { trap: 'ловушка', inform: 'inform', hidden: 'зашифрована' },
  counts: (received: number, strangers: number, unreadable: number) =>
    `Всего ловушек: ${received}, не из профиля: ${strangers}, непонятных пакетов: ${unreadable}`,
  beyond: (kept: number) => `Подробно сохранены первые ${kept}`,
  noDevices: 'В профиле нет устройств: сверить не с чем',
  thisComputer: 'адрес этого компьютера',
} as const;

type Widen<T> = T extends string
  ? string
  : T extends (...values: infer V) => string
    ? (...values: V) => string
    : { readonly [K in keyof T]: Widen<T[K]> };

const EN: Widen<typeof RU> = {
  listening: (where, port, seconds) =>
    `Listening for SNMP traps: ${where}, port ${port}/udp, seconds: ${seconds}. Ctrl+C ends it sooner`,
  everyAddress: 'all addresses',
  left: (clock, received) => `${clock} left, received: ${received}`,
  headings: { device: 'Device', host: 'Address', state: 'Traps' },
  states: (device, state) =>
    ({
      heard: `received: ${device.accepted}`,
      refused: `received with another community or in v3: ${device.refused}`,
      silent: 'none',
    })[state],
  stranger: 'not in the profile',
  community: { accepted: 'community accepted', refused: 'another community', none: 'SNMP v3' },
  kinds: { trap: 'trap', inform: 'inform', hidden: 'encrypted' },
  counts: (received, strangers, unreadable) =>
    `Traps in all: ${received}, not in the profile: ${strangers}, other datagrams: ${unreadable}`,
  beyond: (kept) => `Kept in detail: the first ${kept}`,
  noDevices: 'The profile has no devices to compare with',
  thisComputer: 'the address of this computer',
};

export const STANDIN_TEXTS: Readonly<Record<Language, Widen<typeof RU>>> = { ru: RU, en: EN };
