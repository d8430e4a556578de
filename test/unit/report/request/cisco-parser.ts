/** A strict reader of extended access lists: throws on everything it does not know to be right. */

export interface AclEntry {
  readonly list: string;
  readonly transport: string;
  readonly from: string;
  readonly fromPort: string;
  readonly to: string;
  readonly toPort: string;
  readonly established: boolean;
}

export function parseCisco(text: string): readonly AclEntry[] {
  if (!/^[\x20-\x7e\n]*$/.test(text)) throw new Error('not printable ASCII');
  if (text.includes('?')) throw new Error('a question mark calls for help');
  const entries: AclEntry[] = [];
  let list: string | null = null;
  for (const line of text.split('\n')) {
    if (line === '' || line.startsWith('!')) continue;
    const head = /^(?:ip access-list extended|ipv6 access-list) ([A-Z][A-Za-z0-9-]{0,63})$/.exec(line);
    if (head !== null) list = head[1] ?? null;
    else if (list === null) throw new Error(`outside a list: ${line}`);
    else if (line === ' exit') list = null;
    else if (!/^ remark [\x21-\x7e][\x20-\x7e]{0,99}$/.test(line)) entries.push(parseEntry(line, list));
  }
  return entries;
}

function parseEntry(line: string, list: string): AclEntry {
  const words = line.split(' ').reverse();
  const take = () => words.pop() ?? fail(line);
  if (take() !== '' || take() !== 'permit') fail(line);
  const transport = take();
  if (transport !== 'tcp' && transport !== 'udp') fail(line);
  const from = takeEnd(take, line);
  const fromPort = takePort(words, line);
  const to = takeEnd(take, line);
  const toPort = takePort(words, line);
  const established = words.at(-1) === 'established';
  if (established) words.pop();
  if (words.length > 0) fail(line);
  return { list, transport, from, fromPort, to, toPort, established };
}

function takeEnd(take: () => string, line: string): string {
  const first = take();
  if (first.includes('/')) return first;
  const second = take();
  if (first === 'host') return second;
  const [address, wildcard] = [bitsOf(first, line), bitsOf(second, line)];
  // A wildcard of a network: ones from the right only, and the address has zeros there.
  if ((wildcard & (wildcard + 1)) !== 0 || (address & wildcard) !== 0) fail(line);
  return `${first} ${second}`;
}

function takePort(words: string[], line: string): string {
  const word = words.at(-1);
  if (word !== 'eq' && word !== 'range') return '';
  words.pop();
  const count = word === 'eq' ? 1 : 2;
  const ports = Array.from({ length: count }, () => Number(words.pop()));
  if (ports.some((port) => !(Number.isInteger(port) && port >= 1 && port <= 65_535))) fail(line);
  return ports.join('-');
}

function bitsOf(text: string, line: string): number {
  const bytes = text.split('.').map(Number);
  if (bytes.length !== 4 || bytes.some((byte) => !(byte >= 0 && byte <= 255))) fail(line);
  return bytes.reduce((sum, byte) => (sum << 8) | byte, 0);
}

function fail(line: string): never {
  throw new Error(`not understood: ${line}`);
}
