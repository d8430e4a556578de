/** The laboratory's own instruments: what they show must be there, or their silence would prove nothing. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { HOSTS } from '../../lab/addresses.ts';
import { FTP_USER } from '../../lab/daemons/vsftpd.ts';
import { type Lab, startLab } from '../../lab/lab.ts';
import { must, runOn } from '../../lab/namespace.ts';
import { nmapStates } from '../../lab/nmap.ts';
import { LAB_PROGRAMS } from '../../lab/programs.ts';
import { everythingRight } from '../../lab/scenarios/everything-right.ts';
import { describeIf, needs } from '../../support/needs.ts';

const QUIET = { env: { ...process.env, MIBS: '' } };

describeIf(needs.all(needs.root(), ...LAB_PROGRAMS.map(needs.tool)), 'the laboratory', () => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await startLab(everythingRight, ['web', 'device-web', 'device-raw', 'traps', 'ftp', 'dns']);
  });
  afterAll(async () => {
    await lab?.close();
  });

  it('records every byte that a RAW port is sent, from each sender', async () => {
    const rawPort = lab.rawPorts.get('mfu-201');
    const everyByte = Buffer.from(Array.from({ length: 256 }, (_, value) => value));
    const send = (hex: string) =>
      must(lab.placeOf('server'), 'bash', [
        '-c',
        `exec 3<>/dev/tcp/${HOSTS['mfu-201'].address}/9100; printf %b "$(printf %s ${hex} | sed 's/../\\\\x&/g')" >&3`,
      ]);
    await send(everyByte.toString('hex'));
    await expect.poll(() => rawPort?.bytes()).toEqual(everyByte);
    await send(Buffer.from('@PJL INFO ID').toString('hex'));
    await expect.poll(async () => (await rawPort?.bytes())?.subarray(256).toString()).toBe('@PJL INFO ID');
    expect(await rawPort?.connections()).toBe(2);
    expect(await lab.rawPorts.get('mfu-202')?.bytes()).toEqual(Buffer.alloc(0));
  });

  it('takes down traps of both versions and an inform, with source and community', async () => {
    const from = lab.placeOf('device');
    const target = `udp:${HOSTS.app1.address}:162`;
    const coldStart = '1.3.6.1.6.3.1.1.5.1';
    const first = ['-v', '1', '-c', 'public', target, '1.3.6.1.4.1.99999', '', '0', '0', ''];
    await runOn(from, 'snmptrap', first, QUIET);
    await runOn(from, 'snmptrap', ['-v', '2c', '-c', 'public', target, '', coldStart], QUIET);
    const inform = ['-v', '2c', '-c', 'public', target, '', coldStart];
    expect((await runOn(from, 'snmpinform', inform, QUIET)).exitCode).toBe(0);
    const traps = () => lab.trapReceivers.get('app1')?.traps() ?? Promise.resolve([]);
    await expect.poll(async () => (await traps()).length).toBe(3);
    for (const trap of await traps()) {
      expect(trap).toContain(HOSTS.device.address);
      expect(trap).toContain('public');
    }
  });

  it('does not acknowledge an inform of another community', async () => {
    const target = `udp:${HOSTS.app1.address}:162`;
    const inform = ['-v', '2c', '-c', 'wrong', '-t', '1', '-r', '0', target, '', '1.3.6.1.6.3.1.1.5.1'];
    expect((await runOn(lab.placeOf('device'), 'snmpinform', inform, QUIET)).exitCode).not.toBe(0);
  });

  it('shows the file that somebody left on the FTP server', async () => {
    const url = `ftp://${HOSTS.app1.address}/left-behind.txt`;
    const login = `${FTP_USER}:${lab.passwords.ftp}`;
    await runOn(lab.placeOf('device'), 'curl', ['-s', '-u', login, '-T', '-', url], { input: 'a scan\n' });
    expect(await lab.ftpServers.get('app1')?.files()).toEqual(['left-behind.txt']);
  });

  it('drops whatever no row of the table allows, in every direction', async () => {
    const scan = async (viewpoint: 'workstation' | 'device' | 'server', address: string, ports: number[]) =>
      nmapStates(lab.placeOf(viewpoint), address, ports);
    const [fromWorkstation, fromDevice, fromServer, toDevices] = await Promise.all([
      scan('workstation', HOSTS.app1.address, [80, 8090, 21]),
      scan('device', HOSTS.app1.address, [80, 8010, 30_200]),
      scan('server', HOSTS['mfu-201'].address, [80, 22, 8080]),
      scan('workstation', HOSTS['mfu-201'].address, [80, 9100]),
    ]);
    expect(fromWorkstation).toEqual({ 80: 'open', 8090: 'filtered', 21: 'filtered' });
    expect(fromDevice).toEqual({ 80: 'filtered', 8010: 'open', 30200: 'filtered' });
    expect(fromServer).toEqual({ 80: 'open', 22: 'filtered', 8080: 'filtered' });
    expect(toDevices).toEqual({ 80: 'filtered', 9100: 'filtered' });
  });

  it('lets hosts of one network reach each other without the firewall', async () => {
    const states = await nmapStates(lab.network.host('device'), HOSTS['mfu-201'].address, [80, 81]);
    expect(states).toEqual({ 80: 'open', 81: 'closed' });
  });

  it('runs only the services that a test asks for', async () => {
    const states = await nmapStates(lab.placeOf('server'), HOSTS.external.address, [53, 5432]);
    expect(states).toEqual({ 53: 'open', 5432: 'closed' });
  });
});
