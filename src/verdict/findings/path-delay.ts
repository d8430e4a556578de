/** How long connections take to one network, and how evenly: a path that is too slow or too uneven for scans. */
import type { CheckResult } from '../../contract/check.ts';
import { isExternalKind } from '../../contract/words.ts';
import { sourceText } from './places.ts';
import type { Cause, Rule } from './rule.ts';
import { groupBy, hostKey, type Scene, startOf } from './scene.ts';

/**
 * With the 64 KiB window of a device that does not scale it (RFC 7323, 1.1), 100 ms allow 5 Mbit/s: a scan of 25 MB takes
 * 40 s. A sound site network stays below 10 ms, a line between cities below 60.
 */
const SLOW_MS = 100;
/**
 * Linux and Windows send a segment again no sooner than 200 to 300 ms after the usual time (RFC 6298 says 1 s), so what
 * varies by more makes TCP stall and repeat. A lost SYN costs 1 s and shows here too.
 */
const UNEVEN_MS = 300;
const UNSCALED_WINDOW_BITS = 65_535 * 8;
/** The fastest of fewer may be slow by chance. */
const SLOW_SAMPLES_MIN = 4;
/** Of ten, the slowest one is left out: any busy device answers late for once. */
const UNEVEN_SAMPLES_MIN = 10;

export const pathDelayRule: Rule = {
  codes: ['path-slow', 'path-uneven'],
  find: (scene) => {
    const measured = scene.direct.filter(isMeasured);
    const ways = groupBy(measured, (result) => JSON.stringify([startOf(result), whereTo(scene, result)]));
    return [...ways.values()].flatMap((results) => causesOf(scene, results));
  },
};

/**
 * The time of a TCP handshake, which the system of the peer answers; over UDP it is a busy agent that is timed. No scan
 * goes to an external resource.
 */
function isMeasured({ transport, rttMs, ownDelayMs, to, inside }: CheckResult): boolean {
  const isKnown = rttMs !== null && ownDelayMs !== undefined;
  return transport === 'tcp' && isKnown && !isExternalKind(to.role) && !inside;
}

/** What is left when this computer's own delay is taken away: a busy laptop makes every network look slow. */
function networkTimeMs({ rttMs, ownDelayMs = 0 }: CheckResult): number {
  return Math.max(0, (rttMs ?? 0) - ownDelayMs);
}

function whereTo(scene: Scene, { to }: CheckResult): string {
  return scene.networkOf(to.host) ?? hostKey(to.host);
}

function causesOf(scene: Scene, results: readonly [CheckResult, ...CheckResult[]]): readonly Cause[] {
  const [first] = results;
  const times = results.map(networkTimeMs).sort((a, b) => a - b);
  const bestMs = times[0] ?? 0;
  const fastestMs = quantile(times, 0.1);
  const slowestMs = quantile(times, 0.9);
  const shared = {
    where: whereTo(scene, first),
    from: sourceText(scene, startOf(first)),
    count: times.length,
    bestMs: Math.round(bestMs),
  };
  const causes: Cause[] = [];
  if (times.length >= SLOW_SAMPLES_MIN && bestMs > SLOW_MS) {
    const rate = (UNSCALED_WINDOW_BITS / bestMs / 1000).toFixed(1);
    const params = { ...shared, limitMs: SLOW_MS, rate: { ru: rate.replace('.', ','), en: rate } };
    causes.push({ code: 'path-slow', severity: 'warn', params, checks: results, takes: [] });
  }
  if (times.length >= UNEVEN_SAMPLES_MIN && slowestMs - fastestMs > UNEVEN_MS) {
    const params = {
      ...shared,
      fastestMs: Math.round(fastestMs),
      slowestMs: Math.round(slowestMs),
      spreadMs: Math.round(slowestMs - fastestMs),
    };
    causes.push({ code: 'path-uneven', severity: 'warn', params, checks: results, takes: [] });
  }
  return causes;
}

/** Of sorted values, the one below which this share of the others lies. */
function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
}
