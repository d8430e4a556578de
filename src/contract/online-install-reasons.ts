/** Reasons of the online installation: how the vendor's site was reached, and who stands on the way to it. */
import type { ReasonText } from './reason-text.ts';

/** `proxy` is `host:port`; `issuer` is who signed the certificate that was shown. */
export const ONLINE_INSTALL_REASONS = {
  'download-direct': {
    message: {
      ru: 'Сайт отвечает напрямую, без прокси. Сертификат выдал {issuer}',
      en: 'The site answers directly, without a proxy. The certificate was issued by {issuer}',
    },
    remedy: null,
  },
  'download-through-proxy': {
    message: {
      ru: 'Сайт отвечает через прокси {proxy}. Сертификат выдал {issuer}',
      en: 'The site answers through the proxy {proxy}. The certificate was issued by {issuer}',
    },
    remedy: null,
  },
  'download-inspected': {
    message: {
      ru: 'Сайт отвечает, но его сертификат выдал тот, кому не доверяют ({issuer}; {errno}): похоже, что TLS вскрывают на пути',
      en: 'The site answers, but nobody vouches for the issuer of its certificate ({issuer}; {errno}): TLS seems to be inspected on the way',
    },
    remedy: {
      ru: 'Исключить {host} из проверки TLS на прокси или шлюзе либо установить на сервер Принтум корневой сертификат организации',
      en: 'Exempt {host} from TLS inspection on the proxy or gateway, or install the root certificate of the organisation on the Printum server',
    },
  },
  'download-other-name': {
    message: {
      ru: 'Вместо сайта отвечает узел с сертификатом на другое имя: {seen}',
      en: 'A host with a certificate for another name answers in place of the site: {seen}',
    },
    remedy: {
      ru: 'Проверить, куда ведёт имя {host} (DNS) и не перехватывает ли соединение прокси или страница входа в сеть',
      en: 'Check where the name {host} leads (DNS), and whether a proxy or a login page of the network catches the connection',
    },
  },
  'proxy-no-answer': {
    message: {
      ru: 'Прокси {proxy} не отвечает ({errno}), а система велит идти через него',
      en: 'The proxy {proxy} does not answer ({errno}), and the system says to go through it',
    },
    remedy: {
      ru: 'Проверить адрес прокси в настройках системы и разрешить {from} → {proxy}',
      en: 'Check the address of the proxy in the settings of the system and allow {from} → {proxy}',
    },
  },
  'proxy-login-required': {
    message: {
      ru: 'Прокси {proxy} просит вход (HTTP 407), до сайта дело не дошло',
      en: 'The proxy {proxy} asks for a login (HTTP 407); the site was not reached',
    },
    remedy: {
      ru: 'Разрешить серверу {host} без входа или задать имя и пароль в адресе прокси (HTTPS_PROXY)',
      en: 'Let the server reach {host} without a login, or give user and password in the address of the proxy (HTTPS_PROXY)',
    },
  },
  'proxy-login-refused': {
    message: {
      ru: 'Прокси {proxy} не принял имя и пароль (HTTP 407)',
      en: 'The proxy {proxy} refused the user and password (HTTP 407)',
    },
    remedy: {
      ru: 'Сверить имя и пароль в адресе прокси (HTTPS_PROXY); способ входа может быть не Basic',
      en: 'Compare user and password in the address of the proxy (HTTPS_PROXY); it may want another way than Basic',
    },
  },
  'proxy-refused': {
    message: {
      ru: 'Прокси {proxy} не соединил с сайтом (HTTP {status})',
      en: 'The proxy {proxy} did not connect to the site (HTTP {status})',
    },
    remedy: {
      ru: 'Разрешить на прокси CONNECT к {host}:{port}; при HTTP 5xx проверить путь от самого прокси',
      en: 'Allow CONNECT to {host}:{port} on the proxy; with HTTP 5xx check the path from the proxy itself',
    },
  },
  'proxy-not-http': {
    message: {
      ru: 'По адресу прокси {proxy} отвечает не прокси: {seen}',
      en: 'Something else than a proxy answers at its address {proxy}: {seen}',
    },
    remedy: {
      ru: 'Проверить адрес и порт прокси в настройках системы',
      en: 'Check address and port of the proxy in the settings of the system',
    },
  },
  'proxy-tunnel-broken': {
    message: {
      ru: 'Прокси {proxy} соединил с сайтом, но TLS-соединение внутри не состоялось ({errno})',
      en: 'The proxy {proxy} connected to the site, but no TLS connection could be made within ({errno})',
    },
    remedy: {
      ru: 'Проверить журнал прокси: он или фильтр за ним обрывает соединение с {host}',
      en: 'Check the log of the proxy: it, or a filter behind it, cuts the connection to {host}',
    },
  },
  'proxy-unsupported': {
    message: {
      ru: 'Система велит идти через прокси {proxy} вида {seen}, а эта версия умеет только HTTP-прокси',
      en: 'The system says to go through the proxy {proxy} of the kind {seen}, and this version knows HTTP proxies only',
    },
    remedy: {
      ru: 'Проверить доступ к https://{host} вручную с сервера и отметить на бумаге',
      en: 'Check the access to https://{host} by hand on the server and note it on paper',
    },
  },
} as const satisfies Record<string, ReasonText>;
