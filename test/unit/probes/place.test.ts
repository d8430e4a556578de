/** Where this computer stands, asked of the computer that runs the test. */
import { networkInterfaces } from 'node:os';
import ipaddr from 'ipaddr.js';
import { describe, expect, it } from 'vitest';
import { describePlace, findOwnHosts, listInterfaces } from '../../../src/probes/place.ts';

describe('listInterfaces', () => {
  it('names every address of the system once, with its prefix', () => {
    const expected = Object.values(networkInterfaces())
      .flat()
      .map((entry) => entry?.cidr);
    const listed = listInterfaces().map(({ address, prefixLength }) => `${address}/${prefixLength}`);
    expect([...listed].sort()).toEqual([...expected].sort());
  });
});

describe('describePlace', () => {
  it('tells this computer apart from loopback and keeps the chosen address', async () => {
    const place = await describePlace('127.0.0.1');
    expect(place).toMatchObject({ platform: process.platform, localAddress: '127.0.0.1' });
    expect(place.hostname).not.toBe('');
    expect(place.addresses).not.toContain('127.0.0.1');
    expect(place.gateway).toBeNull();
    const cidrs = (place.networks ?? []).map((network) => ipaddr.parseCIDR(network));
    for (const address of place.addresses.map((text) => ipaddr.parse(text))) {
      expect(cidrs.some((cidr) => cidr[0].kind() === address.kind() && address.match(cidr))).toBe(true);
    }
  });
});

describe('findOwnHosts', () => {
  const resolve = async (host: string) => {
    if (host === 'app1.example') return [{ address: '10.77.30.10', family: 4 as const }];
    if (host === 'gone.example') throw Object.assign(new Error('no'), { code: 'ENOTFOUND' });
    return [{ address: '10.9.9.9', family: 4 as const }];
  };

  it('finds hosts by address, by name and on loopback', async () => {
    const hosts = [
      '10.77.30.10',
      'app1.example',
      'app2.example',
      'gone.example',
      '127.0.0.2',
      '::1',
      '10.77.30.11',
    ];
    const own = await findOwnHosts(hosts, ['10.77.30.10'], resolve);
    expect([...own]).toEqual(['10.77.30.10', 'app1.example', '127.0.0.2', '::1']);
  });

  it('compares addresses, not their spelling', async () => {
    expect([...(await findOwnHosts(['FD00:0:0::1'], ['fd00::1'], resolve))]).toEqual(['FD00:0:0::1']);
  });

  it('does not wait for a name server that is silent', async () => {
    const own = await findOwnHosts(['slow.example'], ['10.0.0.1'], () => new Promise(() => {}));
    expect(own.size).toBe(0);
  });
});
