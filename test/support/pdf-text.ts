/** What a PDF says and which fonts say it, as poppler reads it. */
import { execFileSync } from 'node:child_process';

/** The text of every page in reading order, white space folded. */
export function pdfText(file: string): string {
  return execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).replace(/\s+/g, ' ');
}

/** Names of the fonts in the file, without the subset's prefix. */
export function pdfFonts(file: string): readonly string[] {
  const table = execFileSync('pdffonts', [file], { encoding: 'utf8' });
  return table
    .split('\n')
    .slice(2)
    .map((line) => (line.split(/\s+/)[0] ?? '').replace(/^[A-Z]{6}\+/, ''))
    .filter((name) => name !== '');
}

export function pdfPages(file: string): number {
  const info = execFileSync('pdfinfo', [file], { encoding: 'utf8' });
  return Number(/^Pages:\s+(\d+)/m.exec(info)?.[1]);
}
