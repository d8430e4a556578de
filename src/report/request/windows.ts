/** A request as PowerShell for the Windows firewall of the hosts that accept the connections. */
import type { RequestRow } from '../../contract/firewall-request.ts';
import { fillText } from '../fill.ts';
import { groupBy } from '../group-by.ts';
import { cleanText } from '../markup.ts';
import { headingText, leftOut, purposeText, RULE_TEXTS } from './rule-texts.ts';
import { type RuleEnd, type RuleInput, type RuleRow, rangeText, ruleRows } from './rule-ways.ts';

/** Windows PowerShell 5 reads a file without it in the system's own code page. */
const BYTE_ORDER_MARK = '\uFEFF';
/** PowerShell ends a quoted string at any of these (about_Quoting_Rules); doubled they are a letter. */
const SINGLE_QUOTES = /['\u2018\u2019\u201A\u201B]/g;

interface HostRule {
  readonly row: RequestRow;
  readonly host: RuleEnd;
  readonly from: readonly RuleEnd[];
}

/** `New-NetFirewallRule` for each row and host; CRLF lines, so that every editor of the system shows them. */
export function windowsRules(input: RuleInput): string {
  const { request, language } = input;
  const group = quoted(groupOf(input));
  const rows = ruleRows(input);
  const head = [
    headingText(input),
    ...RULE_TEXTS.windows[language].map((line) => fillText(line, { group })),
    ...(request.rows.length === 0 ? [RULE_TEXTS.empty[language]] : []),
  ];
  const remarks = rows.flatMap((row) =>
    isComputer(row.row, input)
      ? leftOut(row, language)
      : [fillText(RULE_TEXTS.windowsElsewhere[language], { number: row.row.number })],
  );
  const rules = rows.filter(({ row }) => isComputer(row, input)).flatMap(hostRules);
  const parts = [...groupBy(rules, ({ host }) => host.address)].map(([address, members]) => {
    const name = members[0]?.host.end.name ?? '';
    const host = name === '' || name === address ? address : `${address}, ${name}`;
    return [
      '',
      comment(fillText(RULE_TEXTS.windowsHost[language], { host })),
      ...members.map((rule) => ruleLine(rule, input)),
    ];
  });
  const lines = [...[...head, ...remarks].map(comment), ...parts.flat(), ''];
  return BYTE_ORDER_MARK + lines.join('\r\n');
}

function hostRules({ row, ways }: RuleRow): readonly HostRule[] {
  return ways.flatMap(({ from, to }) => to.map((host) => ({ row, host, from })));
}

/** False where a printing device or the vendor's site is at the other end. */
function isComputer(row: RequestRow, { requirements }: RuleInput): boolean {
  if (row.sourcePort !== null) return false;
  const flows = requirements
    .filter(({ id }) => row.requirements.includes(id))
    .flatMap((entry) => entry.flows);
  return !flows.some(({ to }) => to === 'device' || to === 'vendorDownload');
}

function ruleLine({ row, host, from }: HostRule, input: RuleInput): string {
  const group = groupOf(input);
  const parameters = [
    ['DisplayName', quoted(`${group} / ${row.number}`)],
    ['Group', quoted(group)],
    ['Description', quoted(purposeText(row, input.requirements, input.language))],
    ['Direction', 'Inbound'],
    ['Action', 'Allow'],
    ['Protocol', row.transport.toUpperCase()],
    ['LocalAddress', quoted(host.address)],
    ['LocalPort', list(row.ports.map(rangeText))],
    ['RemoteAddress', list(from.map(({ address }) => address))],
  ];
  return `New-NetFirewallRule ${parameters.map(([name, value]) => `-${name} ${value}`).join(' ')}`;
}

function groupOf({ request }: RuleInput): string {
  return `Printum ${request.number}`;
}

function list(values: readonly string[]): string {
  return [...new Set(values)].map(quoted).join(', ');
}

/** Nothing is expanded inside single quotes: no `$(…)`, no backtick. */
function quoted(text: string): string {
  return `'${cleanText(text).replace(SINGLE_QUOTES, (quote) => quote + quote)}'`;
}

function comment(text: string): string {
  return `# ${cleanText(text)}`;
}
