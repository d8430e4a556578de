/** What the FTP server announces for data does not fit: another address than it was reached at, a port that nobody promised. */
import type { CheckResult } from '../../contract/check.ts';
import { factsOf } from '../../contract/facts.ts';
import type { FtpPassiveMode } from '../../contract/facts-ftp.ts';
import { inPrefix } from '../../contract/ipv4.ts';
import type { LocalText } from '../../contract/words.ts';
import { severityOf } from './by-reason.ts';
import { type HostCause, otherModeWorks, sharedByHosts } from './ftp-words.ts';
import { paramOf } from './result-words.ts';
import type { Rule } from './rule.ts';
import type { Scene } from './scene.ts';

/** RFC 1918, and RFC 6598 of providers. */
const INSIDE_NETWORKS = [
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['100.64.0.0', 10],
] as const;

const INSIDE: LocalText = { ru: 'внутренний адрес', en: 'the inside address' };
const ANOTHER: LocalText = { ru: 'другой адрес', en: 'another address:' };

export const ftpAnnouncedRule: Rule = {
  codes: ['ftp-other-address', 'ftp-port-outside'],
  find: (scene, open) =>
    sharedByHosts(
      open.flatMap((result) => {
        switch (result.reason.code) {
          case 'ftp-pasv-address-unreachable':
          case 'ftp-pasv-other-address':
            return [otherAddress(scene, result)];
          case 'ftp-port-outside-range':
            return [portOutside(result)];
          default:
            return [];
        }
      }),
    ),
};

function otherAddress(scene: Scene, result: CheckResult): HostCause {
  const seen = paramOf(result, 'seen');
  return {
    code: 'ftp-other-address',
    severity: severityOf([result]),
    host: result.to.host,
    params: {
      seen,
      other: paramOf(result, 'other'),
      what: INSIDE_NETWORKS.some(([network, length]) => inPrefix(seen, network, length)) ? INSIDE : ANOTHER,
      reach:
        result.reason.code === 'ftp-pasv-other-address'
          ? {
              ru: 'Отсюда этот адрес доступен, из других сетей может не быть.',
              en: 'That address can be reached from here, but perhaps not from other networks.',
            }
          : {
              ru: 'Подключиться к нему отсюда нельзя.',
              en: 'It cannot be reached from here.',
            },
      also: otherModeWorks(scene, result),
    },
    checks: [result],
    takes: [result],
  };
}

function portOutside(result: CheckResult): HostCause {
  const mode = factsOf(result, 'ftp-passive')?.modes.find((each) => each.announced !== null && !each.inRange);
  return {
    code: 'ftp-port-outside',
    severity: severityOf([result]),
    host: result.to.host,
    params: {
      seen: paramOf(result, 'seen'),
      range: paramOf(result, 'range'),
      command: mode?.step.command ?? 'PASV',
      reach: reachOf(mode),
    },
    checks: [result],
    takes: [result],
  };
}

function reachOf(mode: FtpPassiveMode | undefined): LocalText {
  return mode?.tries.some(({ state }) => state === 'open') === true
    ? { ru: 'Отсюда подключиться к нему удалось.', en: 'It could be reached from here.' }
    : { ru: 'Подключиться к нему отсюда не удалось.', en: 'It could not be reached from here.' };
}
