/** The RAW probe against print ports that take down every byte: none by default, one question where it is wanted. */
import { afterEach, describe, expect, it } from 'vitest';
import { drip, flood, greetWith, hangUp, mute, replyWith, resetOnRequest } from '../../servers/behaviours.ts';
import { type Behaviour, closedPort, type Peer, startPeer } from '../../servers/peer.ts';
import { observeService, SERVICE_TIMEOUT_MS, verdictLine } from '../../servers/service-observe.ts';

const peers: Peer[] = [];

afterEach(async () => {
  await Promise.all(peers.splice(0).map((peer) => peer.close()));
});

async function started(behave: Behaviour): Promise<Peer> {
  const peer = await startPeer(behave);
  peers.push(peer);
  return peer;
}

const QUESTION = Buffer.from('\x1b%-12345X@PJL INFO ID\r\n\x1b%-12345X');
const ANSWER = '@PJL INFO ID\r\n"HP LaserJet 4250"\r\n\f';

const PORTS: readonly (readonly [string, Behaviour])[] = [
  ['is silent', mute],
  ['hangs up', hangUp],
  ['greets', greetWith('READY\r\n')],
  ['would answer', replyWith(ANSWER)],
  ['floods', (socket) => socket.write(Buffer.alloc(200_000, 'x'))],
];

describe('raw probe that may not ask', () => {
  it.each(PORTS)('connects and writes not one byte when the port %s', async (_what, behave) => {
    const peer = await started(behave);
    const observation = await observeService('raw', peer, { askModel: false });
    expect(observation).toMatchObject({ outcome: 'answered', facts: { asked: false, model: null } });
    expect(verdictLine(observation)).toBe('open not-checked pass port-open');
    await Promise.all(peer.connections.map(({ closed }) => closed));
    expect(peer.connections).toHaveLength(1);
    expect(peer.connections.map(({ received }) => received().length)).toEqual([0]);
  });

  it('says that nobody listens', async () => {
    const at = { host: '127.0.0.1', port: await closedPort() };
    const observation = await observeService('raw', at, { askModel: false });
    expect(verdictLine(observation)).toBe('closed not-checked fail refused');
  });
});

describe('raw probe that may ask for the model', () => {
  it('sends the one question, once, and reads the model', async () => {
    const peer = await started(replyWith(ANSWER));
    const observation = await observeService('raw', peer, { askModel: true }, { attempts: 3 });
    expect(observation).toMatchObject({ facts: { asked: true, model: 'HP LaserJet 4250' } });
    expect(verdictLine(observation)).toBe('open confirmed pass raw-model');
    await Promise.all(peer.connections.map(({ closed }) => closed));
    expect(peer.connections.map(({ received }) => received())).toEqual([QUESTION]);
  });

  it('reads the same wherever the network splits it', async () => {
    const peer = await started((socket) => {
      socket.setNoDelay(true);
      socket.once('data', async () => {
        for (const byte of Buffer.from(ANSWER)) {
          await new Promise((resolve) => socket.write(Buffer.from([byte]), resolve));
        }
      });
    });
    const observation = await observeService('raw', peer, { askModel: true }, { timeoutMs: 5000 });
    expect(observation).toMatchObject({ facts: { model: 'HP LaserJet 4250' } });
  });

  it('shows nothing of a model that a terminal could obey', async () => {
    const peer = await started(replyWith('@PJL INFO ID\r\n"\x1b[31mred\x07"\r\n\f'));
    const observation = await observeService('raw', peer, { askModel: true });
    expect(observation).toMatchObject({ facts: { model: '\\x1b[31mred\\x07' } });
    expect(observation.trace.join('')).not.toContain('\x1b');
  });

  it.each<[string, Behaviour]>([
    ['is silent, as most are', mute],
    ['hangs up', hangUp],
    ['resets', resetOnRequest],
    ['drips', drip(ANSWER, 200)],
    ['answers something else', replyWith('HTTP/1.1 400 Bad Request\r\n\r\n')],
    ['breaks off within the model', replyWith('@PJL INFO ID\r\n"HP Las')],
    ['answers without end', flood('@PJL INFO ID\r\n', Buffer.alloc(65_536, 'x'))],
  ])('is not late and leaves nothing when the device %s', async (_what, behave) => {
    const peer = await started(behave);
    const observation = await observeService('raw', peer, { askModel: true });
    expect(observation).toMatchObject({ outcome: 'answered', facts: { asked: true, model: null } });
    expect(verdictLine(observation)).toBe('open not-checked pass raw-no-model');
    expect(observation.durationMs / SERVICE_TIMEOUT_MS).toBeLessThan(1.2);
    await Promise.all(peer.connections.map(({ closed }) => closed));
    expect(peer.connections).toHaveLength(1);
  });
});
