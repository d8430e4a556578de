/** What the FTP probes see where all is well, and how a test says what is not. */
import type { Observation, ProbeFacts } from '../../../../src/contract/facts.ts';
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
import { STARTED_AT } from './scenes.ts';

export const FTP_SERVER = '10.77.30.10';
const RANGE = { from: 30_000, to: 30_199 };
const ERRNO = {
  open: null,
  closed: 'ECONNREFUSED',
  filtered: 'timeout',
  unreachable: 'ENETUNREACH',
} as const;

const CONNECTION = {
  address: FTP_SERVER,
  localAddress: '',
  control: { greeting: { code: 220, text: 'ready' }, features: ['EPSV'], authTls: false },
} as const;

export function step(command: string, code: number, text = 'said so'): FtpStep {
  return { command, reply: { code, text }, failure: null };
}

const ACCEPTED: FtpLogin = {
  outcome: 'accepted',
  step: step('PASS', 230),
  directory: '/scans',
  directoryRefused: null,
};
export const REFUSED: FtpLogin = {
  outcome: 'refused',
  step: step('PASS', 530, 'Login incorrect.'),
  directory: null,
  directoryRefused: null,
};

const DONE: FtpTransfer = {
  file: 'sitecheck-00.tmp',
  sentBytes: 8192,
  steps: [step('STOR', 226), step('SIZE', 213), step('RETR', 226), step('DELE', 250)],
  stored: true,
  size: 8192,
  sameBytes: true,
  removed: true,
};

/** STOR ended with this. */
export function notStored(last: FtpStep): FtpTransfer {
  return { ...DONE, steps: [last], stored: false, size: null, sameBytes: null };
}

export function passiveMode(command: 'PASV' | 'EPSV', changes: Partial<FtpPassiveMode> = {}): FtpPassiveMode {
  return {
    step: step(command, command === 'PASV' ? 227 : 229),
    announced: { address: FTP_SERVER, port: 30_007 },
    addressDiffers: false,
    inRange: true,
    tries: [{ address: FTP_SERVER, state: 'open', errno: null }],
    ...changes,
  };
}

/** The state of each port of the range, and the blocks of them. */
export function portsWhere(
  stateOf: (port: number) => FtpPortState,
): Pick<FtpPassiveFacts, 'ports' | 'counts' | 'blocks'> {
  const ports = Array.from({ length: 200 }, (_, index) => {
    const state = stateOf(RANGE.from + index);
    return { port: RANGE.from + index, state, errno: ERRNO[state] };
  });
  const counts = { open: 0, closed: 0, filtered: 0, unreachable: 0 };
  const blocks: { from: number; to: number; state: FtpPortState }[] = [];
  for (const { port, state } of ports) {
    counts[state] += 1;
    const last = blocks.at(-1);
    if (last?.state === state) last.to = port;
    else blocks.push({ from: port, to: port, state });
  }
  return { ports, counts, blocks };
}

export function sawPassive(changes: Partial<FtpPassiveFacts> = {}): Observation {
  return answered('ftp-passive', {
    ...CONNECTION,
    control: { ...CONNECTION.control, features: ['EPSV'] },
    login: ACCEPTED,
    transfer: DONE,
    range: RANGE,
    modes: [passiveMode('PASV'), passiveMode('EPSV')],
    ...portsWhere(() => 'closed'),
    ...changes,
  });
}

export function activeMode(changes: Partial<FtpActiveMode> = {}): FtpActiveMode {
  return {
    command: 'PORT',
    listener: { address: '10.77.20.143', port: 40_001 },
    listenFailure: null,
    selfTestFailure: null,
    step: step('PORT', 200),
    use: step('LIST', 226),
    connection: { address: FTP_SERVER, port: 20, afterMs: 3 },
    strangers: [],
    waitedMs: null,
    ...changes,
  };
}

export function sawActive(changes: Partial<FtpActiveFacts> = {}): Observation {
  return answered('ftp-active', {
    ...CONNECTION,
    control: { ...CONNECTION.control, features: ['EPSV'] },
    login: ACCEPTED,
    transfer: DONE,
    callbackFrom: 20,
    modes: [activeMode(), activeMode({ command: 'EPRT' })],
    ...changes,
  });
}

function answered<K extends 'ftp-active' | 'ftp-passive'>(kind: K, facts: ProbeFacts<K>): Observation {
  const measured = { rttMs: 1, attempts: 1, durationMs: 10, startedAt: STARTED_AT, trace: [] };
  return { ...measured, kind, outcome: 'answered', facts } as unknown as Observation;
}
