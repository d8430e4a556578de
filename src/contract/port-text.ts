/** The port of a check as the vendor writes it, the same on screen, on paper and in the command line. */
import type { Check } from './check.ts';

/** «8080/tcp»; «21, 20/tcp» where the server connects back; «21, 30000–30199» with a range of data ports. */
export function portText(check: Pick<Check, 'port' | 'transport' | 'dataPorts' | 'callbackFrom'>): string {
  const { port, transport, dataPorts, callbackFrom } = check;
  if (dataPorts !== undefined) return `${port}, ${dataPorts.from}–${dataPorts.to}`;
  const back = callbackFrom === undefined ? '' : `, ${callbackFrom}`;
  return `${port}${back}/${transport}`;
}
