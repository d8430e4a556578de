/** Why the place of the server could not be taken: a code, what it names, and from the errno of a bind to both. */
import type { ListenProblemCode, ListenProblemParams } from '../contract/trap-texts.ts';
import { findUdpPortHolder, type PortHolder } from '../standin/port-holder.ts';

export class ListenProblem extends Error {
  override readonly name = 'ListenProblem';
  readonly code: ListenProblemCode;
  readonly params: ListenProblemParams;

  constructor(code: ListenProblemCode, params: ListenProblemParams, cause: unknown) {
    super(code, { cause });
    this.code = code;
    this.params = params;
  }
}

export interface WantedPlace {
  /** Null: every address. */
  readonly address: string | null;
  readonly port: number;
}

/** Asks the system who holds the port, where that is what is wrong. Never rejects. */
export async function explainListenError(
  error: unknown,
  place: WantedPlace,
  findHolder: (port: number) => Promise<PortHolder | null> = findUdpPortHolder,
  platform: NodeJS.Platform = process.platform,
): Promise<ListenProblem> {
  const errno = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  const params = { port: String(place.port), address: place.address ?? '0.0.0.0', errno, other: '' };
  if (errno === 'EADDRINUSE') {
    const holder = await findHolder(place.port);
    if (holder === null) return new ListenProblem('port-taken', params, error);
    const other = holder.name === null ? `PID ${holder.pid}` : `${holder.name} (PID ${holder.pid})`;
    return new ListenProblem('port-taken-by', { ...params, other }, error);
  }
  return new ListenProblem(codeOf(errno, platform), params, error);
}

function codeOf(errno: string, platform: NodeJS.Platform): ListenProblemCode {
  if (errno === 'EADDRNOTAVAIL') return 'no-address';
  if (errno !== 'EACCES' && errno !== 'EPERM') return 'system-refused';
  if (platform === 'linux') return 'no-privilege-linux';
  return platform === 'darwin' ? 'no-privilege-darwin' : 'no-privilege';
}
