/** The `ipp` probe: does a device or the print server's CUPS answer IPP, and what does it say of itself? */
import type { HttpReply } from '../contract/facts.ts';
import type { IppFacts } from '../contract/facts-ipp.ts';
import { PRINTER_ATTRIBUTES, printerFacts, QUEUE_ATTRIBUTES, queueFacts, statusWord } from './ipp-facts.ts';
import { askIpp, type IppAnswer, type IppQuestion } from './ipp-request.ts';
import { askPlainOrTls, type Open } from './plain-or-tls.ts';
import type { Probe, ProbeContext, ProbeTarget } from './probe.ts';
import type { IppMessage } from './wire/ipp-message.ts';
import { printableBytes } from './wire/printable.ts';
import { isTlsRecord } from './wire/tls-record.ts';

interface Session {
  readonly tries: IppFacts['tries'];
  readonly last: IppAnswer;
  /** The answer about the default queue of a CUPS. */
  readonly byDefault: IppMessage | null;
}

const FIRST_BYTES = 64;
/** IPP Everywhere, older devices, and those that know one path only. */
const DEVICE_PATHS = ['/ipp/print', '/ipp', '/'] as const;
const CUPS_PATH = '/';
const CLIENT_ERROR_NOT_FOUND = 0x0406;
/** Another path does not help against these. */
const ABOUT_ACCESS: ReadonlySet<number> = new Set([401, 403, 407, 426]);

export const ippProbe: Probe<'ipp'> = {
  run: async (target, { operations }, context) => {
    const { address, localAddress, tls, answer } = await askPlainOrTls({
      target,
      context,
      ask: (open, talk) =>
        operations === 'cups' ? askCups(open, target, talk) : askDevice(open, target, talk),
      mayWantTls,
    });
    return { address, localAddress, tls, ...(answer === null ? NOTHING : sessionFacts(answer, operations)) };
  },
};

async function askDevice(open: Open, target: ProbeTarget, context: ProbeContext): Promise<Session> {
  const tries: IppFacts['tries'] = [];
  let best: IppAnswer | null = null;
  for (const path of DEVICE_PATHS) {
    const question = { operation: 'Get-Printer-Attributes', path, attributes: PRINTER_ATTRIBUTES } as const;
    const last = await askIpp(await open(), target, question, context);
    if (last.kind === 'other') return { tries, last: best ?? last, byDefault: null };
    tries.push(tryOf(question, last));
    const { message, reply } = last;
    if (best === null || message !== null) best = last;
    const found = message !== null && message.code !== CLIENT_ERROR_NOT_FOUND;
    if (found || ABOUT_ACCESS.has(reply.status) || reply.status === 400) break;
  }
  if (best === null) throw new Error('a device has at least one path');
  return { tries, last: best, byDefault: null };
}

async function askCups(open: Open, target: ProbeTarget, context: ProbeContext): Promise<Session> {
  const about = { path: CUPS_PATH, attributes: QUEUE_ATTRIBUTES };
  const queues = { ...about, operation: 'CUPS-Get-Printers' } as const;
  const last = await askIpp(await open(), target, queues, context);
  if (last.kind === 'other' || last.message === null) {
    return { tries: last.kind === 'other' ? [] : [tryOf(queues, last)], last, byDefault: null };
  }
  const tries = [tryOf(queues, last)];
  const usual = { ...about, operation: 'CUPS-Get-Default' } as const;
  // The queues are what is asked for; a server that does not say which is the default one is no worse for it.
  const second = await open()
    .then((socket) => askIpp(socket, target, usual, context))
    .catch(() => null);
  if (second === null || second.kind === 'other') return { tries, last, byDefault: null };
  return { tries: [...tries, tryOf(usual, second)], last, byDefault: second.message };
}

function tryOf(
  { operation, path }: IppQuestion,
  { reply, message }: { readonly reply: HttpReply; readonly message: IppMessage | null },
): IppFacts['tries'][number] {
  return { operation, path, httpStatus: reply.status, ippStatus: message?.code ?? null };
}

/** A web server says it with 400, CUPS with 426 (RFC 9110, 15.5.22), some with a redirect or an alert record. */
function mayWantTls({ last }: Session): boolean {
  if (last.kind === 'other') return true;
  if (last.message !== null) return false;
  const { status, location } = last.reply;
  return status === 400 || status === 426 || (location?.startsWith('https:') ?? false);
}

const NOTHING: Omit<IppFacts, 'address' | 'localAddress' | 'tls'> = {
  spoke: 'nothing',
  tries: [],
  ipp: null,
  printer: null,
  queues: null,
  reply: null,
  firstBytes: null,
};

function sessionFacts(
  { tries, last, byDefault }: Session,
  operations: 'device' | 'cups',
): Omit<IppFacts, 'address' | 'localAddress' | 'tls'> {
  if (last.kind === 'other') {
    const firstBytes = isTlsRecord(last.bytes) ? 'TLS' : printableBytes(last.bytes, FIRST_BYTES);
    return { ...NOTHING, tries, spoke: 'other', firstBytes };
  }
  const { reply, message } = last;
  if (message === null) return { ...NOTHING, spoke: 'http', tries, reply };
  const { version, code } = message;
  const isGood = code < 0x0100;
  const hasNone = code === CLIENT_ERROR_NOT_FOUND;
  return {
    ...NOTHING,
    spoke: 'ipp',
    tries,
    reply,
    ipp: { version, status: code, statusWord: statusWord(code) },
    printer: operations === 'device' && isGood ? printerFacts(message) : null,
    // A CUPS without queues says «not found».
    queues: operations === 'cups' && (isGood || hasNone) ? queueFacts(message, byDefault) : null,
  };
}
