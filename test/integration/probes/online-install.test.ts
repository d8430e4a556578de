/** The online-install probe against stand-ins of the vendor's site and of proxies, all on loopback. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Observation } from '../../../src/contract/facts.ts';
import type { WebProxy } from '../../../src/contract/facts-online-install.ts';
import { PROBES } from '../../../src/probes/registry.ts';
import { createRunner, type RunnerOptions } from '../../../src/probes/runner.ts';
import { hangUp, mute, PAGE, replyWith, reset, TLS_ALERT } from '../../servers/behaviours.ts';
import { type ConnectProxyOptions, startConnectProxy } from '../../servers/connect-proxy.ts';
import { type Behaviour, closedPort, type Peer, startPeer, startTlsPeer } from '../../servers/peer.ts';
import { SERVICE_TIMEOUT_MS, verdictLine } from '../../servers/service-observe.ts';

const SITE = 'download.example';
const CERTIFICATE = { commonName: SITE, dnsNames: [SITE] };
const closing: (() => Promise<void>)[] = [];

afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

function kept<T extends { readonly close: () => Promise<void> }>(peer: T): T {
  closing.push(peer.close);
  return peer;
}

const startSite = async () => kept(await startTlsPeer(replyWith(PAGE), CERTIFICATE));
const started = async (behave: Behaviour) => kept(await startPeer(behave));
const startProxy = async (options: ConnectProxyOptions) => kept(await startConnectProxy(options));

function by({ host, port }: { readonly host: string; readonly port: number }, login = ''): WebProxy {
  return { scheme: 'http', host, port, login };
}

/** The name of the site leads to loopback; behind a proxy, asking for it at all would be a mistake. */
function look(
  port: number,
  proxy: WebProxy | null,
  options: Partial<RunnerOptions> = {},
): Promise<Observation> {
  const settings = {
    timeoutMs: SERVICE_TIMEOUT_MS,
    attempts: 1,
    localAddress: null,
    signal: new AbortController().signal,
    ...options,
  };
  const resolve = async (host: string) => {
    if (proxy !== null && host === SITE) throw new Error('the proxy resolves this name');
    return [{ address: '127.0.0.1', family: 4 } as const];
  };
  const runner = createRunner(settings, PROBES, resolve);
  return runner.observe('online-install', { host: SITE, port, transport: 'tcp' }, { proxy });
}

describe('online-install probe without a proxy', () => {
  it('tells the reply and who issued the certificate', async () => {
    const { port } = await startSite();
    const observation = await look(port, null);
    expect(observation).toMatchObject({
      outcome: 'answered',
      facts: {
        address: '127.0.0.1',
        proxy: null,
        spoke: 'tls',
        tls: { issuer: `CN=${SITE}`, nameMatches: true, verificationError: 'DEPTH_ZERO_SELF_SIGNED_CERT' },
        reply: { status: 200 },
      },
    });
    expect(verdictLine(observation)).toBe('open confirmed warn download-inspected');
    expect(verdictLine(observation, 'before-install')).toBe('open confirmed warn download-inspected');
  });

  it('does not take a host with another name for the site', async () => {
    const { port } = kept(await startTlsPeer(replyWith(PAGE), { commonName: 'login.example' }));
    expect(verdictLine(await look(port, null))).toBe('open mismatch fail download-other-name');
  });

  it('says at any stage that nobody listens, that the site is mute or that it is plain', async () => {
    const refused = await look(await closedPort(), null);
    expect(verdictLine(refused, 'before-install')).toBe('closed not-checked fail refused');
    const silent = await look((await started(mute)).port, null);
    expect(verdictLine(silent, 'before-install')).toBe('open silent fail silent-service');
    const plain = await look((await started(replyWith(PAGE))).port, null);
    expect(verdictLine(plain, 'before-install')).toBe('open mismatch fail plain-http-on-tls-port');
  });
});

describe('online-install probe through a proxy', () => {
  it('reaches the site, and leaves its name to the proxy', async () => {
    const site = await startSite();
    const proxy = await startProxy({ leadsTo: site });
    const observation = await look(443, by(proxy));
    expect(proxy.asked).toEqual([`CONNECT ${SITE}:443`]);
    expect(observation).toMatchObject({
      outcome: 'answered',
      facts: {
        proxy: { endpoint: `127.0.0.1:${proxy.port}`, outcome: 'tunnel', status: 200 },
        spoke: 'tls',
        tls: { subject: `CN=${SITE}`, nameMatches: true },
        reply: { status: 200, title: 'Личный кабинет' },
        error: null,
      },
    });
    expect(verdictLine(observation)).toBe('open confirmed warn download-inspected');
    await Promise.all(site.connections.map(({ closed }) => closed));
  });

  it('logs in where the proxy asks for it, and shows the password nowhere', async () => {
    const site = await startSite();
    const proxy = await startProxy({ leadsTo: site, login: 'me:s3cret-word' });
    const observation = await look(443, by(proxy, 'me:s3cret-word'));
    expect(observation).toMatchObject({ facts: { proxy: { outcome: 'tunnel' }, reply: { status: 200 } } });
    expect(JSON.stringify(observation)).not.toContain('s3cret-word');
    expect(JSON.stringify(observation)).not.toContain(Buffer.from('me:s3cret-word').toString('base64'));
  });

  it.each<[string, ConnectProxyOptions, string, string]>([
    ['asks for a login', { leadsTo: 200, login: 'a:b' }, '', 'unreachable denied fail proxy-login-required'],
    [
      'refuses the login',
      { leadsTo: 200, login: 'a:b' },
      'a:c',
      'unreachable denied fail proxy-login-refused',
    ],
    ['forbids the site', { leadsTo: 403 }, '', 'unreachable not-checked fail proxy-refused'],
    ['does not reach the site', { leadsTo: 502 }, '', 'unreachable not-checked fail proxy-refused'],
  ])('says at any stage that the proxy %s', async (_what, options, login, line) => {
    const proxy = await startProxy(options);
    const observation = await look(443, by(proxy, login));
    expect(verdictLine(observation)).toBe(line);
    expect(verdictLine(observation, 'before-install')).toBe(line);
  });

  it.each<[string, Behaviour, string]>([
    ['is mute', mute, 'unreachable not-checked fail proxy-no-answer'],
    ['hangs up', hangUp, 'unreachable not-checked fail proxy-no-answer'],
    ['resets', reset, 'unreachable not-checked fail proxy-no-answer'],
    ['is no proxy', replyWith('SSH-2.0-x\r\n'), 'unreachable not-checked fail proxy-not-http'],
    [
      'sends a head without end',
      replyWith(`HTTP/1.1 200 OK\r\n${'a: b\r\n'.repeat(10_000)}`),
      'unreachable not-checked fail proxy-no-answer',
    ],
    [
      'cuts the tunnel',
      replyWith('HTTP/1.1 200 OK\r\n\r\n'),
      'unreachable not-checked fail proxy-tunnel-broken',
    ],
    [
      'sends rubbish through the tunnel',
      replyWith(Buffer.concat([Buffer.from('HTTP/1.1 200 OK\r\n\r\n'), TLS_ALERT])),
      'unreachable not-checked fail proxy-tunnel-broken',
    ],
  ])('is not late, not fooled and leaves nothing when the proxy %s', async (_what, behave, line) => {
    const peer: Peer = await started(behave);
    const observation = await look(443, by(peer));
    expect(observation).toMatchObject({ outcome: 'answered' });
    expect(verdictLine(observation)).toBe(line);
    expect(observation.durationMs / (2 * SERVICE_TIMEOUT_MS)).toBeLessThan(1.2);
    await Promise.all(peer.connections.map(({ closed }) => closed));
  });

  it('says that nobody listens at the address of the proxy', async () => {
    const observation = await look(443, by({ host: '127.0.0.1', port: await closedPort() }));
    expect(observation).toMatchObject({ facts: { proxy: { outcome: 'no-answer' }, error: 'ECONNREFUSED' } });
    expect(verdictLine(observation)).toBe('unreachable not-checked fail proxy-no-answer');
  });

  it('says that it cannot speak to a proxy of another kind, and does not knock on it', async () => {
    const peer = await started(mute);
    const observation = await look(443, { ...by(peer), scheme: 'socks5' });
    expect(verdictLine(observation)).toBe('null not-checked error proxy-unsupported');
    expect(peer.connections).toEqual([]);
  });

  it('ends at once when it is cancelled', async () => {
    const peer = await started(mute);
    const controller = new AbortController();
    const observing = look(443, by(peer), { signal: controller.signal, timeoutMs: 30_000 });
    await peer.accepted(1);
    controller.abort();
    expect(await observing).toMatchObject({ outcome: 'cancelled' });
    await Promise.all(peer.connections.map(({ closed }) => closed));
  });
});
