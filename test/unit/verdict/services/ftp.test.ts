/** Facts of FTP → verdict and words: one line for each thing that can be the matter. */
import { describe, expect, it } from 'vitest';
import type {
  FtpActiveFacts,
  FtpActiveMode,
  FtpLogin,
  FtpPassiveFacts,
  FtpPassiveMode,
  FtpPortState,
  FtpStep,
  FtpTransfer,
} from '../../../../src/contract/facts-ftp.ts';
import { FTP_REASONS } from '../../../../src/contract/ftp-reasons.ts';
import { type ReasonCode, reasonMessage, reasonRemedy } from '../../../../src/contract/reasons.ts';
import { describeFtp } from '../../../../src/contract/seen-ftp.ts';
import { LANGUAGES, type Stage } from '../../../../src/contract/words.ts';
import { blocksOf, countStates } from '../../../../src/probes/ftp-ports.ts';
import { judge } from '../../../../src/verdict/judge.ts';
import { ftpCheck } from '../../../servers/ftp-observe.ts';

const SERVER = '10.77.30.10';
const RANGE = { from: 30_000, to: 30_199 };
const GREETING = { code: 220, text: '(vsFTPd 3.0.3)' };
const CONTROL = { greeting: GREETING, features: ['EPSV'], authTls: false };
const ERRNO = {
  open: null,
  closed: 'ECONNREFUSED',
  filtered: 'timeout',
  unreachable: 'ENETUNREACH',
} as const;

function step(command: string, code: number, text = 'said so'): FtpStep {
  return { command, reply: { code, text }, failure: null };
}

function broken(command: string, failure: string): FtpStep {
  return { command, reply: null, failure };
}

const ACCEPTED: FtpLogin = {
  outcome: 'accepted',
  step: step('PASS', 230),
  directory: '/',
  directoryRefused: null,
};
const SKIPPED: FtpLogin = { outcome: 'skipped', step: null, directory: null, directoryRefused: null };
const refused = (last: FtpStep): FtpLogin => ({ ...SKIPPED, outcome: 'refused', step: last });
const brokenAt = (last: FtpStep): FtpLogin => ({ ...SKIPPED, outcome: 'broken', step: last });
const noFolder: FtpLogin = { ...ACCEPTED, directoryRefused: { code: 550, text: 'no such folder' } };
const turnedAway: FtpLogin = { ...SKIPPED, outcome: 'turned-away' };

const DONE: FtpTransfer = {
  file: 'sitecheck-00.tmp',
  sentBytes: 8192,
  steps: [step('STOR', 226), step('SIZE', 213), step('RETR', 226), step('DELE', 250)],
  stored: true,
  size: 8192,
  sameBytes: true,
  removed: true,
};
const notStored = (last: FtpStep): FtpTransfer => ({
  ...DONE,
  steps: [last],
  stored: false,
  size: null,
  sameBytes: null,
});

function mode(command: 'PASV' | 'EPSV', changes: Partial<FtpPassiveMode> = {}): FtpPassiveMode {
  return {
    step: step(command, command === 'PASV' ? 227 : 229),
    announced: { address: SERVER, port: 30_007 },
    addressDiffers: false,
    inRange: true,
    tries: [{ address: SERVER, state: 'open', errno: null }],
    ...changes,
  };
}

function notReached(state: FtpPortState): Partial<FtpPassiveMode> {
  return { tries: [{ address: SERVER, state, errno: ERRNO[state] }] };
}

/** The state of each port; the whole range is closed unless told otherwise. */
function portsWhere(
  stateOf: (port: number) => FtpPortState,
): Pick<FtpPassiveFacts, 'ports' | 'counts' | 'blocks'> {
  const ports = Array.from({ length: 200 }, (_, index) => {
    const state = stateOf(30_000 + index);
    return { port: 30_000 + index, state, errno: ERRNO[state] };
  });
  return { ports, counts: countStates(ports), blocks: [...blocksOf(ports)] };
}

function passive(changes: Partial<FtpPassiveFacts> = {}): FtpPassiveFacts {
  return {
    address: SERVER,
    localAddress: '10.77.20.2',
    control: CONTROL,
    login: ACCEPTED,
    transfer: DONE,
    range: RANGE,
    modes: [mode('PASV'), mode('EPSV')],
    ...portsWhere(() => 'closed'),
    ...changes,
  };
}

function way(changes: Partial<FtpActiveMode> = {}): FtpActiveMode {
  return {
    command: 'PORT',
    listener: { address: '10.77.20.2', port: 40_001 },
    listenFailure: null,
    selfTestFailure: null,
    step: step('PORT', 200),
    use: step('LIST', 226),
    connection: { address: SERVER, port: 20, afterMs: 3 },
    strangers: [],
    waitedMs: null,
    ...changes,
  };
}

function active(changes: Partial<FtpActiveFacts> = {}): FtpActiveFacts {
  return {
    address: SERVER,
    localAddress: '10.77.20.2',
    control: CONTROL,
    login: ACCEPTED,
    transfer: DONE,
    callbackFrom: 20,
    modes: [way(), way({ command: 'EPRT' })],
    ...changes,
  };
}

type Kind = 'ftp-passive' | 'ftp-active';

function judged(
  facts: FtpPassiveFacts | FtpActiveFacts,
  stage: Stage = 'after-install',
  proof: 'direct' | 'indirect' = 'direct',
) {
  const kind: Kind = 'range' in facts ? 'ftp-passive' : 'ftp-active';
  return judge({
    check: ftpCheck(kind, SERVER, 21),
    proof,
    stage,
    observation: {
      kind,
      outcome: 'answered',
      facts,
      rttMs: 1,
      attempts: 1,
      durationMs: 2,
      startedAt: '2026-11-22T06:00:00.000Z',
      trace: [],
    } as Parameters<typeof judge>[0]['observation'],
    decoy: null,
    language: 'ru',
  });
}

function see(...request: Parameters<typeof judged>): string {
  const { portState, serviceState, verdict, reason } = judged(...request);
  return `${portState} ${serviceState} ${verdict} ${reason.code}`;
}

const nat = mode('PASV', {
  announced: { address: '192.168.0.5', port: 30_007 },
  addressDiffers: true,
  tries: [
    { address: '192.168.0.5', state: 'filtered', errno: 'timeout' },
    { address: SERVER, state: 'open', errno: null },
  ],
});
const otherAddress = mode('PASV', {
  announced: { address: '10.77.30.11', port: 30_007 },
  addressDiffers: true,
  tries: [{ address: '10.77.30.11', state: 'open', errno: null }],
});
const loopback = mode('PASV', {
  announced: { address: '127.0.0.1', port: 30_007 },
  addressDiffers: true,
  tries: [{ address: SERVER, state: 'open', errno: null }],
});
const outside = { announced: { address: SERVER, port: 50_000 }, inRange: false };
const noPasv = mode('PASV', { step: step('PASV', 502), announced: null, inRange: false, tries: [] });
const noEpsv = mode('EPSV', { step: step('EPSV', 502), announced: null, inRange: false, tries: [] });
const garbled = mode('PASV', { step: step('PASV', 227, 'ok'), announced: null, inRange: false, tries: [] });
const lostPasv = mode('PASV', {
  step: broken('PASV', 'ECONNRESET'),
  announced: null,
  inRange: false,
  tries: [],
});
const half = portsWhere((port) => (port >= 30_050 ? 'filtered' : 'closed'));
const holes = portsWhere((port) => (port % 10 === 0 ? 'filtered' : 'closed'));

const PASSIVE: readonly (readonly [string, Partial<FtpPassiveFacts>, string])[] = [
  ['everything right', {}, 'open confirmed pass ftp-passive-works'],
  [
    'a port of the range in use',
    portsWhere((port) => (port === 30_003 ? 'open' : 'closed')),
    'open confirmed pass ftp-passive-works',
  ],
  ['no EPSV', { modes: [mode('PASV'), noEpsv] }, 'open confirmed pass ftp-passive-works'],
  [
    'a file that may not be read back',
    {
      transfer: {
        ...DONE,
        sameBytes: null,
        steps: [step('STOR', 226), step('SIZE', 213), step('RETR', 550), step('DELE', 250)],
      },
    },
    'open confirmed pass ftp-passive-works',
  ],
  [
    'no password',
    { login: SKIPPED, modes: [], transfer: null },
    'open confirmed warn ftp-passive-login-skipped',
  ],
  ['a silent range', portsWhere(() => 'filtered'), 'open confirmed fail ftp-range-filtered'],
  ['an unreachable range', portsWhere(() => 'unreachable'), 'open confirmed fail ftp-range-filtered'],
  ['half a range', half, 'open confirmed fail ftp-range-partly-filtered'],
  ['many holes', holes, 'open confirmed fail ftp-range-partly-filtered'],
  [
    'a silent range and a refused login',
    { ...portsWhere(() => 'filtered'), login: refused(step('PASS', 530)), modes: [] },
    'open confirmed fail ftp-range-filtered',
  ],
  ['a range that is all open', portsWhere(() => 'open'), 'open confirmed warn ftp-range-all-open'],
  [
    'an own firewall',
    { ports: [{ port: 30_000, state: 'filtered', errno: 'EPERM' }] },
    'null not-checked error blocked-on-this-computer',
  ],
  [
    'a wrong password',
    { login: refused(step('PASS', 530, 'Login incorrect.')), modes: [], transfer: null },
    'open denied fail ftp-login-refused',
  ],
  [
    'a server that wants TLS',
    { login: refused(step('USER', 530, 'Non-anonymous sessions must use encryption.')), modes: [] },
    'open confirmed fail ftp-tls-required',
  ],
  [
    'too many users',
    {
      control: { ...CONTROL, greeting: { code: 421, text: 'Too many connections' } },
      login: turnedAway,
      modes: [],
    },
    'open confirmed fail ftp-turned-away',
  ],
  [
    'a login without a reply',
    { login: brokenAt(broken('USER', 'timeout')), modes: [] },
    'open silent fail ftp-control-lost',
  ],
  ['a reset at PASV', { modes: [lostPasv], transfer: null }, 'open silent fail ftp-control-lost'],
  [
    'no passive mode at all',
    { modes: [noPasv, noEpsv], transfer: null },
    'open confirmed fail ftp-passive-refused',
  ],
  [
    'a PASV reply of nonsense',
    { modes: [garbled, noEpsv], transfer: null },
    'open confirmed fail ftp-passive-unreadable',
  ],
  ['EPSV alone', { modes: [noPasv, mode('EPSV')] }, 'open confirmed warn ftp-pasv-refused'],
  [
    'EPSV alone over IPv6',
    {
      address: 'fd00::10',
      modes: [
        noPasv,
        mode('EPSV', {
          announced: { address: 'fd00::10', port: 30_001 },
          tries: [{ address: 'fd00::10', state: 'open', errno: null }],
        }),
      ],
    },
    'open confirmed pass ftp-passive-works',
  ],
  ['NAT', { modes: [nat, mode('EPSV')] }, 'open confirmed fail ftp-pasv-address-unreachable'],
  [
    'an announced address of this computer',
    { modes: [loopback, mode('EPSV')] },
    'open confirmed fail ftp-pasv-address-unreachable',
  ],
  [
    'another address that can be reached',
    { modes: [otherAddress, mode('EPSV')] },
    'open confirmed warn ftp-pasv-other-address',
  ],
  [
    'a port outside the range that works',
    { modes: [mode('PASV', outside)] },
    'open confirmed warn ftp-port-outside-range',
  ],
  [
    'a port outside the range that does not',
    { modes: [mode('PASV', { ...outside, ...notReached('filtered') })], transfer: null },
    'open confirmed fail ftp-port-outside-range',
  ],
  [
    'a data port that is silent',
    { modes: [mode('PASV', notReached('filtered'))], transfer: null },
    'open confirmed fail ftp-data-blocked',
  ],
  [
    'a data port that is silent for EPSV',
    { modes: [mode('PASV'), mode('EPSV', notReached('filtered'))] },
    'open confirmed fail ftp-data-blocked',
  ],
  [
    'a data port that refuses',
    { modes: [mode('PASV', notReached('closed'))], transfer: null },
    'open confirmed fail ftp-data-refused',
  ],
  [
    'a folder that is not there',
    { login: noFolder, transfer: null },
    'open confirmed fail ftp-directory-refused',
  ],
  [
    'a folder without write permission',
    { transfer: notStored(step('STOR', 553)) },
    'open confirmed fail ftp-no-write-permission',
  ],
  [
    'a permission denied',
    { transfer: notStored(step('STOR', 550)) },
    'open confirmed fail ftp-no-write-permission',
  ],
  ['a full disk', { transfer: notStored(step('STOR', 452)) }, 'open confirmed fail ftp-disk-full'],
  ['a spent quota', { transfer: notStored(step('STOR', 552)) }, 'open confirmed fail ftp-disk-full'],
  [
    'a broken transfer',
    { transfer: notStored(step('STOR', 426)) },
    'open confirmed fail ftp-transfer-failed',
  ],
  [
    'a transfer without end',
    { transfer: notStored(broken('STOR', 'timeout')) },
    'open confirmed fail ftp-transfer-failed',
  ],
  [
    'a session that breaks after STOR',
    {
      transfer: {
        ...DONE,
        size: null,
        sameBytes: null,
        steps: [step('STOR', 226), broken('SIZE', 'timeout'), broken('EPSV', 'timeout'), step('DELE', 250)],
      },
    },
    'open confirmed fail ftp-transfer-failed',
  ],
  [
    'a way back that is refused',
    {
      transfer: {
        ...DONE,
        sameBytes: null,
        steps: [step('STOR', 226), step('EPSV', 425), step('DELE', 250)],
      },
    },
    'open confirmed fail ftp-transfer-failed',
  ],
  [
    'a broken way back',
    {
      transfer: {
        ...DONE,
        sameBytes: null,
        steps: [step('STOR', 226), step('RETR', 426), step('DELE', 250)],
      },
    },
    'open confirmed fail ftp-transfer-failed',
  ],
  ['another size', { transfer: { ...DONE, size: 8200 } }, 'open confirmed fail ftp-content-differs'],
  ['other bytes', { transfer: { ...DONE, sameBytes: false } }, 'open confirmed fail ftp-content-differs'],
  [
    'a file that stays',
    { transfer: { ...DONE, removed: false, steps: [...DONE.steps.slice(0, 3), step('DELE', 550)] } },
    'open confirmed warn ftp-test-file-left',
  ],
  [
    'a refused control port',
    { control: null, login: SKIPPED, modes: [], transfer: null },
    'closed not-checked fail refused',
  ],
  [
    'a refused control port and a silent range',
    { ...portsWhere(() => 'filtered'), control: null, login: SKIPPED, modes: [] },
    'closed not-checked fail ftp-range-filtered',
  ],
];

const nobody = { connection: null, use: broken('LIST', 'timeout'), waitedMs: 2000 } as const;

const ACTIVE: readonly (readonly [string, Partial<FtpActiveFacts>, string])[] = [
  ['everything right', {}, 'open confirmed pass ftp-active-works'],
  [
    'no EPRT',
    { modes: [way(), way({ command: 'EPRT', connection: null, use: null, step: step('EPRT', 502) })] },
    'open confirmed pass ftp-active-works',
  ],
  [
    'no password',
    { login: SKIPPED, modes: [], transfer: null },
    'open confirmed warn ftp-active-login-skipped',
  ],
  [
    'a wrong password',
    { login: refused(step('PASS', 530)), modes: [], transfer: null },
    'open denied fail ftp-login-refused',
  ],
  ['too many users', { login: turnedAway, modes: [], transfer: null }, 'open confirmed fail ftp-turned-away'],
  ['nobody who comes', { modes: [way(nobody)], transfer: null }, 'open confirmed fail ftp-callback-blocked'],
  [
    'a server that says it cannot come',
    { modes: [way({ ...nobody, use: step('LIST', 425) })], transfer: null },
    'open confirmed fail ftp-callback-failed',
  ],
  [
    'a stranger',
    { modes: [way({ ...nobody, strangers: [{ address: '10.77.30.1', port: 20 }] })], transfer: null },
    'open confirmed fail ftp-callback-elsewhere',
  ],
  [
    'another port',
    { modes: [way({ connection: { address: SERVER, port: 51_000, afterMs: 2 } })] },
    'open confirmed warn ftp-callback-other-port',
  ],
  [
    'a refused PORT',
    { modes: [way({ ...nobody, use: null, step: step('PORT', 500) })], transfer: null },
    'open confirmed fail ftp-port-refused',
  ],
  [
    'a lost PORT',
    { modes: [way({ ...nobody, use: null, step: broken('PORT', 'closed') })], transfer: null },
    'open silent fail ftp-control-lost',
  ],
  [
    'a session that ends at LIST',
    { modes: [way({ ...nobody, use: broken('LIST', 'closed') })], transfer: null },
    'open silent fail ftp-control-lost',
  ],
  [
    'no listener',
    { modes: [way({ ...nobody, listenFailure: 'EACCES', listener: null })], transfer: null },
    'open confirmed error ftp-listen-failed',
  ],
  [
    'a listener that cannot be reached from here',
    { modes: [way({ ...nobody, selfTestFailure: 'timeout' })], transfer: null },
    'open confirmed error ftp-listener-blocked',
  ],
  [
    'a listener that the server reaches all the same',
    { modes: [way({ selfTestFailure: 'timeout' })] },
    'open confirmed pass ftp-active-works',
  ],
  [
    'neither list nor write permission',
    { modes: [way({ ...nobody, use: step('LIST', 550) })], transfer: notStored(step('STOR', 550)) },
    'open confirmed fail ftp-no-write-permission',
  ],
  [
    'no LIST and no transfer',
    { modes: [way({ ...nobody, use: step('LIST', 502) })], transfer: null },
    'open confirmed fail ftp-transfer-failed',
  ],
  [
    'a folder that is not there',
    { login: noFolder, transfer: null },
    'open confirmed fail ftp-directory-refused',
  ],
  ['a full disk', { transfer: notStored(step('STOR', 552)) }, 'open confirmed fail ftp-disk-full'],
];

describe('judge of ftp-passive', () => {
  it.each(PASSIVE)('reads %s', (_what, changes, expected) => {
    expect(see(passive(changes))).toBe(expected);
  });

  it('lets the state of the way stand before installation, and not what a service says that is not there yet', () => {
    expect(see(passive(half), 'before-install')).toBe('open confirmed fail ftp-range-partly-filtered');
    expect(see(passive({ control: null, login: SKIPPED, modes: [], ...half }), 'before-install')).toBe(
      'closed not-checked fail ftp-range-partly-filtered',
    );
    expect(see(passive({ control: null, login: SKIPPED, modes: [] }), 'before-install')).toBe(
      'closed not-checked warn refused-before-install',
    );
    expect(see(passive({ login: refused(step('PASS', 530)), modes: [] }), 'before-install')).toBe(
      'open denied pass open-before-install',
    );
  });

  it('keeps from another place what the server said to the login', () => {
    expect(see(passive({ login: refused(step('PASS', 530)), modes: [] }), 'after-install', 'indirect')).toBe(
      'open denied fail ftp-login-refused',
    );
  });

  it('says nothing about the way from another place', () => {
    const elsewhere = 'open confirmed pass answers-elsewhere';
    expect(see(passive(half), 'after-install', 'indirect')).toBe(elsewhere);
    expect(see(passive({ modes: [nat] }), 'after-install', 'indirect')).toBe(elsewhere);
    expect(see(passive({ transfer: notStored(step('STOR', 553)) }), 'after-install', 'indirect')).toBe(
      'open confirmed fail ftp-no-write-permission',
    );
    expect(see(passive({ control: null, login: SKIPPED, ...half }), 'after-install', 'indirect')).toBe(
      'closed not-checked skip indirect-no-evidence',
    );
  });

  it('names the blocked part, and of many holes only the first', () => {
    expect(judged(passive(half)).reason.params).toMatchObject({
      blocks: '30050–30199',
      filtered: 150,
      total: 200,
    });
    expect(judged(passive(holes)).reason.params?.blocks).toBe('30000, 30010, 30020, 30030, 30040, 30050, …');
  });
});

describe('judge of ftp-active', () => {
  it.each(ACTIVE)('reads %s', (_what, changes, expected) => {
    expect(see(active(changes))).toBe(expected);
  });

  it('says nothing about the way back from another place', () => {
    expect(see(active({ modes: [way(nobody)], transfer: null }), 'after-install', 'indirect')).toBe(
      'open confirmed pass answers-elsewhere',
    );
  });
});

describe('the words about FTP', () => {
  it('leave no place unfilled in either language, for every reason there is', () => {
    const given = new Set<string>();
    const all = [
      ...PASSIVE.map(([, changes]) => passive(changes)),
      ...ACTIVE.map(([, changes]) => active(changes)),
    ];
    for (const facts of all) {
      const { reason } = judged(facts);
      given.add(reason.code);
      for (const language of LANGUAGES) {
        expect(reasonMessage(reason.code, reason.params, language)).not.toMatch(/[{}]/);
        expect(reasonRemedy(reason.code, reason.params, language) ?? '').not.toMatch(/[{}]/);
      }
    }
    expect((Object.keys(FTP_REASONS) as ReasonCode[]).filter((code) => !given.has(code))).toEqual([]);
  });

  it('tell who has to open what', () => {
    const { reason } = judged(passive(half));
    expect(reasonRemedy(reason.code, reason.params, 'ru')).toBe(
      'Разрешить МФУ → 10.77.30.10, tcp 30050–30199',
    );
    const back = judged(active({ modes: [way(nobody)], transfer: null })).reason;
    expect(reasonRemedy(back.code, back.params, 'ru')).toContain('10.77.30.10 с порта 20 → МФУ');
  });

  it.each([
    ['диапазон свободен, файл передан', passive()],
    ['без ответа 30050–30199, файл передан', passive(half)],
    [
      'диапазон без ответа, вход отклонён',
      passive({ ...portsWhere(() => 'filtered'), login: refused(step('PASS', 530)) }),
    ],
    ['диапазон свободен, вход не проверялся', passive({ login: SKIPPED, transfer: null })],
    ['сервер пришёл с порта 20, файл передан', active()],
    ['сервер не пришёл', active({ modes: [way(nobody)], transfer: null })],
    ['вход не проверялся', active({ login: SKIPPED, modes: [], transfer: null })],
    ['сервер пришёл с порта 20, файл не передан', active({ transfer: notStored(step('STOR', 553)) })],
  ])('sum up what was seen: %s', (expected, facts) => {
    const service: Kind = 'range' in facts ? 'ftp-passive' : 'ftp-active';
    expect(describeFtp({ service, facts: { ...facts } }, 'ru')).toBe(expected);
    expect(describeFtp({ service, facts: { ...facts } }, 'en')).toMatch(/^[ -~–«»…]+$/);
  });

  it('are not asked for other services', () => {
    expect(describeFtp({ service: 'http', facts: {} }, 'ru')).toBeNull();
  });
});
