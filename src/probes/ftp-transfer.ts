/** The test file: written, measured, read back, compared and taken away again, whatever happens in between. */
import { randomBytes } from 'node:crypto';
import type { FtpStep, FtpTransfer } from '../contract/facts-ftp.ts';
import type { FtpAnswer } from './ftp-control.ts';
import { type DataWay, exchange } from './ftp-data.ts';
import { type FtpSession, isDone } from './ftp-session.ts';
import type { ProbeContext } from './probe.ts';

/** More than one segment, so that a path which swallows full packets is found out. */
const FILE_BYTES = 8192;
/** Where the run is cancelled in the middle, the file is asked away within this, and no longer. */
const LAST_WISH_MS = 60;

export const TEST_FILE_PREFIX = 'sitecheck-';

export interface TransferWays {
  readonly store: DataWay;
  readonly retrieve: DataWay;
}

/** STOR, SIZE, RETR, DELE. Rejects only on abort, and even then asks the server to delete. */
export async function transferTestFile(
  session: FtpSession,
  ways: TransferWays,
  context: ProbeContext,
): Promise<FtpTransfer> {
  const { control, linger } = session;
  const file = `${TEST_FILE_PREFIX}${randomBytes(6).toString('hex')}.tmp`;
  const payload = testBytes(file);
  const steps: FtpStep[] = [];
  let stored = false;
  let mayExist = false;
  let removed = true;
  let size: number | null = null;
  let sameBytes: boolean | null = null;
  context.enter('transfer');
  linger.lingerFor(LAST_WISH_MS);
  try {
    mayExist = true;
    const store = await exchange(control, ways.store, `STOR ${file}`, payload, context);
    steps.push(store.step);
    mayExist = store.sent && (store.began || isTransient(store.step));
    stored = store.sent && store.began && store.step.reply !== null && isDone(store.step.reply);
    if (stored) {
      const sized = await control.ask(`SIZE ${file}`);
      steps.push(sized.step);
      size = sizeIn(sized);
      const retrieve = await exchange(control, ways.retrieve, `RETR ${file}`, null, context);
      steps.push(retrieve.step);
      const whole = retrieve.step.reply !== null && isDone(retrieve.step.reply);
      if (whole && retrieve.received !== null) sameBytes = payload.equals(retrieve.received);
    }
  } finally {
    if (mayExist) {
      const { step } = await removeFile(session, file, context);
      steps.push(step);
      const gone = step.reply !== null && (isDone(step.reply) || (!stored && step.reply.code >= 500));
      removed = gone;
    }
    linger.lingerFor(0);
  }
  return { file, sentBytes: payload.length, steps, stored, size, sameBytes, removed };
}

/** Where the first session is lost or held up, a second one does it. */
async function removeFile(session: FtpSession, file: string, context: ProbeContext): Promise<FtpAnswer> {
  const command = `DELE ${file}`;
  if (context.signal.aborted) return session.control.farewell(command, session.linger.signal);
  const answer = await session.control.ask(command);
  if (answer.step.reply !== null) return answer;
  const second = await session.again().catch(() => null);
  if (second === null) return answer;
  try {
    return second.login.outcome === 'accepted' ? await second.control.ask(command) : answer;
  } finally {
    second.close();
  }
}

/** A 4yz before the transfer: some servers have made an empty file by then. */
function isTransient({ reply }: FtpStep): boolean {
  return reply !== null && reply.code >= 400 && reply.code < 500;
}

/** 213 and the number of bytes (RFC 3659, 4.1). */
function sizeIn({ raw }: FtpAnswer): number | null {
  const text = raw?.lines[0]?.trim() ?? '';
  return raw?.code === 213 && /^\d{1,15}$/.test(text) ? Number(text) : null;
}

/** Every byte value, line ends among them, which a server in text mode would change; different for every file. */
function testBytes(seed: string): Buffer {
  let state = Number.parseInt(seed.replace(/\D/g, '').slice(0, 8) || '1', 10) | 1;
  const bytes = Buffer.alloc(FILE_BYTES);
  for (let index = 0; index < FILE_BYTES; index += 1) {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    bytes[index] = index < 256 ? index : state >> 16;
  }
  return bytes;
}
