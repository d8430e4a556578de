/** Reasons of checks without a connection: the network, the place of the run, or the tool itself. */
import type { ReasonText } from './reason-text.ts';

export const NETWORK_REASONS = {
  // No connection
  refused: {
    message: {
      ru: 'В соединении отказано ({errno}): служба не запущена или отказывает брандмауэр',
      en: 'The connection was refused ({errno}): the service is not running, or a firewall refuses',
    },
    remedy: {
      ru: 'Запустить службу на {host}, порт {port}/{transport}; если она работает, разрешить {from} → {host}',
      en: 'Start the service on {host}, port {port}/{transport}; if it runs, allow {from} → {host}',
    },
  },
  'no-answer': {
    message: {
      ru: 'Ответа нет, попыток: {attempts}. Пакеты отбрасывает фильтр, или узел молчит',
      en: 'No answer, attempts: {attempts}. A filter drops the packets, or the host is silent',
    },
    remedy: {
      ru: 'Разрешить {from} → {host}, {transport} {port}',
      en: 'Allow {from} → {host}, {transport} {port}',
    },
  },
  'rejected-by-network': {
    message: {
      ru: 'Сеть ответила запретом ({errno}): брандмауэр отклоняет, или узел в своей сети не отзывается',
      en: 'The network answered with a rejection ({errno}): a firewall rejects, or the host does not respond on its own network',
    },
    remedy: {
      ru: 'Разрешить {from} → {host}, {transport} {port}; убедиться, что {host} включён',
      en: 'Allow {from} → {host}, {transport} {port}; make sure that {host} is on',
    },
  },
  'no-route': {
    message: {
      ru: 'Нет маршрута до узла ({errno})',
      en: 'There is no route to the host ({errno})',
    },
    remedy: {
      ru: 'Проверить кабель, адрес и шлюз ноутбука, затем маршрут до {host}',
      en: 'Check the cable, address and gateway of the laptop, then the route to {host}',
    },
  },
  'name-not-found': {
    message: {
      ru: 'Имя {host} не находится ({errno})',
      en: 'The name {host} is not found ({errno})',
    },
    remedy: {
      ru: 'Проверить имя в профиле и запись {host} на сервере DNS, который выдан ноутбуку',
      en: 'Check the name in the profile and the record {host} on the DNS server that the laptop was given',
    },
  },
  // Nothing was probed
  'other-viewpoint': {
    message: {
      ru: 'Направление начинается в другом месте и отсюда не доказывается',
      en: 'The flow starts at another place and cannot be proven from here',
    },
    remedy: null,
  },
  'inside-one-server': {
    message: {
      ru: 'Направление внутри одного сервера: его доказывает только сам сервер',
      en: 'The flow stays inside one server: only that server can prove it',
    },
    remedy: null,
  },
  'indirect-no-evidence': {
    message: {
      ru: 'Ответа нет, но отсюда это ничего не значит: направление начинается в другом месте',
      en: 'No answer, which means nothing from here: the flow starts at another place',
    },
    remedy: null,
  },
  'not-selected': {
    message: { ru: 'Не выбрано для этого запуска', en: 'Not selected for this run' },
    remedy: null,
  },
  interrupted: {
    message: { ru: 'Запуск остановлен раньше', en: 'The run was stopped before this check' },
    remedy: null,
  },
  // The tool could not do it
  'not-implemented': {
    message: {
      ru: 'Эта версия программы ещё не умеет проверять {service}',
      en: 'This version of the program cannot check {service} yet',
    },
    remedy: {
      ru: 'Проверить вручную и отметить на бумаге',
      en: 'Check it by hand and note it on paper',
    },
  },
  'local-address-unavailable': {
    message: {
      ru: 'Адреса {seen} на этом компьютере больше нет ({errno})',
      en: 'The address {seen} is no longer on this computer ({errno})',
    },
    remedy: {
      ru: 'Проверить кабель, выбрать интерфейс заново и повторить',
      en: 'Check the cable, choose the interface again and repeat',
    },
  },
  'blocked-on-this-computer': {
    message: {
      ru: 'Соединение запретил этот компьютер ({errno}): его брандмауэр или антивирус',
      en: 'This computer itself forbade the connection ({errno}): its firewall or antivirus',
    },
    remedy: {
      ru: 'Разрешить программе исходящие соединения на ноутбуке и повторить',
      en: 'Allow the program outgoing connections on the laptop and repeat',
    },
  },
  'name-service-failed': {
    message: {
      ru: 'Сервер имён не ответил ({errno}), поэтому адрес {host} неизвестен',
      en: 'The name server did not answer ({errno}), so the address of {host} is unknown',
    },
    remedy: {
      ru: 'Проверить сервер DNS, выданный ноутбуку, или указать в профиле IP-адрес',
      en: 'Check the DNS server given to the laptop, or put the IP address in the profile',
    },
  },
  'tool-failed': {
    message: {
      ru: 'Программа не смогла выполнить проверку ({errno})',
      en: 'The program could not carry out the check ({errno})',
    },
    remedy: {
      ru: 'Повторить проверку; если не поможет, сохранить результат в JSON и передать в поддержку',
      en: 'Repeat the check; if that does not help, save the result as JSON and send it to support',
    },
  },
} as const satisfies Record<string, ReasonText>;
