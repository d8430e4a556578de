/** Causes in the quality of a path, in words: how long it takes, how evenly, and what size of packet it carries. */
import type { CauseText } from './cause-text.ts';

/**
 * Places: where (network or host), bestMs, spreadMs, slowestMs, count (of measured connections), from (the source),
 * hosts, clues (sentences about what works and what stalls), rate (Mbit/s), limitMs.
 */
export const PATH_CAUSES = {
  'path-slow': {
    title: { ru: '{where}: задержка {bestMs} мс', en: '{where}: latency {bestMs} ms' },
    explanation: {
      ru: 'Даже самое быстрое соединение установилось за {bestMs} мс (измерений: {count}). Устройство без масштабирования окна TCP держит в пути не больше 64 КБ, поэтому быстрее {rate} Мбит/с скан не пойдёт, а экраны встроенного приложения будут открываться медленно.',
      en: 'Even the fastest connection took {bestMs} ms to set up (measurements: {count}). A device without TCP window scaling keeps at most 64 KB on the way, so a scan goes no faster than {rate} Mbit/s, and screens of the embedded application open slowly.',
    },
    remedy: {
      ru: 'Найти, где копится задержка между {from} и {where}: загруженный канал, VPN или Wi-Fi на пути. Для сканов нужен путь с задержкой меньше {limitMs} мс.',
      en: 'Find where the delay between {from} and {where} comes from: a busy line, a VPN or Wi-Fi on the path. Scans need a path with less than {limitMs} ms.',
    },
    addressee: 'network-admin',
  },
  'path-uneven': {
    title: {
      ru: '{where}: задержка скачет на {spreadMs} мс',
      en: '{where}: latency varies by {spreadMs} ms',
    },
    explanation: {
      ru: 'Одни соединения устанавливаются за {fastestMs} мс, другие за {slowestMs} мс (измерений: {count}). Так ведут себя потери пакетов и перегруженный канал: передача скана будет замирать и повторяться.',
      en: 'Some connections take {fastestMs} ms to set up, others {slowestMs} ms (measurements: {count}). Packet loss and a busy line do this: the delivery of a scan will stall and start again.',
    },
    remedy: {
      ru: 'Проверить потери и загрузку канала между {from} и {where}: ошибки на портах коммутаторов, Wi-Fi, ограничения скорости.',
      en: 'Check loss and load of the line between {from} and {where}: errors on switch ports, Wi-Fi, rate limits.',
    },
    addressee: 'network-admin',
  },
  'large-packets-lost': {
    title: {
      ru: 'Похоже, до {hosts} не доходят большие пакеты (MTU)',
      en: 'Large packets seem not to get through to {hosts} (MTU)',
    },
    explanation: {
      ru: 'Соединения и короткие ответы проходят, а обмен длиннее одного пакета замирает. {clues} Так бывает, когда на пути (VPN, туннель) размер пакета меньше обычного, а сообщения ICMP «нужна фрагментация» отброшены.',
      en: 'Connections and short replies get through, but anything longer than one packet stalls. {clues} This happens where the path (a VPN, a tunnel) carries smaller packets than usual and drops the ICMP messages “fragmentation needed”.',
    },
    remedy: {
      ru: 'Пропускать ICMP «нужна фрагментация» (тип 3, код 4) между {from} и {hosts} или ограничить на пути размер сегмента TCP (MSS clamping).',
      en: 'Let ICMP “fragmentation needed” (type 3, code 4) pass between {from} and {hosts}, or clamp the TCP segment size (MSS) on the path.',
    },
    addressee: 'network-admin',
  },
} as const satisfies Record<string, CauseText>;
