/** Whatever a socket, the resolver or a library throws → one `ProbeError` with a code of the contract. */
import { ProbeError } from './probe.ts';
import { printableText } from './wire/printable.ts';

const DETAIL_LENGTH = 300;

/** Keeps errno, DNS and OpenSSL codes; an error without one is a fault of this program: `internal`. */
export function toProbeError(error: unknown): ProbeError {
  if (error instanceof ProbeError) return error;
  if (error instanceof Error) {
    const detail = printableText(error.message, DETAIL_LENGTH);
    return new ProbeError(codeOf(error) ?? 'internal', detail, error);
  }
  return new ProbeError('internal', printableText(String(error), DETAIL_LENGTH));
}

/** Node's own argument errors (`ERR_INVALID_ARG_TYPE`) are our fault, not the peer's. */
function codeOf(error: Error): string | null {
  if (!('code' in error) || typeof error.code !== 'string') return null;
  const { code } = error;
  return /^(?:E[A-Z0-9_]+|[A-Z][A-Z0-9_]+)$/.test(code) && !/^ERR_(?!SSL|TLS)/.test(code) ? code : null;
}
