/** The end of a Windows session: a run that goes on is saved before the computer goes down. */

interface SessionEndEvent {
  readonly preventDefault: () => void;
}

/** A window of Electron; an older one never tells `query-session-end`. */
export interface SessionWindow {
  on(event: 'query-session-end', listener: (event: SessionEndEvent) => void): unknown;
  on(event: 'session-end', listener: () => void): unknown;
}

export interface SessionEndOptions {
  readonly isBusy: () => boolean;
  /** Ends the program in order: what goes on is cancelled and saved first. */
  readonly quit: () => void;
}

/** Windows waits for a program that objects, and goes on by itself once that program has ended. */
export function saveAtSessionEnd(window: SessionWindow, { isBusy, quit }: SessionEndOptions): void {
  window.on('query-session-end', (event) => {
    if (!isBusy()) return;
    event.preventDefault();
    quit();
  });
  // Too late to object, as where it was not asked: what can still be written in the last seconds is.
  window.on('session-end', () => {
    if (isBusy()) quit();
  });
}
