/** What a request asks nobody to change, and the words that each is told in. */
import { describe, expect, it } from 'vitest';
import { leaveAlone } from '../../../../src/report/request/leave-alone.ts';
import { requestFor, runFailing, withResult } from './requests.ts';

describe('leaveAlone', () => {
  it.each([
    ['unproven', 'unreachable', 'proxy-login-required'],
    ['service', 'open', 'plain-http-on-tls-port'],
  ] as const)('calls %s what failed with the port %s because of %s', (kind, portState, code) => {
    const good = runFailing([], { viewpoint: 'server', address: '10.77.30.99' });
    const id = good.checks.find(({ requirement }) => requirement === 'online-install')?.id ?? '';
    const reason = { code, message: '' };
    const run = withResult(good, id, { verdict: 'fail', portState, serviceState: 'mismatch', reason });
    const found = leaveAlone(requestFor({ runs: [run] }), [run]);
    expect(found.find(({ results }) => results.some((result) => result.id === id))?.kind).toBe(kind);
  });
});
