/**
 * A request as extended access lists in the style of Cisco IOS. ASCII and English only, and without a question mark,
 * because a console takes it for a call for help, in comments too.
 */

import type { PortRange } from '../../contract/catalogue.ts';
import { formatIpv4, type Ipv4Network, parseIpv4Network } from '../../contract/ipv4.ts';
import { asciiName, asciiWord } from './ascii-name.ts';
import {
  type Family,
  type RuleEnd,
  type RuleInput,
  type RuleProblem,
  type RuleRow,
  ruleRows,
} from './rule-ways.ts';

const HEAD = [
  'Put these lines before the first line of your list that denies them.',
  'A list on an interface denies whatever it does not permit: do not apply these lists alone.',
  'Lists ending in -REPLY are for filters that do not keep the state of connections: for the way back.',
];

type Direction = 'begin' | 'reply';

/** Lists of IPv4 and, where there are such addresses, of IPv6; masks are wildcards (inverted). */
export function ciscoRules(input: RuleInput): string {
  const rows = ruleRows(input);
  const name = `PRINTUM-${asciiName(input.request.number)}`;
  const lists = (['ipv4', 'ipv6'] as const).flatMap((family) =>
    (['begin', 'reply'] as const).flatMap((direction) => listLines(name, rows, family, direction)),
  );
  const problems = rows.flatMap(({ row, ways, problems }) =>
    problems.map(
      (problem) =>
        `row ${row.number} ${ways.length === 0 ? 'is left out' : 'is not complete'}: ${problemWords(problem)}`,
    ),
  );
  const head = [`Request ${asciiName(input.request.number)}`, ...HEAD, ...problems];
  const end = lists.length === 0 ? ['! Nothing to open: the request has no rules.'] : lists;
  return `${[...head.map((line) => `! ${line}`), ...end].join('\n')}\n`;
}

function listLines(
  name: string,
  rows: readonly RuleRow[],
  family: Family,
  direction: Direction,
): readonly string[] {
  const entries = rows.flatMap((row) => rowLines(row, family, direction));
  if (entries.length === 0) return [];
  const suffix = direction === 'reply' ? '-REPLY' : '';
  const head =
    family === 'ipv4' ? `ip access-list extended ${name}${suffix}` : `ipv6 access-list ${name}-V6${suffix}`;
  return ['!', head, ...entries.map((line) => ` ${line}`), ' exit'];
}

/** One line for each pair of ends and each range: lists of ports after `eq` are not known to every system. */
function rowLines({ row, ways }: RuleRow, family: Family, direction: Direction): readonly string[] {
  const lines = ways
    .filter((way) => way.family === family)
    .flatMap(({ from, to }) =>
      from.flatMap((source) =>
        to.flatMap((target) => row.ports.map((ports) => entry(row, source, target, ports, direction))),
      ),
    );
  if (lines.length === 0) return [];
  const words = row.requirements.map(asciiWord).join(' ').slice(0, 70);
  return [`remark ${row.number} ${words}${row.permanent ? '' : ' temporary'}`, ...lines];
}

function entry(
  row: RuleRow['row'],
  source: RuleEnd,
  target: RuleEnd,
  ports: PortRange,
  direction: Direction,
): string {
  const from = row.sourcePort === null ? '' : ` eq ${row.sourcePort}`;
  const left = `${endWords(source)}${from}`;
  const right = `${endWords(target)} ${portWords(ports)}`;
  if (direction === 'begin') return `permit ${row.transport} ${left} ${right}`;
  const established = row.transport === 'tcp' ? ' established' : '';
  return `permit ${row.transport} ${right} ${left}${established}`;
}

function endWords({ address, family }: RuleEnd): string {
  const network: Ipv4Network | null = parseIpv4Network(address);
  if (network === null) return family === 'ipv6' && address.includes('/') ? address : `host ${address}`;
  const { bits, prefixLength } = network;
  if (prefixLength === 32) return `host ${formatIpv4(bits)}`;
  return `${formatIpv4(bits)} ${formatIpv4(2 ** (32 - prefixLength) - 1)}`;
}

function portWords({ from, to }: PortRange): string {
  return from === to ? `eq ${from}` : `range ${from} ${to}`;
}

function problemWords(problem: RuleProblem): string {
  switch (problem.kind) {
    case 'source-unknown':
      return 'the source network is not named';
    case 'target-unknown':
      return 'the destination is not named';
    case 'families-differ':
      return 'one end is IPv4, the other IPv6';
    case 'name-unresolved':
      return `the address of ${asciiWord(problem.host)} is not known`;
  }
}
