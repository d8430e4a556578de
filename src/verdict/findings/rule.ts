/**
 * A rule looks for one kind of cause. How to add one:
 *
 * 1. Write its texts into the table of its family (`cause-texts-*.ts`): the code is the key, both languages whole.
 * 2. Write the rule in a file of its own: `export const someRule: Rule = { codes: ['…'], find }`. `find` is pure, never
 *    throws and reads facts through `fact.ts`: a document may be old, cut down or edited by hand.
 * 3. Put it into the list in `rules.ts`: the wider cause stands before the narrower one.
 *
 * `open` are the sick direct results (fail, warn, error) that no earlier rule has taken over. A cause names in `checks`
 * all checks that speak for it, sick or not, and in `takes` those that it explains wholly: no later rule and not the
 * grouping by reason speaks of these again. A cause whose `takes` were all taken before is dropped; one that takes
 * nothing from the start is a remark of its own.
 */
import type { Addressee } from '../../contract/addressees.ts';
import type { CheckResult } from '../../contract/check.ts';
import type { Finding } from '../../contract/run.ts';
import type { CauseParams } from './cause-text.ts';
import type { CauseCode } from './cause-texts.ts';
import type { Scene } from './scene.ts';

export interface Cause {
  readonly code: CauseCode;
  readonly severity: Finding['severity'];
  readonly params: CauseParams;
  /** At least one. */
  readonly checks: readonly CheckResult[];
  /** Among `checks` and `open`. */
  readonly takes: readonly CheckResult[];
  /** Where it is somebody else than the texts say. */
  readonly addressee?: Addressee;
}

export interface Rule {
  readonly codes: readonly CauseCode[];
  readonly find: (scene: Scene, open: readonly CheckResult[]) => readonly Cause[];
}
