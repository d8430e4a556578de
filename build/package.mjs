/** Makes what people install: `npm run package`. */
import { bundle } from './bundle.mjs';
import { pack } from './package/pack.mjs';
import { setUpElectron } from './setup/electron.mjs';
import { runScript } from './setup/problem.mjs';
import { setUpForTerminal } from './setup.mjs';

await runScript(async () => {
  await setUpForTerminal();
  await bundle();
  const electron = await setUpElectron();
  const isRelease = electron.source !== 'substitute';
  if (!isRelease) {
    process.stdout.write(
      "Electron's release host cannot be reached: only a folder and a tar.gz are made, with the substitute Electron, not for release.\n",
    );
  }
  // At the usual level 7-Zip takes minutes, and nobody downloads this archive.
  if (!isRelease) process.env.ELECTRON_BUILDER_COMPRESSION_LEVEL ??= '1';
  const files = await pack(isRelease ? undefined : ['dir', 'tar.gz'], electron);
  for (const file of files) process.stdout.write(`${file}\n`);
  return 0;
});
