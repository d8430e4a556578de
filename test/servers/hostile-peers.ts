/** Every fault of a TCP peer, and what each probe may make of it. */
import {
  drip,
  flood,
  greetWith,
  hangUp,
  hangUpOnRequest,
  mute,
  replyAndStay,
  replyWith,
  reset,
  resetOnRequest,
  TLS_ALERT,
  TLS_RECORD_HEADER,
  tlsGarbage,
} from './behaviours.ts';
import { type Behaviour, type Peer, startPeer, startTlsPeer } from './peer.ts';
import type { ProbeHost } from './probe-hosts.ts';

export interface Fault {
  readonly name: string;
  readonly start: (host: ProbeHost) => Promise<Peer>;
  /** Against the line of a cell: what was seen, and its verdict. */
  readonly expected: RegExp;
}

const MANY_BYTES = 100 * 1024 * 1024;
const PIECE = Buffer.alloc(65_536, 'x');
const DRIP_MS = 20;

const RESET = /^(?:request|tls|reply) (?:ECONNRESET|EPIPE) \| open silent fail hung-up$/;
const ENDED = /^(?:tls|reply) closed \| open silent fail hung-up$/;
const MUTE = /^(?:tls|reply) timeout \| open silent fail silent-service$/;
/** Something came that is no word of the protocol, or not the whole of one. */
const ODD =
  /^(?:answered|(?:tls|reply|login) (?:protocol|too-large|closed|incomplete|ERR_SSL_\w+)) \| open (?:mismatch|silent) fail (?:unexpected-protocol|reply-too-large|reply-too-slow|hung-up|tls-failed|tls-on-plain-port)$/;
const SLOW = new RegExp(`${ODD.source}|^reply timeout \\| open silent fail silent-service$`);
/** Whoever speaks only after the handshake, or never asks for TLS, sees a mute peer or one that hangs up. */
const WITHIN_TLS =
  /^(?:answered|(?:reply|login) (?:timeout|closed|incomplete|too-large|protocol|ECONNRESET)) \| open (?:mismatch|silent) fail /;
/** HTTP that was begun right is HTTP, however long it goes on. */
const PROMISED =
  /^answered \| open (?:mismatch (?:fail|warn) |confirmed (?:pass service-confirmed|warn download-inspected)$)|^(?:reply|login) (?:too-large|incomplete|timeout|closed|protocol) \| open (?:mismatch|silent) fail /;
/** Something was said within TLS, so an answer that tells of silence is none. */
const SAID_WITHIN_TLS =
  /^answered \| open mismatch fail |^(?:reply|login) (?:too-large|incomplete|timeout|closed|protocol) \| open (?:mismatch|silent) fail /;
const LOST = /^answered \| open silent fail ftp-control-lost$/;

/** From the first connection on. */
function atOnce(name: string, behave: Behaviour, expected: RegExp): Fault {
  return { name, start: () => startPeer(behave), expected };
}

/** Once something is asked; a service that speaks first has greeted before. */
function whenAsked(name: string, behave: Behaviour, expected: RegExp): Fault {
  return {
    name,
    start: ({ greeting }) => startPeer(greeted(greeting, behave)),
    expected: new RegExp(`${expected.source}|${LOST.source}`),
  };
}

function withinTls(name: string, behave: (host: ProbeHost) => Behaviour, expected: RegExp): Fault {
  return { name: `${name} within TLS`, start: (host) => startTlsPeer(behave(host)), expected };
}

function greeted(greeting: string, behave: Behaviour): Behaviour {
  return (socket) => {
    if (greeting !== '') socket.write(greeting);
    behave(socket);
  };
}

/** Does not wait to be asked. */
const endlessBanner: Behaviour = (socket) => {
  const pump = () => {
    while (!socket.destroyed && socket.write(PIECE));
  };
  socket.on('drain', pump);
  pump();
};

const longBody = ({ promise }: ProbeHost) => flood(promise.toString('latin1'), PIECE, MANY_BYTES);

export const FAULTS: readonly Fault[] = [
  atOnce('is mute', mute, MUTE),
  whenAsked('is mute after the greeting', mute, MUTE),
  atOnce('closes its half at once', hangUp, ENDED),
  whenAsked('closes its half when asked', hangUpOnRequest, ENDED),
  atOnce('resets at once', reset, RESET),
  whenAsked('resets when asked', resetOnRequest, RESET),
  atOnce('sends a banner without end', endlessBanner, ODD),
  whenAsked('sends letters without end', flood('', PIECE), ODD),
  whenAsked('sends zeros without end', flood('', Buffer.alloc(65_536)), ODD),
  whenAsked('sends lines without end', flood('', Buffer.from('a: b\r\n'.repeat(5000))), ODD),
  {
    name: 'sends a body of 100 MB',
    start: (host) => startPeer(greeted(host.greeting, longBody(host))),
    expected: new RegExp(`${PROMISED.source}|${LOST.source}`),
  },
  whenAsked('drips zeros', drip(Buffer.alloc(1000), DRIP_MS), SLOW),
  whenAsked('drips letters', drip('HTTP/1.1 200 O'.repeat(20), DRIP_MS), SLOW),
  whenAsked('drips digits', drip('220-'.repeat(100), DRIP_MS), SLOW),
  whenAsked('sends one byte and hangs up', replyWith(Buffer.from([1])), ODD),
  atOnce('greets like SSH', greetWith('SSH-2.0-OpenSSH_9.2\r\n'), ODD),
  whenAsked('answers with a TLS alert', replyWith(TLS_ALERT), ODD),
  atOnce('begins a TLS record that never comes', greetWith(TLS_RECORD_HEADER), ODD),
  whenAsked('begins a TLS handshake and stalls', replyAndStay(TLS_RECORD_HEADER), ODD),
  whenAsked('sends noise in a TLS record', replyWith(tlsGarbage()), ODD),
  whenAsked('sends noise in a TLS record and stays', replyAndStay(tlsGarbage()), ODD),
  withinTls('is mute', () => mute, WITHIN_TLS),
  withinTls('closes its half when asked', () => hangUpOnRequest, WITHIN_TLS),
  withinTls('sends letters without end', () => flood('', PIECE), SAID_WITHIN_TLS),
  withinTls('drips', () => drip('HTTP/1.1 200 O'.repeat(20), DRIP_MS), SAID_WITHIN_TLS),
  withinTls('sends a body of 100 MB', longBody, PROMISED),
];
