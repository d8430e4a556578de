/** Text in columns for a terminal or a file: plain characters only, so that every console shows it. */

/** Rows of equal columns, each padded to its widest entry; the last column is left as it is. */
export function alignColumns(rows: readonly (readonly string[])[]): readonly string[] {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, index) => {
      widths[index] = Math.max(widths[index] ?? 0, width(cell));
    });
  }
  return rows.map((row) =>
    row.map((cell, index) => (index === row.length - 1 ? cell : pad(cell, widths[index] ?? 0))).join('  '),
  );
}

/** What the profile or a peer says is never trusted to move the cursor or colour the screen. */
export function plain(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, ' ');
}

function pad(cell: string, size: number): string {
  return cell + ' '.repeat(Math.max(0, size - width(cell)));
}

function width(cell: string): number {
  return Array.from(cell).length;
}
