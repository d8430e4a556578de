/** Names in a certificate as a person reads them. */

const MAX_ALT_NAMES = 100;

/** `CN=print.example, O=Romashka`, from Node's object; a repeated attribute comes as a list. */
export function formatName(name: object | undefined): string {
  return Object.entries(name ?? {})
    .flatMap(([key, value]) =>
      (Array.isArray(value) ? value : [value]).map((part) => `${key}=${String(part)}`),
    )
    .join(', ');
}

/** `DNS:a, IP Address:10.0.0.1` → its entries, at most 100 of them. */
export function splitAltNames(text: string): string[] {
  if (text === '') return [];
  return text
    .split(/, (?=(?:DNS|IP Address|URI|email|DirName|othername|Registered ID|RID|EdiPartyName|X400Name):)/)
    .slice(0, MAX_ALT_NAMES);
}
