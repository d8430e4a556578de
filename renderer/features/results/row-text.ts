/** The short texts of a row: port with its direction, requirement with its origin, all of it for the clipboard. */
import type { Check, CheckResult } from '../../../src/contract/check.ts';
import { portText } from '../../../src/contract/port-text.ts';
import type { KeyValue } from '../../ui/key-values.tsx';

/** As everywhere; only an active FTP check says with `callback` which port leads back. */
export function portOfRow(
  check: Pick<Check, 'port' | 'transport' | 'dataPorts' | 'callbackFrom'>,
  callback: (port: number, from: number) => string,
): string {
  return check.callbackFrom === undefined ? portText(check) : callback(check.port, check.callbackFrom);
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
