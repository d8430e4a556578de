/** Why a check got its verdict: one code, what was seen and what to do about it, in each language. */
import type { Language, LocalText } from './words.ts';

interface ReasonText {
  /** What was seen and what it means. */
  readonly message: LocalText;
  /** What to do, and nothing where nothing is to be done. */
  readonly remedy: LocalText | null;
}

/** Texts may hold `{name}` places: host, port, transport, errno, from, seen, name, date, status, other. */
const REASONS = {
  // The service answered
  'service-confirmed': {
    message: { ru: 'Служба ответила по своему протоколу', en: 'The service answered in its own protocol' },
    remedy: null,
  },
  'port-open': {
    message: { ru: 'Соединение установлено', en: 'The connection was established' },
    remedy: null,
  },
  'login-required': {
    message: {
      ru: 'Служба доступна и просит вход (HTTP {status})',
      en: 'The service is reachable and asks for a login (HTTP {status})',
    },
    remedy: null,
  },
  'open-before-install': {
    message: {
      ru: 'Порт открыт: путь есть. Служба до установки не оценивается',
      en: 'The port is open: the path exists. The service is not judged before installation',
    },
    remedy: null,
  },
  'answers-elsewhere': {
    message: {
      ru: 'Служба отвечает, но путь от того места, где начинается направление, не доказан',
      en: 'The service answers, but the path from where the flow starts is not proven',
    },
    remedy: null,
  },
  // It answered, with a remark
  'server-error': {
    message: {
      ru: 'Служба доступна, но отвечает ошибкой HTTP {status}',
      en: 'The service is reachable but answers with the error HTTP {status}',
    },
    remedy: {
      ru: 'Проверить состояние службы и её журнал на {host}',
      en: 'Check the service and its log on {host}',
    },
  },
  'certificate-expired': {
    message: {
      ru: 'TLS работает, но срок сертификата истёк {date}',
      en: 'TLS works, but the certificate expired on {date}',
    },
    remedy: { ru: 'Заменить сертификат на {host}', en: 'Replace the certificate on {host}' },
  },
  'certificate-not-yet-valid': {
    message: {
      ru: 'TLS работает, но сертификат действует только с {date}',
      en: 'TLS works, but the certificate is valid only from {date}',
    },
    remedy: {
      ru: 'Сверить часы ноутбука и {host}; если они верны, заменить сертификат',
      en: 'Compare the clocks of the laptop and {host}; if both are right, replace the certificate',
    },
  },
  'certificate-name-mismatch': {
    message: {
      ru: 'TLS работает, но сертификат выдан на другое имя: {seen}',
      en: 'TLS works, but the certificate is for another name: {seen}',
    },
    remedy: {
      ru: 'Выпустить сертификат с именем {host}',
      en: 'Issue a certificate with the name {host}',
    },
  },
  'decoy-open': {
    message: {
      ru: 'Порт открыт, но на {host} «открыт» и порт-приманка {other}: открытому порту без ответа службы верить нельзя',
      en: 'The port is open, but so is the decoy port {other} on {host}: an open port without a reply cannot be trusted',
    },
    remedy: {
      ru: 'Найти на пути прокси, антивирус или защиту от SYN-атак, которая отвечает за узел, и повторить',
      en: 'Find the proxy, antivirus or SYN protection that answers in place of the host, then repeat',
    },
  },
  'mismatch-before-install': {
    message: {
      ru: 'Порт открыт, но отвечает не та служба: {seen}',
      en: 'The port is open, but another service answers: {seen}',
    },
    remedy: {
      ru: 'Убедиться, что адрес {host} верен и порт {port} к установке освободят',
      en: 'Make sure that the address {host} is right and that port {port} will be free for the installation',
    },
  },
  'refused-before-install': {
    message: {
      ru: 'Отказ вернулся ({errno}): сеть пропускает или брандмауэр отвечает вместо узла. Службы до установки нет',
      en: 'The refusal came back ({errno}): the network lets it through, or a firewall answers for the host. There is no service before installation',
    },
    remedy: {
      ru: 'Доказать путь: повторить, когда на {host} порт {port} кто-то слушает',
      en: 'Prove the path: repeat while something listens on port {port} of {host}',
    },
  },
  // It answered wrongly
  'plain-http-on-tls-port': {
    message: { ru: 'На порту HTTPS отвечает обычный HTTP', en: 'Plain HTTP answers on the HTTPS port' },
    remedy: {
      ru: 'Включить TLS на порту {port} узла {host} и поставить сертификат',
      en: 'Switch on TLS on port {port} of {host} and install a certificate',
    },
  },
  'tls-on-plain-port': {
    message: { ru: 'На порту HTTP отвечает TLS', en: 'TLS answers on the HTTP port' },
    remedy: {
      ru: 'Настроить на порту {port} узла {host} обычный HTTP: возможно, порты пары перепутаны',
      en: 'Serve plain HTTP on port {port} of {host}: the ports of the pair may be swapped',
    },
  },
  'unexpected-protocol': {
    message: {
      ru: 'На порту отвечает другая служба: {seen}',
      en: 'Another service answers on the port: {seen}',
    },
    remedy: {
      ru: 'Проверить, что за программа занимает порт {port} на {host}',
      en: 'Find out which program holds port {port} on {host}',
    },
  },
  'tls-failed': {
    message: {
      ru: 'Порт открыт, но TLS-соединение не состоялось ({errno})',
      en: 'The port is open, but no TLS connection could be made ({errno})',
    },
    remedy: {
      ru: 'Проверить настройки TLS на порту {port} узла {host}: версии, шифры, сертификат',
      en: 'Check the TLS settings of port {port} on {host}: versions, ciphers, certificate',
    },
  },
  'silent-service': {
    message: {
      ru: 'Порт открыт, но служба молчит',
      en: 'The port is open, but the service says nothing',
    },
    remedy: {
      ru: 'Проверить службу на порту {port} узла {host}: она могла зависнуть или за неё отвечает прокси',
      en: 'Check the service on port {port} of {host}: it may hang, or a proxy answers in its place',
    },
  },
  'hung-up': {
    message: {
      ru: 'Порт открыт, но соединение оборвано без ответа ({errno})',
      en: 'The port is open, but the connection was cut without a reply ({errno})',
    },
    remedy: {
      ru: 'Проверить журнал службы на {host} и фильтр содержимого на пути: разрыв делает один из них',
      en: 'Check the log of the service on {host} and any content filter on the path: one of them cuts it',
    },
  },
  'reply-too-slow': {
    message: {
      ru: 'Порт открыт, но полный ответ не пришёл за отведённое время',
      en: 'The port is open, but no complete reply came in time',
    },
    remedy: {
      ru: 'Проверить нагрузку на {host} и качество канала; увеличить время ожидания в профиле и повторить',
      en: 'Check the load of {host} and the line; raise the timeout in the profile and repeat',
    },
  },
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

export type ReasonCode = keyof typeof REASONS;
export const REASON_CODES = Object.keys(REASONS) as [ReasonCode, ...ReasonCode[]];

export type ReasonParams = Readonly<Record<string, string | number>>;

/** What was seen, in words. A place without its parameter stays visible as `{name}`; a test forbids it. */
export function reasonMessage(code: ReasonCode, params: ReasonParams | undefined, language: Language): string {
  return fill(REASONS[code].message[language], params);
}

/** What to do, or null where nothing is to be done. */
export function reasonRemedy(
  code: ReasonCode,
  params: ReasonParams | undefined,
  language: Language,
): string | null {
  const remedy: LocalText | null = REASONS[code].remedy;
  return remedy === null ? null : fill(remedy[language], params);
}

function fill(text: string, params: ReasonParams | undefined): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(params?.[name] ?? place));
}
