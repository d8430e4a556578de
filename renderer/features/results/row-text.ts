/** The short texts of a row: port with its direction, requirement with its origin, all of it for the clipboard. */
import type { Check, CheckResult } from '../../../src/contract/check.ts';
import type { KeyValue } from '../../ui/key-values.tsx';

/** `8080/tcp`, `162/udp`, `21, 30000–30199`; an active FTP check is written with `callback`. */
export function portText(
  check: Pick<Check, 'port' | 'transport' | 'dataPorts' | 'callbackFrom'>,
  callback: (port: number, from: number) => string,
): string {
  if (check.dataPorts !== undefined) return `${check.port}, ${check.dataPorts.from}–${check.dataPorts.to}`;
  if (check.callbackFrom !== undefined) return callback(check.port, check.callbackFrom);
  return `${check.port}/${check.transport}`;
}

interface CopiedParts {
  readonly title: string;
  readonly verdict: string;
  readonly seen: string;
  readonly cause: string;
  readonly remedy: string | null;
  readonly facts: readonly KeyValue[];
}

/** What «Copy» puts on the clipboard: the row as plain text, for a letter or a ticket. */
export function copiedText(result: CheckResult, parts: CopiedParts): string {
  return [
    `${parts.title} · ${result.to.host} · ${result.port}/${result.transport}`,
    `${parts.verdict}: ${parts.seen}`,
    parts.cause,
    ...(parts.remedy === null ? [] : [parts.remedy]),
    '',
    ...parts.facts.map(({ key, value }) => `${key}: ${value}`),
    ...(result.trace.length === 0 ? [] : ['', ...result.trace]),
    '',
    result.id,
  ].join('\n');
}
