/** Every format in which a request leaves the program. */
import type { RequestPaperInput } from '../report-input.ts';
import { ciscoRules } from './cisco.ts';
import { nftablesRules } from './nftables.ts';
import { requestCsv } from './request-csv.ts';
import { requestHtml, ruleInputOf } from './request-html.ts';
import { windowsRules } from './windows.ts';

/** Text in UTF-8. */
export const REQUEST_FORMATS = {
  html: requestHtml,
  csv: requestCsv,
  nftables: (input) => nftablesRules(ruleInputOf(input)),
  windows: (input) => windowsRules(ruleInputOf(input)),
  cisco: (input) => ciscoRules(ruleInputOf(input)),
  json: ({ request }) => `${JSON.stringify(request, null, 2)}\n`,
} as const satisfies Readonly<Record<string, (input: RequestPaperInput) => string>>;
export type RequestFormat = keyof typeof REQUEST_FORMATS;
