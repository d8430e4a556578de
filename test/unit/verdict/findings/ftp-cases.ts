/** Faults of FTP, one for each row: what the two probes see of it, and the causes that must be found. */
import type { Observation } from '../../../../src/contract/facts.ts';
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

const INSIDE = '172.18.0.4';
export const half = portsWhere((port) => (port < 30_100 ? 'closed' : 'filtered'));
const allButOne = portsWhere((port) => (port === 30_007 ? 'closed' : 'filtered'));
const oneHole = portsWhere((port) => (port === 30_007 ? 'filtered' : 'closed'));
export const none = portsWhere(() => 'filtered');
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
export const nobodyCame = activeMode({
  connection: null,
  use: { command: 'LIST', reply: null, failure: 'timeout' },
  waitedMs: 1500,
});
export const portRefused = activeMode({
  step: step('PORT', 500, 'Illegal PORT command.'),
  use: null,
  connection: null,
});

export interface Sights {
  readonly passive?: Observation;
  readonly active?: Observation;
}

export const FTP_CASES: readonly (readonly [
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
