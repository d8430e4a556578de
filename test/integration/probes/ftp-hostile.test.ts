/** FTP servers that flood, drip, stall, hang up or talk nonsense, at every command: a right answer and nothing left over. */
import { describe, expect, it } from 'vitest';
import { type FtpPlace, observeFtp, verdictOf } from '../../servers/ftp-observe.ts';
import { type FtpMisdeed, type FtpScript, startFtpServer } from '../../servers/ftp-server.ts';

const TIMEOUT_MS = 300;
/** Long enough that a busy machine does not look like a missed deadline. */
const PATIENT_MS = 900;
/** Loopback refuses them all: the sweep costs next to nothing here. */
const RANGE = { from: 30_000, to: 30_004 };
type Kind = 'ftp-passive' | 'ftp-active';

async function meet(kind: Kind, script: FtpScript, changes: Partial<FtpPlace> = {}) {
  const server = await startFtpServer(script);
  try {
    const place = {
      host: server.host,
      port: server.port,
      timeoutMs: TIMEOUT_MS,
      attempts: 1,
      range: RANGE,
      ...changes,
    };
    const before = process.memoryUsage().heapUsed;
    const observation = await observeFtp(kind, place);
    const grownBytes = process.memoryUsage().heapUsed - before;
    await server.idle();
    return {
      observation,
      verdict: verdictOf(observation, place),
      timeouts: observation.durationMs / TIMEOUT_MS,
      grownBytes,
      files: [...server.files.keys()],
      commands: server.commands,
    };
  } finally {
    await server.close();
  }
}

const HUGE = Buffer.alloc(20 * 1024 * 1024, '220-a line of a very long greeting\r\n');
const GREETINGS: readonly (readonly [string, FtpMisdeed, string])[] = [
  ['is mute', { end: 'mute' }, 'open silent fail silent-service'],
  ['hangs up', { end: 'close' }, 'open silent fail hung-up'],
  ['resets', { end: 'reset' }, 'open silent fail hung-up'],
  ['drips', { drip: '220-slow\r\n', everyMs: 20 }, 'open silent fail reply-too-slow'],
  ['greets without end', { send: HUGE }, 'open mismatch fail reply-too-large'],
  ['breaks off in the middle', { send: '220-wait' }, 'open silent fail reply-too-slow'],
  ['speaks SSH', { send: 'SSH-2.0-OpenSSH_9.2\r\n' }, 'open mismatch fail unexpected-protocol'],
  ['speaks SMTP', { send: '220 mail ESMTP Postfix\r\n' }, 'open mismatch fail unexpected-protocol'],
  ['sends bytes', { send: Buffer.from([0, 255, 22, 3, 1]) }, 'open mismatch fail unexpected-protocol'],
  ['says «wait» for ever', { send: '120 wait\r\n'.repeat(9) }, 'open mismatch fail unexpected-protocol'],
  ['is full', { send: '421 Too many connections\r\n' }, 'open confirmed fail ftp-turned-away'],
];

describe.each(['ftp-passive', 'ftp-active'] as const)('%s with a server that, as it greets,', (kind) => {
  it.each(GREETINGS)('%s', async (_what, greeting, expected) => {
    const { verdict, observation, grownBytes } = await meet(kind, { greeting }, { timeoutMs: PATIENT_MS });
    expect(verdict).toBe(expected);
    expect(observation.durationMs / PATIENT_MS).toBeLessThan(1.2);
    expect(grownBytes).toBeLessThan(20 * 1024 * 1024);
  });
});

const MISDEEDS: readonly (readonly [string, FtpMisdeed])[] = [
  ['is mute', { end: 'mute' }],
  ['hangs up', { end: 'close' }],
  ['resets', { end: 'reset' }],
  ['drips', { drip: '200-slow\r\n', everyMs: 20 }],
  ['floods', { send: Buffer.alloc(4 * 1024 * 1024, '200-x\r\n') }],
  ['talks nonsense', { send: Buffer.from([7, 255, 0, 10]) }],
];

const PASSIVE_VERBS = ['FEAT', 'TYPE', 'PWD', 'PASV', 'EPSV', 'STOR', 'SIZE', 'RETR'] as const;
const ACTIVE_VERBS = ['PORT', 'EPRT', 'LIST', 'STOR', 'RETR'] as const;

/** Misbehaves the first time the verb comes: a second session must be able to take the file away. */
function once(verb: string, misdeed: FtpMisdeed): FtpScript {
  let done = false;
  return {
    on: (asked) => {
      if (asked !== verb || done) return undefined;
      done = true;
      return misdeed;
    },
  };
}

describe.each([
  ...PASSIVE_VERBS.map((verb) => ['ftp-passive', verb] as const),
  ...ACTIVE_VERBS.map((verb) => ['ftp-active', verb] as const),
])('%s with a server that at %s', (kind, verb) => {
  it.concurrent.each(MISDEEDS)('%s: no pass where it matters, nothing left', async (_what, misdeed) => {
    const { verdict, files, observation, timeouts } = await meet(kind, once(verb, misdeed));
    expect(observation.outcome).toBe('answered');
    // EPRT is a second look: a server that chokes on it still delivers with PORT.
    expect(verdict).toMatch(verb === 'EPRT' ? / (?:fail|warn) / : / fail ftp-/);
    expect(files).toEqual([]);
    expect(timeouts).toBeLessThan(12);
  });
});

describe('FTP with a server that is mute at the login', () => {
  it.concurrent.each(['USER', 'PASS'])('ends the wait at %s and still looks at the range', async (verb) => {
    const { verdict, observation } = await meet('ftp-passive', once(verb, { end: 'mute' }));
    expect(verdict).toBe('open silent fail ftp-control-lost');
    expect(observation.durationMs / 8000).toBeLessThan(1.2);
  });
});

describe('FTP with a server that announces nonsense', () => {
  it.each([
    ['numbers out of bounds', '227 Entering Passive Mode (300,1,1,1,1,1)', 'ftp-passive-unreadable'],
    ['no numbers', '227 Entering Passive Mode', 'ftp-passive-unreadable'],
    ['port 0', '227 Entering Passive Mode (127,0,0,1,0,0)', 'ftp-passive-unreadable'],
    ['a group address', '227 Entering Passive Mode (224,0,0,1,200,1)', 'ftp-pasv-address-unreachable'],
    ['no address in particular', '227 Entering Passive Mode (0,0,0,0,1,1)', 'ftp-pasv-address-unreachable'],
  ])('says so: %s', async (_what, reply, expected) => {
    const { verdict, files } = await meet('ftp-passive', {
      on: (verb) => {
        if (verb === 'PASV') return { send: `${reply}\r\n` };
        return verb === 'EPSV' ? { send: '502 no\r\n' } : undefined;
      },
    });
    expect(verdict).toContain(` fail ${expected}`);
    expect(files).toEqual([]);
  });

  it('reads an announcement without brackets', async () => {
    const { verdict } = await meet('ftp-passive', {
      on: (verb) => (verb === 'PASV' ? { send: '227 Entering Passive Mode 127,0,0,1,0,1\r\n' } : undefined),
    });
    // Port 1 of loopback refuses, and lies outside the range.
    expect(verdict).toContain(' fail ftp-port-outside-range');
  });
});

describe('FTP with a server that repeats the password', () => {
  it('keeps it out of facts, trace and reason', async () => {
    const password = 'pa55-w0rd';
    const { observation } = await meet(
      'ftp-passive',
      {
        on: (verb, argument) =>
          verb === 'PASS' ? { send: `530-you said ${argument}\r\n530 ${argument}!\r\n` } : undefined,
      },
      { password },
    );
    expect(JSON.stringify(observation)).not.toContain(password);
    expect(JSON.stringify(observation)).toContain('you said •••');
  });
});

describe('FTP with a server whose DELE fails', () => {
  it('names the file that stays', async () => {
    const { verdict, files, observation } = await meet('ftp-passive', {
      on: (verb) => (verb === 'DELE' ? { send: '550 not yours\r\n' } : undefined),
    });
    // The range of the small server is not the promised one, but a file left behind goes first.
    expect(verdict).toBe('open confirmed warn ftp-test-file-left');
    expect(files).toHaveLength(1);
    expect(JSON.stringify(observation)).toContain(files[0]);
  });
});
