/** Lets git run the project's hooks. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { PROJECT_FOLDER } from './places.mjs';
import { run } from './run.mjs';

/** Points git at build/hooks, unless a hooks folder was chosen already. */
export async function setUpHooks() {
  if (process.env.CI || !existsSync(path.join(PROJECT_FOLDER, '.git'))) return;
  const chosen = await run('git', ['config', '--get', 'core.hooksPath']);
  if (chosen.code === 1) await run('git', ['config', 'core.hooksPath', 'build/hooks']);
}
