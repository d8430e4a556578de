/** The `ipp` probe against peers of its own kind, and those that only look like it. */
import { readFile } from 'node:fs/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { encodeIppReply, IPP_TAGS, type IppAttribute } from '../../../src/probes/wire/ipp-reply.ts';
import { makeCertificate } from '../../../src/standin/certificate.ts';
import { startDemoSite } from '../../../src/standin/demo-site.ts';
import { startCupsStandin, startIppDeviceStandin } from '../../../src/standin/ipp-standin.ts';
import { startHttpStandin, startHttpsStandin } from '../../../src/standin/page-standin.ts';
import { drip, flood, replyAndStay, replyWith } from '../../servers/behaviours.ts';
import { type Behaviour, startPeer, startTlsPeer } from '../../servers/peer.ts';
import { judgement, observeService, verdictLine } from '../../servers/service-observe.ts';

const LOOPBACK = { host: '127.0.0.1', port: 0 };
const closing: (() => Promise<void>)[] = [];

afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

function kept<T extends { readonly close: () => Promise<void> }>(peer: T): T {
  closing.push(peer.close);
  return peer;
}

const MODEL: readonly IppAttribute[] = [
  { tag: IPP_TAGS.text, name: 'printer-make-and-model', values: ['Лазер 3000'] },
  { tag: IPP_TAGS.enum, name: 'printer-state', values: [5] },
  { tag: IPP_TAGS.keyword, name: 'printer-state-reasons', values: ['media-empty', 'toner-low'] },
  { tag: IPP_TAGS.keyword, name: 'ipp-versions-supported', values: ['1.0', '1.1'] },
  { tag: IPP_TAGS.mediaType, name: 'document-format-supported', values: ['application/pdf'] },
  { tag: IPP_TAGS.uri, name: 'printer-uri-supported', values: ['ipp://p/ipp', 'ipps://p/ipp'] },
  { tag: IPP_TAGS.keyword, name: 'uri-security-supported', values: ['none', 'tls'] },
];

function ippBody(status: number, printers: readonly (readonly IppAttribute[])[] = []): Buffer {
  return Buffer.from(encodeIppReply({ status, requestId: 1, printers }));
}

function overHttp(body: Buffer, fields = `Content-Length: ${body.length}`, status = '200 OK'): Buffer {
  return Buffer.concat([
    Buffer.from(`HTTP/1.1 ${status}\r\nContent-Type: application/ipp\r\n${fields}\r\n\r\n`),
    body,
  ]);
}

const asDevice = { operations: 'device' } as const;
const asCups = { operations: 'cups' } as const;

describe('ipp probe of a device', () => {
  it('tells model, state, versions, formats and addresses', async () => {
    const peer = kept(await startPeer(replyWith(overHttp(ippBody(0, [MODEL])))));
    const observation = await observeService('ipp', peer, asDevice);
    expect(observation).toMatchObject({
      outcome: 'answered',
      facts: {
        spoke: 'ipp',
        tls: null,
        tries: [{ operation: 'Get-Printer-Attributes', path: '/ipp/print', httpStatus: 200, ippStatus: 0 }],
        ipp: { version: '1.1', status: 0, statusWord: 'successful-ok' },
        queues: null,
        printer: {
          makeAndModel: 'Лазер 3000',
          state: 'stopped',
          stateReasons: ['media-empty', 'toner-low'],
          versions: ['1.0', '1.1'],
          documentFormats: ['application/pdf'],
          uris: [
            { uri: 'ipp://p/ipp', security: 'none' },
            { uri: 'ipps://p/ipp', security: 'tls' },
          ],
        },
      },
    });
    expect(verdictLine(observation)).toBe('open confirmed pass service-confirmed');
  });

  it('tries the older paths where the newest one is not found', async () => {
    const peer = kept(
      await startPeer((socket) => {
        socket.once('data', (bytes: Buffer) => {
          const right = bytes.toString('latin1').startsWith('POST /ipp HTTP/1.1');
          socket.end(right ? overHttp(ippBody(0, [MODEL])) : 'HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n');
        });
      }),
    );
    expect(await observeService('ipp', peer, asDevice)).toMatchObject({
      facts: {
        spoke: 'ipp',
        tries: [
          { path: '/ipp/print', httpStatus: 404 },
          { path: '/ipp', httpStatus: 200 },
        ],
      },
    });
  });

  it.each<[string, Behaviour, string]>([
    ['demands a login', replyWith('HTTP/1.1 401 No\r\n\r\n'), 'open denied pass login-required'],
    ['forbids', replyWith('HTTP/1.1 403 No\r\n\r\n'), 'open denied warn ipp-forbidden'],
    ['demands an upgrade', replyWith('HTTP/1.1 426 No\r\n\r\n'), 'open denied warn ipp-wants-upgrade'],
    [
      'is a web page',
      replyWith('HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html>'),
      'open mismatch fail ipp-only-http',
    ],
    ['has nothing there', replyWith('HTTP/1.1 404 No\r\n\r\n'), 'open mismatch fail ipp-only-http'],
    ['demands a login in IPP', replyWith(overHttp(ippBody(0x0402))), 'open denied pass ipp-login-required'],
    ['forbids in IPP', replyWith(overHttp(ippBody(0x0403))), 'open denied warn ipp-forbidden'],
    ['reports an error', replyWith(overHttp(ippBody(0x0504))), 'open confirmed warn ipp-error'],
    ['knows no printer', replyWith(overHttp(ippBody(0x0406))), 'open confirmed warn ipp-error'],
    [
      'calls HTML IPP',
      replyWith(overHttp(Buffer.from('<html></html>'))),
      'open mismatch fail unexpected-protocol',
    ],
    [
      'cuts the body',
      replyWith(overHttp(ippBody(0, [MODEL]).subarray(0, 40), 'Content-Length: 400')),
      'open silent fail hung-up',
    ],
    [
      'cuts an attribute',
      replyWith(overHttp(ippBody(0, [MODEL]).subarray(0, 40))),
      'open mismatch fail unexpected-protocol',
    ],
    [
      'stops within the body',
      replyAndStay(overHttp(ippBody(0), 'Content-Length: 400')),
      'open silent fail reply-too-slow',
    ],
    ['drips', drip(overHttp(ippBody(0, [MODEL])), 50), 'open silent fail reply-too-slow'],
    [
      'sends fields without end',
      flood('HTTP/1.1 200 OK\r\n', Buffer.from('a: b\r\n'.repeat(10_000))),
      'open mismatch fail reply-too-large',
    ],
    [
      'sends interim replies without end',
      flood('', Buffer.from('HTTP/1.1 100 Continue\r\n\r\n'.repeat(3000))),
      'open mismatch fail reply-too-large',
    ],
    [
      'sends a body in crumbs without end',
      flood(
        'HTTP/1.1 200 OK\r\nContent-Type: application/ipp\r\nTransfer-Encoding: chunked\r\n\r\n',
        Buffer.from('1\r\n\x01\r\n'.repeat(10_000)),
      ),
      'open mismatch fail reply-too-large',
    ],
    [
      'sends a body without end',
      flood('HTTP/1.1 200 OK\r\nContent-Type: application/ipp\r\n\r\n', Buffer.alloc(65_536, 1)),
      'open mismatch fail reply-too-large',
    ],
  ])('says what it means when the peer %s', async (_what, behave, line) => {
    const peer = kept(await startPeer(behave));
    expect(verdictLine(await observeService('ipp', peer, asDevice))).toBe(line);
    await Promise.all(peer.connections.map(({ closed }) => closed));
  });

  it.each([
    ['without a length', ''],
    ['in chunks', 'Transfer-Encoding: chunked'],
  ])('reads a body %s', async (_what, fields) => {
    const body = ippBody(0, [MODEL]);
    const chunked = Buffer.concat([
      Buffer.from('5\r\n'),
      body.subarray(0, 5),
      Buffer.from(`\r\n${(body.length - 5).toString(16)}\r\n`),
      body.subarray(5),
      Buffer.from('\r\n0\r\n\r\n'),
    ]);
    const reply = overHttp(fields === '' ? body : chunked, fields === '' ? 'Server: x' : fields);
    const peer = kept(
      await startPeer(replyWith(Buffer.concat([Buffer.from('HTTP/1.1 100 Continue\r\n\r\n'), reply]))),
    );
    expect(await observeService('ipp', peer, asDevice)).toMatchObject({
      facts: { printer: { makeAndModel: 'Лазер 3000' } },
    });
  });

  it('reads the same reply wherever the network splits it', async () => {
    const reply = overHttp(ippBody(0, [MODEL]));
    for (let at = 1; at < reply.length; at += 3) {
      const peer = await startPeer((socket) => {
        socket.once('data', () => {
          socket.write(reply.subarray(0, at));
          setImmediate(() => socket.end(reply.subarray(at)));
        });
      });
      const observation = await observeService('ipp', peer, asDevice, { timeoutMs: 5000 });
      await peer.close();
      expect(observation, `split at ${at}`).toMatchObject({ facts: { printer: { state: 'stopped' } } });
    }
  });

  it('finds IPP within TLS and says that it is only there', async () => {
    const peer = kept(await startTlsPeer(replyWith(overHttp(ippBody(0, [MODEL])))));
    const observation = await observeService('ipp', peer, asDevice, { timeoutMs: 2000 });
    expect(observation).toMatchObject({ facts: { spoke: 'ipp', tls: { protocol: 'TLSv1.3' } } });
    expect(verdictLine(observation)).toBe('open confirmed warn ipp-only-tls');
  });

  it('tells a web server by its name, plain or within TLS', async () => {
    const plain = kept(await startHttpStandin({ ...LOOPBACK, title: 'x' }));
    const certificate = await makeCertificate({ commonName: 'x' });
    const secure = kept(await startHttpsStandin({ ...LOOPBACK, title: 'x', certificate }));
    for (const { port } of [plain, secure]) {
      const observation = await observeService('ipp', { host: '127.0.0.1', port }, asDevice);
      expect(judgement(observation).reason).toMatchObject({
        code: 'ipp-only-http',
        params: { seen: 'HTTP 200, sitecheck-standin' },
      });
    }
  });
});

describe('ipp probe of a CUPS', () => {
  it('counts and names the queues of the stand-in', async () => {
    const { port } = kept(await startCupsStandin({ ...LOOPBACK, queues: ['a', 'b'] }));
    const observation = await observeService('ipp', { host: '127.0.0.1', port }, asCups);
    expect(observation).toMatchObject({
      facts: {
        tries: [
          { operation: 'CUPS-Get-Printers', path: '/', httpStatus: 200, ippStatus: 0 },
          { operation: 'CUPS-Get-Default', path: '/', httpStatus: 200, ippStatus: 0 },
        ],
        queues: { count: 2, names: ['a', 'b'], default: 'a' },
        printer: null,
      },
    });
    expect(verdictLine(observation)).toBe('open confirmed pass service-confirmed');
  });

  it('remarks that there are no queues', async () => {
    const { port } = kept(await startCupsStandin({ ...LOOPBACK, queues: [] }));
    const observation = await observeService('ipp', { host: '127.0.0.1', port }, asCups);
    expect(observation).toMatchObject({ facts: { queues: { count: 0, names: [], default: null } } });
    expect(verdictLine(observation)).toBe('open confirmed warn ipp-no-queues');
  });

  it('does without the default queue where the second answer fails', async () => {
    const queue = [{ tag: IPP_TAGS.name, name: 'printer-name', values: ['a'] }];
    const peer = kept(
      await startPeer((socket) => {
        if (peer.connections.length > 1) socket.resetAndDestroy();
        else socket.once('data', () => socket.end(overHttp(ippBody(0, [queue]))));
      }),
    );
    const observation = await observeService('ipp', peer, asCups);
    expect(observation).toMatchObject({ facts: { queues: { count: 1, default: null } } });
    expect(verdictLine(observation)).toBe('open confirmed pass service-confirmed');
  });

  it('is no device, and a device is no CUPS', async () => {
    const cups = kept(await startCupsStandin({ ...LOOPBACK, queues: ['a'] }));
    const device = kept(await startIppDeviceStandin({ ...LOOPBACK, makeAndModel: 'x' }));
    const asked = [
      await observeService('ipp', { host: '127.0.0.1', port: cups.port }, asDevice),
      await observeService('ipp', { host: '127.0.0.1', port: device.port }, asCups),
    ];
    expect(asked.map((observation) => verdictLine(observation))).toEqual([
      'open confirmed warn ipp-error',
      'open mismatch fail ipp-only-http',
    ]);
  });
});

describe('the demo site', () => {
  it('has a CUPS with two queues and two devices that answer IPP', async () => {
    const { site, close } = await startDemoSite('ru');
    closing.push(close);
    const place = (host: string, requirement: string) => ({
      host,
      port: site.portOverrides[requirement] ?? 0,
    });
    const server = site.servers[0]?.host ?? '';
    const queues = await observeService('ipp', place(server, 'cups-ipp'), asCups);
    expect(queues).toMatchObject({ facts: { queues: { count: 2 } } });
    const devices = await Promise.all(
      site.devices.map(({ host }) => observeService('ipp', place(host, 'device-ipp'), asDevice)),
    );
    expect([queues, ...devices].map((observation) => verdictLine(observation))).toEqual(
      Array.from({ length: 3 }, () => 'open confirmed pass service-confirmed'),
    );
  });
});

describe('the library for IPP', () => {
  it('is used for requests only, because its parser may loop for ever', async () => {
    const source = await readFile(new URL('../../../src/probes/ipp-request.ts', import.meta.url), 'utf8');
    expect(source).not.toContain('ipp.parse');
  });
});
