/** standin: takes the place of the server and listens for the traps of the devices. */
import { listenProblemText } from '../contract/trap-texts.ts';
import { hearingOf, LISTEN_SECONDS, type TrapReport } from '../contract/traps.ts';
import type { Language } from '../contract/words.ts';
import {
  listenForTraps,
  type TrapHooks,
  type TrapListening,
  type TrapRequest,
} from '../run/listen-for-traps.ts';
import { ListenProblem } from '../run/listen-problem.ts';
import { type RawOptions, requireNumber, requireServerPlace } from './arguments.ts';
import { type CliIo, EXIT, type ExitCode } from './io.ts';
import { assertDestination, deliver } from './output.ts';
import { requireOwnAddress } from './own-address.ts';
import { TOOL_VERSION } from './run-command.ts';
import { loadSite } from './site-input.ts';
import { STANDIN_TEXTS } from './standin-texts.ts';
import { CLI_TEXTS } from './texts.ts';
import { trapLine, trapsTable } from './traps-table.ts';

const TICK_MS = 1000;

export async function standinCommand(
  file: string,
  options: RawOptions,
  io: CliIo,
  language: Language,
): Promise<ExitCode> {
  requireServerPlace(options, language);
  const seconds = requireNumber('--seconds', options.seconds, language) ?? LISTEN_SECONDS.default;
  const address = requireOwnAddress('--address', options.address, language);
  const destination = { json: options.json, quiet: false };
  const { site, catalogue } = await loadSite(file, language);
  await assertDestination(destination, language, file);
  try {
    const request: TrapRequest = { site, catalogue, address, seconds, toolVersion: TOOL_VERSION };
    const report = await listenOnScreen(request, options.json === '-' ? io.err : io.out, io, language);
    await deliver(report, () => trapsTable(report, language), destination, io, language);
    return exitCodeOf(report);
  } catch (error) {
    if (!(error instanceof ListenProblem)) throw error;
    const { message, remedy } = listenProblemText(error.code, error.params, language);
    io.err(`sitecheck: ${message}\n${CLI_TEXTS[language].remedy}: ${remedy}\n`);
    return EXIT.tool;
  }
}

/** Each arrival on its own line of `print`, and on a terminal the time that is left. */
async function listenOnScreen(
  request: TrapRequest,
  print: (text: string) => void,
  io: CliIo,
  language: Language,
): Promise<TrapReport> {
  const texts = STANDIN_TEXTS[language];
  const clear = io.errIsTerminal ? '\r\u001b[K' : '';
  let listening: TrapListening | null = null;
  const drawClock = () => {
    if (listening === null || !io.errIsTerminal) return;
    const elapsedMs = Date.now() - Date.parse(listening.startedAt);
    const left = Math.max(0, Math.ceil(request.seconds - elapsedMs / 1000));
    const clock = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
    io.err(`${clear}${texts.left(clock, listening.tally().received)}`);
  };
  const hooks: TrapHooks = {
    signal: io.signal,
    onTrap: (trap) => {
      if (clear !== '') io.err(clear);
      print(`${trapLine(trap, request.site.devices, language)}\n`);
    },
    onChange: () => {},
  };
  listening = await listenForTraps(request, hooks);
  const where = request.address ?? texts.everyAddress;
  io.err(`${texts.listening(where, listening.port, request.seconds)}\n`);
  const timer = setInterval(drawClock, TICK_MS);
  try {
    return await listening.done;
  } finally {
    clearInterval(timer);
    if (clear !== '') io.err(clear);
  }
}

/** Nothing expected is nothing proven. */
function exitCodeOf({ interrupted, devices }: TrapReport): ExitCode {
  if (interrupted) return EXIT.interrupted;
  const complete = devices.length > 0 && devices.every((device) => hearingOf(device) === 'heard');
  return complete ? EXIT.ok : EXIT.failed;
}
