/** What both FTP modes share: greeting, login, folder and the test file. */
import type { FtpLogin, FtpStep, FtpTransfer } from '../../contract/facts-ftp.ts';
import type { ReasonCode, ReasonParams } from '../../contract/reasons.ts';
import type { Opinion } from '../opinion.ts';

/** RFC 959, 4.2.2: 550 and 553 are also what servers say when they may not write. */
const NO_PERMISSION: ReadonlySet<number> = new Set([532, 550, 553]);
const NO_SPACE: ReadonlySet<number> = new Set([452, 552]);
const WANTS_TLS = /\b(?:TLS|SSL|encrypt\w*)\b/i;

export function ftpOpinion(
  verdict: Opinion['verdict'],
  code: ReasonCode,
  params: ReasonParams = {},
): Opinion {
  return { portState: 'open', serviceState: 'confirmed', verdict, code, params };
}

/** An opinion about the way of the data, which stands at any stage and says nothing from another place. */
export function pathOpinion(
  verdict: Opinion['verdict'],
  code: ReasonCode,
  params: ReasonParams = {},
): Opinion {
  return { ...ftpOpinion(verdict, code, params), concerns: 'path' };
}

/** What kept the talk from going on to data connections; null where nothing did. A skipped login is the caller's. */
export function judgeLogin(greeting: string, login: FtpLogin): Opinion | null {
  const reply = login.step === null ? greeting : words(login.step);
  switch (login.outcome) {
    case 'turned-away':
      return ftpOpinion('fail', 'ftp-turned-away', { reply: greeting });
    case 'broken':
      return lost(login.step);
    case 'refused':
      return WANTS_TLS.test(reply)
        ? ftpOpinion('fail', 'ftp-tls-required', { reply })
        : { ...ftpOpinion('fail', 'ftp-login-refused', { reply }), serviceState: 'denied' };
    default:
      return null;
  }
}

/** A folder that cannot be entered; null where there is no such thing. */
export function judgeDirectory({ directoryRefused }: FtpLogin): Opinion | null {
  if (directoryRefused === null) return null;
  const reply = `${directoryRefused.code} ${directoryRefused.text}`;
  return ftpOpinion('fail', 'ftp-directory-refused', { reply });
}

/** Null where the file went there and back and is gone; a file that may not be read back is no fault. */
export function judgeTransfer(transfer: FtpTransfer | null): Opinion | null {
  if (transfer === null) return ftpOpinion('fail', 'ftp-transfer-failed', { command: 'STOR', reply: '—' });
  const { stored, steps, size, sentBytes, sameBytes, removed, file } = transfer;
  const [first] = steps;
  if (!stored) return first === undefined ? null : judgeStore(first);
  const broken = steps.find(({ command, failure }) => failure !== null && command !== 'DELE');
  // RETR itself, or the PASV or PORT that went before it and got no further.
  const back = steps.find(({ command }) => command !== 'STOR' && command !== 'SIZE' && command !== 'DELE');
  const fault = broken ?? (sameBytes === null && !isForbidden(back) ? back : undefined);
  if (fault !== undefined) {
    return ftpOpinion('fail', 'ftp-transfer-failed', { command: fault.command, reply: words(fault) });
  }
  if (sameBytes === false || (size !== null && size !== sentBytes)) {
    return ftpOpinion('fail', 'ftp-content-differs', { seen: size ?? '?', other: sentBytes });
  }
  const removal = steps.at(-1);
  if (!removed && removal !== undefined) {
    return ftpOpinion('warn', 'ftp-test-file-left', { file, reply: words(removal) });
  }
  return null;
}

/** Where a talk broke off without a reply. */
export function lost(step: FtpStep | null): Opinion {
  const params = { command: step?.command ?? '?', errno: step?.failure ?? '?' };
  return { ...ftpOpinion('fail', 'ftp-control-lost', params), serviceState: 'silent' };
}

/** `550 Permission denied.`, or the code of what happened in place of a reply. */
export function words(step: FtpStep): string {
  const { reply, failure } = step;
  return reply === null || failure !== null ? (failure ?? '?') : `${reply.code} ${reply.text}`;
}

function judgeStore(step: FtpStep): Opinion {
  const params = { command: step.command, reply: words(step) };
  const code = step.reply?.code ?? 0;
  if (step.command === 'STOR' && NO_SPACE.has(code)) return ftpOpinion('fail', 'ftp-disk-full', params);
  return step.command === 'STOR' && NO_PERMISSION.has(code)
    ? ftpOpinion('fail', 'ftp-no-write-permission', params)
    : ftpOpinion('fail', 'ftp-transfer-failed', params);
}

function isForbidden(step: FtpStep | undefined): boolean {
  return step?.command === 'RETR' && step.reply !== null && step.reply.code >= 500;
}
