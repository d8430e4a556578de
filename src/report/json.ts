/** The run documents as they are: one as an object, several as an array. */
import type { ReportInput } from './report-input.ts';

/** Readable JSON with a line break at the end; every document keeps the shape of contract/run.ts. */
export function runsJson(input: Pick<ReportInput, 'runs'>): string {
  const [first] = input.runs;
  if (first === undefined) throw new RangeError('A report needs at least one run');
  return `${JSON.stringify(input.runs.length === 1 ? first : input.runs, null, 2)}\n`;
}
