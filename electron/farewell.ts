/** The orderly end: a run that goes on is cancelled and saved, and the demo's listeners are closed, before it. */
import { setTimeout as delay } from 'node:timers/promises';
import { app } from 'electron';
import type { Leaving } from './leaving.ts';
import type { Log } from './log.ts';
import type { Program } from './program.ts';

/** Longer than the sockets of a cancelled run need, shorter than a person waits for a window to go. */
const LONGEST_FAREWELL_MS = 5000;

/** What the window would lose is asked about first: a run must not end for a question that is answered with «no». */
export function farewell({ desk, trapDesk, demo }: Program, leaving: Leaving, log: Log): void {
  let ready = false;
  const endWork = async () => {
    await Promise.all([desk.close(), trapDesk.close()]);
    await demo.close();
  };
  app.on('before-quit', (event) => {
    if (ready || leaving.hold(event, () => app.quit())) return;
    event.preventDefault();
    leaving.allow();
    void Promise.race([endWork(), delay(LONGEST_FAREWELL_MS)])
      .catch((error: unknown) => log.error('The end was not orderly', error))
      .then(() => {
        ready = true;
        app.quit();
      });
  });
}
