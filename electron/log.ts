/** The log file: what went wrong, for a support desk. Profiles, settings and arguments are never written to it. */
import { join } from 'node:path';
import log from 'electron-log/main';

const LARGEST_BYTES = 1024 * 1024;

export interface Log {
  readonly info: (message: string) => void;
  readonly error: (message: string, error: unknown) => void;
  readonly path: string;
}

export function openLog(userData: string): Log {
  const path = join(userData, 'logs', 'main.log');
  log.transports.file.resolvePathFn = () => path;
  log.transports.file.maxSize = LARGEST_BYTES;
  log.transports.file.level = 'info';
  log.transports.console.level = false;
  return {
    path,
    info: (message) => log.info(message),
    error: (message, error) => log.error(message, describe(error)),
  };
}

/** Name, message, stack and causes; not the properties of the error, which may hold what a person typed. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? '' : `\ncaused by ${describe(error.cause)}`;
  return `${error.stack ?? `${error.name}: ${error.message}`}${cause}`;
}
