/** A script's exit code is what its main function says, whatever a library does at the end of the process. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';

const MODULE = pathToFileURL(path.resolve(import.meta.dirname, '../../../build/setup/problem.mjs')).href;
const MEDDLER = `process.on('beforeExit', () => process.exit(0));`;

function run(body: string) {
  const script = `import { Problem, runScript } from ${JSON.stringify(MODULE)}; ${MEDDLER} await runScript(async () => { ${body} });`;
  return spawnSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8' });
}

describe('runScript', () => {
  it.each([0, 1, 130])('ends the process with %i when main says so', (code) => {
    expect(run(`process.stdout.write('the end\\n'); return ${code};`)).toMatchObject({
      status: code,
      stdout: 'the end\n',
    });
  });

  it('ends with 1 and one line when main meets a problem', () => {
    expect(run(`throw new Problem('There is no network.');`)).toMatchObject({
      status: 1,
      stderr: 'There is no network.\n',
    });
  });

  it('ends with a failure when main breaks', () => {
    expect(run(`throw new Error('a fault');`).status).not.toBe(0);
  });
});
