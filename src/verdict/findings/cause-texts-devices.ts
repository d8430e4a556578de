/** Causes that lie in printing devices or in how the profile names them, in words. */
import type { CauseText } from './cause-text.ts';

/**
 * Places: who (one device or how many), answer (the verb that goes with it), list and addresses (a sentence with it where they are several), seen and other
 * (versions, ports, addresses), from (the party), reply (words of the device), beside (a sentence about what else was
 * seen, or nothing).
 */
export const DEVICE_CAUSES = {
  'snmp-one-version': {
    title: { ru: '{who} {answer} только по SNMP {seen}', en: '{who} {answer} only SNMP {seen}' },
    explanation: {
      ru: 'На SNMP {seen} ответ есть, на {other} нет: версия {other} на устройстве выключена или ждёт другое сообщество (community). По таблице производителя нужны обе.{addresses}',
      en: "SNMP {seen} is answered, {other} is not: version {other} is disabled on the device, or expects another community. The vendor's table asks for both.{addresses}",
    },
    remedy: {
      ru: 'Включить SNMP {other} с тем же сообществом и без авторизации: {list}.',
      en: 'Enable SNMP {other} with the same community and without authorisation: {list}.',
    },
    addressee: 'device-admin',
  },
  'snmp-only-v3': {
    title: { ru: '{who} {answer} только по SNMP v3', en: '{who} {answer} only SNMP v3' },
    explanation: {
      ru: 'Служба SNMP жива: на v3 ответ есть, на v1 и v2c нет. Либо v1 и v2c выключены, либо в профиле другое сообщество (community): по UDP эти причины не различить.{addresses}',
      en: 'The SNMP service is alive: v3 is answered, v1 and v2c are not. Either v1 and v2c are disabled, or the profile has another community: over UDP the two look the same.{addresses}',
    },
    remedy: {
      ru: 'Включить SNMP v1 и v2c на чтение без авторизации и сверить сообщество с профилем: {list}.',
      en: 'Enable SNMP v1 and v2c for reading without authorisation, and compare the community with the profile: {list}.',
    },
    addressee: 'device-admin',
  },
  'snmp-community-refused': {
    title: { ru: '{who}: сообщество SNMP не принято', en: '{who}: the SNMP community is refused' },
    explanation: {
      ru: 'Устройство ответило по SNMP, но сообщество (community) из профиля не приняло: {reply}.{addresses}',
      en: 'The device answered over SNMP, but did not accept the community of the profile: {reply}.{addresses}',
    },
    remedy: {
      ru: 'Сверить сообщество SNMP с профилем и разрешить чтение без авторизации: {list}.',
      en: 'Compare the SNMP community with the profile, and allow reading without authorisation: {list}.',
    },
    addressee: 'device-admin',
  },
  'snmp-silent': {
    title: { ru: '{who}: SNMP (161/udp) молчит', en: '{who}: SNMP (161/udp) is silent' },
    explanation: {
      ru: 'Ни одна версия SNMP не ответила. По UDP не отличить другое сообщество (community), выключенный SNMP и фильтр на пути.{beside}{addresses}',
      en: 'No version of SNMP answered. Over UDP another community, SNMP switched off and a filter on the path look the same.{beside}{addresses}',
    },
    remedy: {
      ru: 'Проверить в меню устройства, что SNMP v1 и v2c включены и сообщество как в профиле. Если это так, разрешить {from} → {list}, udp 161.',
      en: 'Check in the menu of the device that SNMP v1 and v2c are enabled with the community of the profile. If so, allow {from} → {list}, udp 161.',
    },
    addressee: 'device-admin',
  },
  'snmp-dropped': {
    title: {
      ru: '{who}: SNMP (161/udp) молчит, похоже на фильтр',
      en: '{who}: SNMP (161/udp) is silent, a filter is likely',
    },
    explanation: {
      ru: 'Ни одна версия SNMP не ответила.{beside} Само молчание UDP ничего не доказывает: другое сообщество (community) и выключенный SNMP выглядят так же.{addresses}',
      en: 'No version of SNMP answered.{beside} Silence over UDP proves nothing by itself: another community and SNMP switched off look the same.{addresses}',
    },
    remedy: {
      ru: 'Разрешить {from} → {list}, udp 161. Если SNMP молчит и после этого, проверить его в меню устройства и сообщество в профиле.',
      en: 'Allow {from} → {list}, udp 161. If SNMP stays silent, check it in the menu of the device, and the community of the profile.',
    },
    addressee: 'network-admin',
  },
  'snmp-off': {
    title: { ru: '{who}: SNMP (161/udp) не запущен', en: '{who}: SNMP (161/udp) is not running' },
    explanation: {
      ru: 'На запрос пришёл отказ (ICMP «порт недоступен»): на 161/udp никто не слушает. Реже отказывает брандмауэр вместо устройства.{addresses}',
      en: 'A refusal came back (ICMP “port unreachable”): nobody listens on 161/udp. More rarely a firewall refuses in place of the device.{addresses}',
    },
    remedy: {
      ru: 'Включить в настройках устройства SNMP v1 и v2c на чтение с сообществом из профиля: {list}.',
      en: 'Switch on SNMP v1 and v2c in the settings of the device, for reading with the community of the profile: {list}.',
    },
    addressee: 'device-admin',
  },
  'trap-receiver-off': {
    title: {
      ru: 'Ловушки SNMP на {list}, 162/udp: никто не слушает',
      en: 'SNMP traps to {list}, 162/udp: nobody listens',
    },
    explanation: {
      ru: 'На ловушку пришёл отказ (ICMP «порт недоступен»): приёмник ловушек на {list} не запущен. Реже отказывает брандмауэр вместо сервера.',
      en: 'A refusal of the trap came back (ICMP “port unreachable”): no trap receiver is running on {list}. More rarely a firewall refuses in place of the server.',
    },
    remedy: {
      ru: 'Запустить на {list} Сетевой агент Принтум, который принимает ловушки на 162/udp.',
      en: 'Start the Printum network agent on {list}, which receives traps on 162/udp.',
    },
    addressee: 'printum-admin',
  },
  'trap-unconfirmed': {
    title: {
      ru: 'Ловушки SNMP на {list}, 162/udp: подтверждения нет',
      en: 'SNMP traps to {list}, 162/udp: no acknowledgement',
    },
    explanation: {
      ru: 'Отправлены ловушки v1, v2c и inform, ни одна не подтверждена. По UDP не отличить фильтр на пути от приёмника, который не подтверждает.{beside}',
      en: 'A v1 trap, a v2c trap and an inform were sent, none was acknowledged. Over UDP a filter on the path and a receiver that does not acknowledge look the same.{beside}',
    },
    remedy: {
      ru: 'Посмотреть на {list}, пришла ли ловушка «Printum Site Check». Если нет, разрешить {from} → {list}, udp 162.',
      en: 'Look on {list} whether the trap “Printum Site Check” came. If not, allow {from} → {list}, udp 162.',
    },
    addressee: 'engineer',
  },
  'ipp-off': {
    title: {
      ru: '{who}: IPP (631) выключен, RAW (9100) работает',
      en: '{who}: IPP (631) is off, RAW (9100) works',
    },
    explanation: {
      ru: 'На порту 631 в соединении отказано, а 9100 того же устройства открыт: сеть до устройства есть, служба IPP на нём не запущена. Реже отказывает брандмауэр вместо устройства.{addresses}',
      en: 'Port 631 refuses the connection, but 9100 of the same device is open: the network reaches it, and its IPP service is not running. More rarely a firewall refuses in its place.{addresses}',
    },
    remedy: {
      ru: 'Включить печать IPP (порт 631) в настройках устройства: {list}.',
      en: 'Switch on IPP printing (port 631) in the settings of the device: {list}.',
    },
    addressee: 'device-admin',
  },
  'raw-off': {
    title: {
      ru: '{who}: RAW (9100) выключен, IPP (631) работает',
      en: '{who}: RAW (9100) is off, IPP (631) works',
    },
    explanation: {
      ru: 'На порту 9100 в соединении отказано, а 631 того же устройства отвечает: сеть до устройства есть, печать RAW на нём не запущена. Реже отказывает брандмауэр вместо устройства.{addresses}',
      en: 'Port 9100 refuses the connection, but 631 of the same device answers: the network reaches it, and its RAW printing is not running. More rarely a firewall refuses in its place.{addresses}',
    },
    remedy: {
      ru: 'Включить печать RAW (порт 9100, «Port 9100», JetDirect, AppSocket) в настройках устройства: {list}.',
      en: 'Switch on RAW printing (port 9100, “Port 9100”, JetDirect, AppSocket) in the settings of the device: {list}.',
    },
    addressee: 'device-admin',
  },
  'device-other-address': {
    title: {
      ru: '{who} отвечает с другого адреса: {seen}',
      en: '{who} answers from another address: {seen}',
    },
    explanation: {
      ru: 'Спросили {other}, а ответ SNMP пришёл с {seen}.{beside} Сервер Принтум такой ответ может отбросить.',
      en: '{other} was asked, but the SNMP reply came from {seen}.{beside} The Printum server may drop such a reply.',
    },
    remedy: {
      ru: 'Выяснить, какой адрес у устройства верный, и записать его в DNS и в профиль; если адресов два или на пути NAT, указать в профиле {seen}.',
      en: 'Find out which address of the device is right, and put it in DNS and in the profile; with two addresses or a NAT on the path, put {seen} in the profile.',
    },
    addressee: 'engineer',
  },
  'same-address': {
    title: { ru: 'Разные имена, один адрес {seen}', en: 'Different names, one address: {seen}' },
    explanation: {
      ru: 'В профиле это разные узлы, а адрес у них один, {seen}: {list}. Имя указывает не туда, или узел внесён дважды; результаты этих строк говорят об одном и том же узле.',
      en: 'The profile has them as different hosts, but they share the address {seen}: {list}. A name leads to the wrong place, or the host was entered twice; the results of these rows speak of one and the same host.',
    },
    remedy: {
      ru: 'Сверить записи DNS и адреса в профиле с адресом на панели устройства; лишнюю строку удалить.',
      en: 'Compare the DNS records and the addresses of the profile with the address on the panel of the device; delete the row that is too much.',
    },
    addressee: 'engineer',
  },
  'duplicate-serial': {
    title: {
      ru: 'Серийный номер {seen} у разных адресов',
      en: 'Serial number {seen} at different addresses',
    },
    explanation: {
      ru: 'Один и тот же серийный номер {seen} назвали: {list}. Это одно устройство, внесённое дважды, или устройство сменило адрес и старый остался в профиле.',
      en: 'The same serial number {seen} was named by {list}. This is one device that was entered twice, or it has changed its address and the old one is still in the profile.',
    },
    remedy: {
      ru: 'Сверить номер с табличкой на устройстве и удалить из профиля лишний адрес.',
      en: 'Compare the number with the plate of the device, and delete the wrong address from the profile.',
    },
    addressee: 'engineer',
  },
} as const satisfies Record<string, CauseText>;
