/** The one listening for traps that goes on: started, stopped, reported to the window a few times a second. */
import type { Answers, StandinProgress } from '../src/contract/bridge.ts';
import { listenProblemText } from '../src/contract/trap-texts.ts';
import type { TrapRecord, TrapReport } from '../src/contract/traps.ts';
import type { Language } from '../src/contract/words.ts';
import type { TrapHooks, TrapListening, TrapRequest } from '../src/run/listen-for-traps.ts';
import { ListenProblem } from '../src/run/listen-problem.ts';
import { BridgeFailure, toBridgeError } from './failure.ts';

/** A flood must not become a flood of messages to the window. */
const TELL_INTERVAL_MS = 100;

export interface TrapDeskOptions {
  readonly listen: (request: TrapRequest, hooks: TrapHooks) => Promise<TrapListening>;
  readonly tell: (progress: StandinProgress) => void;
  /** Keeps the laptop awake; the answer lets it sleep again. */
  readonly stayAwake: () => () => void;
  readonly language: () => Language;
  readonly newId: () => string;
  readonly log: (error: unknown) => void;
}

export interface TrapDesk {
  /** Answers once it listens. Throws `busy` while it listens already, and `listen` where the port cannot be had. */
  readonly start: (prepare: () => Promise<TrapRequest>) => Promise<Answers['standin:start-traps']>;
  /** False where nothing went on. What was heard is told as the last message. */
  readonly stop: () => boolean;
  /** Stops and waits until the port is free again. */
  readonly close: () => Promise<void>;
}

export function createTrapDesk(options: TrapDeskOptions): TrapDesk {
  let busy = false;
  let active: { readonly controller: AbortController; readonly done: Promise<void> } | null = null;

  async function start(prepare: () => Promise<TrapRequest>) {
    if (busy) throw new BridgeFailure('busy', ALREADY_LISTENING);
    busy = true;
    const controller = new AbortController();
    const listeningId = options.newId();
    let waiting: TrapRecord[] = [];
    let timer: NodeJS.Timeout | null = null;
    let listening: TrapListening | null = null;
    const tell = (finished: TrapReport | null, error: StandinProgress['error']) => {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      if (listening === null) return;
      const traps = waiting;
      waiting = [];
      options.tell({ listeningId, traps, tally: listening.tally(), finished, error });
    };
    try {
      listening = await options.listen(await prepare(), {
        signal: controller.signal,
        onTrap: (trap) => waiting.push(trap),
        onChange: () => {
          timer ??= setTimeout(() => tell(null, null), TELL_INTERVAL_MS);
        },
      });
    } catch (error) {
      busy = false;
      throw inWords(error);
    }
    const letSleep = options.stayAwake();
    const { addresses, port } = listening;
    const done = listening.done.then(
      (report) => ({ report, error: null }),
      (error: unknown) => {
        options.log(error);
        return { report: null, error: toBridgeError(inWords(error), options.language()) };
      },
    );
    active = {
      controller,
      done: done.then(({ report, error }) => {
        letSleep();
        active = null;
        busy = false;
        tell(report, error);
      }),
    };
    return { listeningId, addresses, port, tally: listening.tally() };
  }

  return {
    start,
    stop() {
      active?.controller.abort();
      return active !== null;
    },
    async close() {
      active?.controller.abort();
      await active?.done;
    },
  };
}

/** What is wrong and what to do, as one text: the window shows errors as they come. */
function inWords(error: unknown): unknown {
  if (!(error instanceof ListenProblem)) return error;
  const sentence = (language: Language) => {
    const { message, remedy } = listenProblemText(error.code, error.params, language);
    return `${message}. ${remedy}.`;
  };
  return new BridgeFailure('listen', { ru: sentence('ru'), en: sentence('en') }, { cause: error });
}

const ALREADY_LISTENING = {
  ru: 'Ловушки уже слушаются. Дождитесь конца или остановите.',
  en: 'Traps are being listened for already. Wait for the end or stop it.',
};
