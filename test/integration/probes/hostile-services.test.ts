/** Peers that mean no good, against every probe of a service: never a pass, never late, nothing left behind. */
import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { Observation } from '../../../src/contract/facts.ts';
import {
  drip,
  flood,
  greetWith,
  hangUp,
  hangUpOnRequest,
  mute,
  replyWith,
  reset,
  resetOnRequest,
  TLS_ALERT,
  TLS_RECORD_HEADER,
  tlsGarbage,
} from '../../servers/behaviours.ts';
import { type Behaviour, type Peer, startPeer, startTlsPeer } from '../../servers/peer.ts';
import { observeService, SERVICE_TIMEOUT_MS, verdictLine } from '../../servers/service-observe.ts';

const MEBIBYTE = 1024 * 1024;
const peers: Peer[] = [];

afterEach(async () => {
  await Promise.all(peers.splice(0).map((peer) => peer.close()));
});

const POSTGRESQL = { user: 'printum', database: 'printum', password: 's3cret' };

const DOMAIN = { domain: 'corp.example', nameServer: '127.0.0.1:9', kerberosPort: 9 };

/** Every probe of a service that is spoken to over TCP. */
const KINDS: readonly (readonly [string, (peer: Peer) => Promise<Observation>])[] = [
  ['ipp of a device', (peer) => observeService('ipp', peer, { operations: 'device' })],
  ['ipp of a CUPS', (peer) => observeService('ipp', peer, { operations: 'cups' })],
  ['redis', (peer) => observeService('redis', peer, { password: 's3cret' })],
  ['clickhouse', (peer) => observeService('clickhouse', peer, { tls: false })],
  ['postgresql', (peer) => observeService('postgresql', peer, POSTGRESQL)],
  ['haproxy', (peer) => observeService('haproxy', peer, {})],
  ['domain', (peer) => observeService('domain', peer, DOMAIN)],
  ['nfs', (peer) => observeService('nfs', peer, { export: '/srv/scans', rpcbindPort: 9 })],
  ['redis-sentinel', (peer) => observeService('redis-sentinel', peer, { password: '' })],
];

const SILENT = /^open silent fail (?:silent-service|hung-up|reply-too-slow)$/;
const CUT = /^open silent fail hung-up$/;
const ODD = /^open (?:mismatch fail|silent fail) /;

const HOSTILE: readonly (readonly [string, Behaviour, RegExp])[] = [
  ['is mute', mute, /^open silent fail silent-service$/],
  ['hangs up at once', hangUp, CUT],
  ['hangs up when asked', hangUpOnRequest, CUT],
  ['resets at once', reset, CUT],
  ['resets when asked', resetOnRequest, CUT],
  ['sends one byte and hangs up', replyWith(Buffer.from([1])), ODD],
  ['drips zeros', drip(Buffer.alloc(1000), 40), ODD],
  ['drips letters', drip('HTTP/1.1 200 O'.repeat(20), 40), ODD],
  ['greets like SSH', greetWith('SSH-2.0-OpenSSH_9.2\r\n'), /^open mismatch fail unexpected-protocol$/],
  ['sends letters without end', flood('', Buffer.alloc(65_536, 'x')), ODD],
  ['sends zeros without end', flood('', Buffer.alloc(65_536)), ODD],
  ['sends lines without end', flood('+', Buffer.from('a: b\r\n'.repeat(1000))), ODD],
  ['answers with a TLS alert', replyWith(TLS_ALERT), ODD],
  ['begins a TLS record that never comes', greetWith(TLS_RECORD_HEADER), ODD],
  ['sends noise in a TLS record', replyWith(tlsGarbage()), ODD],
];

describe.each(KINDS)('the probe %s', (_name, observe) => {
  it.each(HOSTILE)(
    'is not late, not fooled and leaves nothing when the peer %s',
    async (_what, behave, line) => {
      const peer = await startPeer(behave);
      peers.push(peer);
      const before = process.memoryUsage().rss;
      const observation = await observe(peer);
      expect(observation).not.toMatchObject({ failure: { code: 'internal' } });
      expect(verdictLine(observation)).toMatch(line);
      expect(observation.durationMs / SERVICE_TIMEOUT_MS).toBeLessThan(1.2);
      expect((process.memoryUsage().rss - before) / MEBIBYTE).toBeLessThan(20);
      await Promise.all(peer.connections.map(({ closed }) => closed));
    },
  );

  it('is not fooled by a TLS peer that says nothing', async () => {
    const peer = await startTlsPeer(mute);
    peers.push(peer);
    const observation = await observe(peer);
    expect(verdictLine(observation)).toMatch(SILENT);
    expect(observation.durationMs / SERVICE_TIMEOUT_MS).toBeLessThan(1.2);
    await Promise.all(peer.connections.map(({ closed }) => closed));
  });

  it('never passes noise and never breaks on it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 400 }), async (length) => {
        const peer = await startPeer(replyWith(randomBytes(length)));
        const observation = await observe(peer);
        await peer.close();
        expect(observation).not.toMatchObject({ failure: { code: 'internal' } });
        expect(verdictLine(observation)).not.toContain(' pass ');
      }),
      { numRuns: 25 },
    );
  });
});
