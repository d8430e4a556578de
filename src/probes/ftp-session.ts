/** One FTP session: control connection, greeting, features, login and folder, with what was seen of each. */
import type { FtpControlFacts, FtpLogin, FtpOptions, FtpReplyFact } from '../contract/facts-ftp.ts';
import { connectBudgetMs } from './connect-budget.ts';
import { type Dialled, dial, dialAddress } from './dial.ts';
import { createFtpControl, type FtpAnswer, type FtpControl } from './ftp-control.ts';
import { type LingeringSignal, lingeringSignal } from './ftp-linger.ts';
import { loginWaitMs } from './ftp-times.ts';
import { inBackground, type ProbeContext, ProbeError, type ProbeTarget } from './probe.ts';
import { featureNames, quotedPath } from './wire/ftp-reply.ts';
import { printableText } from './wire/printable.ts';

export interface FtpSession {
  readonly control: FtpControl;
  readonly linger: LingeringSignal;
  readonly address: string;
  readonly localAddress: string;
  readonly facts: FtpControlFacts;
  readonly login: FtpLogin;
  /** Time of the TCP handshake. */
  readonly rttMs: number;
  /** The same again, without phases: where the control connection was lost or is held up by the server. */
  readonly again: () => Promise<FtpSession>;
  /** Takes leave and closes; may be called twice. */
  readonly close: () => void;
}

const PATH_LIMIT = 300;
/** A mail server greets with the same code. */
const OTHER_SERVICE = /\bE?SMTP\b/i;

/**
 * Connects, reads the greeting and logs in where user and password are given. Rejects as `dial` does, and where no
 * FTP greeting came; whatever is refused after it is a fact.
 */
export async function openSession(
  target: ProbeTarget,
  options: FtpOptions,
  context: ProbeContext,
): Promise<FtpSession> {
  const startMs = performance.now();
  return talk((lingering) => dial(target, lingering), target, options, context, startMs);
}

async function talk(
  connect: (context: ProbeContext) => Promise<Dialled>,
  target: ProbeTarget,
  options: FtpOptions,
  context: ProbeContext,
  startMs: number,
): Promise<FtpSession> {
  const linger = lingeringSignal(context.signal);
  try {
    const { socket, address, localAddress } = await connect({ ...context, signal: linger.signal });
    const rttMs = performance.now() - startMs;
    const control = createFtpControl(socket, options.password, context);
    context.enter('reply');
    const greeting = await readGreeting(control);
    const facts = { greeting, ...(await readFeatures(control, greeting)) };
    context.enter('login');
    const login = await logIn(control, greeting, options, context);
    return {
      control,
      linger,
      address,
      localAddress,
      facts,
      login,
      rttMs,
      again: () => {
        const budgetMs = connectBudgetMs(context.patience.timeoutMs, rttMs);
        const quiet = inBackground(context);
        const redial = (lingering: ProbeContext) =>
          dialAddress(address, target.port, { ...lingering, remainingMs: () => budgetMs });
        return talk(redial, target, options, quiet, performance.now());
      },
      close: () => {
        if (control.broken() === null && socket.writable) socket.write('QUIT\r\n');
        linger.end();
      },
    };
  } catch (error) {
    linger.end();
    throw error;
  }
}

/** 120 means «wait», and the true greeting follows (RFC 959, 5.4). */
async function readGreeting(control: FtpControl): Promise<FtpReplyFact> {
  let reply: FtpReplyFact | null = null;
  for (let count = 0; count < 3 && (reply === null || isPreliminary(reply)); count += 1) {
    reply = (await control.greet()).step.reply;
  }
  if (reply === null || isPreliminary(reply)) throw new ProbeError('protocol', 'a greeting without end');
  if (OTHER_SERVICE.test(reply.text)) throw new ProbeError('protocol', `${reply.code} ${reply.text}`);
  return reply;
}

async function readFeatures(
  control: FtpControl,
  greeting: FtpReplyFact,
): Promise<Pick<FtpControlFacts, 'features' | 'authTls'>> {
  if (!isDone(greeting)) return { features: null, authTls: false };
  const { raw } = await control.ask('FEAT');
  if (raw === null || raw.code !== 211) return { features: null, authTls: false };
  const features = featureNames(raw).map((name) => printableText(name, PATH_LIMIT));
  return { features, authTls: features.some((name) => /^AUTH\b.*\b(?:TLS|SSL)/.test(name)) };
}

async function logIn(
  control: FtpControl,
  greeting: FtpReplyFact,
  { user, password, directory }: FtpOptions,
  context: ProbeContext,
): Promise<FtpLogin> {
  const undecided = { step: null, directory: null, directoryRefused: null } as const;
  if (!isDone(greeting)) return { ...undecided, outcome: 'turned-away' };
  if (control.broken() !== null) return { ...undecided, outcome: 'broken', step: control.broken() };
  if (user === '' || password === '') return { ...undecided, outcome: 'skipped' };
  const waitMs = loginWaitMs(context.patience);
  let answer = await control.ask(`USER ${user}`, waitMs);
  if (answer.raw?.code === 331) answer = await control.ask(`PASS ${password}`, waitMs);
  const { step } = answer;
  if (step.reply === null) return { ...undecided, outcome: 'broken', step };
  if (!isDone(step.reply)) return { ...undecided, outcome: 'refused', step };
  await control.ask('TYPE I');
  const place = await enterDirectory(control, directory);
  return control.broken() === null
    ? { outcome: 'accepted', step, ...place }
    : { ...undecided, outcome: 'broken', step: control.broken() };
}

async function enterDirectory(
  control: FtpControl,
  directory: string,
): Promise<Pick<FtpLogin, 'directory' | 'directoryRefused'>> {
  let refused: FtpReplyFact | null = null;
  if (directory !== '' && directory !== '/') {
    const { step } = await control.ask(`CWD ${directory}`);
    if (step.reply !== null && !isDone(step.reply)) refused = step.reply;
  }
  const where: FtpAnswer = await control.ask('PWD');
  const path = where.raw === null ? null : quotedPath(where.raw);
  return {
    directory: path === null ? null : printableText(path, PATH_LIMIT),
    directoryRefused: refused,
  };
}

/** 1yz: another reply follows. */
export function isPreliminary({ code }: FtpReplyFact): boolean {
  return code < 200;
}

/** 2yz: the command is carried out. */
export function isDone({ code }: FtpReplyFact): boolean {
  return code >= 200 && code < 300;
}
