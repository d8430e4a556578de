/** The `domain` probe against directories, KDCs and name servers that answer well, badly or not at all. */
import { createSocket, type Socket as UdpSocket } from 'node:dgram';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { hangUp, mute, replyAndStay, replyWith } from '../../servers/behaviours.ts';
import { krbError, ldapDone, ldapEntry } from '../../servers/domain-messages.ts';
import { type Behaviour, closedPort, type Peer, startPeer, startTlsPeer } from '../../servers/peer.ts';
import { observeService, SERVICE_TIMEOUT_MS, verdictLine } from '../../servers/service-observe.ts';

const closing: (() => Promise<void>)[] = [];

afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

function kept(peer: Peer): Peer {
  closing.push(peer.close);
  return peer;
}

const ROOT = Buffer.concat([
  ldapEntry({
    namingContexts: ['dc=corp,dc=example'],
    supportedLDAPVersion: ['3'],
    vendorName: ['Lab\u0007'],
  }),
  ldapDone(0, ''),
]);
const NOBODY_KNOWN = krbError(6, 'CORP.EXAMPLE');

/** A name server that hears every question and answers with these bytes after the question's number, or not at all. */
async function startNameServer(answer: ((question: Buffer) => Buffer) | null): Promise<string> {
  const socket: UdpSocket = createSocket('udp4');
  socket.on('message', (question, sender) => {
    if (answer !== null) socket.send(answer(question), sender.port, sender.address);
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  closing.push(async () => {
    socket.close();
  });
  return `127.0.0.1:${socket.address().port}`;
}

/** «There is no such name» (RFC 1035, 4.1.1). */
function noSuchName(question: Buffer): Buffer {
  const answer = Buffer.from(question);
  answer.writeUInt16BE(0x8183, 2);
  return answer;
}

async function observe(ldap: Peer, kerberosPort: number, nameServer: string, timeoutMs = SERVICE_TIMEOUT_MS) {
  return observeService('domain', ldap, { domain: 'corp.example', nameServer, kerberosPort }, { timeoutMs });
}

describe('domain probe', () => {
  it('tells the root entry, the error of Kerberos, and what DNS does not know', async () => {
    const ldap = kept(await startPeer(replyWith(ROOT)));
    const kdc = kept(await startPeer(replyAndStay(NOBODY_KNOWN)));
    const nameServer = await startNameServer(noSuchName);
    const observation = await observe(ldap, kdc.port, nameServer);
    expect(observation).toMatchObject({
      outcome: 'answered',
      facts: {
        spoke: 'ldap',
        tls: null,
        result: { code: 0 },
        rootEntry: { namingContexts: ['dc=corp,dc=example'], ldapVersions: ['3'], vendor: 'Lab\\x07' },
        domain: 'corp.example',
        kerberos: { confirmed: true, errorCode: 6, realm: 'CORP.EXAMPLE' },
        dns: {
          servers: [nameServer],
          addresses: [],
          ldap: [],
          failures: expect.arrayContaining([{ question: 'SRV _ldap._tcp.corp.example', code: 'ENOTFOUND' }]),
        },
      },
    });
    expect(verdictLine(observation)).toBe('open confirmed warn domain-no-service-records');
    await Promise.all([...ldap.connections, ...kdc.connections].map(({ closed }) => closed));
  });

  it.each<[string, ((question: Buffer) => Buffer) | null]>([
    ['is silent', null],
    ['answers with nonsense', () => Buffer.from('what?')],
    ['answers another question', (question) => Buffer.concat([Buffer.from([0, 0]), question.subarray(2)])],
  ])('is done in time when the name server %s', async (_what, answer) => {
    const ldap = kept(await startPeer(replyWith(ROOT)));
    const kdc = kept(await startPeer(replyWith(NOBODY_KNOWN)));
    const observation = await observe(ldap, kdc.port, await startNameServer(answer));
    expect(verdictLine(observation)).toBe('open confirmed warn domain-dns-silent');
    expect(observation.durationMs / SERVICE_TIMEOUT_MS).toBeLessThan(1.2);
  });

  it.each<[string, Behaviour, string]>([
    ['is mute', mute, 'timeout'],
    ['hangs up', hangUp, 'closed'],
    ['speaks HTTP', replyWith('HTTP/1.1 400 Bad\r\n\r\n'), 'protocol'],
    ['cuts its answer', replyWith(NOBODY_KNOWN.subarray(0, 20)), 'closed'],
  ])('keeps LDAP and is done in time when Kerberos %s', async (_what, behave, failure) => {
    const ldap = kept(await startPeer(replyWith(ROOT)));
    const kdc = kept(await startPeer(behave));
    const observation = await observe(ldap, kdc.port, await startNameServer(noSuchName));
    expect(observation).toMatchObject({ facts: { spoke: 'ldap', kerberos: { confirmed: false, failure } } });
    expect(verdictLine(observation)).toBe('open confirmed warn domain-kerberos');
    expect(observation.durationMs / SERVICE_TIMEOUT_MS).toBeLessThan(1.2);
    await Promise.all(kdc.connections.map(({ closed }) => closed));
  });

  it('says that Kerberos refuses where nobody listens', async () => {
    const ldap = kept(await startPeer(replyWith(ROOT)));
    const observation = await observe(ldap, await closedPort(), await startNameServer(noSuchName));
    expect(observation).toMatchObject({ facts: { kerberos: { failure: 'ECONNREFUSED' } } });
  });

  it('takes the name of the domain from the directory where the profile has none', async () => {
    const ldap = kept(await startPeer(replyWith(ROOT)));
    const kdc = kept(await startPeer(replyWith(NOBODY_KNOWN)));
    const options = { domain: '', nameServer: await startNameServer(noSuchName), kerberosPort: kdc.port };
    const observation = await observeService('domain', ldap, options);
    expect(observation).toMatchObject({ facts: { domain: 'corp.example', kerberos: { confirmed: true } } });
    expect(kdc.connections[0]?.received().toString('latin1')).toContain('CORP.EXAMPLE');
  });

  it('accepts a directory that shows nothing without a login', async () => {
    const ldap = kept(await startPeer(replyWith(ldapDone(50, 'anonymous operations disallowed'))));
    const options = { domain: '', nameServer: '', kerberosPort: 88 };
    const observation = await observeService('domain', ldap, options);
    expect(observation).toMatchObject({
      facts: { rootEntry: null, domain: null, dns: null, kerberos: null },
    });
    expect(verdictLine(observation)).toBe('open denied pass domain-ldap-refused');
  });

  it('finds LDAP within TLS', async () => {
    const ldap = kept(await startTlsPeer(replyWith(ROOT)));
    const kdc = kept(await startPeer(replyWith(NOBODY_KNOWN)));
    const observation = await observe(ldap, kdc.port, await startNameServer(noSuchName), 2000);
    expect(observation).toMatchObject({ facts: { spoke: 'ldap', tls: { protocol: 'TLSv1.3' } } });
  });

  it('reads the same wherever the network splits it', async () => {
    const options = { domain: '', nameServer: '', kerberosPort: 88 };
    const reply = Buffer.concat([ldapEntry({ supportedLDAPVersion: ['3'] }), ldapDone(0, '')]);
    for (let at = 1; at < reply.length; at += 1) {
      const peer = await startPeer((socket) => {
        socket.once('data', () => {
          socket.write(reply.subarray(0, at));
          setImmediate(() => socket.end(reply.subarray(at)));
        });
      });
      const observation = await observeService('domain', peer, options, { timeoutMs: 5000 });
      await peer.close();
      expect(observation, `split at ${at}`).toMatchObject({ facts: { rootEntry: { ldapVersions: ['3'] } } });
    }
  });
});
