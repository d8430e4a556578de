/** PASV or EPSV by itself: what the server announces, and who can be reached there. */
import type { Socket } from 'node:net';
import type { PortRange } from '../contract/catalogue.ts';
import type { FtpPassiveMode } from '../contract/facts-ftp.ts';
import type { FtpControl } from './ftp-control.ts';
import type { DataWay } from './ftp-data.ts';
import { dialData } from './ftp-ports.ts';
import type { ProbeContext } from './probe.ts';
import { parseEpsv, parsePasv } from './wire/ftp-endpoint.ts';

export type PassiveCommand = 'PASV' | 'EPSV';

export interface PassivePlace {
  /** Of the control connection. */
  readonly address: string;
  readonly range: PortRange;
  /** Budget of one connection. */
  readonly budgetMs: number;
  readonly context: ProbeContext;
}

/** Asks and connects: to the announced address as a simple device does, then to that of the control connection. */
export async function askPassive(
  command: PassiveCommand,
  control: FtpControl,
  { address, range, budgetMs, context }: PassivePlace,
): Promise<{ readonly mode: FtpPassiveMode; readonly socket: Socket | null }> {
  const { step, raw } = await control.ask(command);
  const endpoint = raw === null ? null : command === 'PASV' ? parsePasv(raw) : parseEpsv(raw);
  if (endpoint === null) {
    const mode = { step, announced: null, addressDiffers: false, inRange: false, tries: [] };
    return { mode, socket: null };
  }
  const announced = { address: endpoint.address ?? address, port: endpoint.port };
  const addressDiffers = announced.address !== address;
  const tries: FtpPassiveMode['tries'][number][] = [];
  let socket: Socket | null = null;
  for (const candidate of new Set([announced.address, address])) {
    if (!mayBeTried(candidate, address)) continue;
    const dialled = await dialData(candidate, announced.port, budgetMs, context);
    tries.push({ address: candidate, state: dialled.state, errno: dialled.errno });
    if (socket === null) socket = dialled.socket;
    else dialled.socket?.destroy();
  }
  const inRange = announced.port >= range.from && announced.port <= range.to;
  return { mode: { step, announced, addressDiffers, inRange, tries }, socket };
}

/** A data connection in this mode for a transfer. */
export function passiveWay(command: PassiveCommand, place: PassivePlace): DataWay {
  return {
    prepare: async (control) => {
      const { mode, socket } = await askPassive(command, control, place);
      if (socket === null) {
        const failure = mode.step.failure ?? mode.tries.at(-1)?.errno ?? null;
        return { channel: null, step: { ...mode.step, failure } };
      }
      return {
        channel: {
          connection: () => Promise.resolve(socket),
          firstReplyMs: place.context.patience.timeoutMs,
          close: () => socket.destroy(),
        },
      };
    },
  };
}

/** Such an address would lead to this computer or to nobody in particular. */
function mayBeTried(address: string, control: string): boolean {
  if (address === control) return true;
  const [first = 0] = address.split('.').map(Number);
  return first !== 0 && first !== 127 && first < 224;
}
