/** Both FTP probes against a real vsftpd behind a real firewall, one fault at a time. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { countStates, sweepRange } from '../../../src/probes/ftp-ports.ts';
import type { Probe } from '../../../src/probes/probe.ts';
import { PROBES } from '../../../src/probes/registry.ts';
import { createRunner } from '../../../src/probes/runner.ts';
import { FTP_USER, startVsftpd, type Vsftpd, type VsftpdOptions } from '../../lab/daemons/vsftpd.ts';
import { removeLeftovers } from '../../lab/leftovers.ts';
import {
  addRoute,
  CURRENT_HOST,
  connectHosts,
  createHost,
  type Host,
  loadFirewall,
  must,
  removeHost,
} from '../../lab/namespace.ts';
import {
  activeFacts,
  type FtpPlace,
  observeFtp,
  PASSIVE_RANGE,
  passiveFacts,
  verdictOf,
} from '../../servers/ftp-observe.ts';
import { describeIf, needs } from '../../support/needs.ts';

// Networks of its own: the laboratory has 10.77, and may be up at the same time.
const DEVICE = '10.79.20.2';
const SERVER = '10.79.30.10';
const PASSWORD = 'r1ght-password';
const TIMEOUT_MS = 400;
const EVERYTHING = { passivePorts: { from: 30_000, to: 30_199 }, activePort: 20, password: PASSWORD };

describeIf(needs.all(needs.root(), needs.tool('vsftpd'), needs.tool('nft')), 'FTP with a real vsftpd', () => {
  let firewall: Host;
  let server: Host;
  let vsftpd: Vsftpd | null = null;
  const at: FtpPlace = {
    host: SERVER,
    port: 21,
    user: FTP_USER,
    password: PASSWORD,
    timeoutMs: TIMEOUT_MS,
    localAddress: DEVICE,
  };

  beforeAll(async () => {
    await removeLeftovers();
    firewall = await createHost('firewall');
    server = await createHost('server');
    await connectHosts(CURRENT_HOST, `${DEVICE}/24`, firewall, '10.79.20.1/24');
    await connectHosts(server, `${SERVER}/24`, firewall, '10.79.30.1/24');
    await must(firewall, 'sysctl', ['-qw', 'net.ipv4.ip_forward=1']);
    await addRoute(CURRENT_HOST, '10.79.30.0/24', '10.79.20.1');
    await addRoute(server, '10.79.20.0/24', '10.79.30.1');
  });
  afterEach(async () => {
    const left = await vsftpd?.files();
    await vsftpd?.close();
    vsftpd = null;
    await setRules([]);
    expect(left ?? []).toEqual([]);
  });
  afterAll(async () => {
    for (const host of [firewall, server]) if (host !== undefined) await removeHost(host);
  });

  async function setRules(rules: readonly string[]): Promise<void> {
    await loadFirewall(
      firewall,
      `table inet site {
  chain forward {
    type filter hook forward priority 0; policy accept;
    ct state established,related accept
${rules.map((rule) => `    ${rule}`).join('\n')}
  }
}`,
    );
  }

  async function serve(changes: Partial<VsftpdOptions> = {}): Promise<void> {
    vsftpd = await startVsftpd({ host: server, address: SERVER }, { ...EVERYTHING, ...changes });
  }

  describe('ftp-passive', () => {
    it('passes, compares the file and finds 200 free ports, when everything is right', async () => {
      await serve();
      const observation = await observeFtp('ftp-passive', at);
      const facts = passiveFacts(observation);
      expect(
        facts.modes.map(({ step, inRange, addressDiffers }) => [step.reply?.code, inRange, addressDiffers]),
      ).toEqual([
        [227, true, false],
        [229, true, false],
      ]);
      expect(facts.transfer).toMatchObject({ stored: true, size: 8192, sameBytes: true, removed: true });
      expect(facts.transfer?.steps.map(({ command, reply }) => [command, reply?.code])).toEqual([
        ['STOR', 226],
        ['SIZE', 213],
        ['RETR', 226],
        ['DELE', 250],
      ]);
      expect(facts.counts).toEqual({ open: 0, closed: 200, filtered: 0, unreachable: 0 });
      expect(facts.control?.features).toContain('EPSV');
      expect(verdictOf(observation, at)).toBe('open confirmed pass ftp-passive-works');
    });

    it('names the blocked part, whatever port the server has picked, when half of the range is dropped', async () => {
      await serve();
      await setRules(['ip saddr 10.79.20.0/24 tcp dport 30050-30199 drop']);
      const observation = await observeFtp('ftp-passive', at);
      expect(passiveFacts(observation).blocks).toEqual([
        { from: 30_000, to: 30_049, state: 'closed' },
        { from: 30_050, to: 30_199, state: 'filtered' },
      ]);
      expect(verdictOf(observation, at)).toBe('open confirmed fail ftp-range-partly-filtered');
    });

    it('says that the login works and the range does not, when only 21 is open', async () => {
      await serve();
      await setRules(['ip saddr 10.79.20.0/24 tcp dport != 21 drop']);
      const observation = await observeFtp('ftp-passive', at);
      expect(passiveFacts(observation).login.outcome).toBe('accepted');
      expect(verdictOf(observation, at)).toBe('open confirmed fail ftp-range-filtered');
      expect(verdictOf(observation, at, 'before-install')).toBe('open confirmed fail ftp-range-filtered');
    });

    it('takes a rejected range for filtered too, though only some reports come back', async () => {
      await serve();
      await setRules(['ip saddr 10.79.20.0/24 tcp dport 30000-30199 reject with icmp admin-prohibited']);
      const observation = await observeFtp('ftp-passive', at);
      const { counts, ports } = passiveFacts(observation);
      expect(counts.filtered).toBe(200);
      expect(new Set(ports.map(({ errno }) => errno)).has('EHOSTUNREACH')).toBe(true);
    });

    it('sweeps 200 dropped ports within 1.3 times attempts and budget', async () => {
      await setRules(['ip saddr 10.79.20.0/24 tcp dport 30000-30199 drop']);
      const budgetMs = 1000;
      let filtered = 0;
      let tookMs = 0;
      const sweepAlone: Probe<'tcp'> = {
        talkMs: () => 10 * budgetMs,
        run: async (_target, _options, context) => {
          context.enter('connect');
          context.enter('transfer');
          const startMs = performance.now();
          filtered = countStates(await sweepRange(SERVER, PASSIVE_RANGE, budgetMs, context)).filtered;
          tookMs = performance.now() - startMs;
          return { address: SERVER, localAddress: DEVICE };
        },
      };
      const { signal } = new AbortController();
      const settings = { timeoutMs: budgetMs, attempts: 2, localAddress: DEVICE, signal };
      const runner = createRunner(settings, { ...PROBES, tcp: sweepAlone });
      await runner.observe('tcp', { host: SERVER, port: 21, transport: 'tcp' }, {});
      expect(filtered).toBe(200);
      expect(tookMs / (2 * budgetMs)).toBeLessThan(1.3);
    });

    it('tells that the announced address is not the one connected to, and not reachable', async () => {
      await serve({ settings: ['pasv_address=10.79.99.9'] });
      await setRules(['ip daddr 10.79.99.0/24 drop']);
      const observation = await observeFtp('ftp-passive', at);
      const [pasv, epsv] = passiveFacts(observation).modes;
      expect(pasv?.announced?.address).toBe('10.79.99.9');
      expect(pasv?.tries.map(({ address, state }) => [address, state])).toEqual([
        ['10.79.99.9', expect.stringMatching(/filtered|unreachable/)],
        [SERVER, 'open'],
      ]);
      expect(epsv?.tries.map(({ address, state }) => [address, state])).toEqual([[SERVER, 'open']]);
      expect(passiveFacts(observation).transfer?.sameBytes).toBe(true);
      expect(verdictOf(observation, at)).toBe('open confirmed fail ftp-pasv-address-unreachable');
    });

    it('warns, when the server uses ports outside the promised range that happen to be free', async () => {
      await serve({ passivePorts: { from: 40_000, to: 40_010 } });
      const observation = await observeFtp('ftp-passive', at);
      expect(passiveFacts(observation).transfer?.removed).toBe(true);
      expect(verdictOf(observation, at)).toBe('open confirmed warn ftp-port-outside-range');
    });

    it('says that the login was refused, and still sweeps the range, when the password is wrong', async () => {
      await serve();
      const observation = await observeFtp('ftp-passive', { ...at, password: 'wr0ng-password' });
      const { login, counts } = passiveFacts(observation);
      expect([login.outcome, login.step?.reply?.code, counts.closed]).toEqual(['refused', 530, 200]);
      expect(JSON.stringify(observation)).not.toContain('wr0ng-password');
      expect(verdictOf(observation, at)).toBe('open denied fail ftp-login-refused');
    });

    it('says that nothing may be written, and leaves nothing, when writing is off', async () => {
      await serve({ settings: ['write_enable=NO'] });
      const observation = await observeFtp('ftp-passive', at);
      expect(passiveFacts(observation).transfer?.steps.map(({ command }) => command)).toEqual(['STOR']);
      expect(verdictOf(observation, at)).toBe('open confirmed fail ftp-no-write-permission');
    });

    it('passes where PASV is off only with a remark, because EPSV does it', async () => {
      await serve({ settings: ['cmds_denied=PASV'] });
      const observation = await observeFtp('ftp-passive', at);
      expect(passiveFacts(observation).transfer?.sameBytes).toBe(true);
      expect(verdictOf(observation, at)).toBe('open confirmed warn ftp-pasv-refused');
    });

    it('looks at the range before installation, when nobody listens on 21 yet', async () => {
      const free = await observeFtp('ftp-passive', at);
      expect(verdictOf(free, at, 'before-install')).toBe('closed not-checked warn refused-before-install');
      expect(verdictOf(free, at)).toBe('closed not-checked fail refused');
      await setRules(['ip saddr 10.79.20.0/24 tcp dport 30100-30199 drop']);
      const half = await observeFtp('ftp-passive', at);
      expect(verdictOf(half, at, 'before-install')).toBe('closed not-checked fail ftp-range-partly-filtered');
    });
  });

  describe('ftp-active', () => {
    it('passes, when the server comes from port 20 for PORT and for EPRT', async () => {
      await serve();
      const observation = await observeFtp('ftp-active', at);
      const { modes, transfer } = activeFacts(observation);
      expect(
        modes.map(({ command, connection }) => [command, connection?.address, connection?.port]),
      ).toEqual([
        ['PORT', SERVER, 20],
        ['EPRT', SERVER, 20],
      ]);
      expect(modes.every(({ selfTestFailure }) => selfTestFailure === null)).toBe(true);
      expect(transfer).toMatchObject({ stored: true, size: 8192, sameBytes: true, removed: true });
      expect(verdictOf(observation, at)).toBe('open confirmed pass ftp-active-works');
    });

    it('says that nobody came, and leaves no empty file, when the connection back is dropped', async () => {
      await serve();
      await setRules(['ip saddr 10.79.30.0/24 tcp sport 20 drop']);
      const observation = await observeFtp('ftp-active', at);
      const { modes, transfer } = activeFacts(observation);
      expect(modes.map(({ step, connection, use }) => [step?.reply?.code, connection, use?.failure])).toEqual(
        [
          [200, null, 'timeout'],
          [200, null, 'timeout'],
        ],
      );
      expect(modes[0]?.waitedMs).toBeGreaterThan(1000);
      expect(transfer).toBeNull();
      expect(verdictOf(observation, at)).toBe('open confirmed fail ftp-callback-blocked');
    });

    it('repeats the words of the server, when the connection back is rejected', async () => {
      await serve();
      await setRules(['ip saddr 10.79.30.0/24 tcp sport 20 reject with tcp reset']);
      const observation = await observeFtp('ftp-active', at);
      expect(activeFacts(observation).modes.map(({ use }) => use?.reply?.code)).toEqual([425, 425]);
      expect(verdictOf(observation, at)).toBe('open confirmed fail ftp-callback-failed');
    });

    it('warns, when the server comes from another port than 20', async () => {
      await serve({ activePort: 2020 });
      const observation = await observeFtp('ftp-active', at);
      expect(activeFacts(observation).modes.map(({ connection }) => connection?.port)).toEqual([2020, 2020]);
      expect(verdictOf(observation, at)).toBe('open confirmed warn ftp-callback-other-port');
    });

    it('says that PORT was refused, when active mode is off', async () => {
      await serve({ settings: ['port_enable=NO'] });
      const observation = await observeFtp('ftp-active', at);
      expect(verdictOf(observation, at)).toBe('open confirmed fail ftp-port-refused');
    });

    it('says that nothing may be written, when writing is off', async () => {
      await serve({ settings: ['write_enable=NO'] });
      const observation = await observeFtp('ftp-active', at);
      expect(activeFacts(observation).modes[0]?.connection?.port).toBe(20);
      expect(verdictOf(observation, at)).toBe('open confirmed fail ftp-no-write-permission');
    });

    it('delivers where names may not be listed, as in a drop folder', async () => {
      await serve({ settings: ['dirlist_enable=NO'] });
      const observation = await observeFtp('ftp-active', at);
      expect(activeFacts(observation).modes[0]).toMatchObject({
        use: { reply: { code: 550 } },
        connection: { port: 20 },
      });
      expect(verdictOf(observation, at)).toBe('open confirmed pass ftp-active-works');
    });
  });
});
