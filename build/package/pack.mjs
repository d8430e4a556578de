/** Packs the built app with electron-builder. */
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { inputHash } from '../bundle/stamp.mjs';
import { bundle } from '../bundle.mjs';
import { setUpElectron } from '../setup/electron.mjs';
import { cacheFolder, PROJECT_FOLDER } from '../setup/places.mjs';

const STAMP_FILE = path.join(PROJECT_FOLDER, 'dist', '.packed');

/**
 * The started-by-itself program that `pack` leaves in dist/, or undefined.
 * @returns {string | undefined}
 */
export function packedExecutable() {
  const dist = path.join(PROJECT_FOLDER, 'dist');
  const folder =
    existsSync(dist) && readdirSync(dist).find((name) => /^(linux|win|mac)(-.*)?$|-unpacked$/.test(name));
  if (!folder) return undefined;
  const place = path.join(dist, folder);
  if (process.platform === 'darwin')
    return path.join(place, 'Printum Site Check.app/Contents/MacOS/Printum Site Check');
  return path.join(place, process.platform === 'win32' ? 'Printum Site Check.exe' : 'printum-sitecheck');
}

/** Packs the folder that the packed-program test starts, unless it holds the present build already. */
export async function packForTests() {
  await bundle();
  const hash = inputHash(['out', 'build/electron-builder.yml', 'build/package', 'build/resources']);
  if (packedExecutable() && existsSync(STAMP_FILE) && readFileSync(STAMP_FILE, 'utf8') === hash) return;
  // Playwright starts a program through its inspector, which a released one does not offer.
  await pack(['dir'], await setUpElectron(), { electronFuses: { enableNodeCliInspectArguments: true } });
  writeFileSync(STAMP_FILE, hash);
}

/**
 * @param {readonly string[] | undefined} targets those of the configuration if absent
 * @param {import('../setup/electron.mjs').ElectronBinary} electron
 * @param {import('electron-builder').Configuration} [furtherConfiguration] in place of the file's, key by key
 * @returns {Promise<readonly string[]>} the files that were made
 */
export async function pack(targets, electron, furtherConfiguration = {}) {
  rmSync(path.join(PROJECT_FOLDER, 'dist'), { recursive: true, force: true });
  process.env.ELECTRON_BUILDER_7ZIP_PATH ??= await sevenZip();
  const { build, Platform } = await import('electron-builder');
  return build({
    ...(targets ? { targets: Platform.current().createTarget([...targets]) } : {}),
    projectDir: PROJECT_FOLDER,
    publish: 'never',
    config: {
      extends: path.join(PROJECT_FOLDER, 'build', 'electron-builder.yml'),
      // The substitute is another version than the package's, and it is at hand; a release fetches its own.
      ...(electron.source === 'package'
        ? {}
        : { electronDist: electron.folder, electronVersion: versionOf(electron) }),
      ...furtherConfiguration,
    },
  });
}

/** @param {import('../setup/electron.mjs').ElectronBinary} electron */
function versionOf(electron) {
  return readFileSync(path.join(electron.folder, 'version'), 'utf8').trim().replace(/^v/, '');
}

/** A 7-Zip with its run bit, which the package's own file lacks; electron-builder would fetch another. */
async function sevenZip() {
  const { path7za } = await import('7zip-bin');
  const folder = path.join(cacheFolder(), 'tools');
  const copy = path.join(folder, path.basename(path7za));
  mkdirSync(folder, { recursive: true });
  copyFileSync(path7za, copy);
  chmodSync(copy, 0o755);
  return copy;
}
