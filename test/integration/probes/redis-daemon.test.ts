/** The Redis probes against real servers: a master, a replica, a Sentinel, and one that wants a password. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { factsOf } from '../../../src/contract/facts.ts';
import { type Daemon, together } from '../../lab/daemon.ts';
import { startRedis } from '../../lab/daemons/redis.ts';
import { type Lab, startLab } from '../../lab/lab.ts';
import { CURRENT_HOST } from '../../lab/namespace.ts';
import { runProduct } from '../../lab/product-run.ts';
import { everythingRightHa } from '../../lab/scenarios/everything-right-ha.ts';
import { observeService, verdictLine } from '../../servers/service-observe.ts';
import { describeIf, needs } from '../../support/needs.ts';

const NEEDS = needs.all(needs.root(), ...['nft', 'redis-server', 'redis-sentinel'].map(needs.tool));
const ADDRESS = '127.77.0.9';

describeIf(NEEDS, 'redis probes and the real Redis', () => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await startLab(everythingRightHa, ['redis', 'sentinel']);
  });
  afterAll(async () => {
    await lab?.close();
  });

  it('tells master, replica and what Sentinel watches', async () => {
    // The run stands on app1, which proves nothing by asking itself: what it says is seen indirectly.
    const { run } = await runProduct(lab, 'server', ['--only', 'redis,redis-sentinel', '--indirect']);
    const seen = run.checks
      .filter(({ proof }) => proof !== 'none')
      .map((check) => [
        check.to.id,
        check.verdict,
        factsOf(check, 'redis')?.role ?? factsOf(check, 'redis-sentinel')?.masters?.map(({ name }) => name),
      ]);
    expect(seen).toEqual([
      ['app1', 'pass', 'master'],
      ['app2', 'pass', 'slave'],
      ['app1', 'pass', ['printum']],
      ['app2', 'pass', ['printum']],
    ]);
  });
});

describeIf(NEEDS, 'redis probe and a real Redis with a password', () => {
  let daemon: Daemon;
  const password = 'for-this-run';
  beforeAll(async () => {
    daemon = together('redis', [await startRedis({ host: CURRENT_HOST, address: ADDRESS }, { password })]);
  });
  afterAll(async () => {
    await daemon?.close();
  });

  it.each([
    ['', 'open denied pass redis-login-required'],
    ['another', 'open denied warn redis-login-refused'],
    [password, 'open confirmed pass redis-plain'],
  ])('says what comes of the password %j', async (given, line) => {
    const observation = await observeService('redis', { host: ADDRESS, port: 6379 }, { password: given });
    expect(verdictLine(observation)).toBe(line);
  });
});
