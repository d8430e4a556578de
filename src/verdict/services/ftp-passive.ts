/** FTP in passive mode: the path to the range first, then what the server says, then the transfer. */
import type { FtpBlock, FtpPassiveFacts, FtpPassiveMode } from '../../contract/facts-ftp.ts';
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

/** A site with many holes needs no list of them all. */
const MAX_BLOCKS = 6;

/** The opinion after installation. `closed` ports are good: the refusal came back through the path. */
export function judgeFtpPassive(facts: FtpPassiveFacts): Opinion {
  const { control, login, transfer } = facts;
  const range = span(facts.range);
  if (control === null) return judgeRefused(facts, range);
  const greeting = `${control.greeting.code} ${control.greeting.text}`;
  const opinion =
    judgeRange(facts, range) ??
    judgeLogin(greeting, login) ??
    (login.outcome === 'skipped' ? pathOpinion('warn', 'ftp-passive-login-skipped', { range }) : null) ??
    judgeModes(facts, range) ??
    judgeDirectory(login) ??
    judgeTransfer(transfer) ??
    judgeRemarks(facts, range);
  return opinion ?? pathOpinion('pass', 'ftp-passive-works', { range });
}

/** Nobody listens on the control port: before installation the range is what can be judged. */
function judgeRefused(facts: FtpPassiveFacts, range: string): Opinion {
  const path = judgeRange(facts, range);
  if (path !== null) {
    const tool = path.portState === null;
    return tool ? path : { ...path, portState: 'closed', serviceState: 'not-checked' };
  }
  return {
    portState: 'closed',
    serviceState: 'not-checked',
    verdict: 'fail',
    code: 'refused',
    params: { errno: 'ECONNREFUSED' },
  };
}

function judgeRange({ ports, counts, blocks, address }: FtpPassiveFacts, range: string): Opinion | null {
  const total = ports.length;
  const filtered = counts.filtered + counts.unreachable;
  const local = ports.find(({ errno }) => errno === 'EACCES' || errno === 'EPERM');
  if (local?.errno && !address.includes(':')) {
    return {
      portState: null,
      serviceState: 'not-checked',
      verdict: 'error',
      code: 'blocked-on-this-computer',
      params: { errno: local.errno },
    };
  }
  if (total > 0 && filtered === total) return pathOpinion('fail', 'ftp-range-filtered', { range });
  if (filtered > 0) {
    const params = { range, blocks: filteredBlocks(blocks), filtered, total };
    return pathOpinion('fail', 'ftp-range-partly-filtered', params);
  }
  return total > 1 && counts.open === total ? pathOpinion('warn', 'ftp-range-all-open', { range }) : null;
}

/** PASV is what a simple device uses, and over IPv6 it does not exist (RFC 2428): then EPSV counts. */
function judgeModes({ modes, address }: FtpPassiveFacts, range: string): Opinion | null {
  const pasv = modes.find(({ step }) => step.command === 'PASV');
  const epsv = modes.find(({ step }) => step.command === 'EPSV');
  const main = address.includes(':') || pasv === undefined ? epsv : pasv;
  if (main === undefined) return null;
  if (main.step.reply === null) return lost(main.step);
  if (main.announced === null) {
    if (epsv !== undefined && isReached(epsv)) return null;
    const params = { command: main.step.command, reply: words(main.step), range };
    const promised = main.step.reply.code < 300;
    return ftpOpinion('fail', promised ? 'ftp-passive-unreadable' : 'ftp-passive-refused', params);
  }
  const unreached = [main, epsv].find(
    (mode) => mode !== undefined && mode.announced !== null && !isReached(mode),
  );
  return unreached === undefined ? null : judgeUnreached(unreached, address, range);
}

function judgeUnreached(mode: FtpPassiveMode, control: string, range: string): Opinion {
  const { announced, tries, addressDiffers, inRange } = mode;
  const first = tries.find(({ address }) => address === announced?.address);
  const params = { seen: announced?.port ?? 0, range, errno: first?.errno ?? '?' };
  if (addressDiffers) {
    const errno = first?.errno ?? 'EADDRNOTAVAIL';
    const addresses = { seen: announced?.address ?? '?', other: control, errno };
    return pathOpinion('fail', 'ftp-pasv-address-unreachable', addresses);
  }
  if (!inRange) return pathOpinion('fail', 'ftp-port-outside-range', params);
  return pathOpinion('fail', first?.state === 'closed' ? 'ftp-data-refused' : 'ftp-data-blocked', params);
}

/** It works from here today; these tell where it may not. */
function judgeRemarks({ modes, address }: FtpPassiveFacts, range: string): Opinion | null {
  const pasv = modes.find(({ step }) => step.command === 'PASV');
  if (pasv?.addressDiffers) {
    const params = { seen: pasv.announced?.address ?? '?', other: address };
    return pathOpinion('warn', 'ftp-pasv-other-address', params);
  }
  const outside = modes.find(({ announced, inRange }) => announced !== null && !inRange);
  if (outside?.announced) {
    return pathOpinion('warn', 'ftp-port-outside-range', { seen: outside.announced.port, range });
  }
  return pasv?.announced === null && !address.includes(':')
    ? ftpOpinion('warn', 'ftp-pasv-refused', { reply: words(pasv.step) })
    : null;
}

/** On the address that was announced: what a device that believes the reply would reach. */
function isReached({ announced, tries }: FtpPassiveMode): boolean {
  return tries.some(({ address, state }) => state === 'open' && address === announced?.address);
}

function filteredBlocks(blocks: readonly FtpBlock[]): string {
  const holes = blocks.filter(({ state }) => state === 'filtered' || state === 'unreachable').map(span);
  const shown = holes.slice(0, MAX_BLOCKS).join(', ');
  return holes.length > MAX_BLOCKS ? `${shown}, …` : shown;
}

function span({ from, to }: { readonly from: number; readonly to: number }): string {
  return from === to ? String(from) : `${from}–${to}`;
}
