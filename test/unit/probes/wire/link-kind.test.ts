import { describe, expect, it } from 'vitest';
import {
  linkKindByName,
  linuxLinkKind,
  parseProcVlan,
  vlanByName,
} from '../../../../src/probes/wire/link-kind.ts';

const CARD = { type: 1, isWireless: false, isTun: false, deviceType: '' };

describe('linuxLinkKind', () => {
  it.each([
    ['a plain card', CARD, 'wired'],
    ['a tagged interface', { ...CARD, deviceType: 'vlan' }, 'wired'],
    ['a card with a wireless folder', { ...CARD, isWireless: true }, 'wireless'],
    ['a mobile modem', { ...CARD, deviceType: 'wwan' }, 'wireless'],
    ['a tap of a VPN, which looks like Ethernet', { ...CARD, isTun: true }, 'tunnel'],
    ['WireGuard', { ...CARD, type: 65_534, deviceType: 'wireguard' }, 'tunnel'],
    ['PPP', { ...CARD, type: 512 }, 'tunnel'],
    ['loopback', { ...CARD, type: 772 }, null],
  ])('tells %s', (_what, link, expected) => {
    expect(linuxLinkKind(link)).toBe(expected);
  });
});

describe('linkKindByName', () => {
  it.each([
    ['Wi-Fi', 'wireless'],
    ['Беспроводная сеть', 'wireless'],
    ['WLAN 2', 'wireless'],
    ['utun3', 'tunnel'],
    ['tun0', 'tunnel'],
    ['OpenVPN TAP-Windows6', 'tunnel'],
    ['Cisco AnyConnect', 'tunnel'],
    ['Ethernet', 'wired'],
    ['Ethernet 2', 'wired'],
    ['Подключение по локальной сети', 'wired'],
    ['vEthernet (Default Switch)', null],
    ['en0', null],
    ['tundra', null],
  ])('takes «%s» for %s', (name, expected) => {
    expect(linkKindByName(name)).toBe(expected);
  });
});

describe('the VLAN of an interface', () => {
  it.each([
    ['eth0.20  VID: 20\t REORDER_HDR: 1  dev->priv_flags: 1001', 20],
    ['mgmt  VID: 4094', 4094],
    ['VID: 4095', null],
    ['', null],
  ])('is read from «%s»', (text, expected) => {
    expect(parseProcVlan(text)).toBe(expected);
  });

  it.each([
    ['eth0.20', 20],
    ['vlan100', 100],
    ['eth0', null],
    ['eth0.0', null],
    ['br-1.2.3', null],
  ])('is told by the name %s', (name, expected) => {
    expect(vlanByName(name)).toBe(expected);
  });
});
