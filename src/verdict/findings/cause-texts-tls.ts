/** Causes in TLS: swapped ports, certificates, and who signed them. */
import type { CauseText } from './cause-text.ts';

export const TLS_CAUSES = {
  'ports-swapped': {
    title: { ru: 'HTTP и HTTPS перепутаны: {ports}{on}', en: 'HTTP and HTTPS are swapped: {ports}{on}' },
    explanation: {
      ru: 'На {plainPort} отвечает TLS, а на {tlsPort} обычный HTTP: порты пары на {hostsAt} настроены наоборот.',
      en: 'TLS answers on {plainPort}, plain HTTP on {tlsPort}: the ports of the pair are set the wrong way round on {target}.',
    },
    remedy: {
      ru: 'Поменять порты местами на {target}: {plainPort} для HTTP, {tlsPort} для HTTPS.',
      en: 'Exchange the ports on {target}: {plainPort} for HTTP, {tlsPort} for HTTPS.',
    },
    addressee: 'printum-admin',
  },
  'http-instead-of-https': {
    title: {
      ru: 'На {ports}{on} обычный HTTP вместо HTTPS',
      en: 'Plain HTTP instead of HTTPS on {ports}{on}',
    },
    explanation: {
      ru: 'По таблице производителя здесь HTTPS, а порт {ports} на {hostsAt} отвечает без шифрования. Кто ждёт TLS, не подключится.',
      en: 'The vendor’s table asks for HTTPS here, but port {ports} of {target} answers without encryption. Whoever expects TLS will not connect.',
    },
    remedy: {
      ru: 'Включить TLS на {target}, порт {ports}, и поставить сертификат.',
      en: 'Switch on TLS on {target}, port {ports}, and install a certificate.',
    },
    addressee: 'printum-admin',
  },
  'https-instead-of-http': {
    title: {
      ru: 'На {ports}{on} HTTPS вместо обычного HTTP',
      en: 'HTTPS instead of plain HTTP on {ports}{on}',
    },
    explanation: {
      ru: 'По таблице производителя здесь HTTP, а порт {ports} на {hostsAt} ждёт TLS. Кто обращается без шифрования, ответа не получит.',
      en: 'The vendor’s table asks for plain HTTP here, but port {ports} of {target} expects TLS. Whoever asks without encryption gets no answer.',
    },
    remedy: {
      ru: 'Настроить на {target}, порт {ports}, обычный HTTP или проверить, не занят ли порт другой службой.',
      en: 'Serve plain HTTP on {target}, port {ports}, or find out whether another service holds the port.',
    },
    addressee: 'printum-admin',
  },
  'certificate-out-of-date': {
    title: { ru: '{certificate} {hosts}: срок истёк{on}', en: '{certificate} {hosts}: expired{on}' },
    explanation: {
      ru: 'TLS на {ports} работает, но срок сертификата прошёл. Браузеры предупреждают, а МФУ и программы, которые проверяют сертификат, не подключаются.',
      en: 'TLS works on {ports}, but the certificate is past its date. Browsers warn, and devices and programs that verify certificates do not connect.',
    },
    remedy: {
      ru: 'Выпустить и поставить новый сертификат: {target}, {ports}.',
      en: 'Issue and install a new certificate: {target}, {ports}.',
    },
    addressee: 'printum-admin',
  },
  'certificate-from-future': {
    title: { ru: '{certificate} {hosts}: ещё не действует', en: '{certificate} {hosts}: not valid yet' },
    explanation: {
      ru: 'TLS на {ports} работает, но срок сертификата ещё не начался{since}. Так бывает, когда часы сервера, выпустившего сертификат, спешат.',
      en: 'TLS works on {ports}, but the certificate is not valid yet{since}. That happens when the clock of the server that issued it is fast.',
    },
    remedy: {
      ru: 'Сверить часы на {target} с точным временем и выпустить сертификат заново.',
      en: 'Compare the clock of {target} with the exact time and issue the certificate anew.',
    },
    addressee: 'printum-admin',
  },
  'certificate-other-name': {
    title: { ru: '{certificate} {hosts}: другое имя', en: '{certificate} {hosts}: another name' },
    explanation: {
      ru: 'TLS на {ports} работает, но сертификат выдан на {names}, а подключаются по имени из профиля.',
      en: 'TLS works on {ports}, but the certificate is for {names}, while people connect by the name in the profile.',
    },
    remedy: {
      ru: 'Выпустить сертификат с именем {target} или исправить имя в профиле, если оно устарело.',
      en: 'Issue a certificate with the name {target}, or correct the name in the profile if it is out of date.',
    },
    addressee: 'printum-admin',
  },
  'certificate-self-signed': {
    title: { ru: 'Самоподписанный сертификат: {hosts}', en: 'Self-signed certificate: {hosts}' },
    explanation: {
      ru: 'На {ports} сертификат подписан самим сервером, и за него никто не ручается. Соединение работает, но браузеры на АРМ будут предупреждать.',
      en: 'On {ports} the server signed its certificate itself, and nobody vouches for it. The connection works, but browsers on workstations will warn.',
    },
    remedy: {
      ru: 'Поставить на {target} сертификат центра сертификации организации или раздать этот сертификат на АРМ как доверенный.',
      en: 'Install a certificate of the organisation’s authority on {target}, or distribute this one to workstations as trusted.',
    },
    addressee: 'printum-admin',
  },
  'certificate-unknown-issuer': {
    title: { ru: 'Издатель сертификата не известен: {hosts}', en: 'Unknown certificate issuer: {hosts}' },
    explanation: {
      ru: 'На {ports} сертификат выдал {issuer}, которому этот ноутбук не доверяет. Если это центр сертификации организации, АРМ в домене могут доверять ему.',
      en: 'On {ports} the certificate was issued by {issuer}, whom this laptop does not trust. If that is the organisation’s authority, workstations in the domain may trust it.',
    },
    remedy: {
      ru: 'Проверить, что корневой сертификат издателя стоит на АРМ, которые обращаются к {target}.',
      en: 'Make sure that the root certificate of the issuer is installed on the workstations that use {target}.',
    },
    addressee: 'printum-admin',
  },
  'tls-inspected': {
    title: { ru: 'TLS до {hosts} вскрывают на пути', en: 'TLS to {hosts} is opened on the way' },
    explanation: {
      ru: 'Вместо известного издателя сертификат сайта подписал {issuer}: так делает шлюз или антивирус, который проверяет шифрованный трафик.{also} Установщик такому сертификату не поверит.',
      en: 'Not a well-known issuer but {issuer} signed the certificate of the site: a gateway or antivirus that inspects encrypted traffic does that.{also} The installer will not trust such a certificate.',
    },
    remedy: {
      ru: 'Исключить {hosts} из проверки TLS на шлюзе или прокси либо установить на сервер Принтум корневой сертификат издателя.',
      en: 'Exempt {hosts} from TLS inspection on the gateway or proxy, or install the root certificate of the issuer on the Printum server.',
    },
    addressee: 'network-admin',
  },
} as const satisfies Record<string, CauseText>;
