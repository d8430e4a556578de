/** Reasons of SNMP checks: versions, community, silence and what hides behind it, traps. */
import type { ReasonText } from './reason-text.ts';

/** Further places: seen and other (versions, or addresses). */
export const SNMP_REASONS = {
  'snmp-no-answer': {
    message: {
      ru: 'SNMP молчит, запросов: {attempts}. Другое сообщество (community), выключенное устройство и фильтр на пути выглядят одинаково',
      en: 'SNMP is silent, requests: {attempts}. Another community, a device that is off and a filter on the path look the same',
    },
    remedy: {
      ru: 'Проверить, что {host} включён, SNMP v1 и v2c разрешены и сообщество совпадает с профилем; разрешить {from} → {host}, {transport} {port}',
      en: 'Check that {host} is on, SNMP v1 and v2c are enabled and the community is that of the profile; allow {from} → {host}, {transport} {port}',
    },
  },
  'snmp-no-answer-or-closed': {
    message: {
      ru: 'SNMP молчит, запросов: {attempts}. Другое сообщество, выключенное устройство, фильтр и закрытый порт (о нём Windows не сообщает) выглядят одинаково',
      en: 'SNMP is silent, requests: {attempts}. Another community, a device that is off, a filter and a closed port (Windows never reports one) look the same',
    },
    remedy: {
      ru: 'Проверить, что {host} включён, SNMP v1 и v2c разрешены и сообщество совпадает с профилем; разрешить {from} → {host}, {transport} {port}',
      en: 'Check that {host} is on, SNMP v1 and v2c are enabled and the community is that of the profile; allow {from} → {host}, {transport} {port}',
    },
  },
  'snmp-version-silent': {
    message: {
      ru: 'SNMP {seen} отвечает, а {other} нет: нужны обе версии',
      en: 'SNMP {seen} answers, but {other} does not: both versions are needed',
    },
    remedy: {
      ru: 'Включить на {host} SNMP {other} с тем же сообществом, без авторизации',
      en: 'Enable SNMP {other} on {host} with the same community, without authorisation',
    },
  },
  'snmp-only-v3-answers': {
    message: {
      ru: 'Отвечает только SNMP v3: v1 и v2c выключены, или сообщество в профиле другое',
      en: 'Only SNMP v3 answers: v1 and v2c are disabled, or the community of the profile is another one',
    },
    remedy: {
      ru: 'Включить на {host} SNMP v1 и v2c без авторизации и сверить сообщество с профилем',
      en: 'Enable SNMP v1 and v2c without authorisation on {host} and compare the community with the profile',
    },
  },
  'snmp-community-refused': {
    message: {
      ru: 'SNMP отвечает, но сообщество из профиля не принимает ({seen})',
      en: 'SNMP answers, but does not accept the community of the profile ({seen})',
    },
    remedy: {
      ru: 'Сверить сообщество на {host} с профилем и разрешить чтение без авторизации',
      en: 'Compare the community on {host} with the profile and allow reading without authorisation',
    },
  },
  'snmp-reply-from-elsewhere': {
    message: {
      ru: 'Спросили {other}, а ответ SNMP пришёл с {seen}: сервер такой ответ может отбросить',
      en: '{other} was asked, but the SNMP reply came from {seen}: the server may drop such a reply',
    },
    remedy: {
      ru: 'Найти у {host} второй адрес или NAT на пути; указать в профиле адрес, с которого устройство отвечает',
      en: 'Find the second address of {host} or a NAT on the path; put the address that answers in the profile',
    },
  },
  'snmp-unreadable': {
    message: {
      ru: 'На порту отвечает не SNMP: {seen}',
      en: 'What answers on the port is not SNMP: {seen}',
    },
    remedy: {
      ru: 'Проверить, что за программа занимает порт {port}/{transport} на {host}',
      en: 'Find out which program holds port {port}/{transport} on {host}',
    },
  },
  'trap-not-acknowledged': {
    message: {
      ru: 'Ловушки v1, v2c и inform отправлены, подтверждения нет: дошли ли они, отсюда не видно',
      en: 'A v1 trap, a v2c trap and an inform were sent, none was acknowledged: from here nobody can tell whether they arrived',
    },
    remedy: {
      ru: 'Посмотреть на {host}, пришла ли ловушка «Printum Site Check»; если нет, разрешить {from} → {host}, {transport} {port}',
      en: 'Look on {host} whether the trap “Printum Site Check” came; if not, allow {from} → {host}, {transport} {port}',
    },
  },
  'trap-not-acknowledged-or-closed': {
    message: {
      ru: 'Ловушки v1, v2c и inform отправлены, подтверждения нет: не дошли, приёмник их не подтверждает или порт закрыт (об этом Windows не сообщает)',
      en: 'A v1 trap, a v2c trap and an inform were sent, none was acknowledged: they did not arrive, the receiver does not acknowledge, or the port is closed (Windows never reports that)',
    },
    remedy: {
      ru: 'Посмотреть на {host}, пришла ли ловушка «Printum Site Check»; если нет, разрешить {from} → {host}, {transport} {port}',
      en: 'Look on {host} whether the trap “Printum Site Check” came; if not, allow {from} → {host}, {transport} {port}',
    },
  },
} as const satisfies Record<string, ReasonText>;
