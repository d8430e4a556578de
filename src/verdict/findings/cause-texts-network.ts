/** Causes between two networks, on a whole host, or on this laptop. */
import type { CauseText } from './cause-text.ts';

export const NETWORK_CAUSES = {
  'name-unknown': {
    title: { ru: 'DNS не знает {what}', en: 'DNS does not know {what}' },
    explanation: {
      ru: 'Сервер DNS ответил, что такого имени нет: {list}, проверок: {count}. В имени ошибка, записи нет, или ноутбуку выдан не тот сервер DNS.',
      en: 'The DNS server answered that there is no such name: {list}, checks: {count}. The name is misspelt, the record is missing, or the laptop was given the wrong DNS server.',
    },
    remedy: {
      ru: 'Сверить с профилем и завести в DNS: {list}. Если запись есть, проверить, какой сервер DNS выдаётся {origin}.',
      en: 'Compare with the profile and add to DNS: {list}. If the record is there, check which DNS server is given out {origin}.',
    },
    addressee: 'network-admin',
  },
  'name-server-silent': {
    title: { ru: 'Сервер имён не отвечает {origin}', en: 'The name server does not answer {origin}' },
    explanation: {
      ru: 'От сервера DNS не пришло ничего, поэтому адреса неизвестны: {list}, проверок: {count}.',
      en: 'Nothing came from the DNS server, so the addresses are unknown: {list}, checks: {count}.',
    },
    remedy: {
      ru: 'Проверить, какой сервер DNS выдан ноутбуку, и разрешить доступ к нему {origin}: 53/udp и 53/tcp. Иначе указать в профиле IP-адреса.',
      en: 'Check which DNS server the laptop was given and allow access to it {origin}: 53/udp and 53/tcp. Otherwise put IP addresses into the profile.',
    },
    addressee: 'network-admin',
  },
  'nothing-answers': {
    title: { ru: 'Никто не отвечает {origin}', en: 'Nothing answers {origin}' },
    explanation: {
      ru: 'Молчат {hosts} в разных сетях, проверок без ответа: {count}. Общее у них только место, где стоит ноутбук.',
      en: 'Silent: {hosts} in different networks, checks without an answer: {count}. All they share is the place of the laptop.',
    },
    remedy: {
      ru: 'Проверить кабель, VLAN розетки, адрес, маску и шлюз ноутбука. Если они верны, разрешить на брандмауэре доступ {origin} к этим узлам.',
      en: 'Check the cable, the VLAN of the socket, and the address, mask and gateway of the laptop. If they are right, allow access {origin} to these hosts on the firewall.',
    },
    addressee: 'network-admin',
  },
  'network-silent': {
    title: { ru: 'Сеть {network} не отвечает', en: 'Network {network} does not answer' },
    explanation: {
      ru: 'Отсюда молчат все, кого в ней спрашивали: {hosts}, проверок без ответа: {count}. {others} Похоже на маршрут, VLAN или брандмауэр между сетями.',
      en: 'All that were asked in it are silent from here: {hosts}, checks without an answer: {count}. {others} It looks like routing, a VLAN, or a firewall between the networks.',
    },
    remedy: {
      ru: 'Проверить маршруты туда и обратно и VLAN сети {network}. На брандмауэре разрешить {source} → {network}: {ports}.',
      en: 'Check the routes there and back and the VLAN of {network}. On the firewall allow {source} → {network}: {ports}.',
    },
    addressee: 'network-admin',
  },
  'own-network-silent': {
    title: { ru: 'Соседи по сети {network} молчат', en: 'Neighbours in {network} are silent' },
    explanation: {
      ru: 'Ноутбук сам стоит в сети {network}, но в ней молчат {hosts}, проверок без ответа: {count}. Маршрутизатор здесь ни при чём: похоже на изоляцию портов коммутатора, другой VLAN или выключенные узлы.',
      en: 'The laptop itself stands in {network}, yet it hears nothing from {hosts} there, checks without an answer: {count}. No router is involved: it looks like port isolation on the switch, another VLAN, or hosts that are off.',
    },
    remedy: {
      ru: 'Проверить VLAN розетки и изоляцию портов на коммутаторе. Убедиться, что узлы сети {network} включены и адреса в профиле верны.',
      en: 'Check the VLAN of the socket and port isolation on the switch. Make sure that the hosts in {network} are on and that the addresses in the profile are right.',
    },
    addressee: 'network-admin',
  },
  'host-blocked': {
    title: { ru: '{hosts} {isBlocked} {origin}', en: '{hosts} {isBlocked} {origin}' },
    explanation: {
      ru: 'Отсюда нет ответа ни на один порт ({ports}), а из другого места {hosts} отвечает. Узел работает: закрыт путь {origin}.',
      en: 'No port ({ports}) answers from here, yet {hosts} answers elsewhere. The host works: the way {origin} is closed.',
    },
    remedy: {
      ru: 'Разрешить {source} → {target}: {ports}. Проверить маршрут туда и обратно.',
      en: 'Allow {source} → {target}: {ports}. Check the route there and back.',
    },
    addressee: 'network-admin',
  },
  'host-silent': {
    title: { ru: '{hosts} {isSilent}, соседи отвечают', en: '{hosts} {isSilent} while neighbours answer' },
    explanation: {
      ru: 'Ни на один порт ({ports}) ответа нет, а соседи по сети {network} отвечают ({neighbours}). Путь до сети есть: узел выключен, адрес неверен, или его закрывает собственный брандмауэр.',
      en: 'No port ({ports}) answers, while neighbours in {network} do ({neighbours}). The network can be reached: the host is off, the address is wrong, or its own firewall closes it.',
    },
    remedy: {
      ru: 'Проверить, что {target} включён и подключён, и сверить адрес в профиле с адресом на самом узле. Если он работает, разрешить в его брандмауэре {source}: {ports}.',
      en: 'Make sure that {target} is on and plugged in, and compare the address in the profile with that on the host itself. If it works, allow {source} in its firewall: {ports}.',
    },
    addressee: 'network-admin',
  },
  'host-silent-alone': {
    title: { ru: '{hosts} {isSilent} на всех портах', en: '{hosts} {isSilent} on every port' },
    explanation: {
      ru: 'Ни на один порт ({ports}) ответа нет, а соседей в сети {network} отсюда не спрашивали или они не ответили. Поэтому не видно, выключен узел или закрыт путь к нему.',
      en: 'No port ({ports}) answers, and no neighbour in {network} was asked from here or answered. So it cannot be seen whether the host is off or the way to it is closed.',
    },
    remedy: {
      ru: 'Проверить, что {target} включён и адрес в профиле верен. Если да, проверить маршрут и разрешить {source} → {target}: {ports}.',
      en: 'Make sure that {target} is on and the address in the profile is right. If so, check the route and allow {source} → {target}: {ports}.',
    },
    addressee: 'network-admin',
  },
} as const satisfies Record<string, CauseText>;
