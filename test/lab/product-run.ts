/** The product as its users start it, from a place in the laboratory. */
import { rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type Run, runSchema } from '../../src/contract/run.ts';
import type { Viewpoint } from '../../src/contract/words.ts';
import type { Lab } from './lab.ts';
import { makeFolder } from './maker.ts';
import { runOn } from './namespace.ts';

/** From the project's folder, in which tests and benchmarks run: a benchmark is bundled and lies elsewhere. */
const CLI = resolve('out/cli/sitecheck.mjs');

/** `sitecheck run` with the passwords of the laboratory; throws with its own words when it writes no document. */
export async function runProduct(
  lab: Lab,
  viewpoint: Viewpoint,
  further: readonly string[] = [],
): Promise<{ readonly run: Run; readonly exitCode: number }> {
  const folder = await makeFolder('run');
  const file = join(folder, 'lab.site.json');
  await writeFile(file, JSON.stringify(lab.site));
  const output = await runOn(
    lab.placeOf(viewpoint),
    process.execPath,
    [CLI, 'run', file, '--from', viewpoint, '--json', '-', ...further],
    { env: { ...process.env, ...lab.environment } },
  );
  await rm(folder, { recursive: true });
  if (output.stdout === '') throw new Error(`sitecheck: ${output.stderr}`);
  return { run: runSchema.parse(JSON.parse(output.stdout)), exitCode: output.exitCode };
}
