import { describe, expect, it } from 'vitest';
import {
  defaultAddress,
  isMisfit,
  looksLike,
  misfitOf,
} from '../../../../../renderer/features/visit/looks-like.ts';
import { inPrefix, parseIpv4 } from '../../../../../src/contract/ipv4.ts';
import { makeSite } from '../../fake-bridge.ts';

const site = makeSite();
const at = (address: string, prefixLength = 24) => ({ address, prefixLength, internal: false });

describe('inPrefix', () => {
  it('compares the first bits, also of a prefix that ends inside a byte', () => {
    expect(inPrefix('10.77.20.21', '10.77.20.143', 24)).toBe(true);
    expect(inPrefix('10.77.21.1', '10.77.20.143', 24)).toBe(false);
    expect(inPrefix('172.20.15.1', '172.20.12.8', 22)).toBe(true);
    expect(inPrefix('172.20.16.1', '172.20.12.8', 22)).toBe(false);
    expect(inPrefix('192.168.0.1', '10.0.0.1', 0)).toBe(true);
  });

  it('says no for names, other families and malformed addresses', () => {
    for (const host of ['printer.local', 'fe80::1', '10.77.20', '10.77.20.256', '10.77.20.1e1']) {
      expect(parseIpv4(host), host).toBeNull();
      expect(inPrefix(host, '10.77.20.1', 24), host).toBe(false);
    }
  });
});

describe('looksLike', () => {
  it('names the network by the hosts of the profile that stand in it', () => {
    expect(looksLike(at('10.77.20.143'), site)).toBe('device');
    expect(looksLike(at('10.77.30.99'), site)).toBe('server');
    expect(looksLike(at('10.77.10.57'), site)).toBe('unknown');
    expect(looksLike(at('10.77.10.57', 16), site)).toBe('both');
    expect(looksLike({ ...at('127.0.0.1', 8), internal: true }, site)).toBe('loopback');
  });
});

describe('isMisfit', () => {
  it('warns where the profile contradicts the chosen place', () => {
    expect(isMisfit('device', 'unknown', site)).toBe(true);
    expect(isMisfit('device', 'server', site)).toBe(true);
    expect(isMisfit('workstation', 'device', site)).toBe(true);
    expect(isMisfit('server', 'unknown', site)).toBe(true);
  });

  it('is silent where the address fits, the network is flat, or nothing can be known', () => {
    expect(isMisfit('device', 'device', site)).toBe(false);
    expect(isMisfit('workstation', 'unknown', site)).toBe(false);
    expect(isMisfit('workstation', 'both', site)).toBe(false);
    expect(isMisfit('server', 'loopback', site)).toBe(false);
    const byName = makeSite({ devices: [{ id: 'a', name: '', host: 'mfu.corp', model: '', location: '' }] });
    expect(isMisfit('device', 'unknown', byName)).toBe(false);
  });
});

describe('defaultAddress', () => {
  const card = (address: string, internal = false) =>
    ({ ...at(address), name: address, family: 'IPv4', mac: '', internal, link: null, vlan: null }) as const;

  it('takes the interface that fits the place, else the only outward one', () => {
    const cards = [card('127.0.0.1', true), card('172.20.14.8'), card('10.77.20.143')];
    expect(defaultAddress(cards, site, 'device', false)).toBe('10.77.20.143');
    expect(defaultAddress(cards.slice(0, 2), site, 'workstation', false)).toBe('172.20.14.8');
  });

  it('leaves the choice to the system where several might do, for the demo, and without a network', () => {
    expect(defaultAddress([card('172.20.14.8'), card('10.77.10.57')], site, 'workstation', false)).toBeNull();
    expect(defaultAddress([card('10.77.20.143')], site, 'device', true)).toBeNull();
    expect(defaultAddress([card('127.0.0.1', true)], site, 'device', false)).toBeNull();
  });

  it('is contradicted by the profile also where the system chooses and no address would fit', () => {
    const cards = [card('172.20.14.8'), card('10.77.10.57'), card('127.0.0.1', true)];
    expect(misfitOf(cards, site, 'device', null)).toEqual({
      addresses: ['172.20.14.8', '10.77.10.57'],
      looks: 'unknown',
    });
    expect(misfitOf([...cards, card('10.77.20.143')], site, 'device', null)).toBeNull();
    expect(misfitOf([...cards, card('10.77.20.143')], site, 'device', '172.20.14.8')).toMatchObject({
      looks: 'unknown',
    });
    expect(misfitOf(cards, site, 'workstation', null)).toBeNull();
  });
});
