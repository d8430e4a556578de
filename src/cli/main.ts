/** The entry of the `sitecheck` program: ties the command line to this process, its streams and its signals. */

import { EXIT } from './io.ts';
import { runCli } from './program.ts';

const controller = new AbortController();

/**
 * The first Ctrl+C ends the run in order, with its document; the second ends the program. So do the end of the
 * session and a console window that is closed, which Windows tells as SIGHUP.
 */
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (controller.signal.aborted) process.exit(EXIT.interrupted);
    controller.abort();
  });
}

/** Whoever reads us may stop reading, as `head` does: that is no fault to report. */
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

process.exitCode = await runCli(process.argv.slice(2), {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  outIsTerminal: process.stdout.isTTY === true,
  errIsTerminal: process.stderr.isTTY === true,
  env: process.env,
  signal: controller.signal,
});
