import { afterEach, describe, expect, it, vi } from 'vitest';
import { createVisitSaver, RETRY_AFTER_MS } from '../../../../../renderer/features/visit/visit-saver.ts';
import type { BridgeError, Reply } from '../../../../../src/contract/bridge.ts';
import type { Visit } from '../../../../../src/contract/visit.ts';
import { makeVisit, VISIT_ID } from '../../../../support/make-visit.ts';
import { SITE_ID } from '../../fake-bridge.ts';

afterEach(() => vi.useRealTimers());

const step = (name: Visit['step']) => makeVisit({ siteId: SITE_ID, step: name });

function setUp() {
  const written: Visit['step'][] = [];
  const answers: ((reply: Reply<Visit>) => void)[] = [];
  const states: (BridgeError | null)[] = [];
  const saver = createVisitSaver(
    {
      saveVisit: ({ visit }) => {
        written.push(visit.step);
        return new Promise((resolve) => answers.push(resolve));
      },
    },
    (_, error) => states.push(error),
  );
  const answer = async (index: number, ok: boolean) => {
    const value = step('paper');
    answers[index]?.(ok ? { ok, value } : { ok, error: { code: 'storage', message: 'диск полон' } });
    await vi.waitFor(() => expect(states.length).toBe(index + 1));
  };
  return { saver, written, states, answer };
}

describe('createVisitSaver', () => {
  it('writes one at a time, and of what came meanwhile only the last', async () => {
    const { saver, written, answer } = setUp();
    for (const name of ['prepare', 'where', 'checks', 'manual'] as const) saver.save(step(name));
    expect(written).toEqual(['prepare']);
    expect(saver.unsaved(VISIT_ID)?.step).toBe('manual');
    await answer(0, true);
    expect(written).toEqual(['prepare', 'manual']);
    await answer(1, true);
    expect(saver.unsaved(VISIT_ID)).toBeNull();
  });

  it('says what failed, keeps it, and tries again by itself after a while', async () => {
    vi.useFakeTimers();
    const { saver, written, states, answer } = setUp();
    saver.save(step('where'));
    await answer(0, false);
    expect(states[0]?.message).toBe('диск полон');
    expect(saver.unsaved(VISIT_ID)?.step).toBe('where');
    vi.advanceTimersByTime(RETRY_AFTER_MS);
    expect(written).toEqual(['where', 'where']);
    await answer(1, true);
    expect(states[1]).toBeNull();
  });

  it('tries again at once when asked, and then not a second time by the clock', async () => {
    vi.useFakeTimers();
    const { saver, written, answer } = setUp();
    saver.save(step('where'));
    await answer(0, false);
    saver.retry();
    await answer(1, true);
    vi.advanceTimersByTime(2 * RETRY_AFTER_MS);
    expect(written).toEqual(['where', 'where']);
  });

  it('keeps the changes of two visits apart', async () => {
    const { saver, written } = setUp();
    saver.save(step('where'));
    saver.save(makeVisit({ siteId: SITE_ID, id: crypto.randomUUID(), step: 'manual' }));
    expect(written).toEqual(['where', 'manual']);
  });
});
