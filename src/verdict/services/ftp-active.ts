/** FTP in active mode: whether the server came back, from where, and whether a file got through. */
import type { FtpActiveFacts, FtpActiveMode } from '../../contract/facts-ftp.ts';
import type { Opinion } from '../opinion.ts';
import {
  ftpOpinion,
  judgeDirectory,
  judgeLogin,
  judgeTransfer,
  lost,
  pathOpinion,
  words,
} from './ftp-talk.ts';

/** The opinion after installation. */
export function judgeFtpActive(facts: FtpActiveFacts): Opinion {
  const { control, login, transfer, callbackFrom: callback } = facts;
  const greeting = control === null ? '' : `${control.greeting.code} ${control.greeting.text}`;
  const main = facts.modes[0];
  const opinion =
    judgeLogin(greeting, login) ??
    (login.outcome === 'skipped' ? pathOpinion('warn', 'ftp-active-login-skipped') : null) ??
    (main === undefined ? null : judgeMode(main, facts)) ??
    judgeDirectory(login) ??
    judgeTransfer(transfer);
  if (opinion !== null) return opinion;
  const from = main?.connection?.port ?? 0;
  return from === callback
    ? pathOpinion('pass', 'ftp-active-works', { callback })
    : pathOpinion('warn', 'ftp-callback-other-port', { seen: from, callback });
}

/** PORT over IPv4 is what devices use; over IPv6 there is only EPRT, and it stands first. */
function judgeMode(mode: FtpActiveMode, { address, callbackFrom, transfer }: FtpActiveFacts): Opinion | null {
  const { step, use, connection, strangers } = mode;
  if (mode.listenFailure !== null) return ownFault('ftp-listen-failed', mode.listenFailure);
  if (connection !== null) return null;
  if (mode.selfTestFailure !== null) return ownFault('ftp-listener-blocked', mode.selfTestFailure);
  if (step !== null && step.reply === null) return lost(step);
  if (step?.reply && step.reply.code >= 300) {
    return pathOpinion('fail', 'ftp-port-refused', { command: step.command, reply: words(step) });
  }
  const [stranger] = strangers;
  const params = { callback: callbackFrom, listener: mode.listener?.port ?? 0 };
  if (stranger !== undefined) {
    const seen = { ...params, seen: stranger.address, other: address };
    return pathOpinion('fail', 'ftp-callback-elsewhere', seen);
  }
  const code = use?.reply?.code ?? 0;
  if (use !== null && (code === 425 || code === 426)) {
    return pathOpinion('fail', 'ftp-callback-failed', { ...params, reply: words(use) });
  }
  // LIST was forbidden, and STOR before it came to a connection: nothing is known of the way back.
  if (use !== null && code >= 450) {
    return (
      judgeTransfer(transfer) ??
      ftpOpinion('fail', 'ftp-transfer-failed', { command: use.command, reply: words(use) })
    );
  }
  if (use !== null && use.reply === null && use.failure !== 'timeout' && use.failure !== 'incomplete') {
    return lost(use);
  }
  return pathOpinion('fail', 'ftp-callback-blocked', params);
}

function ownFault(code: 'ftp-listen-failed' | 'ftp-listener-blocked', errno: string): Opinion {
  return { ...ftpOpinion('error', code, { errno }), serviceState: 'confirmed' };
}
