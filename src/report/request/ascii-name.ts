/** Names for machines that read nothing but ASCII. */

/** «ЗП-2026-11-22-01» → `ZP-2026-11-22-01`: letters, digits and hyphens, never empty, at most 40 characters. */
export function asciiName(text: string): string {
  const name = text
    .replaceAll('ЗП', 'ZP')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);
  return name === '' ? 'REQUEST' : name;
}

/** An identifier or a host name as it may stand in a comment: everything else becomes an underscore. */
export function asciiWord(text: string): string {
  return text.replace(/[^A-Za-z0-9._:/-]/g, '_').slice(0, 80);
}
