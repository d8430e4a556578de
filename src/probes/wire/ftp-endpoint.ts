/** Addresses and ports as FTP writes them: 227 and 229 of the server, PORT and EPRT of the client. */
import type { FtpReply } from './ftp-reply.ts';

export interface FtpEndpoint {
  /** Null where the reply holds only a port (229). */
  readonly address: string | null;
  readonly port: number;
}

/** `h1,h2,h3,h4,p1,p2`, with or without brackets around it (RFC 1123, 4.1.2.6); null where a number is missing or wrong. */
export function parsePasv(reply: FtpReply): FtpEndpoint | null {
  if (reply.code !== 227) return null;
  const match = /(?<![\d,])(\d{1,3}(?:,\d{1,3}){5})(?![\d,])/.exec(textOf(reply));
  const numbers = (match?.[1] ?? '').split(',').map(Number);
  if (numbers.length !== 6 || numbers.some((number) => number > 255)) return null;
  const [a, b, c, d, high = 0, low = 0] = numbers;
  const port = high * 256 + low;
  return port === 0 ? null : { address: `${a}.${b}.${c}.${d}`, port };
}

/** `(|||port|)` with any printable delimiter (RFC 2428, 3); null where the port is missing or wrong. */
export function parseEpsv(reply: FtpReply): FtpEndpoint | null {
  if (reply.code !== 229) return null;
  const match = /\(([!-~])\1\1(\d{1,5})\1\)/.exec(textOf(reply));
  const port = Number(match?.[2] ?? 0);
  return port < 1 || port > 65535 ? null : { address: null, port };
}

/** `PORT 10,0,0,1,117,48` for an IPv4 address (RFC 959, 4.1.2). */
export function formatPort(address: string, port: number): string {
  return `PORT ${[...address.split('.'), port >> 8, port & 0xff].join(',')}`;
}

/** `EPRT |1|10.0.0.1|30000|`, family 1 for IPv4 and 2 for IPv6 (RFC 2428, 2). */
export function formatEprt(address: string, port: number): string {
  return `EPRT |${address.includes(':') ? 2 : 1}|${address}|${port}|`;
}

function textOf(reply: FtpReply): string {
  return reply.lines.join('\n');
}
