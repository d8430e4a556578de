/** A strict reader of the few words of PowerShell that the rules use: comments, one command, quoted values. */

export type PowerShellRule = Readonly<Record<string, readonly string[]>>;

const QUOTES = "'\u2018\u2019\u201A\u201B";
const VALUES: Readonly<Record<string, RegExp>> = {
  DisplayName: /^.+$/su,
  Group: /^.+$/su,
  Description: /^.+$/su,
  Direction: /^Inbound$/,
  Action: /^Allow$/,
  Protocol: /^(?:TCP|UDP)$/,
  LocalAddress: /^[0-9a-f.:/]+$/,
  LocalPort: /^\d+(?:-\d+)?$/,
  RemoteAddress: /^[0-9a-f.:/]+$/,
};

/** Throws where a line is no comment and not exactly one `New-NetFirewallRule` with these parameters. */
export function parsePowerShell(text: string): readonly PowerShellRule[] {
  if (!text.startsWith('\uFEFF')) throw new Error('no byte order mark');
  const lines = text.slice(1).split('\r\n');
  if (lines.some((line) => /[\r\n\u0085\u2028\u2029]/.test(line))) throw new Error('a stray line break');
  return lines.filter((line) => line !== '' && !line.startsWith('#')).map(parseLine);
}

function parseLine(line: string): PowerShellRule {
  const command = 'New-NetFirewallRule';
  if (!line.startsWith(`${command} `)) throw new Error(`not the command: ${line}`);
  const rule: Record<string, readonly string[]> = {};
  let rest = line.slice(command.length);
  while (rest !== '') {
    const name = /^ -([A-Za-z]+) /.exec(rest)?.[1] ?? '';
    const shape = VALUES[name];
    if (shape === undefined || rule[name] !== undefined) throw new Error(`parameter ${name}: ${line}`);
    const { values, left } = takeValues(rest.slice(name.length + 3));
    if (!values.every((value) => shape.test(value))) throw new Error(`${name}: ${values.join()}`);
    rule[name] = values;
    rest = left;
  }
  const missing = Object.keys(VALUES).filter((name) => rule[name] === undefined);
  if (missing.length > 0) throw new Error(`missing ${missing.join()}: ${line}`);
  return rule;
}

function takeValues(text: string): { readonly values: readonly string[]; readonly left: string } {
  const values: string[] = [];
  let at = 0;
  for (;;) {
    const end = QUOTES.includes(text[at] ?? ' ') ? quotedEnd(text, at) : wordEnd(text, at);
    values.push(unquoted(text.slice(at, end)));
    if (!text.startsWith(', ', end)) return { values, left: text.slice(end) };
    at = end + 2;
  }
}

function quotedEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    if (!QUOTES.includes(text[at] ?? '')) continue;
    if (!QUOTES.includes(text[at + 1] ?? ' ')) return at + 1;
    at += 1;
  }
  throw new Error(`a quote is not closed: ${text}`);
}

function wordEnd(text: string, start: number): number {
  const word = /^[A-Za-z]+/.exec(text.slice(start))?.[0] ?? '';
  if (word === '') throw new Error(`no value: ${text}`);
  return start + word.length;
}

function unquoted(text: string): string {
  if (!QUOTES.includes(text[0] ?? ' ')) return text;
  return text.slice(1, -1).replace(new RegExp(`([${QUOTES}])[${QUOTES}]`, 'gu'), '$1');
}
