/** `sitecheck standin --as server` against net-snmp's senders: what it prints, writes and ends with. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TrapReport, trapReportSchema } from '../../../src/contract/traps.ts';
import { CURRENT_HOST, runOn } from '../../lab/namespace.ts';
import { closedUdpPort, startUdpPeer } from '../../servers/udp-peer.ts';
import { describeIf, needs } from '../../support/needs.ts';
import { makeFolder, startSitecheck } from '../../unit/cli/console.ts';
import { makeSite } from '../../unit/plan/sites.ts';

const LINK_UP = '1.3.6.1.6.3.1.1.5.4';
let folder: Awaited<ReturnType<typeof makeFolder>>;

beforeAll(async () => {
  folder = await makeFolder();
});
afterAll(() => folder.remove());

/** A profile of two devices on loopback, whose traps come to a port that anybody may have. */
async function siteOn(port: number, hosts: readonly string[] = ['127.0.0.1', '127.0.0.2']): Promise<string> {
  const devices = hosts.map((host, index) => ({ id: `mfu-${index + 1}`, name: `МФУ ${index + 1}`, host }));
  const site = { ...makeSite(), devices, portOverrides: { 'snmp-trap': port } };
  return folder.write(`${port}.site.json`, JSON.stringify(site));
}

function trap(port: number, from: string, community = 'public') {
  return runOn(
    CURRENT_HOST,
    'snmptrap',
    ['-v', '2c', '-c', community, `--clientaddr=${from}`, `127.0.0.1:${port}`, '', LINK_UP],
    { env: { ...process.env, MIBS: '', SNMPCONFPATH: '/nowhere' }, timeoutMs: 10_000 },
  );
}

describeIf(
  needs.all(needs.platform('linux'), needs.tool('snmptrap')),
  'sitecheck standin --as server',
  () => {
    it('ends with 0 when every device has sent a trap, each on its own line', async () => {
      const port = await closedUdpPort();
      const command = startSitecheck(['standin', await siteOn(port), '--as', 'server', '--seconds', '4']);
      await command.sees('err', 'Слушаю');
      await trap(port, '127.0.0.1');
      await trap(port, '127.0.0.2');
      const { code, out } = await command.ended;
      expect(out).toMatch(/127\.0\.0\.1 {2}МФУ 1 {2}v2c ловушка {2}сообщество принято {2}linkUp/);
      expect(out).toMatch(/МФУ 2 +127\.0\.0\.2 +пришли: 1/);
      expect(code).toBe(0);
    });

    it('ends with 1 and names the silent one and the one with another community', async () => {
      const port = await closedUdpPort();
      const site = await siteOn(port, ['127.0.0.1', '127.0.0.2', '127.0.0.3']);
      const command = startSitecheck([
        ...['standin', site, '--as', 'server', '--seconds', '3', '--address', '127.0.0.1', '--json', '-'],
      ]);
      await command.sees('err', 'Слушаю');
      await trap(port, '127.0.0.1');
      await trap(port, '127.0.0.2', 'top-secret');
      const { code, out, err } = await command.ended;
      expect(code).toBe(1);
      const report: TrapReport = trapReportSchema.parse(JSON.parse(out));
      expect(report).toMatchObject({
        interrupted: false,
        listened: { addresses: ['127.0.0.1'], port },
        received: 2,
        devices: [
          { id: 'mfu-1', accepted: 1, refused: 0 },
          { id: 'mfu-2', accepted: 0, refused: 1 },
          { id: 'mfu-3', accepted: 0, refused: 0 },
        ],
      });
      expect(err).toContain('сообщество другое');
      expect(out + err).not.toContain('top-secret');
    });

    it('writes what it heard when it is interrupted, and ends with 130', async () => {
      const port = await closedUdpPort();
      const file = join(folder.path, 'traps.json');
      const command = startSitecheck([...['standin', await siteOn(port), '--as', 'server', '--json', file]]);
      await command.sees('err', 'Слушаю');
      await trap(port, '127.0.0.1');
      await command.sees('out', 'linkUp');
      command.interrupt();
      const { code, out } = await command.ended;
      expect(code).toBe(130);
      expect(out).toMatch(/МФУ 2 +127\.0\.0\.2 +ни одной/);
      expect(trapReportSchema.parse(JSON.parse(await readFile(file, 'utf8')))).toMatchObject({
        interrupted: true,
        received: 1,
      });
    });

    it('ends with 3, the program that holds the port and a remedy when the port is taken', async () => {
      const holder = await startUdpPeer(() => {});
      const command = startSitecheck(['standin', await siteOn(holder.port), '--as', 'server']);
      const { code, err } = await command.ended;
      await holder.close();
      expect(code).toBe(3);
      expect(err).toContain(`Порт ${holder.port}/udp занят: `);
      expect(err).toContain(`(PID ${process.pid})`);
      expect(err).toContain('Что сделать: ');
    });
  },
);

describeIf(needs.all(needs.root(), needs.tool('setpriv')), 'sitecheck standin without privilege', () => {
  it('ends with 3 and tells how to get the port', async () => {
    const cli = join(import.meta.dirname, '../../../out/cli/sitecheck.mjs');
    const site = await siteOn(99);
    const { exitCode, stderr } = await runOn(CURRENT_HOST, 'unshare', [
      ...['--net', 'setpriv', '--bounding-set=-net_bind_service', '--inh-caps=-net_bind_service'],
      ...[process.execPath, cli, 'standin', site, '--as', 'server'],
    ]);
    expect(exitCode).toBe(3);
    expect(stderr).toContain('порты ниже 1024 доступны только администратору');
    expect(stderr).toContain('ip_unprivileged_port_start=99');
  });
});
