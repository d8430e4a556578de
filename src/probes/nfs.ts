/** The `nfs` probe: NULL calls to versions 4 and 3, the export through either, and rpcbind where version 3 needs it. */
import type { NfsFacts } from '../contract/facts-nfs.ts';
import { dial } from './dial.ts';
import { type Answer, callAt, callOver } from './nfs-calls.ts';
import { inBackground, type Probe, type ProbeContext, type ProbeTarget } from './probe.ts';
import { limitedSignal } from './talk.ts';
import {
  COMPOUND,
  EXPORT,
  type ExportEntry,
  GET_PORT,
  getPortBody,
  lookupBody,
  NFS4_OK,
  NFS4ERR_NOENT,
  NULL_PROCEDURE,
  PROGRAMS,
  readCompoundStatus,
  readExports,
  readPort,
} from './wire/nfs.ts';
import { printableBytes, printableText } from './wire/printable.ts';

type Wanted = Parameters<Probe<'nfs'>['run']>[1];

const FIRST_BYTES = 64;
const MAX_EXPORTS = 50;
const MAX_TEXT = 300;
/** What comes after the first answer must be told before the time of the whole probe is over. */
const RESERVE_MS = 60;
const MACHINE = 'sitecheck';

export const nfsProbe: Probe<'nfs'> = {
  run: async (target, options, context) => {
    const { socket, address, localAddress } = await dial(target, context);
    const base: NfsFacts = { address, localAddress, ...UNKNOWN, exportWanted: options.export };
    context.enter('request');
    context.enter('reply');
    const first = await callOver(socket, nullCall(4), context);
    if (first.kind === 'other') return { ...base, firstBytes: printableBytes(first.bytes, FIRST_BYTES) };
    const limit = limitedSignal(context.signal, Math.max(RESERVE_MS, context.remainingMs() - RESERVE_MS));
    const further = { ...inBackground(context), signal: limit.signal };
    try {
      return { ...base, ...(await lookFurther(first.value, { ...target, host: address }, options, further)) };
    } finally {
      limit.release();
    }
  },
};

const UNKNOWN: Omit<NfsFacts, 'address' | 'localAddress' | 'exportWanted'> = {
  spoke: 'other',
  versions: [],
  supported: null,
  rpcbind: null,
  exports: null,
  exportSeen: 'unknown',
  firstBytes: null,
};

async function lookFurther(
  four: Answer,
  { host, port }: ProbeTarget,
  wanted: Wanted,
  context: ProbeContext,
): Promise<Partial<NfsFacts>> {
  const [three, seen] = await Promise.all([
    callAt(host, port, nullCall(3), context),
    four.state === 'answered' ? lookUp(host, port, wanted.export, context) : UNKNOWN.exportSeen,
  ]);
  const listing = three.state === 'answered' ? await askRpcbind(host, wanted, context) : UNKNOWN;
  const { rpcbind, exports } = listing;
  const isListed = exports?.some(({ path }) => samePath(path, wanted.export)) ?? false;
  const versions = [
    { version: 4, state: four.state },
    { version: 3, state: three.state },
  ];
  return {
    spoke: 'rpc',
    versions,
    supported: rangeOf(four) ?? rangeOf(three),
    rpcbind,
    exports: exports?.slice(0, MAX_EXPORTS).map(safeEntry) ?? null,
    exportSeen: wanted.export !== '' && isListed ? 'listed' : withoutList(seen, exports, wanted.export),
  };
}

/** A list without the export says that it is absent, unless version 4 found it under the same name. */
function withoutList(
  seen: NfsFacts['exportSeen'],
  exports: readonly ExportEntry[] | null,
  wanted: string,
): NfsFacts['exportSeen'] {
  return seen === 'unknown' && exports !== null && wanted !== '' ? 'absent' : seen;
}

async function lookUp(
  host: string,
  port: number,
  path: string,
  context: ProbeContext,
): Promise<NfsFacts['exportSeen']> {
  if (path === '') return 'unknown';
  const call = { program: PROGRAMS.nfs, version: 4, procedure: COMPOUND, machine: MACHINE };
  const answer = await callAt(host, port, { ...call, body: lookupBody(path) }, context);
  const status = answer.state === 'answered' ? readCompoundStatus(answer.results) : null;
  if (status === null) return 'unknown';
  context.trace(`NFS 4 lookup of ${path}: status ${status}`);
  if (status === NFS4_OK) return 'found';
  return status === NFS4ERR_NOENT ? 'absent' : 'hidden';
}

async function askRpcbind(
  host: string,
  { rpcbindPort: port }: Wanted,
  context: ProbeContext,
): Promise<Pick<NfsFacts, 'rpcbind'> & { readonly exports: readonly ExportEntry[] | null }> {
  const call = { program: PROGRAMS.rpcbind, version: 2, procedure: GET_PORT };
  const answer = await callAt(host, port, { ...call, body: getPortBody(PROGRAMS.mountd, 3) }, context);
  if (answer.state !== 'answered') {
    const failure = answer.state === 'silent' ? answer.failure : answer.state;
    return { rpcbind: { port, answered: false, failure, mountPort: null }, exports: null };
  }
  const mountPort = readPort(answer.results);
  const rpcbind = { port, answered: true, failure: null, mountPort };
  if (mountPort === null) return { rpcbind, exports: null };
  const list = { program: PROGRAMS.mountd, version: 3, procedure: EXPORT };
  const exports = await callAt(host, mountPort, list, context);
  return { rpcbind, exports: exports.state === 'answered' ? readExports(exports.results) : null };
}

function nullCall(version: number) {
  return { program: PROGRAMS.nfs, version, procedure: NULL_PROCEDURE };
}

function rangeOf(answer: Answer): NfsFacts['supported'] {
  return answer.state === 'mismatch' ? { low: answer.low, high: answer.high } : null;
}

function samePath(left: string, right: string): boolean {
  return left.replace(/\/+$/, '') === right.replace(/\/+$/, '');
}

function safeEntry({ path, groups }: ExportEntry) {
  return {
    path: printableText(path, MAX_TEXT),
    groups: groups.slice(0, MAX_EXPORTS).map((group) => printableText(group, MAX_TEXT)),
  };
}
