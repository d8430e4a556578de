/** What the command line needs from the process around it; a test hands in its own. */
export interface CliIo {
  /** Writes text as it is; results only. */
  readonly out: (text: string) => void;
  /** Writes text as it is; progress and messages. */
  readonly err: (text: string) => void;
  readonly outIsTerminal: boolean;
  readonly errIsTerminal: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Aborted when the person presses Ctrl+C. */
  readonly signal: AbortSignal;
}

/** The input is wrong: each line names the file or option, the key, and what is allowed. Exit code 2. */
export class UsageError extends Error {
  readonly lines: readonly string[];

  constructor(lines: readonly string[]) {
    super(lines.join('\n'));
    this.name = 'UsageError';
    this.lines = lines;
  }
}

export const EXIT = { ok: 0, failed: 1, usage: 2, tool: 3, interrupted: 130 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
