/** The `clickhouse` probe against a real ClickHouse, on its HTTP port and on its native one. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Daemon } from '../../lab/daemon.ts';
import { startClickhouse } from '../../lab/daemons/clickhouse.ts';
import { CURRENT_HOST } from '../../lab/namespace.ts';
import { observeService, verdictLine } from '../../servers/service-observe.ts';
import { describeIf, needs } from '../../support/needs.ts';

const NEEDS = needs.all(needs.root(), needs.tool('clickhouse-server'));
const ADDRESS = '127.77.0.10';

describeIf(NEEDS, 'clickhouse probe and the real ClickHouse', () => {
  let daemon: Daemon;
  beforeAll(async () => {
    daemon = await startClickhouse({ host: CURRENT_HOST, address: ADDRESS });
  });
  afterAll(async () => {
    await daemon?.close();
  });

  it.each([
    [8123, 'http', 'open confirmed pass service-confirmed'],
    [9000, 'native', 'open confirmed warn clickhouse-native-port'],
  ])('knows port %i', async (port, spoke, line) => {
    const observation = await observeService(
      'clickhouse',
      { host: ADDRESS, port },
      { tls: false },
      { timeoutMs: 5000 },
    );
    expect(observation).toMatchObject({ outcome: 'answered', facts: { spoke } });
    expect(verdictLine(observation)).toBe(line);
  });
});
