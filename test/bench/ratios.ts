/** What benchmarks print: ratios, because seconds belong to a machine. */

interface Comparison {
  readonly ours: number;
  readonly nmap: number;
  /** The time that nobody can beat, in milliseconds; null where there is none. */
  readonly floorMs: number | null;
}

export function compare(title: string, { ours, nmap, floorMs }: Comparison): void {
  const floor = floorMs === null ? '' : `, ${ratio(ours, floorMs)} of the floor`;
  console.log(
    `${title}: ${ratio(ours, nmap)} of nmap's time${floor} (${ours.toFixed(0)} ms, nmap ${nmap.toFixed(0)} ms)`,
  );
}

/** A number against the most it may be. */
export function limit(title: string, value: number, most: number, unit: string): void {
  console.log(`${title}: ${ratio(value, most)} of the limit (${value.toFixed(0)} of ${most} ${unit})`);
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function ratio(value: number, against: number): string {
  return (value / against).toFixed(2);
}
