/** The HAProxy probe against a real HAProxy: with its panel open to all, and behind a login. */
import { afterEach, expect, it } from 'vitest';
import type { Daemon } from '../../lab/daemon.ts';
import { startHaproxy } from '../../lab/daemons/haproxy.ts';
import { CURRENT_HOST } from '../../lab/namespace.ts';
import { observeService, verdictLine } from '../../servers/service-observe.ts';
import { describeIf, needs } from '../../support/needs.ts';

const ADDRESS = '127.77.0.18';
const PORT = 7000;
const SLOW_MACHINE_MS = 5000;

describeIf(needs.all(needs.root(), needs.tool('haproxy')), 'haproxy probe and a real HAProxy', () => {
  let daemon: Daemon | null = null;
  afterEach(async () => {
    await daemon?.close();
    daemon = null;
  });

  it.each([
    [{}, 'open confirmed pass service-confirmed', { panel: true, path: '/' }],
    [
      { login: 'admin:for-this-run' },
      'open denied pass login-required',
      { panel: false, reply: { status: 401, authenticate: 'Basic' } },
    ],
  ])('knows the panel with %j', async (login, line, facts) => {
    const place = { host: CURRENT_HOST, address: ADDRESS };
    daemon = await startHaproxy(place, { servers: ['127.77.0.19'], ...login });
    const at = { host: ADDRESS, port: PORT };
    const observation = await observeService('haproxy', at, {}, { timeoutMs: SLOW_MACHINE_MS });
    expect(observation).toMatchObject({ outcome: 'answered', facts });
    expect(verdictLine(observation)).toBe(line);
  });
});
