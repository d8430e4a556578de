/** Causes that lie with this laptop, or with something near it that answers for everybody. */
import type { CauseText } from './cause-text.ts';

export const LAPTOP_CAUSES = {
  'laptop-without-network': {
    title: { ru: 'Ноутбук без сети', en: 'The laptop has no network' },
    explanation: {
      ru: 'Ни один пакет не ушёл дальше ноутбука ({errno}), проверок: {count}. О площадке это ничего не говорит.',
      en: 'Not one packet got beyond the laptop ({errno}), checks: {count}. That says nothing about the site.',
    },
    remedy: {
      ru: 'Проверить кабель, интерфейс, адрес, маску и шлюз ноутбука, затем повторить все проверки.',
      en: 'Check the cable, the interface, and the address, mask and gateway of the laptop, then repeat all checks.',
    },
    addressee: 'engineer',
  },
  'no-route-to-network': {
    title: { ru: 'Нет маршрута до {network}', en: 'No route to {network}' },
    explanation: {
      ru: 'Другие сети достижимы, а в {network} пакеты отправить некуда ({errno}): {hosts}, проверок: {count}. Маршрута нет у ноутбука или у его шлюза.',
      en: 'Other networks can be reached, but there is no way to send to {network} ({errno}): {hosts}, checks: {count}. The laptop or its gateway has no route.',
    },
    remedy: {
      ru: 'Проверить шлюз ноутбука; если он верен, завести на шлюзе маршрут до {network} и обратный маршрут.',
      en: 'Check the gateway of the laptop; if it is right, add a route to {network} on the gateway, and one back.',
    },
    addressee: 'network-admin',
  },
  'laptop-clock-off': {
    title: { ru: 'Часы ноутбука {ahead} на {offset}', en: 'The clock of the laptop is {offset} {ahead}' },
    explanation: {
      ru: 'Время в ответах узлов ({hosts}) согласуется между собой и расходится с часами ноутбука. Сроки сертификатов по этим часам судить нельзя.',
      en: 'The times in the answers of {hosts} agree with each other and not with the laptop. Dates of certificates cannot be judged by this clock.',
    },
    remedy: {
      ru: 'Поставить на ноутбуке верное время и часовой пояс, затем повторить проверки.',
      en: 'Set the right time and time zone on the laptop, then repeat the checks.',
    },
    addressee: 'engineer',
  },
  'server-clock-off': {
    title: { ru: 'Часы {hosts} {ahead} на {offset}', en: 'The clock of {hosts} is {offset} {ahead}' },
    explanation: {
      ru: 'Другие узлы согласны с часами ноутбука, а {hosts} нет. Из-за этого ломаются вход через домен, сроки сертификатов и время в журналах.',
      en: 'Other hosts agree with the clock of the laptop, {hosts} does not. That breaks domain logins, certificate dates and times in logs.',
    },
    remedy: {
      ru: 'Настроить на {hosts} синхронизацию времени (NTP) и проверить часовой пояс.',
      en: 'Set up time synchronisation (NTP) on {hosts} and check its time zone.',
    },
    addressee: 'printum-admin',
  },
  'clocks-differ': {
    title: {
      ru: 'Часы {hosts} и ноутбука расходятся на {offset}',
      en: 'The clocks of {hosts} and the laptop are {offset} apart',
    },
    explanation: {
      ru: 'Время узнали только у {hosts}, поэтому не видно, чьи часы неверны. По часам ноутбука сравнивались и сроки сертификатов.',
      en: 'Only {hosts} told its time, so whose clock is wrong cannot be seen. Certificate dates were compared with the clock of the laptop too.',
    },
    remedy: {
      ru: 'Сверить часы ноутбука с точным временем; если они верны, настроить синхронизацию времени на {hosts}.',
      en: 'Compare the laptop with the exact time; if it is right, set up time synchronisation on {hosts}.',
    },
    addressee: 'engineer',
  },
  'everything-open': {
    title: { ru: '«Открыто» всё подряд {origin}', en: 'Everything looks “open” {origin}' },
    explanation: {
      ru: 'У всех проверенных узлов ({hosts}) «открыт» и порт-приманка, на котором никого нет. За узлы отвечает что-то рядом с ноутбуком: его антивирус, прозрачный прокси или шлюз с защитой от SYN-атак. Открытому порту без ответа службы верить нельзя.',
      en: 'On all hosts that were tried ({hosts}) even the decoy port, where nobody is, looks “open”. Something near the laptop answers for the hosts: its antivirus, a transparent proxy, or a gateway with SYN protection. An open port without a reply cannot be trusted.',
    },
    remedy: {
      ru: 'Отключить на ноутбуке проверку трафика антивирусом и VPN; если не поможет, исключить на шлюзе адрес ноутбука из прокси и SYN-защиты. Затем повторить.',
      en: 'Switch off traffic scanning of the antivirus and the VPN on the laptop; if that does not help, exempt the address of the laptop from proxy and SYN protection on the gateway. Then repeat.',
    },
    addressee: 'engineer',
  },
  'host-everything-open': {
    title: { ru: 'За {hosts} отвечает кто-то на пути', en: 'Something answers in place of {hosts}' },
    explanation: {
      ru: '«Открыт» даже порт-приманка, на котором никого нет, а у других узлов такого не видно. Соединения принимает прокси или SYN-защита перед {hosts}, и открытый порт ({ports}) ещё не значит, что служба есть.',
      en: 'Even the decoy port, where nobody is, looks “open”, and other hosts show nothing of the kind. A proxy or SYN protection before {hosts} accepts the connections, so an open port ({ports}) does not mean that there is a service.',
    },
    remedy: {
      ru: 'Найти на пути к {hosts} прокси или SYN-защиту, отключить её для {source} → {hosts} и повторить.',
      en: 'Find the proxy or SYN protection before {hosts}, switch it off for {source} → {hosts}, and repeat.',
    },
    addressee: 'network-admin',
  },
} as const satisfies Record<string, CauseText>;
