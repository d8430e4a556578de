/** PJL, as far as a question for the model needs it (HP, PJL Technical Reference Manual, ch. 2 and 7). */
import { latin1 } from './http-reply.ts';

/** Universal Exit Language: begins and ends PJL on a port that otherwise prints. */
const UEL = '\x1b%-12345X';
const ECHO = '@PJL INFO ID';

/** The one thing that may be written to a RAW port, and only where the profile says so. */
export const PJL_ASK_MODEL = `${UEL}${ECHO}\r\n${UEL}`;

/** The model in the reply `@PJL INFO ID⏎"HP LaserJet"⏎␌`; null while it has not come, or where the bytes are another's. */
export function parsePjlModel(bytes: Uint8Array): string | null {
  const text = latin1(bytes);
  const echo = text.indexOf(ECHO);
  if (echo === -1) return null;
  const [, second, third] = text.slice(echo).split(/\r?\n|\f/);
  // A line counts once the next one has begun: half of a model is none.
  if (second === undefined || third === undefined) return null;
  const model = second
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .trim();
  return model === '' ? null : model;
}
