/** Connecting, apart from the talk: resolves the name, tries its addresses in order, ties the socket to the attempt. */
import { connect, isIP, type Socket } from 'node:net';
import { toProbeError } from './errors.ts';
import { type HostAddress, type ProbeContext, ProbeError, type ProbeTarget } from './probe.ts';
import { printableText } from './wire/printable.ts';

export interface Dialled {
  readonly socket: Socket;
  /** The address that accepted. */
  readonly address: string;
  readonly localAddress: string;
  /** Hands the duty to end with the attempt over to who wraps the socket. */
  readonly untie: () => void;
}

/**
 * Connects to the first address of the host that accepts. A silent address costs one connect budget, a refusal
 * nothing; when none accepts, an answer is thrown rather than a silence. The socket dies with `context.signal`.
 */
export async function dial(target: ProbeTarget, context: ProbeContext): Promise<Dialled> {
  context.enter('resolve');
  const addresses = await usableAddresses(target.host, context);
  let failure = new ProbeError('timeout', `${target.host} has no address`);
  for (const { address } of addresses) {
    context.enter('connect');
    try {
      return await dialAddress(address, target.port, context);
    } catch (error) {
      if (context.signal.aborted) throw error;
      if (failure.code === 'timeout') failure = toProbeError(error);
    }
  }
  throw failure;
}

/** Connects to an address that accepted before. Enters no phase. */
export async function dialAddress(address: string, port: number, context: ProbeContext): Promise<Dialled> {
  const { localAddress } = context;
  const from = localAddress === null ? '' : ` from ${localAddress}`;
  context.trace(`connect ${endpoint(address, port)}${from}`);
  const socket = connect({
    host: address,
    port,
    noDelay: true,
    ...(localAddress === null ? {} : { localAddress }),
  });
  const untie = tieToSignal(socket, context.signal);
  try {
    await connected(socket, endpoint(address, port), context);
    if (isConnectedToItself(socket)) {
      throw new ProbeError('ECONNREFUSED', 'nothing listens: the connection met itself (RFC 9293, 3.5)');
    }
  } catch (error) {
    socket.destroy();
    const failure = toProbeError(error);
    // A reset during the handshake is ECONNREFUSED; this one came after it, so the port is open.
    if (failure.code === 'ECONNRESET') context.enter('request');
    context.trace(`${endpoint(address, port)}: ${failure.code}`);
    throw failure;
  }
  context.trace(`connected from ${endpoint(socket.localAddress ?? '?', socket.localPort ?? 0)}`);
  return { socket, address, localAddress: socket.localAddress ?? '', untie };
}

/** Ends a connection to which nothing was written: unread bytes are drained first, because the kernel resets otherwise. */
export function hangUp(socket: Socket): void {
  socket.resume();
  socket.destroySoon();
}

/** `10.0.0.1:80`, `[fe80::1]:80` (RFC 3986, 3.2.2). */
export function endpoint(host: string, port: number): string {
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}

/** The addresses of a host that can be reached from the bound local address, in the order of the system. */
export async function usableAddresses(host: string, context: ProbeContext): Promise<readonly HostAddress[]> {
  const found = await context.resolve(host);
  if (isIP(host) === 0) {
    const list = found.map(({ address }) => address).join(', ');
    context.trace(printableText(`resolve ${host}: ${list}`, 400));
  }
  const family = context.localAddress === null ? 0 : isIP(context.localAddress);
  const usable = family === 0 ? found : found.filter((entry) => entry.family === family);
  if (usable.length === 0) {
    throw new ProbeError('EAFNOSUPPORT', `${host} has no address of the family of ${context.localAddress}`);
  }
  return usable;
}

/** On this computer the system may choose the probed port as the source: TCP then connects to itself. */
function isConnectedToItself(socket: Socket): boolean {
  return socket.localPort === socket.remotePort && socket.localAddress === socket.remoteAddress;
}

/** A library may forget its socket; the attempt's signal never does. Returns how to undo it. */
export function tieToSignal(socket: Socket, signal: AbortSignal): () => void {
  const destroy = () => socket.destroy();
  const untie = () => signal.removeEventListener('abort', destroy);
  socket.on('error', () => {});
  if (signal.aborted) destroy();
  else signal.addEventListener('abort', destroy, { once: true });
  socket.once('close', untie);
  return untie;
}

function connected(socket: Socket, where: string, context: ProbeContext): Promise<void> {
  return new Promise((resolve, reject) => {
    const budgetMs = Math.max(1, context.remainingMs());
    const timer = setTimeout(
      () => settle(new ProbeError('timeout', `${where} did not answer in ${Math.round(budgetMs)} ms`)),
      budgetMs,
    );
    const onClose = () => settle(context.signal.reason ?? new ProbeError('closed', 'the socket was closed'));
    const onConnect = () => settle(null);
    function settle(error: unknown): void {
      clearTimeout(timer);
      socket.off('connect', onConnect).off('error', settle).off('close', onClose);
      if (error === null) resolve();
      else reject(error);
    }
    socket.once('connect', onConnect).once('error', settle).once('close', onClose);
  });
}
