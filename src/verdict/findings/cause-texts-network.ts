/** Causes between two networks, on a whole host, or on this laptop. */
import type { CauseText } from './cause-text.ts';

export const NETWORK_CAUSES = {
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
} as const satisfies Record<string, CauseText>;
