/** A way through an HTTP proxy: CONNECT, and what the proxy says to it (RFC 9110, 9.3.6). */
import type { ProxyFacts, WebProxy } from '../contract/facts-online-install.ts';
import { type Dialled, dial, endpoint } from './dial.ts';
import { toProbeError } from './errors.ts';
import type { ProbeContext, ProbeTarget } from './probe.ts';
import { readReply } from './talk.ts';
import { type HttpHead, parseHttpHead } from './wire/http-reply.ts';
import { printableBytes } from './wire/printable.ts';

export interface Tunnel {
  /** The connection to the proxy, which from here on is one to the target; null where there is no way through. */
  readonly dialled: Dialled | null;
  readonly outcome: ProxyFacts['outcome'];
  readonly status: number | null;
  /** Why no reply came. */
  readonly error: string | null;
  /** Of something that is no HTTP proxy. */
  readonly firstBytes: string | null;
}

const HEAD_LIMIT = 16 * 1024;
const FIRST_BYTES = 64;
const NO_WAY = { dialled: null, status: null, error: null, firstBytes: null } as const;

/** Never rejects: whatever happens to the proxy is told, because no fault of the target is meant by it. */
export async function openTunnel(
  proxy: WebProxy,
  target: ProbeTarget,
  context: ProbeContext,
): Promise<Tunnel> {
  try {
    const dialled = await dialPatiently({ ...target, host: proxy.host, port: proxy.port }, context);
    return await askForTunnel(dialled, proxy, endpoint(target.host, target.port), context);
  } catch (error) {
    return { ...NO_WAY, outcome: 'no-answer', error: toProbeError(error).code };
  }
}

/** The runner repeats only what a target leaves unanswered; the proxy's silence is asked again here. */
async function dialPatiently(proxy: ProbeTarget, context: ProbeContext): Promise<Dialled> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await dial(proxy, context);
    } catch (error) {
      const isSilence = toProbeError(error).code === 'timeout' && !context.signal.aborted;
      if (!isSilence || attempt >= context.patience.attempts) throw error;
    }
  }
}

async function askForTunnel(
  dialled: Dialled,
  { login }: WebProxy,
  authority: string,
  context: ProbeContext,
): Promise<Tunnel> {
  context.enter('request');
  const lines = [`CONNECT ${authority} HTTP/1.1`, `Host: ${authority}`, 'User-Agent: printum-sitecheck'];
  for (const line of lines) context.trace(`> ${line}`);
  if (login !== '') {
    context.trace('> Proxy-Authorization: Basic •••');
    lines.push(`Proxy-Authorization: Basic ${Buffer.from(login).toString('base64')}`);
  }
  dialled.socket.write(`${lines.join('\r\n')}\r\n\r\n`);
  context.enter('reply');
  const answer = await readReply(dialled.socket, {
    signal: context.signal,
    limitBytes: HEAD_LIMIT,
    accept: (bytes): HttpHead | string | null => {
      const parse = parseHttpHead(bytes);
      if (parse.kind === 'not-http') return printableBytes(bytes, FIRST_BYTES);
      return parse.kind === 'head' ? parse.head : null;
    },
  });
  if (typeof answer === 'string') return { ...NO_WAY, outcome: 'other', firstBytes: answer };
  const { status, statusText, version } = answer;
  context.trace(`< HTTP/${version} ${status} ${statusText}`);
  if (status >= 200 && status < 300) return { ...NO_WAY, dialled, outcome: 'tunnel', status };
  if (status !== 407) return { ...NO_WAY, outcome: 'refused', status };
  return { ...NO_WAY, outcome: login === '' ? 'login-wanted' : 'login-refused', status };
}
