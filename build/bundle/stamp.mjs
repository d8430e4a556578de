/** Tells whether a built program is still what its sources would give. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { PROJECT_FOLDER } from '../setup/places.mjs';

const ALWAYS = ['package.json', 'package-lock.json', 'build/bundle'];

/**
 * A hash over the names and contents of all inputs. By content, so that switching branches back and forth
 * costs no build.
 * @param {readonly string[]} inputs folders and files, relative to the project
 */
export function inputHash(inputs) {
  const hash = createHash('sha256');
  for (const input of [...ALWAYS, ...inputs]) {
    for (const file of filesOf(input))
      hash.update(`${file}\n`).update(readFileSync(path.join(PROJECT_FOLDER, file)));
  }
  return hash.digest('hex');
}

/**
 * @param {string} input
 * @returns {readonly string[]}
 */
function filesOf(input) {
  const full = path.join(PROJECT_FOLDER, input);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [input];
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(PROJECT_FOLDER, path.join(entry.parentPath, entry.name)))
    .sort();
}
