/** The connection that the FTP server opens back in active mode: it does not come, or not from where it should. */
import type { CheckResult } from '../../contract/check.ts';
import type { LocalText } from '../../contract/words.ts';
import { severityOf } from './by-reason.ts';
import type { CauseParams } from './cause-text.ts';
import type { CauseCode } from './cause-texts.ts';
import { otherModeWorks, sharedByHosts } from './ftp-words.ts';
import { sourceText } from './places.ts';
import { paramOf, saidBy } from './result-words.ts';
import type { Rule } from './rule.ts';
import { type Scene, startOf } from './scene.ts';

const NOBODY_CAME: LocalText = { ru: 'никто не пришёл', en: 'nobody came' };

export const ftpConnectBackRule: Rule = {
  codes: ['ftp-connect-back-blocked', 'ftp-connect-back-other-address', 'ftp-connect-back-other-port'],
  find: (scene, open) =>
    sharedByHosts(
      open.flatMap((result) => {
        const found = whatCame(scene, result);
        if (found === null) return [];
        const [code, params] = found;
        const { host } = result.to;
        return [{ code, severity: severityOf([result]), host, params, checks: [result], takes: [result] }];
      }),
    ),
};

function whatCame(scene: Scene, result: CheckResult): readonly [CauseCode, CauseParams] | null {
  const callback = paramOf(result, 'callback');
  switch (result.reason.code) {
    case 'ftp-callback-blocked':
      return ['ftp-connect-back-blocked', blocked(scene, result, NOBODY_CAME)];
    case 'ftp-callback-failed': {
      const reply = saidBy(result);
      const said = { ru: `сервер ответил «${reply}»`, en: `the server said “${reply}”` };
      return ['ftp-connect-back-blocked', blocked(scene, result, said)];
    }
    case 'ftp-callback-elsewhere':
      return [
        'ftp-connect-back-other-address',
        { seen: paramOf(result, 'seen'), other: paramOf(result, 'other') },
      ];
    case 'ftp-callback-other-port':
      return ['ftp-connect-back-other-port', { seen: paramOf(result, 'seen'), callback }];
    default:
      return null;
  }
}

/** The port of the listener is another one for each server, and says nothing more: it stays in the trace. */
function blocked(scene: Scene, result: CheckResult, reply: LocalText): CauseParams {
  return {
    callback: paramOf(result, 'callback'),
    from: sourceText(scene, startOf(result)),
    reply,
    also: otherModeWorks(scene, result),
  };
}
