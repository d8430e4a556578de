/** The rows of one section: one for each flow; the devices of one requirement fold into a row with counts. */
import type { CheckResult } from '../contract/check.ts';
import type { Entry } from '../contract/collate.ts';
import { shownProof, type VerdictSign, verdictSign } from '../contract/labels.ts';
import { reasonMessage, reasonRemedy } from '../contract/reasons.ts';
import { describeSeen, portSignOf } from '../contract/seen.ts';
import type { RowNote as Remark } from '../contract/visit.ts';
import type { Waiver } from '../contract/waivers.ts';
import type { Language, PortState, Proof } from '../contract/words.ts';
import { groupBy } from './group-by.ts';

/** More sick devices than this are named in the appendix, not in the row. */
const NAMED_DEVICES_MAX = 12;

/** What was seen, of how many of the row's targets. */
export interface SeenLine {
  readonly state: PortState | 'not-probed';
  readonly text: string;
  readonly count: number;
}

/** The second line under a row: why it is not simply good, and what to do. */
export interface RowNote {
  readonly sign: VerdictSign;
  /** The devices it is about; empty where the row is about one target. */
  readonly results: readonly CheckResult[];
  /** Whether it is about every device of the row: then none need be named. */
  readonly all: boolean;
  readonly cause: string | null;
  readonly remedy: string | null;
  /** Set where the row need not be proven: then neither cause nor remedy are told. */
  readonly waiver: Waiver | null;
}

/** What a person wrote down about one result. */
export interface RowRemark {
  readonly result: CheckResult;
  readonly remark: Remark;
}

export interface Row {
  /** Of all results of the row; they share requirement, source, port and transport. */
  readonly check: CheckResult;
  readonly results: readonly CheckResult[];
  readonly sign: VerdictSign;
  readonly proof: Proof;
  readonly seen: readonly SeenLine[];
  readonly notes: readonly RowNote[];
  readonly remarks: readonly RowRemark[];
}

export interface RowContext {
  readonly language: Language;
  /** False where no run was made at the place that proves the row. */
  readonly visited: boolean;
  /** What stands for `host` in the remedy of many devices. */
  readonly manyDevices: (count: number, all: boolean) => string;
  /** The waiver that stands over a result; null where none does. */
  readonly waiverOf: (result: CheckResult) => Waiver | null;
  /** What a person wrote down about it; null where nothing. */
  readonly remarkOf: (result: CheckResult) => Remark | null;
}

const WORST_FIRST: readonly VerdictSign[] = [
  'fail',
  'fail-indirect',
  'error',
  'warn',
  'skip',
  'not-seen',
  'other-place',
  'waived',
  'answers',
  'pass',
];
const HEALTHY: ReadonlySet<VerdictSign> = new Set(['pass', 'answers']);
export const UNSEEN: ReadonlySet<VerdictSign> = new Set(['not-seen', 'other-place', 'skip']);
const NOTED: ReadonlySet<VerdictSign> = new Set(['fail', 'fail-indirect', 'warn', 'error', 'waived']);

/** What the legend says of the sign anyway, so that many rows need not repeat it. */
const SAID_BY_SIGN: ReadonlySet<string> = new Set(['not-implemented']);

/** Rows in the order of the entries. Those towards devices, and those that nobody looked at, share one for a port. */
export function foldRows(entries: readonly Entry[], context: RowContext): readonly Row[] {
  const groups = groupBy(entries, ({ result }) => rowKey(result, context));
  return [...groups.values()].flatMap((group) => {
    const row = foldRow(
      group.map((entry) => entry.result),
      context,
    );
    return row === null ? [] : [row];
  });
}

function rowKey(result: CheckResult, context: RowContext): string {
  const port = [result.requirement, result.from, result.port, result.transport];
  if (result.to.role === 'device') return port.join('\n');
  const sign = signOf(result, context);
  if (UNSEEN.has(sign) && result.proof === 'none') return [...port, sign, result.reason.code].join('\n');
  return [result.id, result.to.host].join('\n');
}

function foldRow(results: readonly CheckResult[], context: RowContext): Row | null {
  const alike = [...groupBy(results, (result) => likeness(result, context)).values()];
  const parts = alike
    .flatMap((group) => {
      const example = group[0];
      return example === undefined ? [] : [{ group, example, sign: signOf(example, context) }];
    })
    .sort((a, b) => WORST_FIRST.indexOf(b.sign) - WORST_FIRST.indexOf(a.sign));
  const worst = parts.at(-1);
  if (worst === undefined) return null;
  return {
    check: worst.example,
    results,
    sign: worst.sign,
    proof: shownProof(worst.example),
    seen: parts.map(({ group, example, sign }) => ({
      state: portSignOf(example),
      text: seenText(group, sign, context.language),
      count: group.length,
    })),
    notes: parts.flatMap(({ group, example, sign }) =>
      NOTED.has(sign)
        ? [noteOf({ group, example, sign, all: group.length === countOf(group, results, context) }, context)]
        : [],
    ),
    remarks: results.flatMap((result) => {
      const remark = context.remarkOf(result);
      return remark === null ? [] : [{ result, remark }];
    }),
  };
}

/** How many results a note may be about: what was waived stands apart from what was not. */
function countOf(
  group: readonly CheckResult[],
  results: readonly CheckResult[],
  context: RowContext,
): number {
  const [example] = group;
  const waived = example !== undefined && context.waiverOf(example) !== null;
  return waived ? results.length : results.filter((result) => context.waiverOf(result) === null).length;
}

/** Healthy results are alike whatever they said; sick ones where the same happened for the same reason. */
function likeness(result: CheckResult, context: RowContext): string {
  const sign = signOf(result, context);
  if (HEALTHY.has(sign)) return sign;
  const params = { ...result.reason.params, host: '', attempts: '' };
  return [
    context.waiverOf(result)?.id ?? '',
    sign,
    describeSeen(result, context.language),
    result.reason.code,
    JSON.stringify(params),
  ].join('\n');
}

function signOf(result: CheckResult, context: RowContext): VerdictSign {
  if (context.waiverOf(result) !== null) return 'waived';
  const sign = verdictSign(result);
  return sign === 'other-place' && result.proof === 'none' && !context.visited ? 'not-seen' : sign;
}

/** Empty where healthy devices said different things: then the count alone is true of all. */
function seenText(group: readonly CheckResult[], sign: VerdictSign, language: Language): string {
  const texts = new Set(group.map((result) => describeSeen(result, language)));
  const [only] = texts;
  return only === undefined || (HEALTHY.has(sign) && texts.size > 1) ? '' : only;
}

interface RowPart {
  readonly group: readonly CheckResult[];
  readonly example: CheckResult;
  readonly sign: VerdictSign;
  readonly all: boolean;
}

function noteOf(part: RowPart, context: RowContext): RowNote {
  const { group, example, sign, all } = part;
  const { code } = example.reason;
  const waiver = context.waiverOf(example);
  const about = { sign, results: example.to.role === 'device' ? group : [], all, waiver };
  if (waiver !== null) return { ...about, cause: null, remedy: null };
  const params =
    group.length === 1 ? example.reason.params : { ...example.reason.params, host: hostsOf(part, context) };
  const remedy = reasonRemedy(code, params, context.language);
  const silent = remedy !== null && (sign === 'fail' || sign === 'fail-indirect' || SAID_BY_SIGN.has(code));
  return {
    ...about,
    cause: silent ? null : reasonMessage(code, params, context.language),
    remedy,
  };
}

function hostsOf({ group, all }: RowPart, context: RowContext): string {
  if (group.length > NAMED_DEVICES_MAX) return context.manyDevices(group.length, all);
  return group.map((result) => result.to.host).join(', ');
}

/** Whether the devices of a note are listed at the end of the paper, because they are too many for the row. */
export function goesToAppendix(note: RowNote): boolean {
  return !note.all && note.results.length > NAMED_DEVICES_MAX;
}
