// @ts-nocheck It uses functions of Electron that have no public types.
/**
 * What the substitute Electron runs first: like Electron's own default app it loads the modules given with
 * -r, then the folder or file given as first argument.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import Module from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { app, dialog } from 'electron';

const modules = [];
let target;
for (let index = 1; index < process.argv.length; index += 1) {
  const argument = process.argv[index];
  if (argument === '-r' || argument === '--require') {
    index += 1;
    modules.push(process.argv[index]);
  } else if (!argument.startsWith('-')) {
    target = path.resolve(argument);
    break;
  }
}

if (modules.length > 0) Module._preloadModules(modules);
if (target) {
  // Awaited: Electron is ready only after its entry point, and an app registers its schemes before that.
  await load(target).catch((error) => {
    console.error(error);
    dialog.showErrorBox('The program could not start', String(error?.stack ?? error));
    app.exit(1);
  });
} else {
  console.error('Give the folder of an app as argument.');
  app.exit(2);
}

async function load(start) {
  if (!existsSync(start)) throw new Error(`${start} does not exist`);
  const isFolder = statSync(start).isDirectory();
  const manifestFile = path.join(isFolder ? start : path.dirname(start), 'package.json');
  const manifest = existsSync(manifestFile) ? JSON.parse(readFileSync(manifestFile, 'utf8')) : {};
  if (manifest.version) app.setVersion(manifest.version);
  if (manifest.productName || manifest.name) app.setName(manifest.productName ?? manifest.name);
  if (manifest.desktopName) app.setDesktopName(manifest.desktopName);
  app.setAppPath(isFolder ? start : path.dirname(start));
  await import(pathToFileURL(isFolder ? path.join(start, manifest.main ?? 'index.js') : start).href);
}
