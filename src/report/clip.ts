/** Texts cut to a length, for papers that must stay on one page. */

/** At most `max` characters, cut between words and ended with «…»; texts that fit stay as they are. */
export function clip(text: string, max: number): string {
  const characters = [...text];
  if (characters.length <= max) return text;
  const head = characters.slice(0, max - 1).join('');
  const space = head.lastIndexOf(' ');
  return `${(space > max / 2 ? head.slice(0, space) : head).replace(/[\s,;:.(«]+$/u, '')}…`;
}
