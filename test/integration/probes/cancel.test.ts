/** Cancelling: every socket ends within 100 ms, and nothing is left behind. */
import { afterEach, describe, expect, it } from 'vitest';
import { mute } from '../../servers/behaviours.ts';
import { type Peer, startPeer, startTlsPeer } from '../../servers/peer.ts';
import { makeRunner, observe } from './observe.ts';

/** A busy machine can spoil one round; a fault spoils every one. */
const ROUNDS = 3;
const PROMISED_MS = 100;
const peers: Peer[] = [];

afterEach(async () => {
  await Promise.all(peers.splice(0).map((peer) => peer.close()));
});

interface Case {
  readonly kind: 'http' | 'https';
  readonly start: () => Promise<Peer>;
  readonly connections: number;
}

/** Milliseconds from the cancel until the last peer saw its connection end, and the last check was told. */
async function measureCancel({ kind, start, connections }: Case): Promise<number> {
  const peer = await start();
  peers.push(peer);
  const controller = new AbortController();
  const runner = makeRunner({ timeoutMs: 30_000, signal: controller.signal });
  const observing = Array.from({ length: connections }, () => observe(kind, peer, runner));
  await peer.accepted(connections);
  const cancelledAt = performance.now();
  controller.abort();
  const observations = await Promise.all(observing);
  const resolvedAt = performance.now();
  const closed = await Promise.all(peer.connections.map((connection) => connection.closed));
  expect(new Set(observations.map(({ outcome }) => outcome))).toEqual(new Set(['cancelled']));
  return Math.max(resolvedAt, ...closed) - cancelledAt;
}

describe('cancel', () => {
  it.each<[string, Case]>([
    ['200 http checks of mute peers', { kind: 'http', start: () => startPeer(mute), connections: 200 }],
    [
      '200 https checks within the handshake',
      { kind: 'https', start: () => startPeer(mute), connections: 200 },
    ],
    ['64 https checks within TLS', { kind: 'https', start: () => startTlsPeer(mute), connections: 64 }],
  ])('ends every socket of %s within the promised time', async (_what, options) => {
    const rounds: number[] = [];
    while (rounds.length < ROUNDS && !rounds.some((milliseconds) => milliseconds < PROMISED_MS)) {
      rounds.push(await measureCancel(options));
    }
    expect(Math.min(...rounds)).toBeLessThan(PROMISED_MS);
  });

  it('leaves no socket and no timer of its own behind', async () => {
    const peer = await startPeer(mute);
    const before = process.getActiveResourcesInfo().filter((name) => name === 'TCPSocketWrap').length;
    const controller = new AbortController();
    const runner = makeRunner({ timeoutMs: 30_000, signal: controller.signal });
    const observing = Array.from({ length: 20 }, () => observe('https', peer, runner));
    await peer.accepted(20);
    controller.abort();
    await Promise.all(observing);
    await peer.close();
    const after = process.getActiveResourcesInfo().filter((name) => name === 'TCPSocketWrap').length;
    expect(after).toBeLessThanOrEqual(before);
  });
});
