/** A request as rules for nftables, Windows and Cisco: golden files, strict readers, and names that mean harm. */
import { describe, expect, it } from 'vitest';
import type { FirewallRequest } from '../../../../src/contract/firewall-request.ts';
import type { Language } from '../../../../src/contract/words.ts';
import { ciscoRules } from '../../../../src/report/request/cisco.ts';
import { nftablesLines, nftablesRules } from '../../../../src/report/request/nftables.ts';
import type { RuleInput } from '../../../../src/report/request/rule-ways.ts';
import { windowsRules } from '../../../../src/report/request/windows.ts';
import { romashka } from '../../../fixtures/romashka.ts';
import { CATALOGUE } from '../../../support/make-run.ts';
import { parseCisco } from './cisco-parser.ts';
import { parsePowerShell } from './powershell-parser.ts';
import { requestFor } from './requests.ts';

const HOSTILE = "x'; Remove-Item C:\\ #\u2019 `$(calc)\r\n}\nflush ruleset\n\u2028permit ip any any?\\";

function rules(
  request: FirewallRequest,
  addresses: Readonly<Record<string, string>> = {},
  language: Language = 'ru',
): RuleInput {
  return {
    request,
    requirements: CATALOGUE.requirements,
    language,
    addresses: new Map(Object.entries(addresses)),
  };
}

function table(changes: Readonly<Record<string, unknown>> = {}, number?: string): FirewallRequest {
  const site = romashka(2, changes);
  return requestFor({ site, basis: 'table', ...(number === undefined ? {} : { number }) });
}

const hostileTable = () => {
  const site = romashka(2, {
    name: HOSTILE,
    servers: [{ ...romashka(0).servers[0], name: HOSTILE }],
    devices: [{ id: 'mfu-201', name: HOSTILE, host: '10.77.20.21' }],
  });
  return requestFor({ site, basis: 'table', number: HOSTILE.slice(0, 40), requester: HOSTILE });
};

describe.each(['ru', 'en'] as const)('rules of the whole table in %s', (language) => {
  it.each([
    ['nft', nftablesRules],
    ['ps1', windowsRules],
    ['cisco', ciscoRules],
  ] as const)('are what the golden file .%s holds', async (extension, make) => {
    const text = make(rules(table(), { 's3.printum.io': '203.0.113.7' }, language));
    await expect(text.replaceAll('\r\n', '\n')).toMatchFileSnapshot(`golden/table-${language}.${extension}`);
  });
});

describe('nftablesRules', () => {
  it('writes sets, the fixed source port and only new connections', () => {
    expect(nftablesLines(rules(table()))).toContain(
      'ip saddr 10.77.30.10 ip daddr 10.77.20.0/24 tcp sport 20 tcp dport 1024-65535 ct state new accept',
    );
  });

  it('comments a row out whose name was never resolved, and says so', () => {
    const text = nftablesRules(rules(table()));
    expect(text).toContain('Строка 10 пропущена: адрес имени s3.printum.io неизвестен');
    expect(
      text
        .split('\n')
        .filter((line) => !line.trim().startsWith('#'))
        .join('\n'),
    ).not.toContain('s3.');
  });

  it('leaves out a source that nobody has named, and a refused row', () => {
    const open = requestFor({ basis: 'table', networks: { workstation: [], device: [] } });
    expect(nftablesRules(rules(open))).toContain('Строка 1 пропущена: не названа сеть');
    const refused = { ...table(), rows: table().rows.map((row) => ({ ...row, state: 'refused' as const })) };
    const text = nftablesRules(rules(refused));
    expect(text).toContain('Открывать нечего');
    expect(text.split('\n').every((line) => line === '' || line.startsWith('#'))).toBe(true);
  });

  it('lets no name of the profile leave its comment', () => {
    const lines = nftablesRules(rules(hostileTable())).split('\n');
    expect(lines.filter((line) => /^\s*flush/.test(line))).toEqual([
      expect.stringMatching(/^flush chain inet filter printum_[a-z0-9_]+$/),
    ]);
    expect(lines.some((line) => line.endsWith('\\'))).toBe(false);
  });
});

describe('windowsRules', () => {
  it('lets each server accept what leads to it, and writes nothing for devices', () => {
    const found = parsePowerShell(windowsRules(rules(table())));
    const brief = found.map((rule) =>
      [rule.LocalAddress, rule.Protocol, rule.LocalPort, rule.RemoteAddress].join(' '),
    );
    expect(brief).toEqual([
      '10.77.30.10 TCP 80,443,1631,8000-8001,8010,8080 10.77.10.0/24',
      '10.77.30.10 TCP 21,8010,8080,30000-30199 10.77.20.0/24',
      '10.77.30.10 UDP 162 10.77.20.0/24',
      '10.77.30.20 TCP 5432,8123 10.77.30.10',
      '10.77.30.5 TCP 389 10.77.30.10',
      '10.77.30.22 TCP 2049 10.77.30.10',
    ]);
  });

  it('keeps hostile names inside their quotes', () => {
    const found = parsePowerShell(windowsRules(rules(hostileTable())));
    expect(found).toHaveLength(6);
    expect(found[0]?.DisplayName?.[0]).toContain("x'; Remove-Item");
  });
});

describe('ciscoRules', () => {
  it('writes networks with wildcard masks and every range on its own line', () => {
    const lines = parseCisco(ciscoRules(rules(table())));
    const begin = lines.filter(({ list }) => list === 'PRINTUM-ZP-2026-11-22-01');
    expect(begin).toContainEqual({
      list: 'PRINTUM-ZP-2026-11-22-01',
      transport: 'tcp',
      from: '10.77.20.0 0.0.0.255',
      fromPort: '',
      to: '10.77.30.10',
      toPort: '30000-30199',
      established: false,
    });
    expect(begin).toContainEqual(
      expect.objectContaining({ from: '10.77.30.10', fromPort: '20', to: '10.77.20.0 0.0.0.255' }),
    );
    expect(lines).toHaveLength(begin.length * 2);
  });

  it('gives the way back of each line its own, established where that is known', () => {
    const lines = parseCisco(ciscoRules(rules(table())));
    const back = lines.filter(({ list }) => list.endsWith('-REPLY'));
    expect(back.filter(({ transport }) => transport === 'tcp').every(({ established }) => established)).toBe(
      true,
    );
    expect(back).toContainEqual(
      expect.objectContaining({ transport: 'udp', from: '10.77.30.10', fromPort: '162', toPort: '' }),
    );
  });

  it('has lists of their own for IPv6', () => {
    const site = romashka(0, { servers: [{ ...romashka(0).servers[0], host: '2001:db8::10' }] });
    const networks = { workstation: ['2001:db8:1::/64'], device: ['10.77.20.0/24'] };
    const text = ciscoRules(rules(requestFor({ site, basis: 'table', networks })));
    expect(parseCisco(text)).toContainEqual(
      expect.objectContaining({
        list: 'PRINTUM-ZP-2026-11-22-01-V6',
        from: '2001:db8:1::/64',
        to: '2001:db8::10',
      }),
    );
    expect(text).toContain('row 2 is left out: one end is IPv4, the other IPv6');
  });

  it('stays readable whatever the profile is called', () => {
    expect(parseCisco(ciscoRules(rules(hostileTable()))).length).toBeGreaterThan(10);
  });
});

it.each([nftablesRules, windowsRules, ciscoRules])('%o never writes «any»', (make) => {
  for (const networks of [
    { workstation: [], device: [] },
    { workstation: ['0.0.0.0/0'], device: ['::/0', 'any'] },
  ]) {
    const text = make(rules(requestFor({ basis: 'table', networks })));
    const rulesAlone = text
      .split(/\r?\n/)
      .filter((line) => !/^\s*[#!]/.test(line))
      .join('\n');
    expect(rulesAlone).not.toMatch(/\bany\b|0\.0\.0\.0|::\/0/i);
  }
});
