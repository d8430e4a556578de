/** The login of PostgreSQL: answers what the server asks for, until it is ready or refuses. */
import { createHash } from 'node:crypto';
import type { PostgresqlFacts } from '../contract/facts-postgresql.ts';
import type { Conversation, Told } from './conversation.ts';
import { type ProbeContext, ProbeError } from './probe.ts';
import { type Scram, startScram } from './scram.ts';
import {
  AUTHENTICATION,
  cString,
  decode,
  parseBackendMessage,
  passwordMessage,
  readErrorFields,
  readStrings,
  readUnsigned,
  saslInitialResponse,
} from './wire/postgresql.ts';
import { printableText } from './wire/printable.ts';

export interface Credentials {
  readonly user: string;
  /** Empty where none was given. */
  readonly password: string;
  readonly isEncrypted: boolean;
}

export type LoginFacts = Pick<PostgresqlFacts, 'method' | 'login' | 'error' | 'serverVersion'>;

const MAX_MESSAGES = 200;
const MAX_TEXT = 300;
const SCRAM = 'SCRAM-SHA-256';
const METHODS: Readonly<Record<number, string>> = {
  [AUTHENTICATION.cleartext]: 'password',
  [AUTHENTICATION.md5]: 'md5',
  [AUTHENTICATION.gss]: 'gss',
  [AUTHENTICATION.sspi]: 'sspi',
  [AUTHENTICATION.sasl]: 'scram-sha-256',
};

/** Rejects with `protocol` where the server does not keep to the protocol, else as `hear` does. */
export async function logIn(
  conversation: Conversation,
  credentials: Credentials,
  context: ProbeContext,
): Promise<Told<LoginFacts>> {
  let facts: LoginFacts = { method: null, login: 'not-reached', error: null, serverVersion: null };
  const answer = createAnswers(conversation, credentials);
  for (let count = 0; count < MAX_MESSAGES; count += 1) {
    const told = await conversation.hear(parseBackendMessage);
    if (told.kind === 'other') return told;
    const { type, body } = told.value;
    if (type === 'Z') return { kind: 'told', value: facts };
    if (type === 'E') return { kind: 'told', value: refused(facts, body, credentials, context) };
    if (type === 'S') facts = { ...facts, serverVersion: versionIn(body) ?? facts.serverVersion };
    if (type !== 'R') continue;
    const request = readUnsigned(body, 0) ?? -1;
    context.trace(`< authentication request ${request}`);
    if (request === AUTHENTICATION.ok) {
      facts = { ...facts, method: facts.method ?? 'none', login: 'accepted' };
      continue;
    }
    facts = { ...facts, method: facts.method ?? METHODS[request] ?? String(request) };
    if (credentials.password === '') return { kind: 'told', value: { ...facts, login: 'wanted' } };
    if (!(await answer(request, body.subarray(4)))) {
      return { kind: 'told', value: { ...facts, login: 'unsupported' } };
    }
  }
  throw new ProbeError('protocol', `more than ${MAX_MESSAGES} messages before the session stands`);
}

/** False where the request is one that is not answered. */
function createAnswers(conversation: Conversation, { user, password, isEncrypted }: Credentials) {
  let scram: Scram | null = null;
  const send = (body: Uint8Array) => conversation.send(passwordMessage(body));
  return async (request: number, body: Uint8Array): Promise<boolean> => {
    switch (request) {
      case AUTHENTICATION.cleartext:
        // Whoever asks for it unencrypted may be anybody.
        if (isEncrypted) send(cString(password));
        return isEncrypted;
      case AUTHENTICATION.md5:
        send(cString(`md5${md5(md5(password + user), body.subarray(0, 4))}`));
        return true;
      case AUTHENTICATION.sasl: {
        if (!readStrings(body).includes(SCRAM)) return false;
        scram = startScram(password);
        send(saslInitialResponse(SCRAM, scram.first));
        return true;
      }
      case AUTHENTICATION.saslContinue: {
        if (scram === null) throw new ProbeError('protocol', 'a SCRAM challenge without a beginning');
        send(new TextEncoder().encode(await scram.answer(decode(body))));
        return true;
      }
      case AUTHENTICATION.saslFinal:
        if (scram?.isGenuine(decode(body)) !== true) {
          throw new ProbeError('protocol', 'the server cannot prove that it knows the password');
        }
        return true;
      default:
        return false;
    }
  };
}

function refused(
  facts: LoginFacts,
  body: Uint8Array,
  { password }: Credentials,
  context: ProbeContext,
): LoginFacts {
  const fields = readErrorFields(body);
  const safe = (text: string) =>
    printableText(password === '' ? text : text.replaceAll(password, '•••'), MAX_TEXT);
  const error = { code: safe(fields.get('C') ?? '?'), message: safe(fields.get('M') ?? '?') };
  context.trace(`< error ${error.code} ${error.message}`);
  const isAboutLogin = error.code.startsWith('28');
  return { ...facts, login: isAboutLogin ? 'refused' : facts.login, error };
}

function versionIn(body: Uint8Array): string | null {
  const [name, value] = readStrings(body);
  return name === 'server_version' && value !== undefined ? printableText(value, MAX_TEXT) : null;
}

function md5(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('md5');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}
