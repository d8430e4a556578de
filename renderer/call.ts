/** Calls across the bridge that cannot throw: whatever goes wrong becomes an ordinary error reply. */
import type { Reply } from '../src/contract/bridge.ts';

/** The reply of `call`, or an `internal` error where the call itself threw. */
export async function attempt<T>(call: () => Promise<Reply<T>>): Promise<Reply<T>> {
  try {
    return await call();
  } catch (cause) {
    return {
      ok: false,
      error: { code: 'internal', message: cause instanceof Error ? cause.message : String(cause) },
    };
  }
}
