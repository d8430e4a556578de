/**
 * FTP inspection (an «ALG») that alters commands on the way: the server seems to behave in one way to PASV and PORT, and
 * in another to EPSV and EPRT, which say the same (RFC 2428) and which inspections often do not know.
 */
import type { CheckResult } from '../../contract/check.ts';
import { factsOf } from '../../contract/facts.ts';
import type { FtpActiveFacts, FtpPassiveFacts } from '../../contract/facts-ftp.ts';
import type { LocalText } from '../../contract/words.ts';
import { severityOf } from './by-reason.ts';
import { type HostCause, sharedByHosts } from './ftp-words.ts';
import { sourceText } from './places.ts';
import type { Rule } from './rule.ts';
import { startOf } from './scene.ts';

export const ftpRewrittenRule: Rule = {
  codes: ['ftp-commands-rewritten'],
  find: (scene, open) =>
    sharedByHosts(
      open.flatMap((result): HostCause[] => {
        const clue = clueOf(result);
        if (clue === null) return [];
        return [
          {
            code: 'ftp-commands-rewritten',
            severity: severityOf([result]),
            host: result.to.host,
            params: { clue, from: sourceText(scene, startOf(result)) },
            checks: [result],
            takes: [result],
          },
        ];
      }),
    ),
};

/** Null where nothing speaks for it, or where something else keeps the check from passing. */
function clueOf(result: CheckResult): LocalText | null {
  switch (result.reason.code) {
    case 'ftp-port-outside-range':
    case 'ftp-passive-unreadable':
    case 'ftp-pasv-refused': {
      const facts = factsOf(result, 'ftp-passive');
      return facts === null ? null : passiveClue(facts);
    }
    case 'ftp-port-refused': {
      const facts = factsOf(result, 'ftp-active');
      return facts === null ? null : activeClue(facts);
    }
    default:
      return null;
  }
}

function passiveClue({ modes, range }: FtpPassiveFacts): LocalText | null {
  const pasv = modes.find(({ step }) => step.command === 'PASV');
  const epsv = modes.find(({ step }) => step.command === 'EPSV');
  if (pasv === undefined || epsv?.announced == null || !epsv.inRange) return null;
  if (pasv.announced !== null) {
    if (pasv.inRange) return null;
    const ports = { seen: pasv.announced.port, other: epsv.announced.port };
    return {
      ru: `На PASV пришёл порт ${ports.seen} вне диапазона ${range.from}–${range.to}, на EPSV порт ${ports.other} из него, хотя сервер один.`,
      en: `PASV earned port ${ports.seen} outside ${range.from}–${range.to}, EPSV port ${ports.other} within it, though the server is the same.`,
    };
  }
  // A server that does not want PASV says so with 5yz: that is its own setting.
  if (pasv.step.reply === null || pasv.step.reply.code >= 300) return null;
  const reply = `${pasv.step.reply.code} ${pasv.step.reply.text}`;
  return {
    ru: `Ответ на PASV не читается («${reply}»), а на EPSV пришёл порт ${epsv.announced.port}.`,
    en: `The reply to PASV cannot be read (“${reply}”), but EPSV earned port ${epsv.announced.port}.`,
  };
}

function activeClue({ modes }: FtpActiveFacts): LocalText | null {
  const port = modes.find(({ command }) => command === 'PORT');
  const eprt = modes.find(({ command }) => command === 'EPRT');
  const refusal = port?.step?.reply ?? null;
  if (refusal === null || refusal.code < 300 || eprt?.connection == null) return null;
  const reply = `${refusal.code} ${refusal.text}`;
  return {
    ru: `Команду PORT сервер отклонил («${reply}»), а EPRT с теми же адресом и портом принял и подключился обратно.`,
    en: `The server refused PORT (“${reply}”), but took EPRT, which says the same, and connected back.`,
  };
}
