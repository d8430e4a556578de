/**
 * A path that swallows full packets (a path MTU black hole, RFC 2923, 2.1): connections and short replies get through,
 * what needs a full packet stalls. Shown by TLS, whose certificate needs one, and by the test file of FTP, which is
 * longer than five of them; neither alone is enough.
 */
import type { CheckResult } from '../../contract/check.ts';
import type { FtpStep } from '../../contract/facts-ftp.ts';
import type { LocalText } from '../../contract/words.ts';
import { severityOf } from './by-reason.ts';
import { ftpTalkOf } from './ftp-words.ts';
import { inEachLanguage, portList } from './host-words.ts';
import { sourceText } from './places.ts';
import type { Cause, Rule } from './rule.ts';
import { groupBy, hostKey, type Scene, startOf } from './scene.ts';

/** One service that hangs is a service that hangs. */
const STALLS_MIN = 2;

export const largePacketsRule: Rule = {
  codes: ['large-packets-lost'],
  find: (scene, open) => {
    const stalled = open.filter((result) => isTlsStall(result) || isTransferStall(result));
    const groups = groupBy(stalled, (result) => JSON.stringify([startOf(result), hostKey(result.to.host)]));
    return [...groups.values()].flatMap((group) => causeOf(scene, group));
  },
};

/** Transfers alone may stall for a server's disk: without a handshake that stalls too, nothing is said. */
function causeOf(scene: Scene, group: readonly [CheckResult, ...CheckResult[]]): readonly Cause[] {
  const [first] = group;
  const place = startOf(first);
  const beside = scene.direct.filter(
    (result) => hostKey(result.to.host) === hostKey(first.to.host) && startOf(result) === place,
  );
  const handshakes = group.filter(isTlsStall);
  const transfers = group.filter(isTransferStall);
  const shortReplies = beside.filter(isShortReply);
  const shortPasses = shortReplies.length > 0 || transfers.length > 0;
  if (group.length < STALLS_MIN || handshakes.length === 0 || !shortPasses || beside.some(hasShownLength)) {
    return [];
  }
  const clues = [
    {
      ru: `TLS на ${portList(handshakes)} останавливается посреди рукопожатия.`,
      en: `TLS on ${portList(handshakes)} stops in the middle of its handshake.`,
    },
    ...(shortReplies.length > 0 ? [shortClue(shortReplies)] : []),
    ...(transfers.length > 0 ? [TRANSFER_CLUE] : []),
  ];
  return [
    {
      code: 'large-packets-lost',
      severity: severityOf(group),
      params: {
        hosts: first.to.host,
        from: sourceText(scene, place),
        clues: inEachLanguage((language) => clues.map((clue) => clue[language]).join(' ')),
      },
      checks: [...group, ...shortReplies],
      takes: group,
    },
  ];
}

/** The port opened, and the handshake, whose first reply is several packets long, never came to its end. */
function isTlsStall({ failure }: CheckResult): boolean {
  return failure?.phase === 'tls' && isTimeout(failure.code);
}

/** Logged in and connected for data, and then the file did not go one way or the other. */
function isTransferStall(result: CheckResult): boolean {
  if (result.reason.code !== 'ftp-transfer-failed') return false;
  const talk = ftpTalkOf(result);
  return talk?.login.outcome === 'accepted' && talk.transfer?.steps.some(isStalledStep) === true;
}

/** The server has said that the transfer begins, and no more came. */
function isStalledStep({ command, failure }: FtpStep): boolean {
  return /^(?:STOR|RETR)\b/.test(command) && failure !== null && isTimeout(failure);
}

function isShortReply({ service, verdict }: CheckResult): boolean {
  return service === 'http' && verdict === 'pass';
}

/** A certificate or a file that came through whole: full packets do pass. */
function hasShownLength(result: CheckResult): boolean {
  const { tls } = result.facts;
  return (typeof tls === 'object' && tls !== null) || ftpTalkOf(result)?.transfer?.sameBytes === true;
}

function isTimeout(code: string): boolean {
  return code === 'timeout' || code === 'ETIMEDOUT' || code === 'incomplete';
}

const TRANSFER_CLUE: LocalText = {
  ru: 'По FTP вход выполнен и соединение данных открыто, но проверочный файл не прошёл.',
  en: 'Over FTP the login worked and the data connection opened, but the test file did not get through.',
};

function shortClue(replies: readonly CheckResult[]): LocalText {
  return {
    ru: `HTTP на ${portList(replies)} отвечает.`,
    en: `HTTP on ${portList(replies)} answers.`,
  };
}
