/** The `postgresql` probe: TLS offered, what the server asks for, and the login where a password is given. */
import type { PostgresqlFacts } from '../contract/facts-postgresql.ts';
import { type Conversation, converse, type Heard } from './conversation.ts';
import { dial } from './dial.ts';
import { type LoginFacts, logIn } from './postgresql-login.ts';
import type { Probe, ProbeContext } from './probe.ts';
import { shakeHands } from './tls.ts';
import { parseBackendMessage, sslRequest, startupMessage, terminateMessage } from './wire/postgresql.ts';
import { printableBytes } from './wire/printable.ts';

const REPLY_LIMIT = 128 * 1024;
const FIRST_BYTES = 64;
/** Names nobody: where no user is given, the server is asked only how it would let one in. */
const NOBODY = 'sitecheck';

export const postgresqlProbe: Probe<'postgresql'> = {
  run: async (target, { user, database, password }, context) => {
    const dialled = await dial(target, context);
    const { address, localAddress } = dialled;
    const base: PostgresqlFacts = { address, localAddress, ...UNKNOWN };
    const plain = converse(dialled.socket, context, REPLY_LIMIT);
    const offer = await askForTls(plain, context);
    if (offer.kind === 'other') return { ...base, firstBytes: printableBytes(offer.bytes, FIRST_BYTES) };
    let conversation = plain;
    let tls: PostgresqlFacts['tls'] = null;
    if (offer.value === 'S') {
      context.enter('tls');
      const secured = await shakeHands(dialled, target.host, context);
      conversation = converse(secured.socket, context, REPLY_LIMIT);
      tls = secured.facts;
    }
    context.enter('login');
    const who = user === '' ? NOBODY : user;
    startSession(conversation, who, database, context);
    const credentials = { user: who, password: user === '' ? '' : password, isEncrypted: tls !== null };
    const outcome = await logIn(conversation, credentials, context);
    if (outcome.kind === 'other') {
      return { ...base, tls, firstBytes: printableBytes(outcome.bytes, FIRST_BYTES) };
    }
    conversation.send(terminateMessage());
    const tlsOffered = offer.value === 'E' ? null : offer.value === 'S';
    return {
      ...base,
      spoke: 'postgresql',
      tlsOffered,
      tls,
      ...(user === '' ? asNobody(outcome.value) : outcome.value),
    };
  },
};

/** That nobody is refused says only that the server wants somebody. */
function asNobody(facts: LoginFacts): LoginFacts {
  return facts.login === 'refused' ? { ...facts, login: 'wanted', error: null } : facts;
}

const UNKNOWN = {
  spoke: 'other',
  tlsOffered: null,
  tls: null,
  method: null,
  login: 'not-reached',
  error: null,
  serverVersion: null,
  firstBytes: null,
} as const;

/** One byte, and nothing after it: a server that says more speaks something else (an SSH banner begins with `S`). */
async function askForTls(conversation: Conversation, context: ProbeContext) {
  context.enter('request');
  context.trace('> SSLRequest');
  conversation.send(sslRequest());
  context.enter('reply');
  const told = await conversation.hear((bytes): Heard<'S' | 'N' | 'E'> => {
    const [first] = bytes;
    if (first === undefined) return { kind: 'more' };
    const letter = String.fromCharCode(first);
    if ((letter === 'S' || letter === 'N') && bytes.length === 1) {
      return { kind: 'whole', value: letter, length: 1 };
    }
    // A server of the last century, or one that is full, answers with an error at once.
    if (letter !== 'E') return { kind: 'other' };
    const parse = parseBackendMessage(bytes);
    return parse.kind === 'whole' ? { kind: 'whole', value: 'E', length: 0 } : parse;
  });
  if (told.kind === 'told') context.trace(`< ${told.value}`);
  return told;
}

function startSession(
  conversation: Conversation,
  user: string,
  database: string,
  context: ProbeContext,
): void {
  const parameters = {
    user,
    ...(database === '' ? {} : { database }),
    application_name: 'printum-sitecheck',
    client_encoding: 'UTF8',
  };
  context.trace(`> Startup user=${user}${database === '' ? '' : ` database=${database}`}`);
  conversation.send(startupMessage(parameters));
}
