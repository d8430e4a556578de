/** The shape of a reason's texts. */
import type { LocalText } from './words.ts';

/**
 * Texts may hold `{name}` places: host, port, transport, errno, from, seen, date, status, other, attempts,
 * service. Parameters hold no language: `from` is a party (`workstation`), `service` a probe kind, `date` an ISO time.
 */
export interface ReasonText {
  /** What was seen and what it means. */
  readonly message: LocalText;
  /** What to do, and nothing where nothing is to be done. */
  readonly remedy: LocalText | null;
}
