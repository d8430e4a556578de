/** Reasons of IPP checks: who answered in place of IPP, or how it answered. */
import type { ReasonText } from './reason-text.ts';

/** `seen` is the word of the IPP standard, or the HTTP reply. */
export const IPP_REASONS = {
  'ipp-login-required': {
    message: {
      ru: 'Служба IPP доступна и просит вход',
      en: 'The IPP service is reachable and asks for a login',
    },
    remedy: null,
  },
  'ipp-forbidden': {
    message: {
      ru: 'Служба IPP доступна, но этому адресу отвечать не разрешено ({seen})',
      en: 'The IPP service is reachable, but may not answer this address ({seen})',
    },
    remedy: {
      ru: 'Проверить список разрешённых адресов IPP на {host}: в нём должны быть все, кто печатает',
      en: 'Check the list of addresses allowed to use IPP on {host}: everyone who prints must be on it',
    },
  },
  'ipp-only-tls': {
    message: {
      ru: 'IPP отвечает только внутри TLS (IPPS)',
      en: 'IPP answers only within TLS (IPPS)',
    },
    remedy: {
      ru: 'Разрешить на {host} IPP без шифрования или настроить печать через IPPS',
      en: 'Allow unencrypted IPP on {host}, or set up printing over IPPS',
    },
  },
  'ipp-wants-upgrade': {
    message: {
      ru: 'Служба требует шифрования (HTTP 426), но TLS на порту не состоялся',
      en: 'The service demands encryption (HTTP 426), but no TLS connection could be made',
    },
    remedy: {
      ru: 'Поставить на {host} сертификат или разрешить IPP без шифрования',
      en: 'Install a certificate on {host}, or allow unencrypted IPP',
    },
  },
  'ipp-only-http': {
    message: {
      ru: 'Отвечает веб-сервер ({seen}), но не IPP',
      en: 'A web server answers ({seen}), but not IPP',
    },
    remedy: {
      ru: 'Включить IPP на {host}; если он включён, проверить, его ли это порт {port}',
      en: 'Switch on IPP on {host}; if it is on, check that {port} is its port',
    },
  },
  'ipp-error': {
    message: {
      ru: 'IPP отвечает, но ошибкой: {seen}',
      en: 'IPP answers, but with an error: {seen}',
    },
    remedy: {
      ru: 'Проверить состояние печати и журнал на {host}',
      en: 'Check the print service and its log on {host}',
    },
  },
  'ipp-no-queues': {
    message: {
      ru: 'CUPS отвечает, но очередей в нём нет',
      en: 'CUPS answers, but has no queues',
    },
    remedy: {
      ru: 'Завести очереди печати на {host}',
      en: 'Set up the print queues on {host}',
    },
  },
} as const satisfies Record<string, ReasonText>;
