/** A trace stays small and harmless, whatever was put into it. */
import { expect, it } from 'vitest';
import { createTrace } from '../../../src/probes/trace.ts';

it('trace keeps 200 lines of 500 characters and says how many it left out', () => {
  const trace = createTrace();
  for (let line = 0; line < 1000; line += 1) trace.add(`\u001b${'x'.repeat(10_000)}`);
  const lines = trace.lines();
  expect(lines).toHaveLength(200);
  expect(Math.max(...lines.map((line) => line.length))).toBe(500);
  expect(lines[0]).toMatch(/^\\x1bx/);
  expect(lines.at(-1)).toBe('… 801 more lines');
});
