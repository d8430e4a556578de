import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { saveAtSessionEnd } from '../../../electron/session-end.ts';

function endSession(event: 'query-session-end' | 'session-end', busy: boolean): readonly string[] {
  const window = new EventEmitter();
  const done: string[] = [];
  saveAtSessionEnd(window, { isBusy: () => busy, quit: () => done.push('quit') });
  window.emit(event, { preventDefault: () => done.push('objected') });
  return done;
}

describe('the end of a Windows session', () => {
  it('is delayed and the program ends in order when a run goes on', () => {
    expect(endSession('query-session-end', true)).toEqual(['objected', 'quit']);
    expect(endSession('session-end', true)).toEqual(['quit']);
  });

  it('is let through when nothing runs', () => {
    expect(endSession('query-session-end', false)).toEqual([]);
    expect(endSession('session-end', false)).toEqual([]);
  });
});
