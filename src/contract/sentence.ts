/** Small matters of grammar that screen, paper and findings share. */

/** For a sentence that goes on after a colon or comma: «В соединении» → «в соединении»; abbreviations keep their capitals. */
export function lowerFirst(text: string): string {
  return /^\p{Lu}(?=\p{Ll}|\s)/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
