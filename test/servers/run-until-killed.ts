/** The inside of the program as a process of its own, which a test kills: runs a site and tells what the window hears. */
import { join } from 'node:path';
import { createProgram } from '../../electron/program.ts';
import { createSetAside } from '../../electron/store/set-aside.ts';
import { openSettingsStore } from '../../electron/store/settings-store.ts';
import { programPorts } from '../support/program-ports.ts';

const [userData = '', siteId = ''] = process.argv.slice(2);
const setAside = createSetAside(join(userData, 'set-aside'), () => new Date());
const program = createProgram({
  ...programPorts(userData),
  setAside,
  settings: await openSettingsStore(userData, setAside),
  tell: (progress) => process.stdout.write(`${JSON.stringify(progress)}\n`),
});
await program.handlers['runs:start']({
  siteId,
  viewpoint: 'workstation',
  stage: 'after-install',
  indirect: false,
  localAddress: null,
  placeReason: 'Розетка рядом с МФУ',
  only: null,
  again: null,
});
