/** Certificates and protocols as facts: nothing is refused, everything is told. */
import { afterEach, describe, expect, it } from 'vitest';
import { PROBES } from '../../../src/probes/registry.ts';
import { createRunner } from '../../../src/probes/runner.ts';
import { type CertificateOptions, makeCertificate } from '../../../src/standin/certificate.ts';
import { startHttpStandin, startHttpsStandin } from '../../../src/standin/page-standin.ts';
import { PAGE, replyWith } from '../../servers/behaviours.ts';
import { type Peer, startPeer, startTlsPeer } from '../../servers/peer.ts';
import { observe, TIMEOUT_MS } from './observe.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const inDays = (days: number) => new Date(Math.floor((Date.now() + days * DAY_MS) / 1000) * 1000);
const closing: (() => Promise<void>)[] = [];

afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

async function startedTls(certificate: CertificateOptions): Promise<Peer> {
  const peer = await startTlsPeer(replyWith(PAGE), certificate);
  closing.push(peer.close);
  return peer;
}

/** A runner for which every name leads to loopback: no name server takes part. */
function loopbackRunner() {
  const options = {
    timeoutMs: TIMEOUT_MS * 5,
    attempts: 1,
    localAddress: null,
    signal: new AbortController().signal,
  };
  return createRunner(options, PROBES, async () => [{ address: '127.0.0.1', family: 4 }]);
}

describe('https probe', () => {
  it('tells protocol, cipher, names, dates and the reply', async () => {
    const notBefore = inDays(-3);
    const notAfter = inDays(30);
    const peer = await startedTls({
      commonName: 'Демо',
      ipAddresses: ['127.0.0.1'],
      dnsNames: ['print.example'],
      notBefore,
      notAfter,
    });
    expect(await observe('https', peer)).toMatchObject({
      outcome: 'answered',
      facts: {
        spoke: 'tls',
        firstBytes: null,
        reply: { status: 200, server: 'test-peer/1.0', title: 'Личный кабинет' },
        tls: {
          protocol: 'TLSv1.3',
          cipher: expect.stringMatching(/^TLS_/),
          subject: 'CN=Демо',
          issuer: 'CN=Демо',
          subjectAltNames: ['DNS:print.example', 'IP Address:127.0.0.1'],
          validFrom: notBefore.toISOString(),
          validTo: notAfter.toISOString(),
          fingerprint256: expect.stringMatching(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/),
          selfSigned: true,
          nameMatches: true,
          verificationError: 'DEPTH_ZERO_SELF_SIGNED_CERT',
        },
      },
    });
  });

  it.each([
    ['expired', { notBefore: inDays(-20), notAfter: inDays(-10) }],
    ['not yet valid', { notBefore: inDays(10), notAfter: inDays(20) }],
  ])('tells the dates of a certificate that is %s', async (_what, dates) => {
    const peer = await startedTls({ commonName: 'x', ipAddresses: ['127.0.0.1'], ...dates });
    expect(await observe('https', peer)).toMatchObject({
      facts: {
        spoke: 'tls',
        reply: { status: 200 },
        tls: { validFrom: dates.notBefore.toISOString(), validTo: dates.notAfter.toISOString() },
      },
    });
  });

  it.each([
    ['an address in the certificate', '127.0.0.1', { ipAddresses: ['127.0.0.1'] }, true],
    ['another address', '127.0.0.1', { ipAddresses: ['10.0.0.1'] }, false],
    ['an address where the certificate has names only', '127.0.0.1', { dnsNames: ['print.example'] }, false],
    ['a name in the certificate', 'print.example', { dnsNames: ['print.example'] }, true],
    ['a name under a wildcard', 'print.example', { dnsNames: ['*.example'] }, false],
    ['a subdomain under a wildcard', 'a.print.example', { dnsNames: ['*.print.example'] }, true],
    ['another name', 'print.example', { dnsNames: ['other.example'] }, false],
  ])('compares the host of the profile with the certificate: %s', async (_what, host, names, nameMatches) => {
    const peer = await startedTls({ commonName: 'x', ...names });
    const observation = await observe('https', { host, port: peer.port }, loopbackRunner());
    expect(observation).toMatchObject({ facts: { tls: { nameMatches } } });
  });

  it('talks to an old device that knows TLS 1.0 only', async () => {
    const old = { minVersion: 'TLSv1', maxVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' } as const;
    const peer = await startTlsPeer(replyWith(PAGE), { commonName: 'old' }, old);
    closing.push(peer.close);
    expect(await observe('https', peer)).toMatchObject({
      facts: { spoke: 'tls', tls: { protocol: 'TLSv1' }, reply: { status: 200 } },
    });
  });

  it('sends SNI for a name and none for an address', async () => {
    const peer = await startedTls({ commonName: 'x' });
    const named = await observe('https', { host: 'print.example', port: peer.port }, loopbackRunner());
    const addressed = await observe('https', peer);
    expect(named.trace).toContain('TLS handshake, SNI print.example');
    expect(addressed.trace).toContain('TLS handshake without SNI');
  });

  it('tells plain HTTP on its port, with the reply', async () => {
    const standin = await startHttpStandin({ host: '127.0.0.1', port: 0, title: 'Мониторинг' });
    closing.push(standin.close);
    expect(await observe('https', { host: '127.0.0.1', port: standin.port })).toMatchObject({
      outcome: 'answered',
      facts: { spoke: 'plain-http', tls: null, reply: { status: 200, title: 'Мониторинг' } },
    });
  });

  it('tells plain HTTP also where the server waits in silence for a line', async () => {
    const peer = await startPeer((socket) => {
      socket.on('data', (bytes) => {
        if (bytes.includes('GET ')) socket.end(PAGE);
      });
    });
    closing.push(peer.close);
    const observation = await observe('https', peer);
    expect(observation).toMatchObject({ facts: { spoke: 'plain-http', reply: { status: 200 } } });
    expect(observation.durationMs / TIMEOUT_MS).toBeLessThan(1);
  });
});

describe('http probe', () => {
  it('tells TLS on its port when the server cuts plain text', async () => {
    const certificate = await makeCertificate({ commonName: 'x' });
    const standin = await startHttpsStandin({ host: '127.0.0.1', port: 0, title: 'x', certificate });
    closing.push(standin.close);
    expect(await observe('http', { host: '127.0.0.1', port: standin.port })).toMatchObject({
      outcome: 'answered',
      facts: { spoke: 'tls', reply: null },
    });
  });

  it('keeps a 400 that is a 400', async () => {
    const peer = await startPeer(replyWith('HTTP/1.1 400 Bad Request\r\n\r\n'));
    closing.push(peer.close);
    expect(await observe('http', peer)).toMatchObject({ facts: { spoke: 'http', reply: { status: 400 } } });
  });

  it('records a redirect and does not follow it', async () => {
    const peer = await startPeer(
      replyWith('HTTP/1.1 301 Moved\r\nLocation: https://127.0.0.1/login\r\n\r\n'),
    );
    closing.push(peer.close);
    expect(await observe('http', peer)).toMatchObject({
      facts: { spoke: 'http', reply: { status: 301, location: 'https://127.0.0.1/login' } },
    });
    expect(peer.connections).toHaveLength(1);
  });

  it('records who asks for a password', async () => {
    const peer = await startPeer(replyWith('HTTP/1.1 401 No\r\nWWW-Authenticate: Basic realm="MFP"\r\n\r\n'));
    closing.push(peer.close);
    expect(await observe('http', peer)).toMatchObject({
      facts: { reply: { status: 401, authenticate: 'Basic' } },
    });
  });
});
