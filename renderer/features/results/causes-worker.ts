/** Looks for causes beside the window, so that thousands of results never hold it up. */
import type { CheckResult } from '../../../src/contract/check.ts';
import type { CausesAnswer, CausesQuestion } from './causes-finder.ts';
import { answerOf } from './causes-finder.ts';

const results = new Map<string, CheckResult>();

self.addEventListener('message', ({ data }: MessageEvent<CausesQuestion>) => {
  if (data.kind === 'all') results.clear();
  for (const result of data.results) results.set(result.id, result);
  const answer: CausesAnswer = answerOf(data, [...results.values()]);
  self.postMessage(answer);
});
