/** `sitecheck standin --as server` on a server behind the firewall, hearing devices that send with net-snmp's own tools. */
import { once } from 'node:events';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TrapReport, trapReportSchema } from '../../../src/contract/traps.ts';
import { HOSTS, type HostName } from '../../lab/addresses.ts';
import { firewallRuleset, type Rule, VENDOR_RULES } from '../../lab/firewall.ts';
import { type Lab, startLab } from '../../lab/lab.ts';
import { makeFolder } from '../../lab/maker.ts';
import { runOn, spawnOn } from '../../lab/namespace.ts';
import { everythingRight } from '../../lab/scenarios/everything-right.ts';
import { describeIf, needs } from '../../support/needs.ts';

const CLI = join(import.meta.dirname, '../../../out/cli/sitecheck.mjs');
const SERVER = HOSTS.app1.address;
const PRINTER_ALERT = '1.3.6.1.2.1.43.18.2';
const FILTERED: Rule = {
  from: 'mfu-202',
  to: 'server',
  transport: 'udp',
  ports: [162],
  action: 'drop',
};

const need = needs.all(needs.root(), ...['nft', 'snmptrap', 'snmpinform'].map(needs.tool));
describeIf(need, 'listening for traps at a server of the laboratory', () => {
  let lab: Lab;
  let folder: string;
  let site: string;

  beforeAll(async () => {
    lab = await startLab(everythingRight, []);
    folder = await makeFolder('traps');
    site = join(folder, 'lab.site.json');
    await writeFile(site, JSON.stringify(lab.site));
  });
  afterAll(async () => {
    await lab?.close();
    if (folder !== undefined) await rm(folder, { recursive: true });
  });

  /** Listens at the server for so many seconds, while `act` goes on. */
  async function listen(act: () => Promise<void>, seconds: number) {
    const child = spawnOn(lab.placeOf('server'), process.execPath, [
      ...[
        CLI,
        'standin',
        site,
        '--as',
        'server',
        '--seconds',
        String(seconds),
        '--json',
        '-',
        '--lang',
        'en',
      ],
    ]);
    let out = '';
    let err = '';
    child.stdout?.on('data', (chunk) => {
      out += chunk;
    });
    const listening = new Promise<void>((resolve) => {
      child.stderr?.on('data', (chunk) => {
        err += chunk;
        if (err.includes('Listening for SNMP traps')) resolve();
      });
    });
    const ended = once(child, 'close');
    await Promise.race([listening, ended]);
    await act();
    const [exitCode] = await ended;
    const report: TrapReport = trapReportSchema.parse(JSON.parse(out));
    return { report, exitCode };
  }

  function send(from: HostName, program: 'snmptrap' | 'snmpinform', argumentList: readonly string[]) {
    return runOn(lab.network.host(from), program, ['-t', '1', '-r', '0', ...argumentList], {
      env: { ...process.env, MIBS: '', SNMPCONFPATH: '/nowhere' },
      timeoutMs: 10_000,
    });
  }

  const v1Trap = [...['-v', '1', '-c', 'public', SERVER, PRINTER_ALERT], '10.77.20.21', '6', '1', ''];
  const v2cInform = ['-v', '2c', '-c', 'public', SERVER, '', '1.3.6.1.6.3.1.1.5.4'];

  it('hears every device and a laptop among them when the firewall lets traps through', async () => {
    const { report, exitCode } = await listen(async () => {
      await send('mfu-201', 'snmptrap', v1Trap);
      expect((await send('mfu-202', 'snmpinform', v2cInform)).exitCode).toBe(0);
      await send('device', 'snmptrap', v1Trap);
    }, 5);
    expect(exitCode).toBe(0);
    expect(report.listened).toEqual({ addresses: ['0.0.0.0'], port: 162 });
    expect(report.traps).toMatchObject([
      { address: HOSTS['mfu-201'].address, device: 'mfu-201', version: 'v1', trapId: `${PRINTER_ALERT}.0.1` },
      { address: HOSTS['mfu-202'].address, device: 'mfu-202', version: 'v2c', kind: 'inform' },
      { address: HOSTS.device.address, device: null, communityAccepted: true },
    ]);
  });

  it('does not hear the device whose traps the firewall drops, and fails for it alone', async () => {
    await lab.network.setFirewall(firewallRuleset([FILTERED, ...VENDOR_RULES]));
    const { report, exitCode } = await listen(async () => {
      await send('mfu-201', 'snmptrap', v1Trap);
      expect((await send('mfu-202', 'snmpinform', v2cInform)).exitCode).toBe(1);
    }, 5);
    expect(exitCode).toBe(1);
    expect(report.devices.map(({ id, accepted }) => [id, accepted])).toEqual([
      ['mfu-201', 1],
      ['mfu-202', 0],
    ]);
  });
});
