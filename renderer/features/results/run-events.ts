/** What a batch of run events changes; pure, so that a batch of thousands is one change of the store. */
import type { CheckResult } from '../../../src/contract/check.ts';
import type { Control, RunEvent } from '../../../src/contract/run.ts';

export interface Progress {
  readonly results: ReadonlyMap<string, CheckResult>;
  readonly running: ReadonlySet<string>;
  readonly controls: readonly Control[];
}

export function applyEvents(progress: Progress, events: readonly RunEvent[]): Progress {
  if (events.length === 0) return progress;
  const results = new Map(progress.results);
  const running = new Set(progress.running);
  const controls = new Map(progress.controls.map((control) => [control.target, control]));
  for (const event of events) {
    switch (event.kind) {
      case 'started':
        running.add(event.checkId);
        break;
      case 'result':
        running.delete(event.result.id);
        results.set(event.result.id, event.result);
        break;
      case 'control':
        controls.set(event.control.target, event.control);
        break;
    }
  }
  return { results, running, controls: [...controls.values()] };
}
