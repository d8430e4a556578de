import { describe, expect, it } from 'vitest';
import { createLeaving } from '../../../electron/leaving.ts';

function open(answers: boolean[]) {
  const done: string[] = [];
  const leaving = createLeaving(async () => {
    done.push('asked');
    return answers.shift() ?? false;
  });
  const close = () => leaving.hold({ preventDefault: () => done.push('held') }, () => done.push('again'));
  return { leaving, done, close, settled: () => new Promise((resolve) => setImmediate(resolve)) };
}

describe('leaving', () => {
  it('asks nothing while nothing would be lost', async () => {
    const { done, close } = open([]);
    expect(close()).toBe(false);
    expect(done).toEqual([]);
  });

  it('holds the window, asks once however often it is closed, and closes it after a yes', async () => {
    const { leaving, done, close, settled } = open([true]);
    leaving.guard(true);
    expect([close(), close()]).toEqual([true, true]);
    await settled();
    expect(done).toEqual(['held', 'asked', 'held', 'again']);
    expect(close()).toBe(false);
  });

  it('stays after a no and asks again the next time', async () => {
    const { leaving, done, close, settled } = open([false, true]);
    leaving.guard(true);
    close();
    await settled();
    expect(done).toEqual(['held', 'asked']);
    close();
    await settled();
    expect(done.slice(2)).toEqual(['held', 'asked', 'again']);
  });

  it('asks nothing any more once it is allowed or the changes are saved', () => {
    const { leaving, done, close } = open([]);
    leaving.guard(true);
    leaving.guard(false);
    expect(close()).toBe(false);
    leaving.guard(true);
    leaving.allow();
    expect(close()).toBe(false);
    expect(done).toEqual([]);
  });
});
