/** The HAProxy probe against TLS servers that answer by a table: path → reply. */
import { afterEach, describe, expect, it } from 'vitest';
import { replyWith } from '../../servers/behaviours.ts';
import { type Behaviour, type Peer, startPeer, startTlsPeer } from '../../servers/peer.ts';
import { observeService, SERVICE_TIMEOUT_MS, verdictLine } from '../../servers/service-observe.ts';

const peers: Peer[] = [];

afterEach(async () => {
  await Promise.all(peers.splice(0).map((peer) => peer.close()));
});

function html(status: string, body: string, fields: readonly string[] = []): string {
  const head = [`HTTP/1.1 ${status}`, 'Content-Type: text/html', ...fields, 'Connection: close'];
  return `${head.join('\r\n')}\r\n\r\n${body}`;
}

const PANEL = html('200 OK', '<html><head><title>Statistics Report for HAProxy</title>\n<meta/></html>');
const PANEL_OF_NODE = html('200 OK', '<title>Statistics Report for HAProxy on lb1</title>');
const PANEL_WITHOUT_TITLE = html('200 OK', '<body><h1><a>HAProxy version 2.6.12, released</a></h1></body>');
const LOGIN = html('401 Unauthorized', '<h1>401</h1>', [
  'WWW-Authenticate: Basic realm="HAProxy Statistics"',
]);
const NO_SERVER = html('503 Service Unavailable', '<h1>503</h1>');
const NOT_FOUND = html('404 Not Found', '');
const OTHER = html('200 OK', '<title>Личный кабинет</title>');
const ABOUT = html('200 OK', '<title>News</title><p>Statistics Report for HAProxy is a page</p>');

/** Null is silence. */
function paths(replies: Readonly<Record<string, string | null>>): Behaviour {
  return (socket) => {
    socket.once('data', (bytes: Buffer) => {
      const path = bytes.toString().split(' ')[1] ?? '';
      const reply = path in replies ? replies[path] : NOT_FOUND;
      if (typeof reply === 'string') socket.end(reply);
    });
  };
}

async function observed(behave: Behaviour) {
  const peer = await startTlsPeer(behave);
  peers.push(peer);
  const observation = await observeService('haproxy', peer, {}, { timeoutMs: SERVICE_TIMEOUT_MS * 3 });
  return { observation, peer };
}

describe('haproxy probe', () => {
  it.each<[string, Readonly<Record<string, string | null>>, string, object]>([
    ['the panel', { '/': PANEL }, 'open confirmed pass service-confirmed', { panel: true, path: '/' }],
    ['a panel that names its node', { '/': PANEL_OF_NODE }, 'open confirmed pass service-confirmed', {}],
    [
      'a panel by its body alone',
      { '/': PANEL_WITHOUT_TITLE },
      'open confirmed pass service-confirmed',
      { panel: true },
    ],
    [
      'a panel at the usual path',
      { '/': NOT_FOUND, '/stats': PANEL },
      'open confirmed pass service-confirmed',
      { panel: true, path: '/stats' },
    ],
    [
      "a panel at HAProxy's own path",
      { '/': NO_SERVER, '/stats': NO_SERVER, '/haproxy?stats': PANEL },
      'open confirmed pass service-confirmed',
      { panel: true, path: '/haproxy?stats' },
    ],
    [
      'a login',
      { '/': LOGIN },
      'open denied pass login-required',
      { panel: false, reply: { status: 401, authenticate: 'Basic' } },
    ],
    [
      'a login before another path',
      { '/stats': LOGIN },
      'open denied pass login-required',
      { path: '/stats' },
    ],
    [
      'another page',
      { '/': OTHER },
      'open mismatch warn haproxy-other-page',
      { panel: false, path: '/', reply: { title: 'Личный кабинет' } },
    ],
    ['a page about the panel', { '/': ABOUT }, 'open mismatch warn haproxy-other-page', { panel: false }],
    ['a page that is not there', {}, 'open mismatch warn haproxy-other-page', { reply: { status: 404 } }],
    [
      'a balancer without servers and without a panel',
      { '/': NO_SERVER, '/stats': NO_SERVER, '/haproxy?stats': NO_SERVER },
      'open confirmed warn server-error',
      { panel: false },
    ],
  ])('tells %s', async (_what, replies, line, facts) => {
    const { observation, peer } = await observed(paths(replies));
    expect(observation).toMatchObject({ outcome: 'answered', facts: { spoke: 'tls', ...facts } });
    expect(verdictLine(observation)).toBe(line);
    await Promise.all(peer.connections.map(({ closed }) => closed));
  });

  it('keeps what the first page said when the further paths are silent', async () => {
    const { observation } = await observed(paths({ '/': OTHER, '/stats': null }));
    expect(verdictLine(observation)).toBe('open mismatch warn haproxy-other-page');
    expect(observation.durationMs / (SERVICE_TIMEOUT_MS * 3)).toBeLessThan(1.2);
  });

  it('asks no further where the panel was found', async () => {
    const { peer } = await observed(paths({ '/': PANEL }));
    expect(peer.connections).toHaveLength(1);
  });

  it('does not take a panel without TLS for the one that is required', async () => {
    const peer = await startPeer(replyWith(PANEL));
    peers.push(peer);
    const observation = await observeService('haproxy', peer, {});
    expect(observation).toMatchObject({ facts: { spoke: 'plain-http', panel: false } });
    expect(verdictLine(observation)).toBe('open mismatch fail plain-http-on-tls-port');
  });
});
