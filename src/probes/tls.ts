/** A TLS handshake that refuses nothing, and what the peer showed in it. */
import { isIP, type Socket } from 'node:net';
import {
  checkServerIdentity,
  connect,
  createSecureContext,
  type SecureContext,
  type TLSSocket,
} from 'node:tls';
import type { TlsFacts } from '../contract/facts.ts';
import { type Dialled, tieToSignal } from './dial.ts';
import { toProbeError } from './errors.ts';
import { type ProbeContext, ProbeError } from './probe.ts';
import { formatName, splitAltNames } from './wire/certificate-text.ts';
import { printableText } from './wire/printable.ts';

export interface Secured {
  readonly socket: TLSSocket;
  readonly facts: TlsFacts;
}

const MAX_FIELD = 300;

/**
 * Shakes hands over a dialled socket. `host` is the profile's: a name goes out as SNI (RFC 6066, 3), an address
 * does not. Rejects with `closed`, `timeout`, `incomplete`, an errno, or OpenSSL's code.
 */
export async function shakeHands(
  { socket: raw, untie }: Dialled,
  host: string,
  context: ProbeContext,
): Promise<Secured> {
  context.signal.throwIfAborted();
  const name = isIP(host) === 0 ? host.replace(/\.$/, '') : null;
  context.trace(name === null ? 'TLS handshake without SNI' : `TLS handshake, SNI ${name}`);
  const socket = connect({
    socket: raw,
    secureContext: openContext(),
    rejectUnauthorized: false,
    checkServerIdentity: () => undefined,
    ...(name === null ? {} : { servername: name }),
  });
  // Node crashes where the socket below is destroyed before the TLS socket; destroying the latter ends both.
  untie();
  tieToSignal(socket, context.signal);
  await secured(socket, raw, context.signal);
  const facts = readFacts(socket, host);
  context.trace(`${facts.protocol} ${facts.cipher}`);
  context.trace(
    `certificate ${facts.subject}, issuer ${facts.issuer}, ${facts.validFrom} – ${facts.validTo}`,
  );
  if (facts.verificationError !== null) context.trace(`verification: ${facts.verificationError}`);
  return { socket, facts };
}

let sharedContext: SecureContext | null = null;

/** An old printer with TLS 1.0 and a short key is to be reported, not refused. BoringSSL knows no security levels. */
function openContext(): SecureContext {
  sharedContext ??= firstThatWorks([
    () => createSecureContext({ minVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' }),
    () => createSecureContext({ minVersion: 'TLSv1' }),
    () => createSecureContext(),
  ]);
  return sharedContext;
}

function firstThatWorks<T>(makers: readonly (() => T)[]): T {
  let last: unknown;
  for (const make of makers) {
    try {
      return make();
    } catch (error) {
      last = error;
    }
  }
  throw last;
}

function secured(socket: TLSSocket, raw: Socket, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const onSecure = () => settle(null);
    const onClose = () => settle(new ProbeError('closed', 'the peer hung up during the TLS handshake'));
    const onAbort = () =>
      settle(
        raw.bytesRead === 0
          ? signal.reason
          : new ProbeError('incomplete', `the TLS handshake stopped after ${raw.bytesRead} bytes`),
      );
    const onError = (error: Error) =>
      settle(wasHungUp(error) ? new ProbeError('closed', error.message, error) : error);
    function settle(error: unknown): void {
      socket.off('secureConnect', onSecure).off('error', onError).off('close', onClose);
      signal.removeEventListener('abort', onAbort);
      if (error === null) resolve();
      else {
        socket.destroy();
        reject(toProbeError(error));
      }
    }
    socket.once('secureConnect', onSecure).once('error', onError).once('close', onClose);
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort, { once: true });
  });
}

/** Node reports an orderly end before the handshake as ECONNRESET, with this message. */
function wasHungUp(error: Error): boolean {
  return error.message.startsWith('Client network socket disconnected before secure TLS connection');
}

function readFacts(socket: TLSSocket, host: string): TlsFacts {
  const certificate = socket.getPeerCertificate();
  if (certificate.fingerprint256 === undefined)
    throw new ProbeError('protocol', 'the peer showed no certificate');
  const subject = formatName(certificate.subject);
  const issuer = formatName(certificate.issuer);
  return {
    protocol: socket.getProtocol() ?? 'unknown',
    cipher: socket.getCipher().name,
    subject: printableText(subject, MAX_FIELD),
    subjectAltNames: splitAltNames(certificate.subjectaltname ?? '').map((name) =>
      printableText(name, MAX_FIELD),
    ),
    issuer: printableText(issuer, MAX_FIELD),
    validFrom: isoTime(certificate.valid_from),
    validTo: isoTime(certificate.valid_to),
    fingerprint256: certificate.fingerprint256,
    selfSigned: subject === issuer,
    nameMatches: checkServerIdentity(host, certificate) === undefined,
    verificationError: verificationError(socket),
  };
}

function isoTime(text: string): string {
  const time = new Date(text);
  if (Number.isNaN(time.getTime()))
    throw new ProbeError('protocol', `the certificate has no readable date: ${text}`);
  return time.toISOString();
}

/** Typed as an Error, but Node puts the code there (`CERT_HAS_EXPIRED`). */
function verificationError(socket: TLSSocket): string | null {
  const error: unknown = socket.authorizationError;
  if (error === null || error === undefined) return null;
  return error instanceof Error ? error.message : String(error);
}
