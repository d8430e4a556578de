/** The bare connection: what each state looks like, and that nothing is written. */
import { afterEach, describe, expect, it } from 'vitest';
import type { HostAddress } from '../../../src/probes/probe.ts';
import { PROBES } from '../../../src/probes/registry.ts';
import { resolveBySystem } from '../../../src/probes/resolve.ts';
import { createRunner } from '../../../src/probes/runner.ts';
import { greetWith, mute } from '../../servers/behaviours.ts';
import { closedPort, type Peer, startPeer } from '../../servers/peer.ts';
import { makeRunner, observe, TIMEOUT_MS } from './observe.ts';

const peers: Peer[] = [];

afterEach(async () => {
  await Promise.all(peers.splice(0).map((peer) => peer.close()));
});

async function started(peer: Promise<Peer>): Promise<Peer> {
  peers.push(await peer);
  return peer;
}

function resolvingTo(...addresses: readonly HostAddress[]) {
  const options = {
    timeoutMs: TIMEOUT_MS,
    attempts: 1,
    localAddress: null,
    signal: new AbortController().signal,
  };
  return createRunner(options, PROBES, async () => addresses);
}

describe('tcp probe', () => {
  it('connects, writes not one byte and ends in order when the peer is mute', async () => {
    const resets: Error[] = [];
    const peer = await started(startPeer((socket) => socket.on('error', (error) => resets.push(error))));
    const observation = await observe('tcp', peer);
    expect(observation).toMatchObject({
      outcome: 'answered',
      attempts: 1,
      facts: { address: '127.0.0.1', localAddress: '127.0.0.1' },
    });
    await peer.accepted(1);
    await peer.connections[0]?.closed;
    expect(peer.connections.map(({ received }) => received().length)).toEqual([0]);
    expect(resets).toEqual([]);
  });

  it('writes not one byte when the peer talks first, as a printer that reports its status does', async () => {
    const peer = await started(startPeer(greetWith('@PJL INFO STATUS\r\n'.repeat(100))));
    expect(await observe('tcp', peer)).toMatchObject({ outcome: 'answered' });
    await peer.accepted(1);
    await peer.connections[0]?.closed;
    expect(peer.connections.map(({ received }) => received().length)).toEqual([0]);
  });

  it('tells a refusal, with the time it took, and does not ask again', async () => {
    const port = await closedPort();
    const observation = await observe('tcp', { host: '127.0.0.1', port }, makeRunner({ attempts: 3 }));
    expect(observation).toMatchObject({
      outcome: 'failed',
      attempts: 1,
      failure: { phase: 'connect', code: 'ECONNREFUSED' },
    });
    expect(observation.rttMs).toBeGreaterThan(0);
  });

  it.each(['127.0.0.5', '127.0.0.77'])('binds to the local address %s', async (localAddress) => {
    const peer = await started(startPeer(mute));
    const observation = await observe('tcp', peer, makeRunner({ localAddress }));
    await peer.accepted(1);
    expect(peer.connections.map(({ remoteAddress }) => remoteAddress)).toEqual([localAddress]);
    expect(observation).toMatchObject({ facts: { localAddress } });
    expect(observation.trace[0]).toBe(`connect 127.0.0.1:${peer.port} from ${localAddress}`);
  });

  it('says that the local address is gone', async () => {
    const peer = await started(startPeer(mute));
    const observation = await observe('tcp', peer, makeRunner({ localAddress: '192.0.2.7', attempts: 2 }));
    expect(observation).toMatchObject({ attempts: 1, failure: { phase: 'connect', code: 'EADDRNOTAVAIL' } });
  });

  it('does not reach an address of the other family from a chosen local address', async () => {
    const observation = await observe(
      'tcp',
      { host: '::1', port: 1 },
      makeRunner({ localAddress: '127.0.0.1' }),
    );
    expect(observation).toMatchObject({ failure: { phase: 'resolve', code: 'EAFNOSUPPORT' } });
  });

  it('reports what the resolver says of a name that does not exist', async () => {
    const host = 'nonexistent.invalid';
    const said = await resolveBySystem(host).then(
      () => null,
      (error: NodeJS.ErrnoException) => error.code,
    );
    const observation = await observe('tcp', { host, port: 80 }, makeRunner({ timeoutMs: 20_000 }));
    expect(observation).toMatchObject({
      outcome: 'failed',
      rttMs: null,
      failure: { phase: 'resolve', code: said },
    });
    expect(['ENOTFOUND', 'EAI_AGAIN']).toContain(said);
  });

  it('goes on to the next address of a name and says which one answered', async () => {
    const peer = await started(startPeer(mute));
    const runner = resolvingTo({ address: '127.0.0.9', family: 4 }, { address: '127.0.0.1', family: 4 });
    const observation = await observe('tcp', { host: 'two.example', port: peer.port }, runner);
    expect(observation).toMatchObject({ outcome: 'answered', facts: { address: '127.0.0.1' } });
    expect(observation.trace).toContain(`127.0.0.9:${peer.port}: ECONNREFUSED`);
  });

  it('reaches IPv6', async () => {
    const peer = await started(startPeer(mute, '::1'));
    expect(await observe('tcp', peer)).toMatchObject({ outcome: 'answered', facts: { address: '::1' } });
  });
});
