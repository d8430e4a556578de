/** A request as a file for `nft -f`: a chain of its own, and a jump to it from the chain that forwards. */
import { cleanText } from '../markup.ts';
import { asciiName } from './ascii-name.ts';
import { headingText, leftOut, purposeText, RULE_TEXTS } from './rule-texts.ts';
import { type RuleInput, type RuleRow, rangeText, ruleRows } from './rule-ways.ts';

/** Where the forwarding chain stands; the file says what to replace on a firewall that calls them otherwise. */
export const NFT_TABLE = 'inet filter';
export const NFT_CHAIN = 'forward';

/** An accept in one base chain does not lift a drop in another: so the rules are made to be jumped to. */
export function nftablesRules(input: RuleInput): string {
  const { request, language } = input;
  const rows = ruleRows(input);
  const head = [headingText(input), ...RULE_TEXTS.nftables[language]].map(comment);
  const rules = rows.flatMap((row) => rowLines(row, input));
  if (!rows.some(({ ways }) => ways.length > 0)) {
    return [...head, comment(RULE_TEXTS.empty[language]), ...rules, ''].join('\n');
  }
  const chain = `printum_${asciiName(request.number).replaceAll('-', '_').toLowerCase()}`;
  return [
    ...head,
    '',
    `table ${NFT_TABLE} {`,
    `  chain ${chain} {`,
    '  }',
    '}',
    `flush chain ${NFT_TABLE} ${chain}`,
    `table ${NFT_TABLE} {`,
    `  chain ${chain} {`,
    ...rules.map((line) => `    ${line}`),
    '  }',
    '}',
    `insert rule ${NFT_TABLE} ${NFT_CHAIN} jump ${chain}`,
    '',
  ].join('\n');
}

/** The rules alone, as they stand on paper: «ip saddr … ip daddr … tcp dport { … } ct state new accept». */
export function nftablesLines(input: RuleInput): readonly string[] {
  return ruleRows(input).flatMap(ruleLines);
}

function rowLines(row: RuleRow, { requirements, language }: RuleInput): readonly string[] {
  return [
    comment(`${row.row.number}. ${purposeText(row.row, requirements, language)}`),
    ...leftOut(row, language).map(comment),
    ...ruleLines(row),
  ];
}

function ruleLines({ row, ways }: RuleRow): readonly string[] {
  const source = row.sourcePort === null ? '' : `${row.transport} sport ${row.sourcePort} `;
  const ports = set(row.ports.map(rangeText));
  return ways.map(({ family, from, to }) => {
    const ip = family === 'ipv4' ? 'ip' : 'ip6';
    const ends = `${ip} saddr ${set(from.map(({ address }) => address))} ${ip} daddr ${set(to.map(({ address }) => address))}`;
    return `${ends} ${source}${row.transport} dport ${ports} ct state new accept`;
  });
}

function set(members: readonly string[]): string {
  const [only, ...more] = [...new Set(members)];
  return more.length === 0 ? (only ?? '{ }') : `{ ${[only, ...more].join(', ')} }`;
}

/** A backslash at the end of a line would take the next one with it. */
function comment(text: string): string {
  return `# ${cleanText(text).replaceAll('\\', '/')}`;
}
