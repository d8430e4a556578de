/** PORT or EPRT by itself: an own listener, and whether the server connects back to it. */
import type { FtpActiveMode, FtpStep } from '../contract/facts-ftp.ts';
import { toProbeError } from './errors.ts';
import type { FtpControl } from './ftp-control.ts';
import type { DataWay } from './ftp-data.ts';
import { type CallbackListener, listenForCallback } from './ftp-listener.ts';
import { isDone } from './ftp-session.ts';
import { callbackWaitMs } from './ftp-times.ts';
import type { ProbeContext } from './probe.ts';
import { formatEprt, formatPort } from './wire/ftp-endpoint.ts';

export type ActiveCommand = FtpActiveMode['command'];

/** A way to transfer that notes who connected back, in the first transfer in which anybody did. */
export interface ActiveWay extends DataWay {
  readonly command: ActiveCommand;
  /** What was seen so far; `use` is the last reply of the command that needed the connection. */
  readonly seen: (use: FtpStep | null) => FtpActiveMode;
  readonly hasConnected: () => boolean;
}

export interface ActivePlace {
  /** Of this computer, on the control connection. */
  readonly localAddress: string;
  /** Of the server. */
  readonly address: string;
  readonly context: ProbeContext;
}

export function createActiveWay(command: ActiveCommand, place: ActivePlace): ActiveWay {
  const { localAddress, address, context } = place;
  let listenFailure: string | null = null;
  let step: FtpStep | null = null;
  let listener: CallbackListener | null = null;
  let armedMs = 0;
  let endedMs = 0;

  function isSettled(): boolean {
    return listener !== null && listener.arrival() !== null;
  }

  async function prepare(control: FtpControl): ReturnType<DataWay['prepare']> {
    let fresh: CallbackListener;
    try {
      fresh = await listenForCallback(localAddress, address, context.signal);
    } catch (error) {
      listenFailure = toProbeError(error).code;
      context.trace(`listen on ${localAddress}: ${listenFailure}`);
      return { channel: null, step: { command, reply: null, failure: listenFailure } };
    }
    const noted = isSettled();
    if (!noted) listener = fresh;
    context.trace(`listening on ${fresh.address}, port ${fresh.port}`);
    const format = command === 'PORT' ? formatPort : formatEprt;
    const asked = await control.ask(format(fresh.address, fresh.port)).catch((error: unknown) => {
      fresh.close();
      throw error;
    });
    if (!noted || step === null) step = asked.step;
    if (asked.step.reply === null || !isDone(asked.step.reply)) {
      fresh.close();
      return { channel: null, step: asked.step };
    }
    const startMs = performance.now();
    if (!noted) armedMs = startMs;
    const waitMs = callbackWaitMs(context.patience);
    return {
      channel: {
        connection: async () => {
          const socket = await fresh.connection(Math.max(1, startMs + waitMs - performance.now()));
          const arrival = fresh.arrival();
          if (arrival === null) context.trace(`nobody connected to port ${fresh.port}`);
          else context.trace(`connection from ${arrival.address}, port ${arrival.port}`);
          return socket;
        },
        firstReplyMs: waitMs,
        close: () => {
          if (!noted) endedMs = performance.now();
          fresh.close();
        },
      },
    };
  }

  return {
    command,
    prepare,
    hasConnected: isSettled,
    seen: (use) => {
      const arrival = listener?.arrival() ?? null;
      return {
        command,
        listener: listener === null ? null : { address: listener.address, port: listener.port },
        listenFailure,
        selfTestFailure: listener?.selfTestFailure ?? null,
        step,
        use,
        connection:
          arrival === null
            ? null
            : { address: arrival.address, port: arrival.port, afterMs: round(arrival.atMs - armedMs) },
        strangers: [...(listener?.strangers() ?? [])],
        waitedMs: arrival === null && armedMs > 0 ? round(endedMs - armedMs) : null,
      };
    },
  };
}

function round(milliseconds: number): number {
  return Math.round(milliseconds * 10) / 10;
}
