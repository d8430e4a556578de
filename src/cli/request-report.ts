/** report: the request to open ports, as a page, a table or rules, from what the runs saw. */
import { createHash, randomUUID } from 'node:crypto';
import { REQUEST_BASES } from '../contract/firewall-request.ts';
import { show } from '../contract/problem-texts.ts';
import type { Run } from '../contract/run.ts';
import type { Language } from '../contract/words.ts';
import { canonicalJson } from '../report/canonical-json.ts';
import { networkText } from '../report/request/ends.ts';
import { REQUEST_FORMATS, type RequestFormat } from '../report/request/request-formats.ts';
import { requestNumber } from '../report/request/request-number.ts';
import { requestOf } from '../report/request/request-of.ts';
import { choose, type RawOptions } from './arguments.ts';
import { UsageError } from './io.ts';
import { TOOL_VERSION } from './run-command.ts';
import { CLI_TEXTS } from './texts.ts';

const PREFIX = 'firewall-request-';
type FormatName = `${typeof PREFIX}${RequestFormat}`;

export const REQUEST_FORMAT_NAMES = (Object.keys(REQUEST_FORMATS) as readonly RequestFormat[]).map(
  (format): FormatName => `${PREFIX}${format}`,
);

export function isRequestFormat(name: string): name is FormatName {
  return (REQUEST_FORMAT_NAMES as readonly string[]).includes(name);
}

/** The runs are those of one site, at least one; its profile is taken from the newest. */
export function requestText(
  runs: readonly Run[],
  name: FormatName,
  options: RawOptions,
  language: Language,
): string {
  const [newest] = runs.toSorted((a, b) => b.startedAt.localeCompare(a.startedAt));
  if (newest === undefined) throw new RangeError('A request needs at least one run');
  const createdAt = new Date().toISOString();
  const request = requestOf({
    basis:
      options.basis === undefined ? 'failures' : choose('--basis', options.basis, REQUEST_BASES, language),
    runs,
    // Every flow of the site is in every run, whatever was probed.
    checks: newest.checks,
    site: newest.profile,
    catalogue: newest.catalogue,
    networks: {
      workstation: requireNetworks('--workstation-network', options.workstationNetwork, language),
      device: requireNetworks('--device-network', options.deviceNetwork, language),
    },
    stage: newest.stage,
    id: randomUUID(),
    number: requestNumber(createdAt, [], undefined),
    requester: '',
    company: '',
    createdAt,
  });
  return REQUEST_FORMATS[name.slice(PREFIX.length) as RequestFormat]({
    request,
    site: newest.profile,
    catalogue: newest.catalogue,
    runs,
    digest: createHash('sha256').update(canonicalJson(request)).digest('hex'),
    toolVersion: TOOL_VERSION,
    language,
    engineer: '',
    company: '',
    printedAt: createdAt,
    pageFoot: 'margin-boxes',
  });
}

function requireNetworks(name: string, value: string | undefined, language: Language): readonly string[] {
  const parts = (value ?? '').split(',').map((part) => part.trim());
  return parts
    .filter((part) => part !== '')
    .map((part) => {
      const network = networkText(part);
      if (network !== null) return network;
      throw new UsageError([CLI_TEXTS[language].badValue(name, show(part, language), '10.77.20.0/24,…')]);
    });
}
