/** An obstacle that the person at the keyboard can remove: shown as one sentence, without a stack trace. */
export class Problem extends Error {}

/**
 * Runs a script's main function; a Problem becomes one line on stderr.
 * @param {() => Promise<number>} main gives the exit code
 */
export async function runScript(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
