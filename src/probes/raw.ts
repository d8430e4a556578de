/** The `raw` probe: does the print port accept a connection? Asked for its model only where the profile says so. */
import { dial, hangUp } from './dial.ts';
import type { Probe, ProbeContext } from './probe.ts';
import { limitedSignal, readReply } from './talk.ts';
import { PJL_ASK_MODEL, parsePjlModel } from './wire/pjl.ts';
import { printableText } from './wire/printable.ts';

const REPLY_LIMIT = 4096;
const MAX_MODEL = 100;
/** Most devices do not answer, and the connection is the proof: their silence must not become a failure. */
const SHARE_OF_BUDGET = 0.8;

export const rawProbe: Probe<'raw'> = {
  run: async (target, { askModel }, context) => {
    const { socket, address, localAddress } = await dial(target, context);
    const connection = { address, localAddress, asked: askModel };
    try {
      return { ...connection, model: askModel ? await askForModel(socket, context) : null };
    } finally {
      hangUp(socket);
    }
  },
};

/** Null where no answer came, or one that names no model. */
async function askForModel(
  socket: Parameters<typeof hangUp>[0],
  context: ProbeContext,
): Promise<string | null> {
  context.enter('request');
  context.trace('> PJL: INFO ID');
  socket.write(PJL_ASK_MODEL);
  context.enter('reply');
  const limit = limitedSignal(context.signal, context.remainingMs() * SHARE_OF_BUDGET);
  try {
    const model = await readReply(socket, {
      signal: limit.signal,
      limitBytes: REPLY_LIMIT,
      accept: parsePjlModel,
    });
    context.trace(`< PJL: ${printableText(model, MAX_MODEL)}`);
    return printableText(model, MAX_MODEL);
  } catch {
    context.trace('< no model');
    return null;
  } finally {
    limit.release();
  }
}
