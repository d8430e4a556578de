/** A small FTP server on loopback that does as its script says: right by default, wrong where a test wants it. */
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** What to do in place of the right reply: raw bytes to send, or a way to break off. */
export type FtpMisdeed =
  | { readonly send: string | Buffer }
  | { readonly end: 'mute' | 'reset' | 'close' }
  /** One byte of `drip` each time `everyMs` have passed. */
  | { readonly drip: string; readonly everyMs: number };

export interface FtpScript {
  readonly greeting?: FtpMisdeed;
  /** Asked for every command before it is carried out; undefined lets the server do it right. */
  readonly on?: (verb: string, argument: string) => FtpMisdeed | undefined;
  readonly user?: string;
  readonly password?: string;
  /** Reply bytes leave one by one, each in a segment of its own. */
  readonly byteByByte?: boolean;
  /** Announced in place of the true data port or address. */
  readonly announce?: { readonly address?: string; readonly port?: number };
  /** Fixed ports for data connections, tried in order. */
  readonly passivePorts?: readonly number[];
  /** In active mode: `refused` answers 425 at once, `blocked` holds the session, `from` connects from this address. */
  readonly callback?: 'refused' | 'blocked' | { readonly from: string };
  /** Changes what is read back. */
  readonly garble?: (bytes: Buffer) => Buffer;
}

export interface FtpServer {
  readonly host: string;
  readonly port: number;
  readonly files: Map<string, Buffer>;
  /** Every command line of every session, in order. */
  readonly commands: readonly string[];
  /** Sockets and listeners that are still there. */
  readonly openHandles: () => number;
  /** Resolves once no session is left. */
  readonly idle: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const HOST = '127.0.0.1';

/** Listens on a free port of loopback; user `scan`, password `s3cret-word` unless told otherwise. */
export async function startFtpServer(script: FtpScript = {}): Promise<FtpServer> {
  const files = new Map<string, Buffer>();
  const commands: string[] = [];
  const sockets = new Set<Socket>();
  const listeners = new Set<Server>();
  const server = createServer((socket) => {
    track(socket);
    new Session(socket, script, { files, commands, track, listeners }).start();
  });
  function track(socket: Socket): void {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.once('close', () => {
      sockets.delete(socket);
      if (sockets.size === 0) server.emit('idle');
    });
  }
  server.listen(0, HOST);
  await once(server, 'listening');
  return {
    host: HOST,
    port: (server.address() as AddressInfo).port,
    files,
    commands,
    openHandles: () => sockets.size + listeners.size,
    idle: async () => {
      while (sockets.size > 0) await once(server, 'idle');
    },
    close: async () => {
      for (const listener of listeners) listener.close();
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

interface Shared {
  readonly files: Map<string, Buffer>;
  readonly commands: string[];
  readonly track: (socket: Socket) => void;
  readonly listeners: Set<Server>;
}

class Session {
  private pending = '';
  private queue: Promise<void> = Promise.resolve();
  private sending: Promise<void> = Promise.resolve();
  private loggedIn = false;
  private passive: { readonly listener: Server; readonly socket: Promise<Socket> } | null = null;
  private active: { readonly host: string; readonly port: number } | null = null;

  constructor(
    private readonly socket: Socket,
    private readonly script: FtpScript,
    private readonly shared: Shared,
  ) {}

  start(): void {
    this.socket.setNoDelay(true);
    this.socket.once('close', () => this.closePassive());
    if (this.script.greeting === undefined) this.say('220 ready');
    else this.misbehave(this.script.greeting);
    this.socket.on('data', (bytes: Buffer) => {
      this.pending += bytes.toString('utf8');
      for (let end = this.pending.indexOf('\r\n'); end !== -1; end = this.pending.indexOf('\r\n')) {
        const line = this.pending.slice(0, end);
        this.pending = this.pending.slice(end + 2);
        this.shared.commands.push(line);
        this.queue = this.queue.then(() => this.handle(line)).catch(() => {});
      }
    });
  }

  private say(line: string): void {
    this.send(Buffer.from(`${line}\r\n`));
  }

  private send(bytes: Buffer): void {
    if (this.script.byteByByte !== true) {
      this.socket.write(bytes);
      return;
    }
    for (const byte of bytes) {
      this.sending = this.sending.then(
        () =>
          new Promise((resolve) => {
            if (this.socket.destroyed) return resolve();
            this.socket.write(Buffer.of(byte), () => setImmediate(resolve));
          }),
      );
    }
  }

  private misbehave(misdeed: FtpMisdeed): void {
    if ('send' in misdeed) this.send(Buffer.from(misdeed.send));
    else if ('drip' in misdeed) this.drip(misdeed.drip, misdeed.everyMs);
    else if (misdeed.end === 'reset') this.socket.resetAndDestroy();
    else if (misdeed.end === 'close') this.socket.end();
  }

  private drip(text: string, everyMs: number): void {
    let at = 0;
    const timer = setInterval(() => {
      this.socket.write(text.charAt(at % text.length));
      at += 1;
    }, everyMs);
    this.socket.once('close', () => clearInterval(timer));
  }

  private async handle(line: string): Promise<void> {
    const [verb = '', ...words] = line.split(' ');
    const argument = words.join(' ');
    const misdeed = this.script.on?.(verb, argument);
    if (misdeed !== undefined) return this.misbehave(misdeed);
    const { user = 'scan', password = 's3cret-word' } = this.script;
    switch (verb) {
      case 'FEAT':
        return this.say('211-Features:\r\n EPSV\r\n SIZE\r\n211 End');
      case 'USER':
        this.loggedIn = false;
        return this.say(argument === user ? '331 password please' : '530 no such user');
      case 'PASS':
        this.loggedIn = argument === password;
        return this.say(this.loggedIn ? '230 welcome' : '530 Login incorrect.');
      case 'QUIT':
        this.say('221 bye');
        this.socket.end();
        return;
      default:
        return this.loggedIn ? this.serve(verb, argument) : this.say('530 Please login.');
    }
  }

  private async serve(verb: string, argument: string): Promise<void> {
    const { files } = this.shared;
    switch (verb) {
      case 'TYPE':
      case 'CWD':
        return this.say('200 fine');
      case 'PWD':
        return this.say('257 "/in""box" is current');
      case 'PASV':
      case 'EPSV':
        return this.announce(verb);
      case 'PORT':
      case 'EPRT':
        this.active = verb === 'PORT' ? fromPort(argument) : fromEprt(argument);
        return this.say('200 will do');
      case 'SIZE': {
        const file = files.get(argument);
        return this.say(file === undefined ? '550 no such file' : `213 ${file.length}`);
      }
      case 'DELE':
        return this.say(files.delete(argument) ? '250 gone' : '550 no such file');
      case 'LIST':
        return this.transfer((data) => data.end([...files.keys()].join('\r\n')));
      case 'RETR': {
        const file = files.get(argument);
        if (file === undefined) return this.say('550 no such file');
        return this.transfer((data) => data.end(this.script.garble?.(file) ?? file));
      }
      case 'STOR':
        files.set(argument, Buffer.alloc(0));
        return this.transfer(async (data) => {
          const pieces: Buffer[] = [];
          data.on('data', (piece: Buffer) => pieces.push(piece));
          await once(data, 'end');
          files.set(argument, Buffer.concat(pieces));
          data.end();
        });
      default:
        return this.say('502 not here');
    }
  }

  private async announce(verb: 'PASV' | 'EPSV'): Promise<void> {
    this.closePassive();
    const listener = createServer();
    this.shared.listeners.add(listener);
    listener.once('close', () => this.shared.listeners.delete(listener));
    const socket = once(listener, 'connection').then(([data]: Socket[]) => data!);
    listener.on('connection', (data: Socket) => this.shared.track(data));
    await listenOnOneOf(listener, this.script.passivePorts ?? [0]);
    this.passive = { listener, socket };
    const port = this.script.announce?.port ?? (listener.address() as AddressInfo).port;
    const address = this.script.announce?.address ?? HOST;
    const numbers = [...address.split('.'), port >> 8, port & 255].join(',');
    this.say(verb === 'PASV' ? `227 Entering Passive Mode (${numbers}).` : `229 Entering (|||${port}|)`);
  }

  private async transfer(move: (data: Socket) => unknown): Promise<void> {
    const data = await this.dataConnection();
    if (data === null) return;
    this.say('150 here it comes');
    await move(data);
    if (!data.closed) await once(data, 'close').catch(() => {});
    this.closePassive();
    this.say('226 done');
  }

  private async dataConnection(): Promise<Socket | null> {
    if (this.passive !== null) return this.passive.socket;
    const { callback } = this.script;
    if (this.active === null || callback === 'refused') {
      this.say('425 Failed to establish connection.');
      return null;
    }
    if (callback === 'blocked') return null;
    const { host, port } = this.active;
    const from = callback?.from;
    const data = connect({
      host,
      port,
      allowHalfOpen: true,
      ...(from === undefined ? {} : { localAddress: from }),
    });
    this.shared.track(data);
    await once(data, 'connect');
    return data;
  }

  private closePassive(): void {
    this.passive?.listener.close();
    this.passive = null;
  }
}

async function listenOnOneOf(listener: Server, ports: readonly number[]): Promise<void> {
  for (const port of ports) {
    const done = await new Promise<boolean>((resolve) => {
      listener.once('error', () => resolve(false));
      listener.listen(port, HOST, () => resolve(true));
    });
    if (done) return;
  }
  throw new Error('no free port for a data connection');
}

function fromPort(argument: string): { host: string; port: number } {
  const numbers = argument.split(',').map(Number);
  return { host: numbers.slice(0, 4).join('.'), port: (numbers[4] ?? 0) * 256 + (numbers[5] ?? 0) };
}

function fromEprt(argument: string): { host: string; port: number } {
  const [, , host = '', port = '0'] = argument.split('|');
  return { host, port: Number(port) };
}
