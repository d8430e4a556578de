/** What a person decides of a request, and the counts that the list shows; pure. */

import type { FirewallRequest, RequestRowState } from '../../../src/contract/firewall-request.ts';
import { VIEWPOINTS, type Viewpoint } from '../../../src/contract/words.ts';
import { networkText } from '../../../src/report/request/ends.ts';
import { checksToRetest } from '../../../src/report/request/retest.ts';

/** The row refused for this reason, or open again where the reason is empty. */
export function withRefusal(request: FirewallRequest, rowNumber: number, reason: string): FirewallRequest {
  const refusal = reason.trim().slice(0, 500);
  const state: RequestRowState = refusal === '' ? 'open' : 'refused';
  return {
    ...request,
    rows: request.rows.map((row) =>
      row.number === rowNumber ? { ...row, state, refusal, confirmedBy: null } : row,
    ),
  };
}

export function rowCounts({ rows }: FirewallRequest): Readonly<Record<RequestRowState, number>> {
  const count = (wanted: RequestRowState) => rows.filter(({ state }) => state === wanted).length;
  return { open: count('open'), confirmed: count('confirmed'), refused: count('refused') };
}

/** Where the laptop has to stand to test the request, with what is tested there. */
export function retestPlaces(
  request: FirewallRequest,
): readonly { readonly place: Viewpoint; readonly checkIds: readonly string[] }[] {
  return VIEWPOINTS.flatMap((place) => {
    const checkIds = checksToRetest(request, place);
    return checkIds.length === 0 ? [] : [{ place, checkIds }];
  });
}

/** Networks of a text, and the parts of it that are none; separated by commas, semicolons, blanks or lines. */
export function readNetworks(text: string): {
  readonly networks: readonly string[];
  readonly wrong: readonly string[];
} {
  const parts = text.split(/[\s,;]+/).filter((part) => part !== '');
  return {
    networks: [...new Set(parts.flatMap((part) => networkText(part) ?? []))],
    wrong: parts.filter((part) => networkText(part) === null),
  };
}
