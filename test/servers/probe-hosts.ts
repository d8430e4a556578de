/** For every kind of probe over TCP: what it is told, and a server as it wishes for, to be spoiled by a test. */
import { connect } from 'node:net';
import { PROBE_SCHEMAS, type ProbeOptions } from '../../src/contract/facts.ts';
import type { ProbeKind } from '../../src/contract/words.ts';
import { encodeIppReply, IPP_TAGS } from '../../src/probes/wire/ipp-reply.ts';
import { PAGE, replyWith } from './behaviours.ts';
import { ldapDone, ldapEntry } from './domain-messages.ts';
import { startFtpServer } from './ftp-server.ts';
import { type Behaviour, startPeer, startTlsPeer } from './peer.ts';

export const UDP_KINDS = ['snmp', 'snmp-versions', 'snmp-trap'] as const satisfies readonly ProbeKind[];
type UdpKind = (typeof UDP_KINDS)[number];
type TcpKind = Exclude<ProbeKind, UdpKind>;

/** Content with an accepted connection: these write nothing, and whatever comes is none of their business. */
export const ONLY_CONNECT: ReadonlySet<string> = new Set<ProbeKind>(['tcp', 'raw']);

interface Server {
  readonly host: string;
  readonly port: number;
  readonly close: () => Promise<void>;
}

export interface ProbeHost {
  readonly name: string;
  readonly kind: ProbeKind;
  /** Some are told a second port: it is the same one. */
  readonly options: (port: number) => ProbeOptions<ProbeKind>;
  /** Said before anything is asked; empty where the client speaks first. */
  readonly greeting: string;
  /** A right beginning after which more than 100 MB are promised. */
  readonly promise: Buffer;
  /** How many timeouts a probe may take against a peer that never answers right; without it, its own budget. */
  readonly waits?: number;
  /** What every fault looks like, where it is not one of the checked port itself. */
  readonly broken?: RegExp | undefined;
  readonly startHonest: () => Promise<Server>;
}

const MANY = 105_000_000;
const HTTP = Buffer.from(
  `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: ${MANY}\r\n\r\n<title>a`,
);
const IPP_HEAD = Buffer.from(
  `HTTP/1.1 200 OK\r\nContent-Type: application/ipp\r\nContent-Length: ${MANY}\r\n\r\n\x01\x01\0\0\0\0\0\x01\x04`,
  'latin1',
);
const GREETING = '220 ready\r\n';
const PANEL =
  'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<title>Statistics Report for HAProxy</title>';
const PING = 'HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nOk.\n';
const MASTER = '*3\r\n$6\r\nmaster\r\n:10\r\n*0\r\n';
const SENTINEL = '*1\r\n*4\r\n$4\r\nname\r\n$7\r\nprintum\r\n$5\r\nflags\r\n$6\r\nmaster\r\n';
const ENTRY = Buffer.concat([ldapEntry({ namingContexts: ['dc=corp,dc=example'] }), ldapDone(0, '')]);
const FTP = { user: 'scan', password: 's3cret-word', directory: '/' };
const RESP = Buffer.from(`$${MANY}\r\n`);

function ippReply(): Buffer {
  const body = encodeIppReply({
    status: 0,
    requestId: 1,
    printers: [[{ tag: IPP_TAGS.name, name: 'printer-name', values: ['laser'] }]],
  });
  const head = `HTTP/1.1 200 OK\r\nContent-Type: application/ipp\r\nContent-Length: ${body.length}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), body]);
}

/** Looks for the word in each piece that arrives: the probes send one question in one piece. */
function answering(replies: Readonly<Record<string, string | Buffer>>): Behaviour {
  return (socket) => {
    socket.on('data', (bytes: Buffer) => {
      const asked = Object.keys(replies).find((word) => bytes.includes(word, 0, 'latin1'));
      const reply = asked === undefined ? undefined : replies[asked];
      if (reply !== undefined) socket.write(reply);
    });
    socket.on('end', () => socket.end());
  };
}

/** AuthenticationOk, ReadyForQuery (PostgreSQL, 55.7). */
const LET_IN = Buffer.from('R\0\0\0\x08\0\0\0\0Z\0\0\0\x05I', 'latin1');

/** Accepts every call with no results (RFC 5531, 9). */
const rpc: Behaviour = (socket) => {
  socket.on('data', (bytes: Buffer) => {
    const reply = Buffer.alloc(28);
    reply.writeUInt32BE(0x8000_0018, 0);
    bytes.copy(reply, 4, 4, 8);
    reply.writeUInt32BE(1, 8);
    socket.write(reply);
  });
  socket.on('end', () => socket.end());
};

const quiet: Behaviour = (socket) => {
  socket.on('end', () => socket.end());
};

/** Leads whoever asks with CONNECT to the server. */
async function startHonestProxy(server: Server): Promise<Server> {
  const proxy = await startPeer((socket) => {
    const upstream = connect(server.port, server.host);
    upstream.on('error', () => {});
    socket.once('data', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      socket.pipe(upstream).pipe(socket);
    });
    socket.once('close', () => upstream.destroy());
  });
  const close = async () => {
    await proxy.close();
    await server.close();
  };
  return { host: proxy.host, port: proxy.port, close };
}

type Row = Partial<Omit<ProbeHost, 'options'>> &
  Pick<ProbeHost, 'startHonest' | 'promise'> & {
    readonly options?: (port: number) => Readonly<Record<string, unknown>>;
  };

/** Keyed by kind, so that a kind without a host does not compile. */
const ROWS: Readonly<Record<TcpKind, readonly Row[]>> = {
  tcp: [{ promise: Buffer.from('x'), startHonest: () => startPeer(quiet) }],
  raw: [
    {
      options: () => ({ askModel: false }),
      promise: Buffer.from('x'),
      startHonest: () => startPeer(quiet),
    },
  ],
  http: [{ options: () => ({ path: '/' }), promise: HTTP, startHonest: () => startPeer(replyWith(PAGE)) }],
  https: [
    { options: () => ({ path: '/' }), promise: HTTP, startHonest: () => startTlsPeer(replyWith(PAGE)) },
  ],
  ipp: (['device', 'cups'] as const).map((operations) => ({
    name: `ipp of a ${operations}`,
    options: () => ({ operations }),
    promise: IPP_HEAD,
    startHonest: () => startPeer(replyWith(ippReply())),
  })),
  'ftp-active': [ftpRow()],
  'ftp-passive': [ftpRow()],
  redis: [
    {
      options: () => ({ password: 's3cret' }),
      promise: RESP,
      startHonest: () => startPeer(answering({ PING: '+PONG\r\n', ROLE: MASTER })),
    },
  ],
  'redis-sentinel': [
    {
      options: () => ({ password: '' }),
      promise: RESP,
      startHonest: () => startPeer(answering({ PING: '+PONG\r\n', SENTINEL })),
    },
  ],
  haproxy: [{ promise: HTTP, startHonest: () => startTlsPeer(replyWith(PANEL)) }],
  clickhouse: [
    { options: () => ({ tls: false }), promise: HTTP, startHonest: () => startPeer(replyWith(PING)) },
  ],
  postgresql: [
    {
      options: () => ({ user: 'printum', database: 'printum', password: 's3cret' }),
      promise: Buffer.from('R\x06\x42\x2c\x40\0\0\0\x0a', 'latin1'),
      startHonest: () => startPeer(answering({ '\x04\xd2\x16\x2f': 'N', printum: LET_IN })),
    },
  ],
  domain: [
    {
      // Names and Kerberos are asked where nobody listens: here the directory is the impostor.
      options: () => ({ domain: 'corp.example', nameServer: '127.0.0.1:9', kerberosPort: 9 }),
      promise: Buffer.from([0x30, 0x84, 0x06, 0x42, 0x2c, 0x40, 0x02, 0x01, 0x01]),
      startHonest: () => startPeer(replyWith(ENTRY)),
    },
  ],
  nfs: [
    {
      options: () => ({ export: '/srv/scans', rpcbindPort: 9 }),
      promise: Buffer.from([0x06, 0x42, 0x2c, 0x40]),
      startHonest: () => startPeer(rpc),
    },
  ],
  'online-install': [
    { promise: HTTP, startHonest: () => startTlsPeer(replyWith(PAGE)) },
    {
      name: 'online-install through a proxy',
      broken: /^answered \| unreachable not-checked fail proxy-(?:no-answer|not-http|tunnel-broken)$/,
      options: (port) => ({ proxy: { scheme: 'http', host: '127.0.0.1', port } }),
      promise: Buffer.from('HTTP/1.1 200 Connection established\r\n\r\n'),
      startHonest: async () => startHonestProxy(await startTlsPeer(replyWith(PAGE))),
    },
  ],
};

function ftpRow(): Row {
  return {
    options: () => FTP,
    greeting: GREETING,
    // One for the command that is not answered, one for the sweep of the range.
    waits: 2,
    promise: Buffer.from('211-features\r\n'),
    startHonest: () => startFtpServer(),
  };
}

export const PROBE_HOSTS: readonly ProbeHost[] = (Object.keys(ROWS) as TcpKind[]).flatMap((kind) =>
  ROWS[kind].map(({ options = () => ({}), ...row }) => ({
    name: kind,
    kind,
    greeting: '',
    ...row,
    options: (port) => PROBE_SCHEMAS[kind].options.parse(options(port)),
  })),
);
