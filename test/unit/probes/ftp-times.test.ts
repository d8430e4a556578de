/** The budget of an FTP talk: room for every connection of it, as long as the system may need to tell of a refusal. */
import { describe, expect, it } from 'vitest';
import { connectBudgetMs } from '../../../src/probes/connect-budget.ts';
import { passiveTalkMs } from '../../../src/probes/ftp-times.ts';

describe('passiveTalkMs', () => {
  it('leaves room for the two seconds of a refusal when the system is Windows', () => {
    const patience = { timeoutMs: 300, attempts: 2 };
    const dataConnections = 5;
    const longerMs = connectBudgetMs(300, 1, 'win32') - connectBudgetMs(300, undefined, 'linux');
    const moreMs = passiveTalkMs(patience, 'win32') - passiveTalkMs(patience, 'linux');
    expect(moreMs).toBeGreaterThan(dataConnections * patience.attempts * longerMs);
  });

  it('is the same on every system when the timeout outlasts a refusal', () => {
    const patience = { timeoutMs: 3000, attempts: 2 };
    expect(passiveTalkMs(patience, 'win32')).toBe(passiveTalkMs(patience, 'linux'));
  });
});
