/** Reasons of checks that got a connection: the service answered well, with a remark, or wrongly. */
import type { ReasonText } from './reason-text.ts';

export const SERVICE_REASONS = {
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
  'decoy-unknown': {
    message: {
      ru: 'Порт открыт, но порт-приманку {other} на {host} проверить не удалось: не отвечает ли за узел кто-то на пути, неизвестно',
      en: 'The port is open, but the decoy port {other} on {host} could not be checked: whether something answers for the host is not known',
    },
    remedy: {
      ru: 'Проверить антивирус и межсетевой экран этого компьютера и повторить',
      en: 'Check the antivirus and the firewall of this computer, then repeat',
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
  'reply-too-large': {
    message: {
      ru: 'Порт открыт, но ответ длиннее допустимого: служба шлёт данные без конца',
      en: 'The port is open, but the reply is longer than allowed: the service sends without end',
    },
    remedy: {
      ru: 'Проверить, что за программа занимает порт {port} на {host}',
      en: 'Find out which program holds port {port} on {host}',
    },
  },
} as const satisfies Record<string, ReasonText>;
