/** An obstacle that the person at the keyboard can remove: shown as one sentence, without a stack trace. */
export class Problem extends Error {}

/**
 * Runs a script's main function and ends the process with its exit code; a Problem becomes one line on stderr.
 * @param {() => Promise<number>} main gives the exit code
 */
export async function runScript(main) {
  let exitCode = 1;
  try {
    exitCode = await main();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    process.stderr.write(`${error.message}\n`);
  }
  // Left to itself the process may end otherwise: the library that packs turns every end into a success.
  process.stdout.write('', () => process.exit(exitCode));
}
