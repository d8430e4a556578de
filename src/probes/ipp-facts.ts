/** An IPP reply as facts: what a printer says of itself, and the queues of a CUPS. */
import type { IppPrinter, IppQueues } from '../contract/facts-ipp.ts';
import { type IppMessage, type IppValue, ippValues, PRINTER_GROUP } from './wire/ipp-message.ts';
import { printableText } from './wire/printable.ts';

export const PRINTER_ATTRIBUTES = [
  'printer-name',
  'printer-make-and-model',
  'printer-state',
  'printer-state-reasons',
  'ipp-versions-supported',
  'document-format-supported',
  'printer-uri-supported',
  'uri-security-supported',
] as const;

export const QUEUE_ATTRIBUTES = ['printer-name'] as const;

const MAX_TEXT = 200;
const MAX_LIST = 50;
const MAX_QUEUES = 100;
/** RFC 8011, 5.4.11 */
const STATES: Readonly<Record<number, string>> = { 3: 'idle', 4: 'processing', 5: 'stopped' };

/** RFC 8011, 5.1.6 and appendix B; CUPS adds none that it sends here. */
const STATUS_WORDS: Readonly<Record<number, string>> = {
  0: 'successful-ok',
  1: 'successful-ok-ignored-or-substituted-attributes',
  2: 'successful-ok-conflicting-attributes',
  1024: 'client-error-bad-request',
  1025: 'client-error-forbidden',
  1026: 'client-error-not-authenticated',
  1027: 'client-error-not-authorized',
  1028: 'client-error-not-possible',
  1029: 'client-error-timeout',
  1030: 'client-error-not-found',
  1031: 'client-error-gone',
  1037: 'client-error-charset-not-supported',
  1280: 'server-error-internal-error',
  1281: 'server-error-operation-not-supported',
  1282: 'server-error-service-unavailable',
  1283: 'server-error-version-not-supported',
  1284: 'server-error-device-error',
  1286: 'server-error-not-accepting-jobs',
  1287: 'server-error-busy',
};

/** The word of the standard, or the number. */
export function statusWord(code: number): string {
  return STATUS_WORDS[code] ?? `0x${code.toString(16).padStart(4, '0')}`;
}

export function printerFacts(message: IppMessage): IppPrinter {
  const texts = (name: string) => ippValues(message, PRINTER_GROUP, name).slice(0, MAX_LIST).map(safe);
  const [state] = ippValues(message, PRINTER_GROUP, 'printer-state');
  const securities = texts('uri-security-supported');
  return {
    name: texts('printer-name')[0] ?? null,
    makeAndModel: texts('printer-make-and-model')[0] ?? null,
    state: typeof state === 'number' ? (STATES[state] ?? String(state)) : null,
    stateReasons: texts('printer-state-reasons'),
    versions: texts('ipp-versions-supported'),
    documentFormats: texts('document-format-supported'),
    uris: texts('printer-uri-supported').map((uri, index) => ({ uri, security: securities[index] ?? '?' })),
  };
}

/** `byDefault` is the answer about the default queue; null where there was none. */
export function queueFacts(message: IppMessage, byDefault: IppMessage | null): IppQueues {
  const names = message.groups
    .filter(({ tag }) => tag === PRINTER_GROUP)
    .map(({ attributes }) => safe(attributes.get('printer-name')?.[0] ?? '?'));
  const usual = byDefault === null ? undefined : ippValues(byDefault, PRINTER_GROUP, 'printer-name')[0];
  return {
    count: names.length,
    names: names.slice(0, MAX_QUEUES),
    default: usual === undefined ? null : safe(usual),
  };
}

function safe(value: IppValue): string {
  return printableText(String(value), MAX_TEXT);
}
