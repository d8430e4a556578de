/** The `nfs` probe against servers that answer by program, version and procedure. */
import { afterEach, describe, expect, it } from 'vitest';
import { PROGRAMS } from '../../../src/probes/wire/nfs.ts';
import { xdrNumber } from '../../../src/probes/wire/sun-rpc.ts';
import { mute, replyWith } from '../../servers/behaviours.ts';
import { type Behaviour, closedPort, type Peer, startPeer } from '../../servers/peer.ts';
import {
  exportList,
  NO_PROGRAM,
  otherVersions,
  type RpcAnswer,
  rpcServer,
  SUCCESS,
} from '../../servers/rpc-server.ts';
import { observeService, SERVICE_TIMEOUT_MS, verdictLine } from '../../servers/service-observe.ts';

const closing: (() => Promise<void>)[] = [];

afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

async function kept(behave: Behaviour): Promise<Peer> {
  const peer = await startPeer(behave);
  closing.push(peer.close);
  return peer;
}

const [OK, NO_ENTRY, WRONG_SECURITY] = [0, 2, 10_016];

/** An NFS server by its answers to NULL of 4 and 3, and to the lookup. */
function nfs(four: RpcAnswer, three: RpcAnswer, lookup = OK): Behaviour {
  return rpcServer(({ version, procedure }) => {
    if (procedure !== 0) return [...SUCCESS, ...xdrNumber(lookup ?? 0), ...xdrNumber(0), ...xdrNumber(0)];
    return version === 4 ? four : three;
  });
}

async function observe(server: Peer, rpcbindPort: number, wanted = '/srv/scans') {
  return observeService('nfs', server, { export: wanted, rpcbindPort });
}

describe('nfs probe', () => {
  it.each<[string, Behaviour, string, object]>([
    [
      'version 4 with the export',
      nfs(SUCCESS, otherVersions(4, 4)),
      'open confirmed pass service-confirmed',
      { exportSeen: 'found', supported: { low: 4, high: 4 }, rpcbind: null },
    ],
    [
      'version 4 without the export',
      nfs(SUCCESS, otherVersions(4, 4), NO_ENTRY),
      'open confirmed warn nfs-export-missing',
      { exportSeen: 'absent' },
    ],
    [
      'version 4 that lets nobody look',
      nfs(SUCCESS, otherVersions(4, 4), WRONG_SECURITY),
      'open confirmed pass service-confirmed',
      { exportSeen: 'hidden' },
    ],
    [
      'version 2 only',
      nfs(otherVersions(2, 2), otherVersions(2, 2)),
      'open mismatch fail nfs-old-version',
      {},
    ],
    ['another program', nfs(NO_PROGRAM, NO_PROGRAM), 'open mismatch fail nfs-not-there', {}],
    ['a denial', nfs('denied', 'denied'), 'open denied warn nfs-refused', {}],
    [
      'version 4 that hangs up on version 3',
      nfs(SUCCESS, null),
      'open confirmed pass service-confirmed',
      {
        versions: [
          { version: 4, state: 'answered' },
          { version: 3, state: 'silent' },
        ],
      },
    ],
    [
      'HTTP',
      replyWith('HTTP/1.1 400 Bad\r\n\r\n'),
      'open mismatch fail unexpected-protocol',
      { spoke: 'other' },
    ],
  ])('tells %s', async (_what, behave, line, facts) => {
    const server = await kept(behave);
    const observation = await observe(server, await closedPort());
    expect(observation).toMatchObject({ outcome: 'answered', facts });
    expect(verdictLine(observation)).toBe(line);
    await Promise.all(server.connections.map(({ closed }) => closed));
  });

  it.each([
    ['/srv/scans/', 'listed', 'open confirmed pass service-confirmed'],
    ['/srv/other', 'absent', 'open confirmed warn nfs-export-missing'],
    ['', 'unknown', 'open confirmed pass service-confirmed'],
  ])('reads the exports of version 3 through rpcbind and mountd: %j', async (wanted, exportSeen, line) => {
    const server = await kept(nfs(otherVersions(3, 3), SUCCESS));
    const mountd = await kept(rpcServer(() => exportList(['/srv/scans'])));
    const rpcbind = await kept(
      rpcServer(({ program }) =>
        program === PROGRAMS.rpcbind ? [...SUCCESS, ...xdrNumber(mountd.port)] : null,
      ),
    );
    const observation = await observe(server, rpcbind.port, wanted);
    expect(observation).toMatchObject({
      facts: {
        exportSeen,
        exports: [{ path: '/srv/scans', groups: ['10.77.30.0/24'] }],
        rpcbind: { answered: true, mountPort: mountd.port },
      },
    });
    expect(verdictLine(observation)).toBe(line);
    const all = [server, mountd, rpcbind].flatMap(({ connections }) => connections);
    await Promise.all(all.map(({ closed }) => closed));
  });

  it('says that version 3 lacks rpcbind, whether it is silent or refuses', async () => {
    const server = await kept(nfs(otherVersions(3, 3), SUCCESS));
    const silent = await kept(mute);
    for (const [port, failure] of [
      [silent.port, 'timeout'],
      [await closedPort(), 'ECONNREFUSED'],
    ] as const) {
      const observation = await observe(server, port);
      expect(observation).toMatchObject({ facts: { rpcbind: { answered: false, failure } } });
      expect(verdictLine(observation)).toBe('open confirmed warn nfs-no-rpcbind');
      expect(observation.durationMs / SERVICE_TIMEOUT_MS).toBeLessThan(1.2);
    }
    await Promise.all(silent.connections.map(({ closed }) => closed));
  });
});
