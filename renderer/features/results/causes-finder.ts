/** Asks the worker for causes: it is told only what is new, because copying thousands of results takes long. */
import type { CheckResult } from '../../../src/contract/check.ts';
import type { Finding } from '../../../src/contract/run.ts';
import type { Language } from '../../../src/contract/words.ts';
import type { Evidence } from '../../../src/verdict/findings/evidence.ts';
import { findingsOf } from '../../../src/verdict/findings/findings.ts';

export interface CausesQuestion extends Omit<Evidence, 'results'> {
  readonly turn: number;
  readonly language: Language;
  /** `more`: results to add to those of the questions before; `all`: these and no others. */
  readonly kind: 'all' | 'more';
  readonly results: readonly CheckResult[];
}

export interface CausesAnswer {
  readonly turn: number;
  readonly findings: readonly Finding[];
}

export interface CausesFinder {
  /** Resolves to null where a later question has been asked meanwhile. */
  readonly find: (evidence: Evidence, language: Language) => Promise<readonly Finding[] | null>;
  readonly close: () => void;
}

/** What a worker has of the browser's `Worker`: messages there and back. */
export interface CausesWorker {
  readonly postMessage: (question: CausesQuestion) => void;
  onmessage: ((event: MessageEvent<CausesAnswer>) => void) | null;
  readonly terminate: () => void;
}

export function createCausesFinder(worker: CausesWorker): CausesFinder {
  let told = new Map<string, string>();
  let turn = 0;
  let waiting: ((findings: readonly Finding[] | null) => void) | null = null;
  worker.onmessage = ({ data }) => {
    if (data.turn !== turn) return;
    waiting?.(data.findings);
    waiting = null;
  };
  return {
    find({ results, ...rest }, language) {
      const present = new Map(results.map((result) => [result.id, versionOf(result)]));
      const grown = [...told.keys()].every((id) => present.has(id));
      const news = grown ? results.filter(({ id }) => told.get(id) !== present.get(id)) : results;
      told = present;
      turn += 1;
      waiting?.(null);
      return new Promise((resolve) => {
        waiting = resolve;
        worker.postMessage({
          ...rest,
          turn,
          language,
          kind: grown ? 'more' : 'all',
          results: news.map((result) => ({ ...result, trace: [] })),
        });
      });
    },
    close() {
      waiting?.(null);
      waiting = null;
      worker.terminate();
    },
  };
}

export function answerOf(
  { turn, language, kind: _kind, ...rest }: CausesQuestion,
  results: readonly CheckResult[],
): CausesAnswer {
  return { turn, findings: findingsOf({ ...rest, results }, language) };
}

/** Two results of one check are the same where they began at the same moment and came to the same. */
function versionOf({ startedAt, verdict, reason, proof }: CheckResult): string {
  return `${startedAt} ${verdict} ${proof} ${reason.code}`;
}
