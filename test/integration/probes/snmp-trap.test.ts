/** SNMP traps against receivers and impostors on loopback: only an acknowledged inform is proof. */
import { afterEach, describe, expect, it } from 'vitest';
import { PDU, readSnmpMessage } from '../../../src/probes/wire/snmp-message.ts';
import { startTrapReceiverStandin } from '../../../src/standin/snmp-standin.ts';
import { closedUdpPort, type Datagram, startUdpPeer, type UdpPeer } from '../../servers/udp-peer.ts';
import { type Address, makeRunner } from './observe.ts';

const TIMEOUT_MS = 300;
const HEARTBEAT = '1.3.6.1.4.1.8072.2.3.2.2';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

async function peer(behave: (datagram: Datagram) => void): Promise<UdpPeer> {
  const started = await startUdpPeer(behave);
  closing.push(started.close);
  return started;
}

function trap({ host, port }: Address, { attempts = 1, timeoutMs = TIMEOUT_MS } = {}) {
  const target = { host, port, transport: 'udp' } as const;
  return makeRunner({ timeoutMs, attempts }).observe('snmp-trap', target, { community: 'top-secret' });
}

describe('snmp-trap probe', () => {
  it('takes the acknowledgement of the inform as proof', async () => {
    const receiver = await startTrapReceiverStandin({ host: '127.0.0.1', port: 0 });
    closing.push(receiver.close);
    const observation = await trap({ host: '127.0.0.1', port: receiver.port });
    expect(observation).toMatchObject({
      outcome: 'answered',
      attempts: 1,
      facts: { sent: ['v1-trap', 'v2c-trap', 'inform'], acknowledged: true, oddity: null, asked: 1 },
    });
    expect(observation.rttMs).toBeGreaterThan(0);
  });

  it('sends a trap of each version and an inform that names its sender, and shows the community nowhere', async () => {
    const { host, port, received } = await peer(() => {});
    const observation = await trap({ host, port }, { attempts: 2 });
    expect(observation).toMatchObject({
      facts: { acknowledged: false, oddity: null, asked: 2 },
      rttMs: null,
    });
    const messages = received.map(readSnmpMessage);
    expect(messages.map((message) => [message?.version, message?.pdu?.tag])).toEqual([
      ['v1', PDU.trapV1],
      ['v2c', PDU.trapV2],
      ['v2c', PDU.inform],
      ['v2c', PDU.inform],
    ]);
    for (const message of messages) expect(message?.objectIds).toContain(HEARTBEAT);
    for (const bytes of received) expect(bytes.toString('latin1')).toContain('Printum Site Check');
    expect(JSON.stringify(observation)).not.toContain('top-secret');
    expect(observation.durationMs / TIMEOUT_MS).toBeLessThan(2 * 1.2);
  });

  it('is refused at once when nothing is bound to the port', async () => {
    const timeoutMs = 3000;
    const observation = await trap({ host: '127.0.0.1', port: await closedUdpPort() }, { timeoutMs });
    expect(observation).toMatchObject({ outcome: 'failed', failure: { code: 'ECONNREFUSED' } });
    expect(observation.durationMs).toBeLessThan(timeoutMs / 2);
  });

  it.each<[string, (datagram: Datagram) => void]>([
    ['garbage', ({ reply }) => reply(Buffer.from('go away'))],
    ['the inform itself', ({ bytes, reply }) => reply(bytes)],
  ])('takes no %s for an acknowledgement', async (_what, behave) => {
    const observation = await trap(await peer(behave));
    expect(observation).toMatchObject({
      outcome: 'answered',
      facts: { acknowledged: false, oddity: expect.any(String) },
    });
    expect(JSON.stringify(observation)).not.toContain('top-secret');
  });
});
