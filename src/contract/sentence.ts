/** Small matters of grammar that screen, paper and findings share. */

/** For a sentence that goes on after a colon or comma: «В соединении» → «в соединении»; abbreviations keep their capitals. */
export function lowerFirst(text: string): string {
  if (NAMES.some((name) => text.startsWith(name)) || CAPITAL_WITHIN.test(text)) return text;
  return /^\p{Lu}(?=\p{Ll}|\s)/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

/** Names with which a text may begin: they keep their capital wherever they stand. */
const NAMES = ['Printum', 'Принтум', 'Redis', 'Sentinel', 'Kerberos', 'Windows'] as const;

/** ClickHouse, PostgreSQL. */
const CAPITAL_WITHIN = /^\p{Lu}\p{Ll}+\p{Lu}/u;
