/** What a device says about itself over SNMP: RFC 3418, HOST-RESOURCES-MIB (RFC 2790), Printer-MIB (RFC 3805). */
import { DEVICE_STATES, PRINTER_STATES, type SnmpDevice } from '../contract/facts-snmp.ts';
import type { ProbeContext } from './probe.ts';
import type { SnmpAnswer, SnmpValue } from './snmp-answer.ts';
import type { SnmpSession } from './snmp-session.ts';
import { printableText } from './wire/printable.ts';

/** The device and its printer part have the index 1 on everything that prints and nothing else. */
const OBJECTS = {
  description: '1.3.6.1.2.1.1.1.0',
  objectId: '1.3.6.1.2.1.1.2.0',
  name: '1.3.6.1.2.1.1.5.0',
  model: '1.3.6.1.2.1.25.3.2.1.3.1',
  printerName: '1.3.6.1.2.1.43.5.1.1.16.1',
  serialNumber: '1.3.6.1.2.1.43.5.1.1.17.1',
  pageCount: '1.3.6.1.2.1.43.10.2.1.4.1.1',
  printerState: '1.3.6.1.2.1.25.3.5.1.1.1',
  deviceState: '1.3.6.1.2.1.25.3.2.1.5.1',
} as const satisfies Record<keyof SnmpDevice, string>;

/** The object every agent has (RFC 3418): what versions are tried with. */
export const SYS_DESCR = OBJECTS.description;

const TEXT_LIMIT = 300;
/** One question takes no longer than this share of all its waits. */
const LATEST = 1.1;

type Values = ReadonlyMap<string, SnmpValue['value']>;

/**
 * Asks all at once where the version tells missing objects apart, else one by one. Rejects never: a device that falls
 * silent or takes long is left with what it said so far.
 */
export async function askDevice(session: SnmpSession, context: ProbeContext): Promise<SnmpDevice> {
  const names = Object.values(OBJECTS);
  const together = session.version === 'v1' ? null : await askTogether(session, names);
  const values = together ?? (await askOneByOne(session, names, context));
  return {
    description: text(values, OBJECTS.description),
    objectId: text(values, OBJECTS.objectId),
    name: text(values, OBJECTS.name),
    model: text(values, OBJECTS.model),
    printerName: text(values, OBJECTS.printerName),
    serialNumber: text(values, OBJECTS.serialNumber),
    pageCount: count(values, OBJECTS.pageCount),
    printerState: PRINTER_STATES[(count(values, OBJECTS.printerState) ?? 0) - 1] ?? null,
    deviceState: DEVICE_STATES[(count(values, OBJECTS.deviceState) ?? 0) - 1] ?? null,
  };
}

async function askTogether(session: SnmpSession, names: readonly string[]): Promise<Values | null> {
  const answer = await ask(session, names);
  return answer.kind === 'values' ? valuesOf(answer.values) : null;
}

/** Version 1 answers one unknown object with an error for the whole request (RFC 1157, 4.1.2). */
async function askOneByOne(
  session: SnmpSession,
  names: readonly string[],
  { patience, remainingMs }: ProbeContext,
): Promise<Values> {
  const values: SnmpValue[] = [];
  const longestMs = patience.attempts * patience.timeoutMs * LATEST;
  for (const name of names) {
    if (remainingMs() < longestMs) break;
    const answer = await ask(session, [name]);
    if (answer.kind === 'silent') break;
    if (answer.kind === 'values') values.push(...answer.values);
  }
  return valuesOf(values);
}

function ask(session: SnmpSession, names: readonly string[]): Promise<SnmpAnswer> {
  return session.get(names).catch(() => ({ kind: 'silent' }));
}

function valuesOf(values: readonly SnmpValue[]): Values {
  return new Map(values.map(({ objectId, value }) => [objectId, value]));
}

/** Old devices write Latin letters in their own code page: bytes that are no UTF-8 are read as Latin-1. */
function text(values: Values, name: string): string | null {
  const value = values.get(name) ?? null;
  if (value === null) return null;
  const raw = Buffer.isBuffer(value) ? decode(value) : String(value);
  const shown = printableText(raw.replace(/\0+$/, '').trim(), TEXT_LIMIT);
  return shown === '' ? null : shown;
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return bytes.toString('latin1');
  }
}

function count(values: Values, name: string): number | null {
  const value = values.get(name);
  return typeof value === 'number' && value >= 0 ? value : null;
}
