/** Closing the window or ending the program while something would be lost: a question first, and only one. */

interface Preventable {
  readonly preventDefault: () => void;
}

export interface Leaving {
  /** True while the window holds something that is saved nowhere. */
  readonly guard: (guarded: boolean) => void;
  /** True where the event was stopped; `again` is called when the person chose to leave all the same. */
  readonly hold: (event: Preventable, again: () => void) => boolean;
  /** From now on nothing is asked: the computer goes down, or the person has answered. */
  readonly allow: () => void;
}

/** `ask` resolves to true where the person wants to leave. */
export function createLeaving(ask: () => Promise<boolean>): Leaving {
  let guarded = false;
  let allowed = false;
  let asking = false;

  async function askOnce(again: () => void): Promise<void> {
    if (asking) return;
    asking = true;
    try {
      allowed = await ask();
    } finally {
      asking = false;
    }
    if (allowed) again();
  }

  return {
    guard(value) {
      guarded = value;
    },
    hold(event, again) {
      if (!guarded || allowed) return false;
      event.preventDefault();
      void askOnce(again);
      return true;
    },
    allow() {
      allowed = true;
    },
  };
}
