/** Two looks at one port: which of them is believed, and when the second one starts. */
import { describe, expect, it } from 'vitest';
import { lookTwice, type SecondLook } from '../../../src/probes/second-look.ts';

const never = () => new Promise<never>(() => {});

function look(changes: Partial<SecondLook<string, string>>) {
  return lookTwice({
    first: Promise.resolve('first'),
    isDoubtful: (answer) => answer === null,
    look: () => Promise.resolve('second'),
    patienceMs: 60_000,
    signal: new AbortController().signal,
    ...changes,
  });
}

describe('lookTwice', () => {
  it('does not look again when the first answer leaves no doubt', async () => {
    let looked = 0;
    const seen = await look({
      look: async () => {
        looked += 1;
        return 'second';
      },
    });
    expect(seen).toEqual({ by: 'first', answer: 'first' });
    expect(looked).toBe(0);
  });

  it('believes the second look when the first answer is doubtful or failed', async () => {
    const second = { by: 'second', answer: 'second' };
    expect(await look({ isDoubtful: () => true })).toEqual(second);
    expect(await look({ first: Promise.reject(new Error('reset')) })).toEqual(second);
  });

  it('looks beside a first that is silent, and goes on waiting where that finds nothing', async () => {
    expect(await look({ first: never(), patienceMs: 1 })).toEqual({ by: 'second', answer: 'second' });
    let answer = (_text: string) => {};
    const first = new Promise<string>((resolve) => {
      answer = resolve;
    });
    const looked = look({
      first,
      patienceMs: 1,
      look: async () => {
        setImmediate(() => answer('late'));
        throw new Error('nothing');
      },
    });
    expect(await looked).toEqual({ by: 'first', answer: 'late' });
  });

  it('falls back to the first answer or its error when the second look finds nothing', async () => {
    const nothing = () => Promise.resolve(null);
    expect(await look({ isDoubtful: () => true, look: nothing })).toEqual({ by: 'first', answer: 'first' });
    await expect(look({ first: Promise.reject(new Error('reset')), look: nothing })).rejects.toThrow('reset');
  });

  it('starts no second look after the deadline', async () => {
    let looked = 0;
    const looking = look({
      first: Promise.reject(new Error('timeout')),
      look: async () => {
        looked += 1;
        return 'second';
      },
      signal: AbortSignal.abort(),
    });
    await expect(looking).rejects.toThrow('timeout');
    expect(looked).toBe(0);
  });
});
