/** Clocks: what hosts say of the time (HTTP `Date`, RFC 9110, 6.6.1) against the clock of this laptop. */
import type { CheckResult } from '../../contract/check.ts';
import type { LocalText } from '../../contract/words.ts';
import { durationText } from './durations.ts';
import { textFact } from './fact.ts';
import { hostsNamed, hostsShort } from './host-words.ts';
import { ownerOf } from './reason-addressees.ts';
import type { Cause, Rule } from './rule.ts';
import { groupBy, hostKey } from './scene.ts';

/** Less than this is no cause of anything: Kerberos allows as much (RFC 4120, 1.6). */
const OFF_MIN_MS = 5 * 60_000;

interface Clock {
  /** How far the host is ahead of the laptop. */
  readonly offsetMs: number;
  readonly results: readonly [CheckResult, ...CheckResult[]];
}

export const clockRule: Rule = {
  codes: ['laptop-clock-off', 'server-clock-off', 'clocks-differ'],
  find: (scene, open) => {
    const clocks = clocksOf(scene.direct);
    const off = clocks.filter(({ offsetMs }) => Math.abs(offsetMs) > OFF_MIN_MS);
    if (off.length === 0) return [];
    // The laptop votes for itself.
    const common = median([0, ...clocks.map(({ offsetMs }) => offsetMs)]);
    const agreeing = clocks.filter(({ offsetMs }) => Math.abs(offsetMs - common) <= OFF_MIN_MS);
    const isLaptopOff = Math.abs(common) > OFF_MIN_MS;
    const [single] = clocks.length === 1 ? clocks : [];
    if (single !== undefined) return [clockCause('clocks-differ', off, single.offsetMs, open)];
    if (2 * (agreeing.length + (isLaptopOff ? 0 : 1)) <= clocks.length + 1) return [];
    if (isLaptopOff) return [clockCause('laptop-clock-off', agreeing, common, open)];
    // A printing device keeps bad time as a rule, and nothing here depends on it.
    return off
      .filter(({ results }) => results[0].to.role !== 'device' && results[0].to.role !== 'vendorDownload')
      .map((clock) => ({
        ...clockCause('server-clock-off', [clock], clock.offsetMs, open),
        addressee: ownerOf(clock.results[0].to.role),
      }));
  },
};

/** One clock for each host that told its time. */
function clocksOf(results: readonly CheckResult[]): readonly Clock[] {
  const timed = results.flatMap((result) => {
    const offsetMs = offsetOf(result);
    return offsetMs === null ? [] : [{ result, offsetMs }];
  });
  return [...groupBy(timed, ({ result }) => hostKey(result.to.host)).values()].map(([first, ...others]) => ({
    offsetMs: median([first, ...others].map(({ offsetMs }) => offsetMs)),
    results: [first.result, ...others.map(({ result }) => result)],
  }));
}

/** Null where the host told no time, or not when it was asked. */
function offsetOf(result: CheckResult): number | null {
  const said = Date.parse(textFact(result, ['reply', 'date']) ?? '');
  const asked = Date.parse(result.startedAt ?? '');
  const offsetMs = said - asked - result.durationMs;
  return Number.isFinite(offsetMs) ? offsetMs : null;
}

function clockCause(
  code: 'laptop-clock-off' | 'server-clock-off' | 'clocks-differ',
  clocks: readonly Clock[],
  offsetMs: number,
  open: readonly CheckResult[],
): Cause {
  const told = clocks.flatMap(({ results }) => results);
  const explained = code === 'server-clock-off' ? [] : open.filter((result) => isCuredBy(offsetMs, result));
  const isBehind = code === 'server-clock-off' ? offsetMs < 0 : offsetMs > 0;
  return {
    code,
    severity: 'warn',
    params: {
      hosts: code === 'laptop-clock-off' ? hostsShort(told) : hostsNamed(told),
      offset: durationText(Math.abs(offsetMs)),
      ahead: isBehind ? BEHIND : AHEAD,
    },
    checks: [...new Set([...explained, ...told])],
    takes: explained,
  };
}

/** The certificate is valid at the time that the hosts agree upon. */
function isCuredBy(offsetMs: number, result: CheckResult): boolean {
  const { code } = result.reason;
  if (code !== 'certificate-expired' && code !== 'certificate-not-yet-valid') return false;
  const now = Date.parse(result.startedAt ?? '') + offsetMs;
  const from = Date.parse(textFact(result, ['tls', 'validFrom']) ?? '');
  const to = Date.parse(textFact(result, ['tls', 'validTo']) ?? '');
  return from <= now && now <= to;
}

const AHEAD: LocalText = { ru: 'спешат', en: 'fast' };
const BEHIND: LocalText = { ru: 'отстают', en: 'slow' };

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}
