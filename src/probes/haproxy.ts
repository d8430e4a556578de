/** The `haproxy` probe: does the port serve HAProxy's statistics page over HTTPS? */
import type { HttpReply } from '../contract/facts.ts';
import { dialAddress } from './dial.ts';
import { type HttpsLook, lookAtHttps, secureFacts } from './https.ts';
import { askPage } from './page.ts';
import { inBackground, type Probe, type ProbeContext, type ProbeTarget } from './probe.ts';
import { shakeHands } from './tls.ts';

/** Where people put the page, and where HAProxy itself puts it by default (`stats uri`). */
const FIRST_PATH = '/';
const FURTHER_PATHS = ['/stats', '/haproxy?stats'] as const;
/** HAProxy 1.5 to 3.0, src/stats.c: the head of the page, and the two headings of its body. */
const TITLE = /^Statistics Report for HAProxy/;
const BODY = /Statistics Report for pid \d|>HAProxy version \d/;

export const haproxyProbe: Probe<'haproxy'> = {
  run: async (target, _options, context) => {
    const first = await lookAtHttps(target, FIRST_PATH, context);
    const atFirst = { ...first.facts, path: FIRST_PATH, panel: isPanel(first) };
    if (atFirst.spoke !== 'tls' || isDecided(first)) return atFirst;
    for (const path of FURTHER_PATHS) {
      // The first page is an answer already: a further one that does not come spoils nothing.
      const next = await lookAgain(first, target, path, inBackground(context)).catch(() => null);
      if (next === null) break;
      if (isDecided(next)) return { ...next.facts, path, panel: isPanel(next) };
    }
    return atFirst;
  },
};

async function lookAgain(
  { facts: { address, localAddress } }: HttpsLook,
  target: ProbeTarget,
  path: string,
  context: ProbeContext,
): Promise<HttpsLook> {
  const dialled = await dialAddress(address, target.port, context);
  const { socket, facts: tls } = await shakeHands(dialled, target.host, context);
  const answer = await askPage(
    socket,
    { host: target.host, port: target.port, path, usualPort: 443 },
    context,
  );
  const body = answer.kind === 'reply' ? answer.body : new Uint8Array(0);
  return { facts: { address, localAddress, ...secureFacts(tls, answer) }, body };
}

/** Who asks for a login shows no page that could be recognised. */
function isDecided(look: HttpsLook): boolean {
  return look.facts.reply?.status === 401 || isPanel(look);
}

function isPanel({ facts: { spoke, reply }, body }: HttpsLook): boolean {
  if (spoke !== 'tls' || reply === null || !isGood(reply)) return false;
  return TITLE.test(reply.title ?? '') || BODY.test(Buffer.from(body).toString('latin1'));
}

function isGood({ status }: HttpReply): boolean {
  return status >= 200 && status < 300;
}
