/** The listener in the place of the server against net-snmp's own senders, floods, garbage and a taken port. */
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { startDemoSite } from '../../../src/standin/demo-site.ts';
import { sendDemoTraps } from '../../../src/standin/demo-traps.ts';
import { findUdpPortHolder } from '../../../src/standin/port-holder.ts';
import { type HeardTrap, startTrapListener, type TrapListener } from '../../../src/standin/trap-listener.ts';
import { CURRENT_HOST, runOn } from '../../lab/namespace.ts';
import { describeIf, needs } from '../../support/needs.ts';

const LINK_UP = '1.3.6.1.6.3.1.1.5.4';
const PRINTER_ALERT = '1.3.6.1.2.1.43.18.2';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

interface Ear extends TrapListener {
  readonly traps: readonly HeardTrap[];
  readonly unreadable: () => number;
  /** Resolves once so many datagrams have come. */
  readonly heard: (count: number) => Promise<void>;
}

async function listen({ address = '127.0.0.1', port = 0 } = {}): Promise<Ear> {
  const traps: HeardTrap[] = [];
  let unreadable = 0;
  let waiting: { readonly count: number; readonly resolve: () => void } | null = null;
  const arrived = () => {
    if (waiting !== null && traps.length + unreadable >= waiting.count) waiting.resolve();
  };
  const listener = await startTrapListener({
    addresses: [address],
    port,
    community: 'public',
    onTrap: (trap) => {
      traps.push(trap);
      arrived();
    },
    onUnreadable: () => {
      unreadable += 1;
      arrived();
    },
    onBroken: (error) => {
      throw error;
    },
  });
  closing.push(listener.close);
  return {
    ...listener,
    traps,
    unreadable: () => unreadable,
    heard: (count) =>
      new Promise((resolve) => {
        waiting = { count, resolve };
        arrived();
      }),
  };
}

/** Runs a sender of net-snmp; without MIB files, so that nothing of the machine matters. */
function send(program: 'snmptrap' | 'snmpinform', argumentList: readonly string[]) {
  return runOn(CURRENT_HOST, program, ['-t', '2', '-r', '0', ...argumentList], {
    env: { ...process.env, MIBS: '', SNMPCONFPATH: '/nowhere' },
    timeoutMs: 10_000,
  });
}

async function throwAt(port: number, datagrams: readonly Uint8Array[]): Promise<void> {
  const socket = createSocket('udp4');
  for (const bytes of datagrams) {
    await new Promise<void>((resolve) => {
      socket.send(bytes, port, '127.0.0.1', () => resolve());
    });
  }
  const closed = once(socket, 'close');
  socket.close();
  await closed;
}

describeIf(needs.all(needs.tool('snmptrap'), needs.tool('snmpinform')), 'the trap listener', () => {
  it('hears v1 traps, translates their numbers and tells another community', async () => {
    const ear = await listen();
    const to = `127.0.0.1:${ear.port}`;
    await send('snmptrap', ['-v', '1', '-c', 'public', to, PRINTER_ALERT, '10.77.20.21', '6', '1', '']);
    await send('snmptrap', ['-v', '1', '-c', 'secret', to, PRINTER_ALERT, '10.77.20.21', '0', '0', '']);
    await ear.heard(2);
    expect(ear.traps).toMatchObject([
      {
        address: '127.0.0.1',
        version: 'v1',
        kind: 'trap',
        communityAccepted: true,
        trapId: `${PRINTER_ALERT}.0.1`,
      },
      { version: 'v1', kind: 'trap', communityAccepted: false, trapId: '1.3.6.1.6.3.1.1.5.1' },
    ]);
    expect(JSON.stringify(ear.traps)).not.toMatch(/secret|public/);
  });

  it('hears v2c traps and confirms an inform only when its community is accepted', async () => {
    const ear = await listen();
    const to = `127.0.0.1:${ear.port}`;
    await send('snmptrap', ['-v', '2c', '-c', 'public', to, '', LINK_UP]);
    const accepted = await send('snmpinform', ['-v', '2c', '-c', 'public', to, '', LINK_UP]);
    const refused = await send('snmpinform', ['-v', '2c', '-c', 'secret', to, '', LINK_UP]);
    expect([accepted.exitCode, refused.exitCode]).toEqual([0, 1]);
    expect(ear.traps).toMatchObject([
      { version: 'v2c', kind: 'trap', communityAccepted: true, trapId: LINK_UP },
      { version: 'v2c', kind: 'inform', communityAccepted: true, trapId: LINK_UP },
      { version: 'v2c', kind: 'inform', communityAccepted: false, trapId: LINK_UP },
    ]);
  });

  it('shows a v3 trap as such, also an encrypted one', async () => {
    const ear = await listen();
    const user = ['-v', '3', '-e', '0x8000000001020304', '-u', 'someone', '-a', 'SHA', '-A', 'password-1'];
    const to = `127.0.0.1:${ear.port}`;
    await send('snmptrap', [...user, '-l', 'authNoPriv', to, '', LINK_UP]);
    await send('snmptrap', [...user, '-l', 'authPriv', '-x', 'AES', '-X', 'password-2', to, '', LINK_UP]);
    await ear.heard(2);
    expect(ear.traps).toMatchObject([
      { version: 'v3', kind: 'trap', communityAccepted: null, trapId: LINK_UP },
      { version: 'v3', kind: null, communityAccepted: null, trapId: null },
    ]);
  });

  it('lives on when garbage comes, and hears the next trap', async () => {
    const ear = await listen();
    const garbage = [
      new Uint8Array(),
      Buffer.from('GET / HTTP/1.1\r\n\r\n'),
      Uint8Array.of(0x30, 0x84, 0xff, 0xff, 0xff, 0xff),
      new Uint8Array(60_000).fill(0x30),
    ];
    await throwAt(ear.port, garbage);
    await send('snmptrap', ['-v', '2c', '-c', 'public', `127.0.0.1:${ear.port}`, '', LINK_UP]);
    await ear.heard(garbage.length + 1);
    expect(ear.unreadable()).toBe(garbage.length);
    expect(ear.traps).toHaveLength(1);
  });

  it('confirms an inform in time in the middle of a flood', async () => {
    const ear = await listen();
    const flood = throwAt(
      ear.port,
      Array.from({ length: 20_000 }, () => Buffer.from('flood')),
    );
    const { exitCode } = await send('snmpinform', [
      ...['-r', '5', '-v', '2c', '-c', 'public', `127.0.0.1:${ear.port}`, '', LINK_UP],
    ]);
    await flood;
    expect(exitCode).toBe(0);
    expect(ear.traps.length).toBeGreaterThan(0);
  });
});

describe('the trap listener on a port', () => {
  it('hears the devices of the demo site', async () => {
    const demo = await startDemoSite('ru');
    closing.push(demo.close);
    const ear = await listen({ address: '0.0.0.0' });
    const [first, second] = demo.site.devices;
    if (first === undefined || second === undefined) throw new Error('the demo site has two devices');
    await sendDemoTraps({ ...demo.site, devices: [first, { ...second, host: first.host }] }, ear.port);
    await ear.heard(2);
    expect(new Set(ear.traps.map(({ version, trapId }) => `${version} ${trapId}`))).toEqual(
      new Set(['v1 1.3.6.1.6.3.1.1.5.1', 'v2c 1.3.6.1.2.1.43.18.2.0.1']),
    );
    expect(ear.traps.every(({ communityAccepted }) => communityAccepted === true)).toBe(true);
  });

  it('is refused a taken port, and the holder is this very process', async () => {
    const first = await listen();
    await expect(listen({ port: first.port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
    if (process.platform === 'linux') {
      expect(await findUdpPortHolder(first.port)).toMatchObject({ pid: process.pid });
    }
  });

  it('is refused an address that this computer does not have, and holds nothing after it is closed', async () => {
    await expect(listen({ address: '192.0.2.77' })).rejects.toMatchObject({ code: 'EADDRNOTAVAIL' });
    const first = await listen();
    await first.close();
    await first.close();
    expect((await listen({ port: first.port })).port).toBe(first.port);
    if (process.platform === 'linux') {
      await Promise.all(closing.splice(0).map((close) => close()));
      expect(await findUdpPortHolder(first.port)).toBeNull();
    }
  });
});
