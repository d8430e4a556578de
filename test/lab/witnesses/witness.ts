/** What an independent program finds at the other end of a check, from the place where the flow starts. */
import type { PlannedCheck } from '../../../src/contract/check.ts';
import type { ServiceState } from '../../../src/contract/words.ts';
import type { Lab } from '../lab.ts';
import { type Host, type Output, runOn } from '../namespace.ts';

export interface View {
  readonly lab: Lab;
  readonly from: Host;
  readonly fromAddress: string;
  readonly check: PlannedCheck;
}

export interface Sighting {
  readonly serviceState: ServiceState;
  /** The cause in a few fixed words, for kinds whose states alone do not tell it. */
  readonly seen?: string;
}

export type Witness = (view: View) => Promise<Sighting>;

/** No program of the laboratory may wait longer than this for an answer. */
export const PATIENCE_SECONDS = 4;

/** Runs a program where the flow starts, with a bound on its time. */
export function ask(
  view: View,
  program: string,
  argumentList: readonly string[],
  options: { readonly input?: string; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<Output> {
  const timeoutMs = 3 * PATIENCE_SECONDS * 1000;
  return runOn(view.from, program, argumentList, { ...options, timeoutMs });
}

/** `confirmed` where the program's answer holds what only the right service says. */
export function confirmedIf(condition: boolean): Sighting {
  return { serviceState: condition ? 'confirmed' : 'mismatch' };
}
