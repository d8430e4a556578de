/** The trace of one check: what was sent and what came back, bounded and safe to show. */
import { printableText } from './wire/printable.ts';

const MAX_LINES = 200;
const MAX_LINE_LENGTH = 500;

export interface Trace {
  readonly add: (line: string) => void;
  readonly lines: () => readonly string[];
}

/** At most 200 lines of 500 characters; the last line says how many were left out. */
export function createTrace(): Trace {
  const lines: string[] = [];
  let leftOut = 0;
  return {
    add: (line) => {
      if (lines.length < MAX_LINES - 1) lines.push(printableText(line, MAX_LINE_LENGTH));
      else leftOut += 1;
    },
    lines: () => (leftOut === 0 ? [...lines] : [...lines, `… ${leftOut} more lines`]),
  };
}
