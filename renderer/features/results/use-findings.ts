/** The causes of what is on screen, found beside the window and at most once a second while results come. */
import { useEffect, useState } from 'react';
import type { Finding } from '../../../src/contract/run.ts';
import type { Language } from '../../../src/contract/words.ts';
import { findingsOf } from '../../../src/verdict/findings/findings.ts';
import { type CausesFinder, createCausesFinder } from './causes-finder.ts';
import { evidenceOnScreen } from './evidence.ts';
import { isBusy, type ResultsState } from './results-store.ts';
import { usePaced } from './use-paced.ts';

/** Causes look at every result against every other, and need not be newer than this while results come. */
const INTERVAL_MS = 1000;
const NONE: readonly Finding[] = [];

type Shown = Pick<ResultsState, 'results' | 'site' | 'choice' | 'controls' | 'run' | 'status'>;

export function useFindings(state: Shown, language: Language): readonly Finding[] {
  const [finder] = useState(startFinder);
  useEffect(() => () => finder?.close(), [finder]);
  const seen = usePaced(state, isBusy(state) ? INTERVAL_MS : 0);
  const { results, site, choice, controls, run } = seen;
  const [findings, setFindings] = useState(NONE);
  useEffect(() => {
    const evidence = evidenceOnScreen(results, { site, choice, controls, run });
    if (evidence === null) return setFindings(NONE);
    if (finder === null) return setFindings(findingsOf(evidence, language));
    void finder.find(evidence, language).then((found) => {
      if (found !== null) setFindings(found);
    });
  }, [finder, results, site, choice, controls, run, language]);
  return findings;
}

/** Null where the page has no workers, as under test: the causes are then found in the window itself. */
function startFinder(): CausesFinder | null {
  if (typeof Worker === 'undefined') return null;
  return createCausesFinder(new Worker(new URL('./causes-worker.ts', import.meta.url), { type: 'module' }));
}
