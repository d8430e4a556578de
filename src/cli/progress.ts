/** One line on a terminal that says how far a run is; nothing where nobody watches. */
import type { RunEvent } from '../contract/run.ts';
import type { Language } from '../contract/words.ts';
import type { CliIo } from './io.ts';
import { CLI_TEXTS } from './texts.ts';

export interface Progress {
  readonly onEvent: (event: RunEvent) => void;
  readonly clear: () => void;
}

const REDRAW_MS = 100;

/** `planned` may be a few short where this computer turns out to be one of the servers. */
export function createProgress(planned: number, io: CliIo, language: Language): Progress {
  let done = 0;
  let failed = 0;
  let drawnMs = 0;
  return {
    onEvent: (event) => {
      if (event.kind !== 'result') return;
      done += 1;
      if (event.result.verdict === 'fail' && event.result.proof === 'direct') failed += 1;
      const nowMs = performance.now();
      if (!io.errIsTerminal || (nowMs - drawnMs < REDRAW_MS && done < planned)) return;
      drawnMs = nowMs;
      io.err(`\r\u001b[K${CLI_TEXTS[language].progress(done, Math.max(done, planned), failed)}`);
    },
    clear: () => {
      if (io.errIsTerminal && done > 0) io.err('\r\u001b[K');
    },
  };
}
