/** Data ports of passive FTP that a filter on the path keeps closed, all of them or a part. */
import type { CheckResult } from '../../contract/check.ts';
import { factsOf } from '../../contract/facts.ts';
import type { FtpPassiveFacts } from '../../contract/facts-ftp.ts';
import { counted, type PluralForms } from '../../contract/plural.ts';
import type { LocalText } from '../../contract/words.ts';
import { severityOf } from './by-reason.ts';
import { type HostCause, NOTHING, otherModeWorks, sharedByHosts } from './ftp-words.ts';
import { sourceText } from './places.ts';
import { paramOf } from './result-words.ts';
import type { Rule } from './rule.ts';
import { type Scene, startOf } from './scene.ts';

/** The title has room for so many holes, the rest of the text for more. */
const TITLE_HOLES_MAX = 2;
const HOLES_MAX = 6;

const CONTROL_ANSWERS: LocalText = { ru: ' Порт 21 отвечает.', en: ' Port 21 answers.' };
const CONTROL_REFUSES: LocalText = {
  ru: ' Порт 21 отказывает в соединении: служба FTP не запущена.',
  en: ' Port 21 refuses the connection: the FTP service is not running.',
};

const RUSSIAN = new Intl.PluralRules('ru');
const PORT_FORMS: PluralForms = {
  ru: { one: 'порт', few: 'порта', many: 'портов' },
  en: { one: 'port', other: 'ports' },
};

export const ftpRangeRule: Rule = {
  codes: ['ftp-data-ports-blocked', 'ftp-range-partly-blocked'],
  find: (scene, open) =>
    sharedByHosts(
      open.flatMap((result) => {
        if (result.reason.code === 'ftp-range-filtered') return [wholly(scene, result)];
        return result.reason.code === 'ftp-range-partly-filtered' ? [partly(scene, result)] : [];
      }),
    ),
};

function wholly(scene: Scene, result: CheckResult): HostCause {
  const facts = factsOf(result, 'ftp-passive');
  return {
    code: 'ftp-data-ports-blocked',
    severity: severityOf([result]),
    host: result.to.host,
    params: {
      range: paramOf(result, 'range'),
      from: sourceText(scene, startOf(result)),
      control: facts === null ? NOTHING : facts.control === null ? CONTROL_REFUSES : CONTROL_ANSWERS,
      also: otherModeWorks(scene, result),
    },
    checks: [result],
    takes: [result],
  };
}

function partly(scene: Scene, result: CheckResult): HostCause {
  const facts = factsOf(result, 'ftp-passive');
  const told = paramOf(result, 'blocks');
  const holes = facts === null ? [] : holesOf(facts);
  const blocks = holes.length === 0 ? told : listed(holes, HOLES_MAX);
  return {
    code: 'ftp-range-partly-blocked',
    severity: severityOf([result]),
    host: result.to.host,
    params: {
      range: paramOf(result, 'range'),
      from: sourceText(scene, startOf(result)),
      reach: reachOf(result, facts),
      closed: closedPhrase(holes.length === 0 ? told : listed(holes, TITLE_HOLES_MAX)),
      silent: silentPhrase(blocks),
      blocks,
      also: otherModeWorks(scene, result),
    },
    checks: [result],
    takes: [result],
  };
}

/** A closed port counts: the refusal came back through the path, and FTP listens only during a transfer. */
function reachOf(result: CheckResult, facts: FtpPassiveFacts | null): LocalText {
  const total = facts?.ports.length ?? Number(result.reason.params?.total ?? 0);
  const lost = facts === null ? Number(result.reason.params?.filtered ?? 0) : lostPorts(facts);
  const open = Math.max(0, total - lost);
  const verb = RUSSIAN.select(open) === 'one' ? 'Доходит' : 'Доходят';
  const ports = counted(open, PORT_FORMS, 'ru');
  return {
    ru: `${verb} ${ports} FTP из ${total}`,
    en: `${open} of ${total} FTP ports get${open === 1 ? 's' : ''} through`,
  };
}

function lostPorts({ ports }: FtpPassiveFacts): number {
  return ports.filter(({ state }) => state === 'filtered' || state === 'unreachable').length;
}

function holesOf({ blocks }: FtpPassiveFacts): readonly string[] {
  return blocks
    .filter(({ state }) => state === 'filtered' || state === 'unreachable')
    .map(({ from, to }) => (from === to ? String(from) : `${from}–${to}`));
}

function listed(holes: readonly string[], limit: number): string {
  const shown = holes.slice(0, limit).join(', ');
  return holes.length > limit ? `${shown}, …` : shown;
}

function closedPhrase(blocks: string): LocalText {
  return isOnePort(blocks)
    ? { ru: `закрыт ${blocks}`, en: `${blocks} is blocked` }
    : { ru: `закрыты ${blocks}`, en: `${blocks} are blocked` };
}

function silentPhrase(blocks: string): LocalText {
  return isOnePort(blocks)
    ? { ru: `не отвечает порт ${blocks}`, en: `port ${blocks} does not answer` }
    : { ru: `не отвечают порты ${blocks}`, en: `ports ${blocks} do not answer` };
}

function isOnePort(blocks: string): boolean {
  return /^\d+$/.test(blocks);
}
