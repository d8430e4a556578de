/** Delivery of a scan over FTP, by curl; the range by nmap; the connection back by the kernel's own counters. */
import { randomBytes } from 'node:crypto';
import { FTP_USER } from '../daemons/vsftpd.ts';
import { must } from '../namespace.ts';
import { nmapStates } from '../nmap.ts';
import { PASSIVE_RANGE } from '../passive-range.ts';
import { ask, PATIENCE_SECONDS, type View, type Witness } from './witness.ts';

/** EPSV is left out, as many devices only know PASV; the announced address is believed, as they believe it. */
export const ftpPassiveWitness: Witness = async (view) => {
  const { stderr, exitCode } = await upload(view, ['--disable-epsv', '--no-ftp-skip-pasv-ip']);
  const address = announcedAddress(stderr);
  // With its own address, whether a file arrives is a matter of luck where the range is open in part.
  const other = exitCode === 0 ? address : `${address}, where nothing can be stored`;
  const announced = address === view.check.to.host ? 'its own address' : other;
  return { serviceState: saysFtp(stderr), seen: `announces ${announced}; ${await rangeInWords(view)}` };
};

export const ftpActiveWitness: Witness = async (view) => {
  const table = `witness_${randomBytes(4).toString('hex')}`;
  await must(view.from, 'nft', ['-f', '-'], connectionCounters(table, view.check.to.host));
  const { stderr } = await upload(view, ['--disable-eprt', '--ftp-port', view.fromAddress]);
  const listing = await must(view.from, 'nft', ['list', 'table', 'ip', table]);
  await must(view.from, 'nft', ['delete', 'table', 'ip', table]);
  const serviceState = saysFtp(stderr);
  if (packets(listing, 'from20') > 0) return { serviceState, seen: 'connects back from 20' };
  return packets(listing, 'from_other') > 0
    ? { serviceState, seen: 'connects back from another port than 20' }
    : { serviceState, seen: 'does not connect back' };
};

async function upload(view: View, mode: readonly string[]) {
  const { to, port } = view.check;
  const name = `witness-${randomBytes(4).toString('hex')}.txt`;
  return ask(
    view,
    'curl',
    [
      ...['-v', '-s', '-m', String(PATIENCE_SECONDS), '-u', `${FTP_USER}:${view.lab.passwords.ftp}`, ...mode],
      ...['-T', '-', '-Q', `-DELE ${name}`, `ftp://${to.host}:${port}/${name}`],
    ],
    { input: 'a scan\n' },
  );
}

function saysFtp(conversation: string): 'confirmed' | 'mismatch' {
  return conversation.includes('< 230 ') ? 'confirmed' : 'mismatch';
}

function announcedAddress(conversation: string): string {
  return /< 227 .*\((\d+),(\d+),(\d+),(\d+),/.exec(conversation)?.slice(1).join('.') ?? 'nothing';
}

/** Closed is good: nobody listens between transfers, but the answer came back (RFC 959, 3.2). */
async function rangeInWords(view: View): Promise<string> {
  const { from, to } = PASSIVE_RANGE;
  const ports = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const states = await nmapStates(view.from, view.check.to.host, ports);
  const unknown = ports.filter((port) => states[port] === undefined);
  if (unknown.length > 0) throw new Error(`nmap says nothing about ${unknown.join(', ')}`);
  const filtered = ports.filter((port) => states[port] === 'filtered');
  const [first, last] = [filtered[0], filtered.at(-1)];
  if (first === undefined || last === undefined) return `${from}-${to} reachable`;
  const unbroken = last - first + 1 === filtered.length;
  return unbroken ? `${first}-${last} filtered` : `${filtered.length} ports filtered`;
}

/** Counts what opens a connection to this place, by the port it comes from. */
function connectionCounters(table: string, source: string): string {
  const opens = `ip saddr ${source} tcp flags & (syn | ack) == syn`;
  return `table ip ${table} {
  counter from20 { }
  counter from_other { }
  chain input {
    type filter hook input priority 0; policy accept;
    ${opens} tcp sport 20 counter name from20
    ${opens} tcp sport != 20 counter name from_other
  }
}
`;
}

function packets(listing: string, counter: string): number {
  const count = new RegExp(`counter ${counter} \\{\\s+packets (\\d+)`).exec(listing)?.[1];
  if (count === undefined) throw new Error(`nft lists no counter ${counter}: ${listing}`);
  return Number(count);
}
