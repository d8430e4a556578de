/** What was seen of a row, requirement by requirement, in the words of the page. */
import type { CheckResult } from '../../contract/check.ts';
import { factsOf } from '../../contract/facts.ts';
import type { RequestRow } from '../../contract/firewall-request.ts';
import { counted } from '../../contract/plural.ts';
import { reasonMessage } from '../../contract/reasons.ts';
import { describeSeen, portSignOf } from '../../contract/seen.ts';
import { lowerFirst } from '../../contract/sentence.ts';
import type { Language, PortState } from '../../contract/words.ts';
import { fillText } from '../fill.ts';
import { groupBy } from '../group-by.ts';
import type { Evidence, Seen } from './evidence.ts';
import { mergePorts } from './network-parts.ts';
import { ATTEMPTS, PORTS, REQUEST_TEXTS } from './request-texts.ts';
import { shownRange } from './rule-ways.ts';

export interface SeenLine {
  readonly state: PortState | 'not-probed';
  readonly text: string;
}

/** The lines of one requirement of the row; several targets that look alike are one line. */
export function seenLines(
  row: RequestRow,
  requirement: string,
  evidence: Evidence,
  language: Language,
): readonly SeenLine[] {
  const seen = row.checks.flatMap((id) => evidence.direct.get(id) ?? []);
  const mine = seen.filter(({ result }) => result.requirement === requirement);
  const lines = mine.flatMap((entry) => linesOf(row, entry, language));
  const groups = [...groupBy(lines, ({ state, text }) => `${state} ${text}`).values()];
  return groups.flatMap((members) => {
    const [first] = members;
    if (first === undefined) return [];
    if (mine.length === 1 || members.length === mine.length) return [first];
    const values = { count: members.length, all: mine.length, text: first.text };
    return [{ ...first, text: fillText(REQUEST_TEXTS.ofAll[language], values) }];
  });
}

function linesOf(row: RequestRow, { result, run }: Seen, language: Language): readonly SeenLine[] {
  if (row.sourcePort !== null) return [callbackLine(result, language)];
  const range = rangeLines(result, language);
  if (range.length > 0) return range;
  const state = portSignOf(result);
  const line = {
    state,
    text: [portText(result, run, language), neighbourText(result, run, language)].filter(Boolean).join('; '),
  };
  if (result.dataPorts === undefined) return [line];
  const values = { range: shownRange(result.dataPorts), port: result.port };
  return [line, { state: 'not-probed', text: fillText(REQUEST_TEXTS.rangeUnknown[language], values) }];
}

function portText(result: CheckResult, { profile }: Seen['run'], language: Language): string {
  const code = result.failure?.code;
  if (code === 'timeout' || code === 'ETIMEDOUT') {
    const attempts = counted(result.attempts, ATTEMPTS, language);
    const seconds = decimal(profile.probe.timeoutMs / 1000, language);
    return fillText(REQUEST_TEXTS.silence[language], { attempts, seconds });
  }
  if (result.portState === 'closed') return REQUEST_TEXTS.refusedHere[language];
  if (result.transport === 'udp') {
    return lowerFirst(reasonMessage(result.reason.code, result.reason.params, language));
  }
  const words = describeSeen(result, language);
  return code === undefined ? words : `${words} (${code})`;
}

/** A port of the same host that did answer in the same run: the host is on, and a way to it exists. */
function neighbourText(result: CheckResult, run: Seen['run'], language: Language): string {
  const open = openOf(run).get(result.to.host) ?? [];
  const nearest = open.toSorted((a, b) => Math.abs(a.port - result.port) - Math.abs(b.port - result.port))[0];
  if (nearest === undefined || result.transport !== 'tcp') return '';
  const values = { port: nearest.port, time: decimal(nearest.rttMs ?? 0, language) };
  return fillText(REQUEST_TEXTS.neighbour[language], values);
}

/** A request of a big site asks this of thousands of results. */
const knownOpen = new WeakMap<Seen['run'], ReadonlyMap<string, readonly CheckResult[]>>();

/** TCP ports that were found open where the flow starts, by host. */
function openOf(run: Seen['run']): ReadonlyMap<string, readonly CheckResult[]> {
  const known = knownOpen.get(run);
  if (known !== undefined) return known;
  const open = run.checks.filter(
    ({ portState, proof, rttMs, transport }) =>
      portState === 'open' && proof === 'direct' && rttMs !== null && transport === 'tcp',
  );
  const byHost = groupBy(open, ({ to }) => to.host);
  knownOpen.set(run, byHost);
  return byHost;
}

function rangeLines(result: CheckResult, language: Language): readonly SeenLine[] {
  const facts = factsOf(result, 'ftp-passive');
  if (facts === null || facts.ports.length === 0) return [];
  const held = facts.ports.filter(({ state }) => state === 'filtered' || state === 'unreachable');
  if (held.length === 0) {
    const { code, params } = result.reason;
    return [{ state: portSignOf(result), text: lowerFirst(reasonMessage(code, params, language)) }];
  }
  const count = counted(held.length, PORTS, language);
  const first: SeenLine = { state: 'filtered', text: fillText(REQUEST_TEXTS.rangeHeld[language], { count }) };
  const free = facts.ports.filter((port) => !held.includes(port));
  if (free.length === 0) return [first];
  const parts = mergePorts(free.map(({ port }) => ({ from: port, to: port })));
  const shown = parts.slice(0, 3).map(shownRange).join(', ') + (parts.length > 3 ? ', …' : '');
  const values = { ports: shown, range: shownRange(facts.range) };
  return [first, { state: 'closed', text: fillText(REQUEST_TEXTS.rangeFree[language], values) }];
}

function callbackLine(result: CheckResult, language: Language): SeenLine {
  const { code, params } = result.reason;
  if (code === 'ftp-callback-blocked' || code === 'ftp-callback-failed') {
    return { state: 'filtered', text: lowerFirst(reasonMessage(code, params, language)) };
  }
  const text = fillText(REQUEST_TEXTS.callbackUnknown[language], { port: result.port });
  return { state: 'not-probed', text };
}

/** One digit after the decimal sign of the language, none where it would be a zero. */
function decimal(value: number, language: Language): string {
  const text = String(Math.round(value * 10) / 10);
  return language === 'ru' ? text.replace('.', ',') : text;
}
