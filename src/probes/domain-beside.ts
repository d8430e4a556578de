/** What stands beside a directory: the domain's names in DNS, and its Kerberos. Neither ever throws. */
import { Resolver } from 'node:dns/promises';
import type { Socket } from 'node:net';
import type { DomainDns, DomainKerberos } from '../contract/facts-domain.ts';
import { converse } from './conversation.ts';
import { dialAddress } from './dial.ts';
import { toProbeError } from './errors.ts';
import type { ProbeContext } from './probe.ts';
import { parseKerberosReply, ticketRequest } from './wire/kerberos.ts';
import { printableText } from './wire/printable.ts';

const REPLY_LIMIT = 64 * 1024;
const MAX_TEXT = 253;
const MAX_LIST = 20;
/** A name that no directory has; a KDC notes the question in its log. */
const NOBODY = 'sitecheck-nobody';
const NONCE = 20_261_122;

export interface DnsQuestion {
  readonly domain: string;
  /** Empty: those of the system. */
  readonly nameServer: string;
  readonly timeoutMs: number;
}

/** Asks for the addresses of the domain and for its services (RFC 2782). */
export async function askDns(
  { domain, nameServer, timeoutMs }: DnsQuestion,
  context: ProbeContext,
): Promise<DomainDns> {
  const resolver = new Resolver({ timeout: Math.max(50, Math.floor(timeoutMs / 2)), tries: 2 });
  const failures: { question: string; code: string }[] = [];
  try {
    if (nameServer !== '') resolver.setServers([nameServer]);
  } catch (error) {
    failures.push({ question: nameServer, code: toProbeError(error).code });
  }
  const servers = resolver.getServers().slice(0, MAX_LIST);
  const cancel = () => resolver.cancel();
  const timer = setTimeout(cancel, timeoutMs);
  context.signal.addEventListener('abort', cancel, { once: true });
  async function ask<T>(question: string, answer: Promise<readonly T[]>): Promise<readonly T[]> {
    try {
      const found = await answer;
      context.trace(`DNS ${question}: ${found.length} found`);
      return found.slice(0, MAX_LIST);
    } catch (error) {
      const { code } = toProbeError(error);
      context.trace(`DNS ${question}: ${code}`);
      failures.push({ question, code });
      return [];
    }
  }
  try {
    const services = async (service: string) => {
      const name = `${service}.${domain}`;
      const found = await ask(`SRV ${name}`, resolver.resolveSrv(name));
      return found.map((record) => ({ host: printableText(record.name, MAX_TEXT), port: record.port }));
    };
    const [four, six, ldap, kerberos] = await Promise.all([
      ask(`A ${domain}`, resolver.resolve4(domain)),
      ask(`AAAA ${domain}`, resolver.resolve6(domain)),
      services('_ldap._tcp'),
      services('_kerberos._tcp'),
    ]);
    return { servers, addresses: [...four, ...six], ldap, kerberos, failures };
  } finally {
    clearTimeout(timer);
    context.signal.removeEventListener('abort', cancel);
  }
}

/** A KRB-ERROR is a good answer: it says that a KDC heard the question. */
export async function askKerberos(
  { address, port, realm }: { readonly address: string; readonly port: number; readonly realm: string },
  context: ProbeContext,
): Promise<DomainKerberos> {
  const unknown = { port, confirmed: false, errorCode: null, realm: null };
  let socket: Socket | null = null;
  try {
    socket = (await dialAddress(address, port, context)).socket;
    const conversation = converse(socket, context, REPLY_LIMIT);
    context.trace(`> AS-REQ ${NOBODY}@${realm}`);
    conversation.send(ticketRequest(realm, NOBODY, NONCE));
    const told = await conversation.hear(parseKerberosReply);
    if (told.kind === 'other') return { ...unknown, failure: 'protocol' };
    const { errorCode, realm: found } = told.value;
    context.trace(errorCode === null ? '< AS-REP' : `< KRB-ERROR ${errorCode}`);
    const name = found === null ? null : printableText(found, MAX_TEXT);
    return { port, confirmed: true, failure: null, errorCode, realm: name };
  } catch (error) {
    return { ...unknown, failure: toProbeError(error).code };
  } finally {
    socket?.destroy();
  }
}
