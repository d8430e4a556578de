/** Rules about FTP: each speaks where its cause is there, and says nothing where it is not. */
import { describe, expect, it } from 'vitest';
import type { PlannedCheck } from '../../../../src/contract/check.ts';
import type { Observation } from '../../../../src/contract/facts.ts';
import { LANGUAGES } from '../../../../src/contract/words.ts';
import { evidenceOf } from '../../../../src/verdict/findings/evidence.ts';
import { findingsOf } from '../../../../src/verdict/findings/findings.ts';
import { romashka } from '../../../fixtures/romashka.ts';
import {
  activeMode,
  FTP_SERVER,
  notStored,
  passiveMode,
  portsWhere,
  REFUSED,
  sawActive,
  sawPassive,
  step,
} from './ftp-sights.ts';
import { makeScene } from './scenes.ts';

const INSIDE = '172.18.0.4';
const half = portsWhere((port) => (port < 30_100 ? 'closed' : 'filtered'));
const allButOne = portsWhere((port) => (port === 30_007 ? 'closed' : 'filtered'));
const oneHole = portsWhere((port) => (port === 30_007 ? 'filtered' : 'closed'));
const none = portsWhere(() => 'filtered');
const behindNat = passiveMode('PASV', {
  announced: { address: INSIDE, port: 30_007 },
  addressDiffers: true,
  tries: [
    { address: INSIDE, state: 'filtered', errno: 'timeout' },
    { address: FTP_SERVER, state: 'open', errno: null },
  ],
});
const outside = passiveMode('PASV', { announced: { address: FTP_SERVER, port: 45_001 }, inRange: false });
const outsideEpsv = passiveMode('EPSV', { announced: { address: FTP_SERVER, port: 45_002 }, inRange: false });
const nobodyCame = activeMode({
  connection: null,
  use: { command: 'LIST', reply: null, failure: 'timeout' },
  waitedMs: 1500,
});
const portRefused = activeMode({
  step: step('PORT', 500, 'Illegal PORT command.'),
  use: null,
  connection: null,
});

interface Sights {
  readonly passive?: Observation;
  readonly active?: Observation;
}

function seen({ passive = sawPassive(), active = sawActive() }: Sights, language: 'ru' | 'en' = 'ru') {
  const see = (check: PlannedCheck) => {
    if (check.service === 'ftp-passive') return passive;
    return check.service === 'ftp-active' ? active : null;
  };
  return makeScene({ viewpoint: 'device', see, language }).findings;
}

const CASES: readonly (readonly [
  cause: string,
  sights: Sights,
  codes: readonly string[],
  titles: readonly [ru: string, en: string],
])[] = [
  [
    'no data port',
    { passive: sawPassive({ ...none, modes: [], transfer: null }) },
    ['ftp-data-ports-blocked 1'],
    [
      'FTP 10.77.30.10: порты данных 30000–30199 закрыты',
      'FTP 10.77.30.10: data ports 30000–30199 are blocked',
    ],
  ],
  [
    'half of the range',
    { passive: sawPassive(half) },
    ['ftp-range-partly-blocked 1'],
    [
      'Доходят 100\u00A0портов FTP из 200: закрыты 30100–30199',
      '100 of 200 FTP ports get through: 30100–30199 are blocked',
    ],
  ],
  [
    'all ports but one',
    { passive: sawPassive(allButOne) },
    ['ftp-range-partly-blocked 1'],
    [
      'Доходит 1\u00A0порт FTP из 200: закрыты 30000–30006, 30008–30199',
      '1 of 200 FTP ports gets through: 30000–30006, 30008–30199 are blocked',
    ],
  ],
  [
    'one hole',
    { passive: sawPassive(oneHole) },
    ['ftp-range-partly-blocked 1'],
    [
      'Доходят 199\u00A0портов FTP из 200: закрыт 30007',
      '199 of 200 FTP ports get through: 30007 is blocked',
    ],
  ],
  [
    'an inside address in PASV',
    { passive: sawPassive({ modes: [behindNat, passiveMode('EPSV')] }) },
    ['ftp-other-address 1'],
    ['FTP называет внутренний адрес 172.18.0.4', 'FTP announces the inside address 172.18.0.4'],
  ],
  [
    'a public address in PASV',
    {
      passive: sawPassive({
        modes: [{ ...behindNat, announced: { address: '203.0.113.7', port: 30_007 } }, passiveMode('EPSV')],
      }),
    },
    ['ftp-other-address 1'],
    ['FTP называет другой адрес 203.0.113.7', 'FTP announces another address: 203.0.113.7'],
  ],
  [
    'a port outside the range in both modes',
    { passive: sawPassive({ modes: [outside, outsideEpsv] }) },
    ['ftp-port-outside 1'],
    ['FTP называет порт 45001 вне диапазона 30000–30199', 'FTP announces port 45001, outside 30000–30199'],
  ],
  [
    'a port outside the range in PASV only',
    { passive: sawPassive({ modes: [outside, passiveMode('EPSV')] }) },
    ['ftp-commands-rewritten 1'],
    [
      'FTP 10.77.30.10: команды меняет кто-то на пути',
      'FTP 10.77.30.10: something on the path alters commands',
    ],
  ],
  [
    'PORT refused and EPRT carried out',
    { active: sawActive({ modes: [portRefused, activeMode({ command: 'EPRT' })] }) },
    ['ftp-commands-rewritten 1'],
    [
      'FTP 10.77.30.10: команды меняет кто-то на пути',
      'FTP 10.77.30.10: something on the path alters commands',
    ],
  ],
  [
    'an unreadable reply to PASV and a good one to EPSV',
    {
      passive: sawPassive({
        modes: [passiveMode('PASV', { announced: null, tries: [] }), passiveMode('EPSV')],
      }),
    },
    ['ftp-commands-rewritten 1'],
    [
      'FTP 10.77.30.10: команды меняет кто-то на пути',
      'FTP 10.77.30.10: something on the path alters commands',
    ],
  ],
  [
    'no connection back',
    { active: sawActive({ modes: [nobodyCame, { ...nobodyCame, command: 'EPRT' }], transfer: null }) },
    ['ftp-connect-back-blocked 1'],
    [
      'FTP 10.77.30.10: обратное соединение с порта 20 не доходит',
      'FTP 10.77.30.10: no connection back from port 20',
    ],
  ],
  [
    'a server that says that it cannot connect back',
    {
      active: sawActive({
        modes: [{ ...nobodyCame, use: step('LIST', 425, 'Failed to establish connection.') }],
        transfer: null,
      }),
    },
    ['ftp-connect-back-blocked 1'],
    [
      'FTP 10.77.30.10: обратное соединение с порта 20 не доходит',
      'FTP 10.77.30.10: no connection back from port 20',
    ],
  ],
  [
    'a connection back from another address',
    {
      active: sawActive({
        modes: [{ ...nobodyCame, strangers: [{ address: '10.77.30.1', port: 20 }] }],
        transfer: null,
      }),
    },
    ['ftp-connect-back-other-address 1'],
    [
      'FTP подключается обратно с чужого адреса 10.77.30.1',
      'FTP connects back from another address: 10.77.30.1',
    ],
  ],
  [
    'a connection back from another port',
    {
      active: sawActive({
        modes: [activeMode({ connection: { address: FTP_SERVER, port: 2020, afterMs: 3 } })],
      }),
    },
    ['ftp-connect-back-other-port 1'],
    ['FTP подключается обратно с порта 2020, а не 20', 'FTP connects back from port 2020, not 20'],
  ],
  [
    'a login that is refused in both modes',
    {
      passive: sawPassive({ login: REFUSED, modes: [], transfer: null }),
      active: sawActive({ login: REFUSED, modes: [], transfer: null }),
    },
    ['ftp-login-refused 2'],
    ['FTP 10.77.30.10: вход отклонён', 'FTP 10.77.30.10: the login is refused'],
  ],
  [
    'a login that is refused beside a range with a hole',
    {
      passive: sawPassive({ ...oneHole, login: REFUSED, modes: [], transfer: null }),
      active: sawActive({ login: REFUSED, modes: [], transfer: null }),
    },
    ['ftp-login-refused 2', 'ftp-range-partly-blocked 1'],
    ['FTP 10.77.30.10: вход отклонён', 'FTP 10.77.30.10: the login is refused'],
  ],
  [
    'no right to write in both modes',
    {
      passive: sawPassive({ transfer: notStored(step('STOR', 553, 'Could not create file.')) }),
      active: sawActive({ transfer: notStored(step('STOR', 550, 'Permission denied.')) }),
    },
    ['ftp-no-write-permission 2'],
    ['FTP 10.77.30.10: нет права записи', 'FTP 10.77.30.10: no permission to write'],
  ],
  ...([452, 552] as const).map(
    (code) =>
      [
        `a full disk (${code})`,
        {
          passive: sawPassive({ transfer: notStored(step('STOR', code, 'No space left.')) }),
          active: sawActive({ transfer: notStored(step('STOR', code, 'No space left.')) }),
        },
        ['ftp-disk-full 2'],
        ['FTP 10.77.30.10: нет места для сканов', 'FTP 10.77.30.10: no space for scans'],
      ] as const,
  ),
];

describe('the rules about FTP', () => {
  it.each(CASES)('name %s', (_cause, sights, codes, [ru, en]) => {
    const findings = seen(sights);
    expect(findings.map(({ code, checks }) => `${code} ${checks.length}`)).toEqual(codes);
    expect(findings[0]?.title).toBe(ru);
    expect(seen(sights, 'en')[0]?.title).toBe(en);
  });

  it.each(CASES)('leave no place of their texts empty for %s', (_cause, sights) => {
    for (const language of LANGUAGES) {
      for (const { title, explanation, remedy, addressee } of seen(sights, language)) {
        expect(`${title} ${explanation} ${remedy}`).not.toMatch(/\{|\}|undefined|—(?!\s)| {2}|«\?»/);
        expect(addressee).toBeDefined();
      }
    }
  });

  it.each([
    ['all is well', {}],
    ['the whole range is closed, which means that the way is free', { passive: sawPassive() }],
  ])('say nothing where %s', (_title, sights) => {
    expect(seen(sights)).toEqual([]);
  });

  it('leave a server alone that refuses PASV of its own will', () => {
    const modes = [
      passiveMode('PASV', { step: step('PASV', 502), announced: null, tries: [] }),
      passiveMode('EPSV'),
    ];
    expect(seen({ passive: sawPassive({ modes }) }).map(({ code }) => code)).toEqual(['ftp-pasv-refused']);
  });

  it('leave a server alone that refuses PORT and EPRT alike', () => {
    const modes = [portRefused, { ...portRefused, command: 'EPRT' as const }];
    const active = sawActive({ modes, transfer: null });
    expect(seen({ active }).map(({ code }) => code)).toEqual(['ftp-port-refused']);
  });

  it('say of one mode that the other works, and only where it does', () => {
    const [beside] = seen({ passive: sawPassive(half) });
    expect(beside?.explanation).toContain('Активный режим при этом работает.');
    const both = seen({
      passive: sawPassive(half),
      active: sawActive({ modes: [nobodyCame], transfer: null }),
    });
    expect(both.map(({ explanation }) => explanation).join(' ')).not.toContain('при этом работает');
  });

  it('do not claim that port 21 answers where it refuses', () => {
    const [finding] = seen({ passive: sawPassive({ ...none, control: null, modes: [], transfer: null }) });
    expect(finding?.explanation).toContain('Порт 21 отказывает');
  });

  it('make one cause of two servers with the same hole', () => {
    const site = romashka(1, {
      scheme: 'ha',
      servers: ['app1', 'app2'].map((id, index) => ({
        id,
        host: `10.77.30.${10 + index}`,
        roles: ['printManager', 'scanFtp'],
      })),
    });
    const see = ({ service }: PlannedCheck) => {
      if (service === 'ftp-passive') return sawPassive(half);
      return service === 'ftp-active' ? sawActive() : null;
    };
    const [finding, ...others] = makeScene({ viewpoint: 'device', site, see }).findings;
    expect(others).toEqual([]);
    expect(finding?.checks).toHaveLength(2);
    expect(finding?.remedy).toContain('10.77.30.10, 10.77.30.11, tcp 30000–30199');
  });

  it('still name the cause where a document has lost the facts', () => {
    const run = makeScene({
      viewpoint: 'device',
      see: ({ service }) => {
        if (service === 'ftp-passive') return sawPassive(half);
        return service === 'ftp-active' ? sawActive() : null;
      },
    });
    const checks = run.checks.map((check) => ({ ...check, facts: {} }));
    const [finding] = findingsOf(evidenceOf({ ...run, checks }), 'ru');
    expect(finding?.title).toBe('Доходят 100\u00A0портов FTP из 200: закрыты 30100–30199');
  });
});
