/** Reads what operating systems say about the owners of UDP ports. */

/** /proc/net/udp and udp6 (proc(5)): inodes of the sockets bound to `port`, which stands there in hexadecimal. */
export function socketInodes(table: string, port: number): readonly string[] {
  const wanted = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  return table
    .split('\n')
    .slice(1)
    .map((line) => line.trim().split(/\s+/))
    .filter(([, local]) => local?.endsWith(wanted) === true)
    .map((fields) => fields[9] ?? '0')
    .filter((inode) => inode !== '0');
}

/** `netstat -ano -p UDP` of Windows; its headings are translated, its rows are not. */
export function pidsInNetstat(text: string, port: number): readonly number[] {
  return text.split('\n').flatMap((line) => {
    const [protocol, local, , pid] = line.trim().split(/\s+/);
    if (protocol !== 'UDP' || local?.endsWith(`:${port}`) !== true) return [];
    return /^\d+$/.test(pid ?? '') ? [Number(pid)] : [];
  });
}

/** `tasklist /FO CSV /NH`: the name of the process, null where the list has no such line. */
export function nameInTasklist(text: string, pid: number): string | null {
  for (const line of text.split('\n')) {
    const match = /^"([^"]+)","(\d+)"/.exec(line.trim());
    if (match?.[1] !== undefined && Number(match[2]) === pid) return match[1];
  }
  return null;
}

/** `lsof -Fpc`: lines that begin with p (the process) and c (its command); the first process counts. */
export function holderInLsof(text: string): { readonly pid: number; readonly name: string | null } | null {
  const lines = text.split('\n');
  const start = lines.findIndex((line) => /^p\d+$/.test(line));
  if (start === -1) return null;
  const pid = Number(lines[start]?.slice(1));
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => line.startsWith('p'));
  const name = (end === -1 ? rest : rest.slice(0, end)).find((line) => line.startsWith('c'));
  return { pid, name: name === undefined ? null : name.slice(1) };
}
