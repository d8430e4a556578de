/** A request is tested again: which checks that takes, and which rows a run closes or opens anew. */
import type { PortRange } from '../../contract/catalogue.ts';
import type { CheckResult } from '../../contract/check.ts';
import type { FirewallRequest, RequestRow } from '../../contract/firewall-request.ts';
import type { Run } from '../../contract/run.ts';
import { PARTIES, placeOf, type Viewpoint } from '../../contract/words.ts';
import { endHolds } from './ends.ts';
import { type NetworkPart, neededParts, networkParts } from './network-parts.ts';

/** Ids of the checks that prove the rows from this place; a refused row is not tested. */
export function checksToRetest(request: FirewallRequest, viewpoint: Viewpoint): readonly string[] {
  const wanted = request.rows.filter(({ state }) => state !== 'refused').flatMap(({ checks }) => checks);
  return [...new Set(wanted)].filter((id) => provingPlace(id) === viewpoint);
}

/** The place that a check has to run from, read from its id; null for an id of another make. */
export function provingPlace(checkId: string): Viewpoint | null {
  const from = /^[^:]*:([^>]*)>/.exec(checkId)?.[1] ?? '';
  const party = PARTIES.find((candidate) => candidate === from);
  return party === undefined ? null : placeOf(party);
}

/**
 * A row is confirmed when the run has seen, where the flow starts and after the request was made, that packets of
 * each of its checks come through; what the service then says is not the network's doing. It is open again when a
 * later run sees one of them held back. Refused rows, and rows that the run did not look at, stay as they are.
 */
export function closeRows(request: FirewallRequest, run: Run): FirewallRequest {
  const results = new Map(run.checks.map((result) => [result.id, result]));
  return { ...request, rows: request.rows.map((row) => closeRow(row, results, { request, run })) };
}

function closeRow(
  row: RequestRow,
  results: ReadonlyMap<string, CheckResult>,
  { request, run }: { readonly request: FirewallRequest; readonly run: Run },
): RequestRow {
  if (row.state === 'refused' || run.site.id !== request.site.id) return row;
  if (row.confirmedBy !== null && Date.parse(run.finishedAt) < Date.parse(row.confirmedBy.at)) return row;
  if (!row.checks.some((id) => isLaterLook(results.get(id), run.startedAt))) return row;
  const states = row.checks.map((id) => rowState(row, results.get(id), request.createdAt));
  if (states.includes('blocked')) {
    return row.state === 'open' ? row : { ...row, state: 'open', confirmedBy: null };
  }
  if (!states.every((state) => state === 'free')) return row;
  return { ...row, state: 'confirmed', confirmedBy: { runId: run.id, at: run.finishedAt } };
}

/** How many checks of a row came through, by results seen after the request was made; 0 of 0 where none looked. */
export function rowProgress(
  row: RequestRow,
  results: ReadonlyMap<string, CheckResult>,
  createdAt: string,
): { readonly free: number; readonly looked: number } {
  const looked = row.checks.flatMap((id) => {
    const result = results.get(id);
    const looked = isLaterLook(result, createdAt) && leadsWhere(row, result);
    return looked ? [rowState(row, result, createdAt)] : [];
  });
  return { free: looked.filter((state) => state === 'free').length, looked: looked.length };
}

/** Probed where the flow starts, and no sooner than at this time: a run may carry older results over. */
function isLaterLook(result: CheckResult | undefined, since: string): result is CheckResult {
  if (result?.proof !== 'direct' || result.attempts === 0 || result.startedAt === null) return false;
  return Date.parse(result.startedAt) >= Date.parse(since);
}

/** What the result says of those of its ports that the row asks for. */
function rowState(row: RequestRow, result: CheckResult | undefined, createdAt: string): NetworkPart['state'] {
  if (!isLaterLook(result, createdAt) || !leadsWhere(row, result)) return 'unknown';
  const asked = new Set(
    neededParts(result)
      .filter(({ part, ports }) => (part === 'callback') === (row.sourcePort !== null) && overlap(row, ports))
      .map(({ part }) => part),
  );
  // The row stands in a request because a refusal was a firewall's: until the port answers it still may be.
  const states = networkParts(result, true)
    .filter(({ part }) => asked.has(part))
    .map(({ state, ports }) => (state === 'blocked' && !overlap(row, ports) ? 'free' : state));
  if (states.includes('blocked')) return 'blocked';
  return states.length > 0 && states.every((state) => state === 'free') ? 'free' : 'unknown';
}

/** A check keeps its id when the profile gets another address, and the row still asks for the old one. */
function leadsWhere(row: RequestRow, { to }: CheckResult): boolean {
  const asked = row.sourcePort === null ? row.to : row.from.ends;
  return asked.some((end) => endHolds(end, to.host));
}

function overlap(row: RequestRow, ports: readonly PortRange[]): boolean {
  return row.ports.some((asked) => ports.some(({ from, to }) => from <= asked.to && to >= asked.from));
}
