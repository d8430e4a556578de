/** A signal that may outlive the attempt for a moment: long enough to take away a test file, then no more. */
import { setMaxListeners } from 'node:events';
import { ProbeError } from './probe.ts';

export interface LingeringSignal {
  readonly signal: AbortSignal;
  /** From now on the signal ends this long after its parent; 0 means with it. */
  readonly lingerFor: (milliseconds: number) => void;
  /** Aborts now, and stops following the parent. */
  readonly end: () => void;
}

/** Aborts with `parent`, or as much later as `lingerFor` said. */
export function lingeringSignal(parent: AbortSignal): LingeringSignal {
  const controller = new AbortController();
  setMaxListeners(0, controller.signal);
  let graceMs = 0;
  let timer: NodeJS.Timeout | undefined;
  const follow = () => {
    if (graceMs === 0) controller.abort(parent.reason);
    else timer = setTimeout(() => controller.abort(parent.reason), graceMs);
  };
  if (parent.aborted) follow();
  else parent.addEventListener('abort', follow, { once: true });
  return {
    signal: controller.signal,
    lingerFor: (milliseconds) => {
      graceMs = milliseconds;
    },
    end: () => {
      clearTimeout(timer);
      parent.removeEventListener('abort', follow);
      controller.abort(new ProbeError('closed', 'the talk is over'));
    },
  };
}
