import { describe, expect, it } from 'vitest';
import {
  answerOf,
  type CausesQuestion,
  type CausesWorker,
  createCausesFinder,
} from '../../../../../renderer/features/results/causes-finder.ts';
import { evidenceOf } from '../../../../../src/verdict/findings/evidence.ts';
import { findingsOf } from '../../../../../src/verdict/findings/findings.ts';
import { failed, makeRun, seeGood } from '../../../../support/make-run.ts';
import { makeSite, SITE_ID } from '../../fake-bridge.ts';

const run = makeRun({
  site: makeSite(),
  viewpoint: 'workstation',
  id: SITE_ID,
  startedAt: '2026-11-22T07:12:00.000Z',
  address: '10.77.10.2',
  see: (check) => (check.port === 8001 ? failed(check, 'connect', 'timeout') : seeGood(check)),
});
const evidence = evidenceOf(run);

function setUp() {
  const asked: CausesQuestion[] = [];
  const worker: CausesWorker & { ended: boolean } = {
    ended: false,
    onmessage: null,
    postMessage: (question) => asked.push(question),
    terminate() {
      this.ended = true;
    },
  };
  /** Answers the question of this turn from all it was told, as the worker does. */
  function answer(turn: number): void {
    const known = new Map(
      asked.slice(0, turn).flatMap(({ results }) => results.map((result) => [result.id, result] as const)),
    );
    const question = asked[turn - 1];
    if (question === undefined) throw new Error(`no question ${turn}`);
    worker.onmessage?.({ data: answerOf(question, [...known.values()]) } as MessageEvent);
  }
  return { asked, worker, answer, finder: createCausesFinder(worker) };
}

describe('createCausesFinder', () => {
  it('finds beside the window what would be found in it', async () => {
    const { finder, answer } = setUp();
    const found = finder.find(evidence, 'ru');
    answer(1);
    expect(await found).toEqual(findingsOf(evidence, 'ru'));
  });

  it('tells only what is new since the last question, and no trace', () => {
    const { finder, asked } = setUp();
    void finder.find({ ...evidence, results: run.checks.slice(0, 3) }, 'ru');
    void finder.find(evidence, 'ru');
    expect(asked.map(({ kind, results }) => [kind, results.length])).toEqual([
      ['more', 3],
      ['more', run.checks.length - 3],
    ]);
    expect(asked.flatMap(({ results }) => results.flatMap(({ trace }) => trace))).toEqual([]);
  });

  it('tells everything anew when results are gone, as at another run', () => {
    const { finder, asked } = setUp();
    void finder.find(evidence, 'ru');
    void finder.find({ ...evidence, results: run.checks.slice(1) }, 'ru');
    expect(asked[1]).toMatchObject({ kind: 'all' });
    expect(asked[1]?.results.length).toBe(run.checks.length - 1);
  });

  it('drops an answer that a later question has overtaken', async () => {
    const { finder, answer } = setUp();
    const early = finder.find(evidence, 'ru');
    const late = finder.find(evidence, 'en');
    answer(1);
    answer(2);
    expect(await early).toBeNull();
    expect(await late).toEqual(findingsOf(evidence, 'en'));
  });

  it('ends the worker and leaves nobody waiting', async () => {
    const { finder, worker } = setUp();
    const found = finder.find(evidence, 'ru');
    finder.close();
    expect(await found).toBeNull();
    expect(worker.ended).toBe(true);
  });
});
