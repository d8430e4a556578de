import { describe, expect, it } from 'vitest';
import { placeWarnings } from '../../../../../renderer/features/visit/place-warnings.ts';
import type { NetworkInterface } from '../../../../../src/contract/bridge.ts';

function card(name: string, address: string, link: NetworkInterface['link']): NetworkInterface {
  const rest = { prefixLength: 24, family: 'IPv4', mac: '', internal: false, vlan: null } as const;
  return { name, address, link, ...rest };
}
const WIRED = card('Ethernet', '10.77.20.143', 'wired');
const RADIO = card('Wi-Fi', '172.20.14.8', 'wireless');
const TUNNEL = card('tun0', '10.8.0.6', 'tunnel');
const place = (interfaces: readonly NetworkInterface[], proxy: string | null = null) => ({
  hostname: 'laptop',
  gateway: null,
  dns: [],
  proxy,
  interfaces,
});
const kindsOf = (...args: Parameters<typeof placeWarnings>) => placeWarnings(...args).map(({ kind }) => kind);

describe('placeWarnings', () => {
  it('says nothing of a cable alone, or before the interfaces are known', () => {
    expect(placeWarnings(place([WIRED]), null)).toEqual([]);
    expect(placeWarnings(null, null)).toEqual([]);
  });

  it('names a tunnel also where a cable is chosen: routes may lead into it', () => {
    expect(placeWarnings(place([WIRED, TUNNEL]), WIRED.address)).toEqual([
      { kind: 'tunnelUp', names: 'tun0' },
    ]);
    expect(kindsOf(place([WIRED, TUNNEL]), TUNNEL.address)).toEqual(['tunnelChosen']);
  });

  it('names a radio link unless a cable is chosen', () => {
    expect(kindsOf(place([WIRED, RADIO]), null)).toEqual(['wirelessUp']);
    expect(kindsOf(place([WIRED, RADIO]), WIRED.address)).toEqual([]);
    expect(kindsOf(place([WIRED, RADIO]), RADIO.address)).toEqual(['wirelessChosen']);
  });

  it('names the proxy of the system', () => {
    expect(placeWarnings(place([WIRED], 'proxy.corp:3128'), WIRED.address)).toEqual([
      { kind: 'proxy', names: 'proxy.corp:3128' },
    ]);
  });
});
